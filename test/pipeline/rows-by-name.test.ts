import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const person = (index: number) => ({
  email: `u${index}@example.com`,
  profileId: `1000000000000000${String(index).padStart(5, '0')}`,
  ip: `198.51.100.${index + 1}`,
})
const THIEF = '203.0.113.9'
const TAKEN = person(7)
const ADMIN = { email: 'admin@example.com', profileId: '199999999999999999999', ip: '198.51.100.250' }

/** Parameters of a login, and of one that failed. */
const GOOD = { login_type: 'google_password' }
const BAD = { ...GOOD, login_failure_type: 'login_failure_invalid_password' }

let made = 0
/** One activity of Google's Reports API. */
const activity = (
  time: number,
  application: string,
  name: string,
  who: typeof ADMIN,
  ip: string,
  parameters: Readonly<Record<string, string>>,
) =>
  JSON.stringify({
    kind: 'admin#reports#activity',
    id: { time: new Date(time).toISOString(), uniqueQualifier: String(++made), applicationName: application, customerId: 'C0example1' },
    actor: { callerType: 'USER', email: who.email, profileId: who.profileId },
    ipAddress: ip,
    events: [
      {
        type: application === 'admin' ? 'USER_SETTINGS' : 'login',
        name,
        parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value })),
      },
    ],
  })

const DAY = 86_400_000
const START = Date.parse('2026-10-01T00:00:00Z')
const ATTACK = START + 20 * DAY
const people = Array.from({ length: 60 }, (_, index) => person(index))

/** Three weeks of everybody's logins, then one list from one address that hits once. */
const before = (): readonly string[] => [
  ...Array.from({ length: 20 }, (_, day) => day).flatMap((day) =>
    people.map((who, index) => activity(START + day * DAY + index * 600_000, 'login', 'login_success', who, who.ip, GOOD)),
  ),
  ...people.map((who, index) => {
    const isHit = who.email === TAKEN.email
    return activity(ATTACK + index * 5000, 'login', isHit ? 'login_success' : 'login_failure', who, THIEF, isHit ? GOOD : BAD)
  }),
]
const done = (hour: number, name: string, email: string): string =>
  activity(ATTACK + DAY + hour * 3_600_000, 'admin', name, ADMIN, ADMIN.ip, { USER_EMAIL: email })

describe("administrators' acts that name addresses only", () => {
  let cwd = ''
  const scan = async (path: string): Promise<void> => {
    const { code, stderr } = await runCli(['scan', path, '--case', 'case', '--to', 'json', '--quiet'], { cwd })
    expect(code, stderr).toBe(0)
  }
  beforeAll(async () => {
    cwd = tempFolder()
    writeFileSync(join(cwd, 'before.ndjson'), `${before().join('\n')}\n`)
    const acts = [
      done(1, 'RESET_SIGNIN_COOKIES', TAKEN.email),
      done(2, 'SUSPEND_USER', TAKEN.email),
      done(3, 'CHANGE_PASSWORD', 'somebody-else@example.com'),
      // The log goes on until what was issued before has run out.
      done(9, 'CHANGE_PASSWORD', 'somebody-else@example.com'),
    ]
    writeFileSync(join(cwd, 'acts.ndjson'), `${acts.join('\n')}\n`)
    await scan('before.ndjson')
    await scan('acts.ndjson')
  })

  it('tick off the steps of the account that the case knows by that name, and of no other', async () => {
    const { accounts } = await readDocument(join(cwd, 'case'))
    const steps = accounts.flatMap(({ account, checklist }) =>
      checklist.filter(({ state }) => state !== 'open').map(({ id, state }) => `${account} ${id} ${state}`),
    )
    expect(steps.toSorted()).toEqual([`${TAKEN.profileId} C1 done`, `${TAKEN.profileId} E1 done`])
  })
})
