import { describe, expect, it } from 'vitest'
import { accountOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1) / 1000
const DAY = 86_400
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1'
const LISTS = {
  ip: '203.0.113.77',
  user_agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36',
}

const line = (at: number, user: string, action: string, result: string, from: { readonly ip: string; readonly user_agent: string }) => ({
  at,
  text: JSON.stringify({ timestamp: new Date((START + at) * 1000).toISOString(), user_id: user, action, result, ...from }),
})

/** Members log in at home every other day; of those below 20 the service asks for a second factor, which they pass. */
const everyday = Array.from({ length: 80 }, (_, owner) => owner + 1).flatMap((owner) =>
  Array.from({ length: 6 }, (_, index) => index * 2 * DAY + owner * 400).flatMap((at) => {
    const from = { ip: `198.51.100.${owner}`, user_agent: PHONE }
    if (owner >= 20) return [line(at, `u${owner}`, 'login', 'success', from)]
    return [
      line(at, `u${owner}`, 'login', 'challenge', from),
      line(at + 5, `u${owner}`, 'mfa', 'success', from),
      line(at + 6, `u${owner}`, 'login', 'success', from),
    ]
  }),
)

/** Right passwords from one address: six are stopped by the second factor, two get in. */
const list = [1, 2, 3, 4, 5, 6, 31, 32].map((owner, index) =>
  line(5 * DAY + index * 600, `u${owner}`, 'login', owner < 20 ? '追加認証' : 'success', LISTS),
)

const scan = (lines: readonly { readonly at: number; readonly text: string }[]) =>
  scanLogs({
    'login.ndjson': lines
      .toSorted((left, right) => left.at - right.at)
      .map(({ text }) => text)
      .join('\n'),
  })

describe('second factors that nobody answered', () => {
  it('from one address, for more accounts than people are there: it has a list, and the accounts it entered are told', async () => {
    const document = await scan([...everyday, ...list])
    for (const user of ['u31', 'u32'])
      expect(accountOf(document, user)?.reasons.map(({ messageId }) => messageId)).toContain('reason.success-from-attack-source')
    expect(document.campaigns).toHaveLength(1)
  })

  it('where people are in the majority, one who put the telephone away is no list', async () => {
    const forgotten = line(5 * DAY, 'u3', 'login', '追加認証', { ip: '198.51.100.40', user_agent: PHONE })
    const document = await scan([...everyday, forgotten])
    expect(document.campaigns).toEqual([])
    expect(document.accounts.filter(({ verdict }) => verdict === 'compromised' || verdict === 'suspected')).toEqual([])
  })
})
