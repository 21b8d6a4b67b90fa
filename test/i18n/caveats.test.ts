import { expect, it } from 'vitest'
import { toldCaveats } from '../../src/i18n/describe/caveats.ts'

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
