import type { Tally } from '../../kernel/tally.ts'
import type { Window } from '../define-rule.ts'
import { ENTRY, ENTRY_A, ENTRY_B, ENTRY_ROW } from './window-arena.ts'
import type { WindowArena } from './window-arena.ts'

/** Where a slot's entries lie: block offset, size class + 1 (0: no block), ring head, length. */
const RECORD = 4
const CLASS = 1
const HEAD = 2
const LENGTH = 3
const TIME = ENTRY / 2

interface FieldOptions {
  readonly arena: WindowArena
  readonly tally: Tally
  readonly cap: number
  /** Entries this much older than a new one can matter no more: they are dropped before a block grows. */
  readonly horizonMs: number
  /** The slot whose window is meant; set by the record that owns the field. */
  readonly at: { slot: number }
}

export interface WindowField {
  readonly window: Window
  /** Makes room for the records of `slots` slots. */
  readonly reserve: (slots: number) => void
}

/** One `recent(cap)` field of a rule: a ring per slot, all slots through one accessor. */
export const createWindowField = ({ arena, tally, cap, horizonMs, at }: FieldOptions): WindowField => {
  let meta = new Int32Array(RECORD)

  /** Position in the ring of the first entry newer than `sinceMs`; entries are in time order. */
  const firstSince = (base: number, sinceMs: number): number => {
    const { times } = arena
    const offset = meta[base] ?? 0
    const head = meta[base + HEAD] ?? 0
    const mask = (2 << (meta[base + CLASS] ?? 0)) - 1
    let low = 0
    let high = meta[base + LENGTH] ?? 0
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((times[(offset + ((head + middle) & mask)) * TIME] ?? 0) > sinceMs) high = middle
      else low = middle + 1
    }
    return low
  }

  const dropOldest = (base: number, count: number): void => {
    const mask = (2 << (meta[base + CLASS] ?? 0)) - 1
    meta[base + HEAD] = ((meta[base + HEAD] ?? 0) + count) & mask
    meta[base + LENGTH] = (meta[base + LENGTH] ?? 0) - count
  }

  const grow = (base: number): void => {
    const oldOffset = meta[base] ?? 0
    const oldClass = meta[base + CLASS] ?? 0
    const head = meta[base + HEAD] ?? 0
    const length = meta[base + LENGTH] ?? 0
    const mask = (2 << oldClass) - 1
    const offset = arena.take(oldClass)
    const { ints } = arena
    for (let index = 0; index < length; index += 1) {
      const from = (oldOffset + ((head + index) & mask)) * ENTRY
      ints.copyWithin((offset + index) * ENTRY, from, from + ENTRY)
    }
    if (oldClass > 0) arena.give(oldOffset, oldClass - 1)
    meta[base] = offset
    meta[base + CLASS] = oldClass + 1
    meta[base + HEAD] = 0
  }

  /** Makes room for one more entry, as cheaply as may be: expired entries go first, then the block grows, then the oldest goes. */
  const makeRoom = (base: number, timeMs: number): void => {
    const length = meta[base + LENGTH] ?? 0
    const expired = length === 0 ? 0 : firstSince(base, timeMs - horizonMs)
    if (expired > 0) dropOldest(base, expired)
    else if (length < cap) grow(base)
    else dropOldest(base, 1)
  }

  const isFull = (base: number): boolean => {
    const length = meta[base + LENGTH] ?? 0
    const sizeClass = meta[base + CLASS] ?? 0
    return length === cap || sizeClass === 0 || length === 2 << sizeClass
  }

  /** Calls back with the index of each entry's first cell, oldest first. */
  const eachSince = (sinceMs: number, visit: (cell: number) => void, untilMs = Number.POSITIVE_INFINITY): void => {
    const base = at.slot * RECORD
    const offset = meta[base] ?? 0
    const head = meta[base + HEAD] ?? 0
    const mask = (2 << (meta[base + CLASS] ?? 0)) - 1
    const end = untilMs === Number.POSITIVE_INFINITY ? (meta[base + LENGTH] ?? 0) : firstSince(base, untilMs)
    for (let index = firstSince(base, sinceMs); index < end; index += 1) visit((offset + ((head + index) & mask)) * ENTRY)
  }

  const window: Window = {
    get size() {
      return meta[at.slot * RECORD + LENGTH] ?? 0
    },
    push: (timeMs, a, b, row) => {
      const base = at.slot * RECORD
      if (isFull(base)) makeRoom(base, timeMs)
      const length = meta[base + LENGTH] ?? 0
      const mask = (2 << (meta[base + CLASS] ?? 0)) - 1
      const entry = (meta[base] ?? 0) + (((meta[base + HEAD] ?? 0) + length) & mask)
      const { ints } = arena
      arena.times[entry * TIME] = timeMs
      ints[entry * ENTRY + ENTRY_A] = a
      ints[entry * ENTRY + ENTRY_B] = b
      ints[entry * ENTRY + ENTRY_ROW] = row
      meta[base + LENGTH] = length + 1
    },
    countSince: (sinceMs) => {
      const base = at.slot * RECORD
      const length = meta[base + LENGTH] ?? 0
      return length === 0 ? 0 : length - firstSince(base, sinceMs)
    },
    distinctSince: (sinceMs, part) => {
      const { ints } = arena
      const cell = part === 'a' ? ENTRY_A : ENTRY_B
      tally.begin(window.size)
      eachSince(sinceMs, (entry) => tally.add(ints[entry + cell] ?? 0))
      return tally.distinct()
    },
    each: (sinceMs, visit, untilMs) => {
      const { times, ints } = arena
      eachSince(
        sinceMs,
        (entry) => visit(times[entry / 2] ?? 0, ints[entry + ENTRY_A] ?? 0, ints[entry + ENTRY_B] ?? 0, ints[entry + ENTRY_ROW] ?? 0),
        untilMs,
      )
    },
    rowsSince: (sinceMs, afterRow = -1) => {
      const { ints } = arena
      const rows: number[] = []
      eachSince(sinceMs, (entry) => {
        const row = ints[entry + ENTRY_ROW] ?? 0
        if (row > afterRow) rows.push(row)
      })
      return rows
    },
    clear: () => {
      const base = at.slot * RECORD
      const sizeClass = meta[base + CLASS] ?? 0
      if (sizeClass > 0) arena.give(meta[base] ?? 0, sizeClass - 1)
      meta.fill(0, base, base + RECORD)
    },
  }
  return {
    window,
    reserve: (slots) => {
      if (slots * RECORD <= meta.length) return
      const wider = new Int32Array(slots * 2 * RECORD)
      wider.set(meta)
      meta = wider
    },
  }
}
