import { describe, expect, it } from 'vitest'
import { logOf, tableOf, WITHOUT_IDS } from './support/log.ts'

const login = { time: 5, ip: '192.0.2.1', username: 'bob', account: 'id-bob' }

describe('duplicates', () => {
  it('are one per id, counted per input', () => {
    const { table, duplicates } = tableOf(
      logOf([
        { ...login, id: 'one' },
        { ...login, id: 'two' },
        { ...login, id: 'one' },
        { ...login, id: 'one' },
      ]),
    )
    expect(table.size).toBe(2)
    expect(duplicates.get(0)).toBe(2)
  })

  it('with different content leave the same record, whichever was read first', () => {
    const contents = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((ip) => ({ ...login, id: 'one', ip }))
    const kept = (list: typeof contents): string | undefined => {
      const { table } = tableOf(logOf(list))
      expect(table.size).toBe(1)
      return table.places.ips.get(table.places.ip[table.place.get(0)] ?? -1)
    }
    expect(kept(contents.toReversed())).toBe(kept(contents))
  })

  it('are no duplicates in another tenant, at another time, or without an id', () => {
    expect(
      tableOf(
        logOf([
          { ...login, id: 'one', tenant: 'a' },
          { ...login, id: 'one', tenant: 'b' },
        ]),
      ).table.size,
    ).toBe(2)
    expect(
      tableOf(
        logOf([
          { ...login, id: 'one' },
          { ...login, id: 'one', time: 6 },
        ]),
      ).table.size,
    ).toBe(2)
    expect(tableOf(logOf([login, login, login])).table.size).toBe(3)
  })

  it('are equal records without an id, too, where that is asked for: never ones that differ in anything', () => {
    const drafts = [login, login, { ...login, ip: '192.0.2.2' }, { ...login, time: 6 }, { ...login, id: 'one' }, login]
    const { table, duplicates } = tableOf(logOf(drafts, WITHOUT_IDS), { dedupe: 'exact' })
    expect(table.size).toBe(4)
    expect(duplicates.get(0)).toBe(2)
    expect(tableOf(logOf(drafts, WITHOUT_IDS)).table.size).toBe(6)
  })
})
