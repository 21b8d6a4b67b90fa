import { describe, expect, it } from 'vitest'
import type { StoredFormat } from '../../src/order/log-columns.ts'
import { logOf, tableOf, WITHOUT_IDS } from './support/log.ts'

/** Of one connection only the last record stays. */
const FOLDING: StoredFormat = { ...WITHOUT_IDS, attempt: { key: ['session'], withinMs: 1000, fold: (records) => [records.length - 1] } }
const lines = (drafts: Parameters<typeof logOf>[0]): number[] =>
  [...tableOf(logOf(drafts, FOLDING)).table.line].toSorted((left, right) => left - right)

describe('folding attempts', () => {
  it('joins the records of one attempt and leaves other attempts alone', () => {
    expect(
      lines([
        { time: 1, session: 'a' },
        { time: 2, session: 'b' },
        { time: 3, session: 'a' },
      ]),
    ).toEqual([2, 3])
  })

  it('starts a new attempt once the first record is too long ago', () => {
    expect(
      lines([
        { time: 0, session: 'a' },
        { time: 1_000_000, session: 'a' },
        { time: 1_000_001, session: 'a' },
      ]),
    ).toEqual([2, 3])
  })

  it('knows an attempt by the name that was typed, too', () => {
    const byName: StoredFormat = { ...WITHOUT_IDS, attempt: { key: ['name'], withinMs: 1000, fold: (records) => [records.length - 1] } }
    const drafts = [{ time: 1, username: 'a' }, { time: 2, username: 'b' }, { time: 3, username: 'a' }, { time: 4 }]
    expect([...tableOf(logOf(drafts, byName)).table.line].toSorted((left, right) => left - right)).toEqual([2, 3, 4])
  })

  it('leaves records without a key as they are', () => {
    expect(lines([{ time: 1 }, { time: 2 }])).toEqual([1, 2])
  })

  it('sees the records of an attempt in time order, however they were read', () => {
    expect(
      lines([
        { time: 3, session: 'a' },
        { time: 1, session: 'a' },
        { time: 2, session: 'a' },
      ]),
    ).toEqual([1])
  })
})
