import { describe, expect, it } from 'vitest'
import { accountOf, scanLogs } from './support.ts'

const DAY = 86_400
const START = Date.UTC(2026, 9, 1) / 1000
const AGENTS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Mobile Safari/537.36',
]
const STRANGER = {
  ip: '203.0.113.77',
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}

interface Event {
  readonly at: number
  readonly user: string
  readonly action: string
  readonly result?: string
  readonly from: { readonly ip: string; readonly user_agent: string }
}

const home = (owner: number): Event['from'] => ({ ip: `198.51.100.${owner}`, user_agent: AGENTS[owner % 3] as string })

/** 150 owners who log in once a day; every seventh changes the password at home once, and goes on. */
const everyday = (): readonly Event[] =>
  Array.from({ length: 150 }, (_, owner) => owner + 1).flatMap((owner) =>
    Array.from({ length: 14 }, (_, day) => day).flatMap((day): readonly Event[] => {
      const at = day * DAY + owner * 300
      const user = `u${owner}`
      const login: Event = { at, user, action: 'login', from: home(owner) }
      return day === 5 && owner % 7 === 0 ? [login, { ...login, at: at + 60, action: 'password-change' }] : [login]
    }),
  )

/** Somebody with the password of u42 logs in at noon of the eighth day and changes it. */
const seized: readonly Event[] = ['login', 'email-change', 'password-change'].map((action, index) => ({
  at: 8 * DAY + 43_200 + index * 60,
  user: 'u42',
  action,
  from: STRANGER,
}))

const scan = async (events: readonly Event[]) =>
  scanLogs({
    'login.ndjson': events
      .toSorted((left, right) => left.at - right.at)
      .map(({ at, user, action, result = 'success', from }) =>
        JSON.stringify({ timestamp: new Date((START + at) * 1000).toISOString(), user_id: user, action, result, ...from }),
      )
      .join('\n'),
  })

const isAfter = ({ user, at }: Event): boolean => user === 'u42' && at > 8 * DAY + 43_200

describe('what an owner meets with after something was changed from elsewhere', () => {
  it('a login that fails at home is told, and the account is suspected', async () => {
    const failing = everyday().map((event) => (isAfter(event) ? { ...event, result: 'failure' } : event))
    const account = accountOf(await scan([...failing, ...seized]), 'u42')
    expect(account?.verdict).toBe('suspected')
    const reason = account?.reasons.find(({ messageId }) => messageId === 'reason.failed-at-home')
    expect(reason?.data).toMatchObject({ source: '198.51.100.42' })
  })

  it('a login that works at home with the new password speaks for one person', async () => {
    const account = accountOf(await scan([...everyday(), ...seized]), 'u42')
    expect(account?.reasons.map(({ messageId }) => messageId) ?? []).not.toContain('reason.failed-at-home')
    expect(account?.verdict).not.toBe('compromised')
  })

  it('an operator who shuts the account is told', async () => {
    const shut: Event = { at: 9 * DAY, user: 'u42', action: 'admin_suspend', from: { ip: '192.0.2.1', user_agent: AGENTS[1] as string } }
    const account = accountOf(await scan([...everyday().filter((event) => !isAfter(event)), ...seized, shut]), 'u42')
    expect(account?.reasons.map(({ messageId }) => messageId)).toContain('reason.shut-after-login')
  })
})
