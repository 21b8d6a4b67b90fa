import { expect, it } from 'vitest'
import { toldCaveats } from '../../src/i18n/describe/caveats.ts'
import { describeCaveats } from '../../src/i18n/describe/summary.ts'
import { readCase } from '../reports/documents.ts'

const shared = (source: string, accounts: number) => ({ id: 'shared-attack-source', data: { source, accounts } })
const others = [{ id: 'zone-assumed', data: { input: 'keycloak', zone: 'UTC' } }]

it('a few shared lines are told one by one, many as a number with the busiest, and none pushes another caveat away', () => {
  const few = [shared('203.0.113.1', 12), shared('203.0.113.2', 30), shared('203.0.113.3', 9), ...others]
  expect(toldCaveats(few)).toEqual(few)
  expect(toldCaveats([...few, shared('203.0.113.4', 7)])).toEqual([
    { id: 'shared-attack-sources', data: { source: '203.0.113.2', accounts: 30, count: 4 } },
    ...others,
  ])
})

it('names no id of this program for a log that no product has, and says what a wrong zone does', () => {
  const { summary } = readCase('shop-stuffing', 'ja')
  const told = (input: string): string =>
    describeCaveats(
      { ...summary, caveats: [{ id: 'zone-assumed', data: { input, zone: 'UTC' } }] },
      { lang: 'ja', zone: 'Asia/Tokyo' },
    ).join('')
  expect(told('generic')).toMatch(/^独自形式のログ の時刻に.*UTC と仮定.*--timezone/)
  expect(told('keycloak')).toMatch(/^keycloak の時刻に/)
})
