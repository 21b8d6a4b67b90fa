import { createFloatColumn, createIntRecords } from './growing.ts'

/** Key → slot of one rule's state. Slots are made at a key's first wanted event; above the cap the least recently active goes. */
export interface Slots {
  /** Slot of a dense key (≥ 0), active at `timeMs`; `evict` is called first when another key's slot is taken over. */
  readonly slotOf: (key: number, timeMs: number) => number
  readonly count: () => number
  /** Live keys that were driven out: their state was lost. */
  readonly evictions: () => number
}

interface SlotOptions {
  readonly cap: number
  /** A slot idle for longer can influence nothing any more: taking it over is no eviction. */
  readonly horizonMs: number
  readonly evict: (slot: number) => void
}

/** Fixed number of shards, each evicting for itself, so that making room looks at 1/256 of the slots (ENGINE.md 5). */
const SHARDS = 256

export const createSlots = ({ cap, horizonMs, evict }: SlotOptions): Slots => {
  const slotPlusOne = createIntRecords(1)
  const keyOf = createIntRecords(1)
  const lastActive = createFloatColumn(Number.NEGATIVE_INFINITY)
  let count = 0
  let evictions = 0

  const leastRecent = (shard: number): number => {
    let oldest = shard
    for (let slot = shard; slot < count; slot += SHARDS) {
      if (lastActive.get(slot) < lastActive.get(oldest)) oldest = slot
    }
    return oldest
  }

  const takeOver = (key: number, timeMs: number): number => {
    const slot = leastRecent((key % SHARDS) % Math.min(SHARDS, count))
    if (timeMs - lastActive.get(slot) <= horizonMs) evictions += 1
    const oldKey = keyOf.at(slot)[slot] ?? 0
    slotPlusOne.at(oldKey)[oldKey] = 0
    evict(slot)
    return slot
  }

  const assign = (key: number, timeMs: number): number => {
    const slot = count < cap ? count++ : takeOver(key, timeMs)
    slotPlusOne.at(key)[key] = slot + 1
    keyOf.at(slot)[slot] = key
    return slot
  }

  return {
    slotOf: (key, timeMs) => {
      const known = slotPlusOne.at(key)[key] ?? 0
      const slot = known > 0 ? known - 1 : assign(key, timeMs)
      lastActive.set(slot, timeMs)
      return slot
    },
    count: () => count,
    evictions: () => evictions,
  }
}
