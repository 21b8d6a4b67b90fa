import { expect, it } from 'vitest'
import { accountOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 10, 2)
const MINUTE_MS = 60_000
const DAY = 24 * 60
const [EDGE, CHROME] = ['Edg/150.0.0.0', ''].map((end) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 ${end}`.trim(),
)
/** As the built-in tables know it: a rented machine in Germany. */
const RENTED = '167.99.134.12'

const line = (minute: number, person: number, action = 'login', ip = `118.0.4.${person + 10}`, agent = EDGE) => ({
  timestamp: new Date(START + minute * MINUTE_MS).toISOString(),
  user_id: `u${person}`,
  action,
  result: 'success',
  ip,
  user_agent: agent,
})

it('doubts the login that a visit began with, not only the one to the next application', async () => {
  const mornings = Array.from({ length: 9 }, (_, day) =>
    Array.from({ length: 8 }, (_unused, person) => line(day * DAY + person, person)),
  ).flat()
  const visit = ([0, 2] as const).map((minute) => line(9 * DAY + minute, 3, 'login', RENTED, CHROME))
  const change = line(9 * DAY + 8, 3, 'email_change', RENTED, CHROME)
  const log = [...mornings, ...visit, change].map((one) => JSON.stringify(one)).join('\n')
  expect(accountOf(await scanLogs({ 'login.ndjson': log }), 'u3')?.verdict).toBe('compromised')
})
