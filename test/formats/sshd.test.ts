import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import { foldConnection } from '../../src/formats/sshd/fold.ts'
import { format as sshd } from '../../src/formats/sshd/index.ts'
import { toIso } from '../../src/kernel/time.ts'
import type { EventDraft } from '../../src/model/event.ts'
import type { Fate } from '../../src/model/record.ts'

const decoder = compileFormat(sshd, { time: { zone: 'UTC', year: () => 2025 } })

const take = (value: unknown): { fate: Fate | undefined; events: EventDraft[] } => {
  const events: EventDraft[] = []
  const shape = typeof value === 'string' ? 'text' : 'json'
  const fate = decoder.decode({ shape, value, header: undefined, line: 1, offset: 0, length: 0 }, (draft) => events.push({ ...draft }))
  return { fate, events }
}
const say = (message: string, pid = 100): EventDraft[] => take(`Dec 10 06:55:46 web1 sshd[${pid}]: ${message}`).events

/** The format's own fold over one connection, as `order/` applies it: grouped by session. */
const fold = (events: readonly EventDraft[]): EventDraft[] => {
  const groups = Map.groupBy(events, (event) => event.session)
  return [...groups.values()].flatMap((group) =>
    foldConnection(group.map((draft) => ({ ...draft, hasAccount: draft.username !== undefined }))).flatMap((row) => group[row] ?? []),
  )
}
const attempts = (...messages: string[]): string[] => fold(messages.flatMap((message) => say(message))).map(({ code }) => code ?? '')

const PAM = 'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7'
const FAILED = 'Failed password for root from 192.0.2.7 port 22 ssh2'
const FAILED_UNKNOWN = 'Failed password for invalid user bob from 192.0.2.7 port 22 ssh2'
const ACCEPTED = 'Accepted password for root from 192.0.2.7 port 22 ssh2'

describe('line heads', () => {
  test.each([
    ['Dec 10 06:55:46 web1 sshd[7]: ', '2025-12-10T06:55:46.000Z', 'web1/7'],
    ['Dec  1 06:55:46 web1 sshd[7]: ', '2025-12-01T06:55:46.000Z', 'web1/7'],
    ['<38>Dec 10 06:55:46 web1 sshd-session[7]: ', '2025-12-10T06:55:46.000Z', 'web1/7'],
    ['2026-11-14T00:20:42.738197+01:00 web1 sshd-auth[7]: ', '2026-11-13T23:20:42.738197Z', 'web1/7'],
    ['<38>1 2026-11-14T00:20:42Z web1 sshd 7 - [meta sequenceId="1"] ', '2026-11-14T00:20:42.000Z', 'web1/7'],
    ['Jun 14 15:16:02 web1 sshd(pam_unix)[7]: ', '2025-06-14T15:16:02.000Z', 'web1/7'],
    ['Jun 14 15:16:02 web1 sshd: ', '2025-06-14T15:16:02.000Z', undefined],
  ])('%s', (head, time, session) => {
    const [event] = take(`${head}Invalid user bob from 192.0.2.7 port 22`).events
    expect([toIso(event?.time ?? 0), event?.session, event?.username]).toEqual([time, session, 'bob'])
  })
  test('another program is ignored and says so', () => {
    for (const line of [
      'Dec 10 06:55:46 web1 su(pam_unix)[7]: session opened for user root by (uid=0)',
      'Dec 10 06:55:46 web1 CRON[7]: (root) CMD (x)',
      'Dec 10 06:55:46 web1 ftpd[7]: connection from 192.0.2.7',
      'Dec 10 06:55:46 web1 last message repeated 2 times',
    ]) {
      expect(take(line).fate).toEqual({ fate: 'ignored', why: 'other-program' })
    }
  })
  test('lines of programs with a login log of their own are not ours to ignore', () => {
    for (const line of [
      'Sep 15 16:13:46 web1 nginx[7]: 192.0.2.7 - - "POST /login HTTP/1.1" 401',
      'Sep 15 16:13:46 web1 dovecot: auth: Login failed',
      '2026-11-14T00:20:42Z WARN server: login failed',
      'user=bob ip=192.0.2.7',
    ])
      expect(take(line).fate).toBeUndefined()
  })
})

describe('one try, one attempt', () => {
  test('the five lines of one try of an unknown name are one failure', () => {
    expect(
      attempts(
        'Invalid user bob from 192.0.2.7',
        'input_userauth_request: invalid user bob [preauth]',
        'pam_unix(sshd:auth): check pass; user unknown',
        PAM,
        FAILED_UNKNOWN,
        'Connection closed by invalid user bob 192.0.2.7 port 22 [preauth]',
      ),
    ).toEqual(['failed/password/invalid'])
  })
  test('three refused passwords are three', () => expect(attempts(`${PAM}  user=root`, FAILED, FAILED, FAILED)).toHaveLength(3))
  test('"message repeated" counts, "PAM more" beside it does not', () => {
    expect(
      attempts(
        `${PAM}  user=root`,
        FAILED,
        `message repeated 5 times: [ ${FAILED}]`,
        'Disconnecting: Too many authentication failures for root [preauth]',
        `PAM 5 more authentication failures; ${PAM.split('; ')[1]}  user=root`,
      ),
    ).toEqual(Array(6).fill('failed/password'))
  })
  test('where sshd logs no "Failed", PAM\'s own counts stand', () => {
    expect(attempts(`${PAM}  user=root`, `PAM 2 more authentication failures; ${PAM.split('; ')[1]}  user=root`)).toHaveLength(3)
  })
  test("failures before a success stay, a PAM module's refusal that the next one undid does not", () => {
    expect(attempts(FAILED, FAILED, ACCEPTED)).toEqual(['failed/password', 'failed/password', 'accepted/password'])
    expect(attempts(`${PAM}  user=root`, ACCEPTED)).toEqual(['accepted/password'])
  })
  test('keys offered before the right one are no failures; alone they are one', () => {
    const key = 'Failed publickey for root from 192.0.2.7 port 22 ssh2: RSA SHA256:AAAA'
    expect(attempts(key, key, 'Accepted publickey for root from 192.0.2.7 port 22 ssh2: RSA SHA256:BBBB')).toEqual(['accepted/publickey'])
    expect(attempts(key, key, key)).toEqual(['failed/publickey'])
    expect(attempts(key, FAILED)).toEqual(['failed/password'])
  })
  test('a name that AllowUsers shuts out is an account: its line stays', () => {
    expect(
      attempts(
        'User bob from 192.0.2.7 not allowed because not listed in AllowUsers',
        'input_userauth_request: invalid user bob',
        FAILED_UNKNOWN,
      ),
    ).toEqual(['not-allowed'])
  })
  test('a connection that only names a user and leaves is one interrupted try; one that names nobody is a probe', () => {
    expect(say('Disconnected from authenticating user root 192.0.2.7 port 22 [preauth]')).toMatchObject([
      { outcome: 'failure', reason: 'interrupted', username: 'root' },
    ])
    for (const probe of [
      'Did not receive identification string from 192.0.2.7',
      'Connection closed by 192.0.2.7 port 22 [preauth]',
      'fatal: Timeout before authentication for 192.0.2.7 port 22',
      'Unable to negotiate with 192.0.2.7 port 22: no matching MAC found. Their offer: x [preauth]',
    ]) {
      expect(take(`Dec 10 06:55:46 web1 sshd[1]: ${probe}`).fate).toEqual({ fate: 'ignored', why: 'probe' })
    }
  })
  test('sessions and locks always stay', () => {
    expect(
      attempts(
        ACCEPTED,
        'pam_unix(sshd:session): session opened for user root by (uid=0)',
        'pam_unix(sshd:session): session closed for user root',
      ),
    ).toEqual(['accepted/password', 'session-opened', 'session-closed'])
  })
  test('folding keeps at least one event, never invents one, and is the same when applied twice', () => {
    const codes = [
      'failed/password',
      'failed/publickey',
      'invalid-user',
      'pam-failure',
      'pam-more',
      'peer-left',
      'accepted/password',
      'session-opened',
      'too-many',
      'not-allowed',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 20 }), (list) => {
        const records = list.map((code, time) => ({
          time,
          code,
          action: 'login' as const,
          outcome: 'failure' as const,
          reason: undefined,
          hasAccount: true,
        }))
        const kept = foldConnection(records)
        expect(kept.length).toBeGreaterThan(0)
        expect([...new Set(kept)].sort((a, b) => a - b)).toEqual(kept)
        expect(foldConnection(kept.flatMap((row) => records[row] ?? []))).toEqual(kept.map((_, row) => row))
      }),
    )
  })
})

test('names are read from the right, whatever blanks and addresses they hold', () => {
  const name = fc.string({
    unit: fc.constantFrom(...'ab :[]/()'.split(''), ' from ', ' port 22', ' ssh2', '192.0.2.1', 'invalid user '),
    maxLength: 12,
  })
  fc.assert(
    fc.property(name, (user) => {
      const [event] = say(`Failed password for invalid user ${user} from 203.0.113.9 port 4444 ssh2`)
      expect(event).toMatchObject({ ip: '203.0.113.9', port: 4444, accountKnown: false, outcome: 'failure' })
    }),
  )
})

test('hostile lines cost little', () => {
  const start = performance.now()
  for (const filler of [' from 1.1.1.1 port 22', 'a user ', '(', '; logname= rhost=1 user=', ' by (uid=0)']) {
    take(`Dec 10 06:55:46 web1 sshd[1]: Failed password for invalid user ${filler.repeat(5_000)}`)
    take(`Dec 10 06:55:46 web1 sshd[1]: pam_unix(sshd:auth): authentication failure; logname=${filler.repeat(5_000)}`)
    take(`Dec 10 06:55:46 web1 sshd[1]: pam_unix(sshd:session): session opened for user ${filler.repeat(5_000)}`)
  }
  expect(performance.now() - start).toBeLessThan(2_000)
})

const corpus = process.env['ASHIATO_CORPUS'] ?? new URL('../../../shared/corpus', import.meta.url).pathname

describe.skipIf(!existsSync(`${corpus}/sshd`))('real logs (skipped: no corpus beside the project)', () => {
  const lines = (file: string): string[] =>
    readFileSync(`${corpus}/${file}`, 'utf8')
      .split('\n')
      .map((line) => line.replace(/\r$/, ''))
      .filter((line) => line.trim() !== '')

  test('OpenSSH_2k: every refused password once, and the one success', () => {
    const log = lines('sshd/loghub/OpenSSH_2k.log')
    const expected = log.reduce((sum, line) => {
      if (!line.includes('Failed password')) return sum
      return sum + Number(/message repeated (\d+) times/.exec(line)?.[1] ?? 1)
    }, 0)
    const results = log.map(take)
    expect(results.filter(({ fate }) => fate === undefined || fate.fate === 'rejected')).toEqual([])
    const kept = fold(results.flatMap(({ events }) => events))
    expect(kept.filter(({ outcome }) => outcome === 'success')).toHaveLength(1)
    expect(kept.filter(({ code }) => code?.startsWith('failed/password'))).toHaveLength(expected)
    const others = kept.filter(({ code, outcome }) => outcome !== 'success' && outcome !== 'info' && !code?.startsWith('failed/password'))
    // Connections that the excerpt cuts off before their "Failed password".
    expect(others.length).toBeLessThan(5)
  })
  test('Linux_2k: sshd used, everything else another program', () => {
    const results = lines('sshd/loghub/Linux_2k.log').map((line) => ({ line, ...take(line) }))
    expect(results.filter(({ fate }) => fate === undefined || fate.fate === 'rejected')).toEqual([])
    expect(results.filter(({ line, fate }) => !line.includes(' sshd(pam_unix)[') && fate?.fate !== 'ignored')).toEqual([])
    expect(results.filter(({ fate }) => fate?.fate === 'used')).toHaveLength(561)
  })
  test('journald: the forged record is not believed', () => {
    const fates = lines('journald/transcribed/journalctl-ojson-sshd.ndjson').map((line) => take(JSON.parse(line)).fate)
    expect(fates).toEqual([{ fate: 'used' }, { fate: 'ignored', why: 'untrusted-sender' }, { fate: 'used' }])
  })
})
