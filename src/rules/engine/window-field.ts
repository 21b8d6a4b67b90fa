import type { Window } from '../define-rule.ts'
import type { Tally } from '../../kernel/tally.ts'
import { createIntRecords } from './growing.ts'
import type { WindowArena } from './window-arena.ts'

/** Where a slot's entries lie: block offset, size class + 1 (0: no block), ring head, length. */
const RECORD = 4
const CLASS = 1
const HEAD = 2
const LENGTH = 3

export interface WindowField {
  readonly window: Window
  readonly point: (slot: number) => void
}

interface FieldOptions {
  readonly arena: WindowArena
  readonly tally: Tally
  readonly cap: number
  /** Entries this much older than a new one can matter no more: they are dropped before a block grows. */
  readonly horizonMs: number
}

/** One `recent(cap)` field of a rule: a ring per slot, all slots through one re-pointed accessor. */
export const createWindowField = ({ arena, tally, cap, horizonMs }: FieldOptions): WindowField => {
  const records = createIntRecords(RECORD)
  let meta = records.at(0)
  let base = 0

  const cell = (part: number): number => meta[base + part] ?? 0
  const capacity = (): number => (cell(CLASS) === 0 ? 0 : 4 << (cell(CLASS) - 1))
  const entry = (index: number, mask: number): number => cell(0) + ((cell(HEAD) + index) & mask)

  const dropOldest = (count: number): void => {
    meta[base + HEAD] = (cell(HEAD) + count) & (capacity() - 1)
    meta[base + LENGTH] = cell(LENGTH) - count
  }

  /** Index of the first entry newer than `sinceMs`; entries are in time order. */
  const firstSince = (sinceMs: number): number => {
    const mask = capacity() - 1
    let low = 0
    let high = cell(LENGTH)
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((arena.times[entry(middle, mask)] ?? 0) > sinceMs) high = middle
      else low = middle + 1
    }
    return low
  }

  const grow = (): void => {
    const oldClass = cell(CLASS)
    const oldMask = capacity() - 1
    const length = cell(LENGTH)
    const offset = arena.take(oldClass)
    for (let index = 0; index < length; index += 1) {
      const from = entry(index, oldMask)
      arena.times[offset + index] = arena.times[from] ?? 0
      arena.a[offset + index] = arena.a[from] ?? 0
      arena.b[offset + index] = arena.b[from] ?? 0
      arena.rows[offset + index] = arena.rows[from] ?? 0
    }
    if (oldClass > 0) arena.give(cell(0), oldClass - 1)
    meta[base] = offset
    meta[base + CLASS] = oldClass + 1
    meta[base + HEAD] = 0
  }

  const makeRoom = (timeMs: number): void => {
    const length = cell(LENGTH)
    if (length < Math.min(capacity(), cap)) return
    if (length > 0) dropOldest(firstSince(timeMs - horizonMs))
    if (cell(LENGTH) < Math.min(capacity(), cap)) return
    if (length < cap) grow()
    else dropOldest(1)
  }

  const window: Window = {
    get size() {
      return cell(LENGTH)
    },
    push: (timeMs, a, b, row) => {
      makeRoom(timeMs)
      const at = entry(cell(LENGTH), capacity() - 1)
      arena.times[at] = timeMs
      arena.a[at] = a
      arena.b[at] = b
      arena.rows[at] = row
      meta[base + LENGTH] = cell(LENGTH) + 1
    },
    countSince: (sinceMs) => cell(LENGTH) - firstSince(sinceMs),
    distinctSince: (sinceMs, part) => {
      const values = part === 'a' ? arena.a : arena.b
      const mask = capacity() - 1
      const length = cell(LENGTH)
      const first = firstSince(sinceMs)
      tally.begin(length - first)
      for (let index = first; index < length; index += 1) tally.add(values[entry(index, mask)] ?? 0)
      return tally.distinct()
    },
    each: (sinceMs, visit) => {
      const mask = capacity() - 1
      const length = cell(LENGTH)
      for (let index = firstSince(sinceMs); index < length; index += 1) {
        const at = entry(index, mask)
        visit(arena.times[at] ?? 0, arena.a[at] ?? 0, arena.b[at] ?? 0, arena.rows[at] ?? 0)
      }
    },
    rowsSince: (sinceMs, afterRow = -1) => {
      const mask = capacity() - 1
      const length = cell(LENGTH)
      const rows: number[] = []
      for (let index = firstSince(sinceMs); index < length; index += 1) {
        const row = arena.rows[entry(index, mask)] ?? 0
        if (row > afterRow) rows.push(row)
      }
      return rows
    },
    clear: () => {
      if (cell(CLASS) > 0) arena.give(cell(0), cell(CLASS) - 1)
      meta.fill(0, base, base + RECORD)
    },
  }
  return {
    window,
    point: (slot) => {
      meta = records.at(slot)
      base = slot * RECORD
    },
  }
}
