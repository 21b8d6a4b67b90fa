import { expect, it } from 'vitest'
import { TRIES } from '../../src/cases/fusion/thief.ts'
import { weighLogins } from '../../src/cases/fusion/weigh-logins.ts'
import { createRowReader } from '../../src/cases/rows/row-reader.ts'
import { accountOf, scanLogs } from './support.ts'
import { tableOf } from './table.ts'

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

const evidenceOf = async (lines: readonly ReturnType<typeof line>[]) => {
  const table = await tableOf({ 'login.ndjson': lines.map((one) => JSON.stringify(one)).join('\n') })
  return weighLogins(table, createRowReader(table)).evidence
}

it('counts what is done in a visit for the login that it began with', async () => {
  const home = [0, 1].map((day) => line(day * DAY, 3))
  const visit = [0, 2, 5].map((minute) => line(9 * DAY + minute, 3, 'login', RENTED, CHROME))
  const acts = ['email_change', 'password_change'].map((action, index) => line(9 * DAY + 8 + index, 3, action, RENTED, CHROME))
  const { changed, renewed, seized } = await evidenceOf([...home, ...visit, ...acts])
  expect([...changed]).toEqual([0, 0, 1, 0, 0])
  expect([...renewed]).toEqual([0, 0, 1, 0, 0])
  expect([...seized]).toEqual([0, 0, 1, 0, 0])
  // Hours later at the same address is another visit.
  const later = line(9 * DAY + 300, 3, 'login', RENTED, CHROME)
  const after = await evidenceOf([...home, ...visit, later, line(9 * DAY + 301, 3, 'email_change', RENTED, CHROME)])
  expect([...after.changed]).toEqual([0, 0, 0, 0, 0, 1])
  expect([...after.seized]).toEqual([0, 0, 0, 0, 0, 0])
})

it('tells many attempts elsewhere from a few', async () => {
  const missed = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...line(9 * DAY + index, 3, 'login', `187.8.${index}.9`, CHROME), result: 'failure' }))
  const login = line(9 * DAY + 60, 3, 'login', RENTED, CHROME)
  expect([...(await evidenceOf([line(0, 3), ...missed(5), login])).tries]).toEqual([TRIES.none, TRIES.scattered])
  expect([...(await evidenceOf([line(0, 3), ...missed(6), login])).tries]).toEqual([TRIES.none, TRIES.many])
})
