import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortEvents } from '../../src/order/sort-events.ts'
import { logOf, rowsOf, WITHOUT_IDS } from './support/log.ts'

describe('the order of events', () => {
  it('is by time, for any span and any order of reading', () => {
    const time = fc.oneof(fc.nat({ max: 3 }), fc.integer({ min: -2e15, max: 4e15 }), fc.nat({ max: 1e6 }))
    fc.assert(
      fc.property(fc.array(time, { maxLength: 400 }), (times) => {
        const log = logOf(times.map((each, index) => ({ time: each, id: `record-${index}` })))
        const sorted = sortEvents(log, rowsOf(log))
        expect(Array.from(sorted, (row) => log.columns.time.get(row))).toEqual(times.toSorted((left, right) => left - right))
        expect(new Set(sorted).size).toBe(times.length)
      }),
    )
  })

  it('goes on by sequence, then login before the rest, then failure, challenge, success, then id', () => {
    const log = logOf([
      { id: 'c', sequence: 2, outcome: 'failure' },
      { id: 'd', sequence: 1, action: 'logout', outcome: 'failure' },
      { id: 'e', sequence: 1, outcome: 'success' },
      { id: 'f', sequence: 1, outcome: 'challenge' },
      { id: 'g', sequence: 1, outcome: 'blocked' },
    ])
    expect([...sortEvents(log, rowsOf(log))]).toEqual([4, 3, 2, 1, 0])
  })

  it.each([
    ['with ids', true],
    ['without ids', false],
  ])('does not depend on the order of reading where all of that is equal: records %s', (_what, hasId) => {
    const drafts = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5'].map((ip) => ({
      ip,
      username: 'bob',
      ...(hasId ? { id: 'same' } : {}),
    }))
    const order = (list: typeof drafts): (string | undefined)[] => {
      const log = logOf(list, WITHOUT_IDS)
      const { places } = log.dictionaries
      return Array.from(sortEvents(log, rowsOf(log)), (row) => places.ips.get(places.ipOf(log.columns.place.get(row))))
    }
    expect(order(drafts.toReversed())).toEqual(order(drafts))
    expect(order([...drafts.slice(2), ...drafts.slice(0, 2)])).toEqual(order(drafts))
  })
})
