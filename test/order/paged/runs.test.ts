import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSpool, type Spool } from '../../../src/input/spool.ts'
import { emptyDraft, type EventDraft } from '../../../src/model/event.ts'
import { createEventLog, type EventLog } from '../../../src/order/event-log.ts'
import type { StoredLog } from '../../../src/order/log-columns.ts'
import { sortEvents } from '../../../src/order/sort-events.ts'
import { WITH_IDS, WITHOUT_IDS } from '../support/log.ts'

/** Few times, names and ids, so that much is equal. */
const draft: fc.Arbitrary<Partial<EventDraft>> = fc.record({
  time: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 2e15 })),
  sequence: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
  id: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  outcome: fc.constantFrom('success', 'failure'),
  username: fc.constantFrom('ann', 'bob', undefined),
})

const fill = (log: EventLog, drafts: readonly Partial<EventDraft>[]): StoredLog => {
  drafts.forEach((one, index) =>
    log.append(
      { ...emptyDraft(), time: 0, action: 'login', outcome: 'success', ...one },
      { input: index % 2, line: index + 1, offset: index * 100, length: 99 },
      0,
      one.id === undefined ? WITHOUT_IDS : WITH_IDS,
    ),
  )
  return log.finish()
}

const linesOf = (log: StoredLog): number[] => {
  const rows = sortEvents(
    log,
    Uint32Array.from({ length: log.size }, (_, row) => row),
  )
  return Array.from(rows, (row) => log.columns.line.get(row))
}

const spilling = (bytes: number): { readonly log: EventLog; readonly opened: Spool[] } => {
  const opened: Spool[] = []
  const open = (): Spool => {
    opened.push(createSpool())
    return opened.at(-1) as Spool
  }
  return { log: createEventLog({ bytes, open }), opened }
}

describe('a log in runs', () => {
  it('has the rows of a log in memory, in the same order, and knows how they were read', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 120 }), fc.integer({ min: 1, max: 8000 }), (drafts, bytes) => {
        const { log, opened } = spilling(bytes)
        const stored = fill(log, drafts)
        const lines = linesOf(fill(createEventLog(), drafts))
        expect(linesOf(stored)).toEqual(lines)
        expect(stored.size).toBe(drafts.length)
        if (opened.length > 0) expect(lines.map((_, row) => stored.readAs?.get(row))).toEqual(lines.map((line) => line - 1))
        for (const { close } of opened) close()
      }),
      { numRuns: 60 },
    )
  })

  it('begins with what is only asked for to cite a record, and stays in memory as long as that is enough', () => {
    const drafts = Array.from({ length: 20_000 }, (_, index) => ({ time: (index * 7919) % 20_000, username: `user-${index % 500}` }))
    const { log, opened } = spilling(880_000)
    const stored = fill(log, drafts)
    expect([opened.length, stored.readAs]).toEqual([1, undefined])
    expect(opened[0]?.size()).toBeGreaterThan(8192)
    const whole = fill(createEventLog(), drafts)
    expect(linesOf(stored)).toEqual(linesOf(whole))
    const sorted = Uint32Array.from(linesOf(whole), (line) => line - 1)
    for (const column of ['line', 'offset', 'length', 'time'] as const)
      expect([...stored.columns[column].take(sorted)]).toEqual([...whole.columns[column].take(sorted)])
    opened[0]?.close()
  })

  it('opens no file where there is room, and one where there is none', () => {
    const drafts = Array.from({ length: 200 }, (_, index) => ({ time: 200 - index, username: `user-${index}` }))
    const roomy = spilling(1_000_000)
    expect(fill(roomy.log, drafts).readAs).toBeUndefined()
    expect(roomy.opened).toHaveLength(0)
    const tight = spilling(1000)
    fill(tight.log, drafts)
    expect(tight.opened).toHaveLength(1)
    expect(tight.log.size).toBe(200)
    tight.opened[0]?.close()
  })

  it('is no larger on disk while it is merged than its runs were, but for a block per column', () => {
    const drafts = Array.from({ length: 40_000 }, (_, index) => ({
      time: (index * 7919) % 40_000,
      id: `record-${index}`,
      username: `user-${index % 5000}`,
    }))
    const { log, opened } = spilling(1_000_000)
    drafts.forEach((one, index) =>
      log.append(
        { ...emptyDraft(), action: 'login', outcome: 'success', ...one },
        { input: 0, line: index + 1, offset: index * 100, length: 99 },
        0,
        WITH_IDS,
      ),
    )
    const before = opened[0]?.size() ?? 0
    expect(before).toBeGreaterThan(300_000)
    log.finish()
    expect(opened[0]?.size()).toBeLessThan(before * 1.7)
    opened[0]?.close()
  })
})
