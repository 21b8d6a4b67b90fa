import { describe, expect, it } from 'vitest'
import { accountOf, scanLogs } from './support.ts'

const STRANGERS = '203.0.113.9'
const OWNERS = '192.0.2.44'
const VICTIM = 'mika'

/** Lines of one server: each with its minute, and the program's own words. */
const serverLog = (lines: readonly (readonly [minute: number, program: string, message: string])[]): string =>
  lines
    .map(([minute, program, message], index) => {
      const time = new Date(Date.UTC(2026, 9, 5) + minute * 60_000).toISOString().replace('Z', '+00:00')
      return `${time} web1 ${program}[${4000 + index}]: ${message}`
    })
    .join('\n')

const opened = (minute: number, ip: string, method = 'password'): readonly [number, string, string] => [
  minute,
  'sshd',
  `Accepted ${method} for ${VICTIM} from ${ip} port 50${Math.abs(minute) % 100} ssh2${method === 'publickey' ? ': ED25519 SHA256:q8mJ0nXc6oO7mS5x1g0Yt3rVb2kLwZ9uHdPeFaTiCsE' : ''}`,
]
const failed = (minute: number): readonly [number, string, string] => [
  minute,
  'sshd',
  `Failed password for ${VICTIM} from ${OWNERS} port 40${Math.abs(minute) % 100} ssh2`,
]
const setByRoot: readonly [number, string, string] = [420, 'chpasswd', `pam_unix(chpasswd:chauthtok): password changed for ${VICTIM}`]
const changed: readonly [number, string, string] = [12, 'passwd', `pam_unix(passwd:chauthtok): password changed for ${VICTIM}`]

/** Of the week before. */
const past = [-7, -6, -5, -4, -3].map((day) => opened(day * 24 * 60, OWNERS))
const judged = async (lines: Parameters<typeof serverLog>[0]) => accountOf(await scanLogs({ 'auth.log': serverLog(lines) }), VICTIM)

describe('a server that is entered', () => {
  it('tells of two persons where one set the password and the other had to have it set anew', async () => {
    const account = await judged([
      ...past,
      opened(10, STRANGERS),
      changed,
      opened(16, STRANGERS, 'publickey'),
      failed(400),
      failed(401),
      setByRoot,
      opened(425, OWNERS),
    ])
    expect(account?.verdict).toBe('suspected')
    const [told] = account?.reasons.filter(({ messageId }) => messageId === 'reason.locked-out') ?? []
    expect(told?.data).toMatchObject({ source: STRANGERS, failures: 2 })
    // The owner's own session is none of the stranger's.
    expect(account?.sessions).toEqual(['web1/4005', 'web1/4007'])
  })

  it('asks for more of an account without a past: a password that root had set just before', async () => {
    const story = [opened(10, STRANGERS), changed, failed(400), setByRoot, opened(425, OWNERS)]
    expect((await judged(story))?.verdict).toBeUndefined()
    expect((await judged([[6, setByRoot[1], setByRoot[2]], ...story]))?.verdict).toBe('suspected')
  })

  it.each([6, 60])('says that a new password did not keep a key out, used %i hours later', async (hours) => {
    const back = 425 + hours * 60
    const account = await judged([
      ...past,
      opened(10, STRANGERS),
      changed,
      opened(16, STRANGERS, 'publickey'),
      failed(400),
      setByRoot,
      opened(425, OWNERS),
      opened(back, STRANGERS, 'publickey'),
      opened(back + 30, OWNERS),
    ])
    expect(account?.reasons.map(({ messageId }) => messageId)).toContain('reason.locked-out')
    const [returned] = account?.reasons.filter(({ messageId }) => messageId === 'reason.locked-out-back') ?? []
    expect(returned?.data).toMatchObject({ source: STRANGERS, logins: 1 })
    expect(account?.sessions).toEqual(['web1/4005', 'web1/4007', 'web1/4011'])
  })

  it.each([
    ['nothing was changed', [opened(10, STRANGERS), failed(400), failed(401), setByRoot, opened(425, OWNERS)]],
    ['the new password was known where it failed first', [opened(10, STRANGERS), changed, failed(400), opened(401, OWNERS)]],
    ['the password was set anew and nobody came for it', [opened(10, STRANGERS), changed, failed(400), setByRoot]],
  ] as const)('does not where %s', async (_, lines) => {
    expect(['suspected', 'compromised']).not.toContain((await judged([...past, ...lines]))?.verdict)
  })
})

describe('a program that tries an old password by the hour', () => {
  const HOUR = 60
  const tries = (from: number, count: number) => Array.from({ length: count }, (_, index) => failed((from + index) * HOUR))
  const isAffected = async (lines: Parameters<typeof serverLog>[0]): Promise<boolean> =>
    ['suspected', 'compromised'].includes((await judged(lines))?.verdict ?? '')
  const again = (minute: number): readonly [number, string, string] => opened(minute, OWNERS)

  it('says nothing against its owner, who logs in on the same line beside it, or long after', async () => {
    expect(await isAffected([...tries(1, 20), again(20 * HOUR + 25), ...tries(21, 20)])).toBe(false)
    expect(await isAffected([...tries(1, 40), again(47 * HOUR)])).toBe(false)
  })

  it('found the password where the login stands in the place of a try', async () => {
    expect(await isAffected([...tries(1, 40), again(41 * HOUR)])).toBe(true)
    expect(await isAffected([...tries(1, 30), again(31 * HOUR), ...tries(32, 20)])).toBe(true)
  })

  it('is not what got in with a password that root had just set', async () => {
    const set = (minute: number): readonly [number, string, string] => [minute, setByRoot[1], setByRoot[2]]
    expect(await isAffected([...tries(1, 30), set(30 * HOUR + 10), again(30 * HOUR + 12)])).toBe(false)
    expect(await isAffected([...tries(1, 30), set(5 * HOUR), again(31 * HOUR)])).toBe(true)
  })
})

const HOSTS = { usual: 8075, other: 45_102 } as const

/** A program that logs in six times a day from ever new addresses, and once from another operator's. */
const runs = (elsewhere: readonly number[], until = 12) => {
  const line = (hour: number, asn: number, country: string, ip: string) => ({
    timestamp: new Date(Date.UTC(2026, 9, 1) + hour * 3_600_000).toISOString(),
    user_id: 'deploy',
    action: 'login',
    result: 'success',
    ip,
    country,
    asn,
  })
  const usual = Array.from({ length: until * 6 }, (_, run) => line(run * 4, HOSTS.usual, 'US', `198.51.100.${run + 1}`))
  const others = elsewhere.map((hour) => line(hour + 1, HOSTS.other, 'SG', '203.0.113.80'))
  return [...usual, ...others].toSorted((left, right) => (left.timestamp < right.timestamp ? -1 : 1))
}
const verdictOf = async (lines: ReturnType<typeof runs>): Promise<string | undefined> =>
  accountOf(await scanLogs({ 'login.ndjson': lines.map((line) => JSON.stringify(line)).join('\n') }), 'deploy')?.verdict

describe("a program's account", () => {
  it('that is used from another operator in another country while the program goes on is suspected', async () => {
    expect(await verdictOf(runs([150, 170]))).toBe('suspected')
  })

  it('that moved, or that runs in a second place day after day, is not', async () => {
    expect(
      await verdictOf(
        runs(
          [...Array(8).keys()].map((day) => 150 + day * 24),
          6,
        ),
      ),
    ).toBeUndefined()
    expect(await verdictOf(runs([...Array(6).keys()].map((day) => 120 + day * 24)))).toBeUndefined()
  })
})
