import { expect, it } from 'vitest'
import { accountOf, scanLogs } from '../support.ts'

const START = Date.UTC(2026, 10, 2)
const MINUTE_MS = 60_000
const DAY = 24 * 60
const [CHROME, SAFARI] = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
]
const MEMBERS = 200

const line = (minute: number, user: string, ip: string, agent: string, result: 'success' | 'failure' = 'success') => ({
  timestamp: new Date(START + minute * MINUTE_MS).toISOString(),
  user_id: user,
  action: 'login',
  result,
  ...(result === 'failure' ? { reason: 'bad-password' } : {}),
  ip,
  user_agent: agent,
})
const homeOf = (member: number): string => `118.0.${4 + Math.floor(member / 200)}.${10 + (member % 200)}`

const days = Array.from({ length: 13 }, (_, day) =>
  Array.from({ length: MEMBERS }, (_unused, member) => member)
    .filter((member) => (member * 7 + day * 3) % 4 === 0)
    .map((member) => line(day * DAY + (member % 900), `m${member}`, homeOf(member), member % 3 === 0 ? CHROME : SAFARI)),
).flat()
const list = Array.from({ length: 30 }, (_, index) =>
  line(11 * DAY + 300 + index * 10, `m${100 + index}`, `167.99.20.${index + 1}`, CHROME, 'failure'),
)
const hit = [line(11 * DAY + 425, 'm50', '167.99.20.77', CHROME), line(11 * DAY + 426, 'nobody', '167.99.20.77', CHROME, 'failure')]

const verdictAfter = async (...more: readonly ReturnType<typeof line>[]): Promise<string | undefined> => {
  const log = [...days, ...list, ...hit, ...more].toSorted((left, right) => (left.timestamp < right.timestamp ? -1 : 1))
  return accountOf(await scanLogs({ 'login.ndjson': log.map((one) => JSON.stringify(one)).join('\n') }), 'm50')?.verdict
}

it('finds the hit of a list although its address, alone of all, tried a second name', async () => {
  expect(await verdictAfter()).toBe('suspected')
})
it('takes no login for one of a list that passed a second factor', async () => {
  const at = (minute: number, action: string) => ({ ...line(11 * DAY + minute, 'm50', '167.99.20.77', CHROME), action })
  expect(await verdictAfter(at(425.5, 'mfa'))).toBeUndefined()
})
