import type { Tally } from '../../kernel/tally.ts'
import type { State, StateShape } from '../define-rule.ts'
import type { WindowArena } from './window-arena.ts'
import { createWindowField } from './window-field.ts'

/** A rule's flat state behind one accessor object, which `point` moves to a slot. */
export interface StateRecord {
  readonly state: State<StateShape>
  /** The slot must have been reserved. */
  readonly point: (slot: number) => void
  /** Makes room for a slot; fresh slots hold the first values. */
  readonly reserve: (slot: number) => void
  /** Puts the slot pointed at back to its first values and gives its window blocks back. */
  readonly reset: () => void
}

interface Pools {
  readonly arena: WindowArena
  readonly tally: Tally
  readonly horizonMs: number
}

const initialsOf = (shape: StateShape): { readonly names: string[]; readonly initials: Float64Array } => {
  const numbers = Object.entries(shape).flatMap(([name, field]) => (field.kind === 'number' ? [{ name, initial: field.initial }] : []))
  return { names: numbers.map(({ name }) => name), initials: Float64Array.from(numbers, ({ initial }) => initial) }
}

/**
 * Columns for each field of the shape: a closure per key would cost 1.3 GB at 200,000 keys × 12 rules, columns 87 MB
 * (docs/ARCHITECTURE.md 5). A slot's numbers lie side by side, so that a rule with ten of them touches two cache lines instead of ten.
 */
export const createStateRecord = (shape: StateShape, pools: Pools): StateRecord => {
  const state: State<StateShape> = {}
  const at = { slot: 0 }
  const { names, initials } = initialsOf(shape)
  const stride = initials.length
  let cells = new Float64Array(0)
  names.forEach((name, index) => {
    Object.defineProperty(state, name, {
      enumerable: true,
      get: () => cells[at.slot * stride + index],
      set: (value: number) => {
        cells[at.slot * stride + index] = value
      },
    })
  })
  const windows = Object.entries(shape).flatMap(([name, field]) => {
    if (field.kind !== 'window') return []
    const created = createWindowField({ ...pools, cap: field.cap, at })
    Object.defineProperty(state, name, { enumerable: true, value: created.window })
    return [created]
  })

  const reserveNumbers = (slot: number): void => {
    if ((slot + 1) * stride <= cells.length) return
    const wider = new Float64Array((slot + 1) * 2 * stride)
    wider.set(cells)
    for (let base = cells.length; base < wider.length; base += stride) wider.set(initials, base)
    cells = wider
  }
  return {
    state,
    point: (slot) => {
      at.slot = slot
    },
    reserve: (slot) => {
      reserveNumbers(slot)
      for (const { reserve } of windows) reserve(slot + 1)
    },
    reset: () => {
      cells.set(initials, at.slot * stride)
      for (const { window } of windows) window.clear()
    },
  }
}
