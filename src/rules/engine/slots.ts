/** Key → slot of one rule's state. Slots are made at a key's first wanted event; above the cap the least recently active goes. */
export interface Slots {
  /** Slot of a dense key (≥ 0), active at `timeMs`. */
  readonly slotOf: (key: number, timeMs: number) => number
  /** The key's slot, or −1 when it has none. */
  readonly knownSlot: (key: number, timeMs: number) => number
  readonly count: () => number
  /** Live keys that were driven out: their state was lost. */
  readonly evictions: () => number
}

interface SlotOptions {
  readonly cap: number
  /** A slot idle for longer can influence nothing any more: taking it over is no eviction. */
  readonly horizonMs: number
  /** Called before a slot is used for the first time. */
  readonly reserve: (slot: number) => void
  /** Called before a slot goes from one key to another. */
  readonly evict: (slot: number) => void
}

/** Fixed number of shards, each evicting for itself, so that making room looks at 1/256 of the slots (docs/ARCHITECTURE.md 5). */
const SHARDS = 256

const wider = (cells: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> => {
  if (needed < cells.length) return cells
  const grown = new Int32Array((needed + 1) * 2)
  grown.set(cells)
  return grown
}

/** When slots were last active. Kept only once half of the cap is used: before, nothing can be evicted and it is a cache miss per event. */
const createActivity = (cap: number) => {
  let last: Float64Array | undefined
  return {
    touch: (slot: number, timeMs: number, count: number): void => {
      if (last !== undefined) last[slot] = timeMs
      else if (count * 2 >= cap) last = new Float64Array(cap).fill(timeMs)
    },
    of: (slot: number): number => last?.[slot] ?? Number.NEGATIVE_INFINITY,
  }
}

export const createSlots = ({ cap, horizonMs, reserve, evict }: SlotOptions): Slots => {
  let slotPlusOne = new Int32Array(64)
  let keyOf = new Int32Array(64)
  const activity = createActivity(cap)
  let count = 0
  let evictions = 0

  const leastRecent = (shard: number): number => {
    let oldest = shard
    for (let slot = shard; slot < count; slot += SHARDS) {
      if (activity.of(slot) < activity.of(oldest)) oldest = slot
    }
    return oldest
  }

  const takeOver = (key: number, timeMs: number): number => {
    const slot = leastRecent((key % SHARDS) % Math.min(SHARDS, count))
    if (timeMs - activity.of(slot) <= horizonMs) evictions += 1
    slotPlusOne[keyOf[slot] ?? 0] = 0
    evict(slot)
    return slot
  }

  const addSlot = (): number => {
    keyOf = wider(keyOf, count)
    reserve(count)
    count += 1
    return count - 1
  }

  const assign = (key: number, timeMs: number): number => {
    slotPlusOne = wider(slotPlusOne, key)
    const slot = count < cap ? addSlot() : takeOver(key, timeMs)
    slotPlusOne[key] = slot + 1
    keyOf[slot] = key
    return slot
  }

  return {
    slotOf: (key, timeMs) => {
      const known = slotPlusOne[key] ?? 0
      const slot = known > 0 ? known - 1 : assign(key, timeMs)
      activity.touch(slot, timeMs, count)
      return slot
    },
    knownSlot: (key, timeMs) => {
      const slot = (slotPlusOne[key] ?? 0) - 1
      if (slot >= 0) activity.touch(slot, timeMs, count)
      return slot
    },
    count: () => count,
    evictions: () => evictions,
  }
}
