/** A block of a column as it lies in memory. */
export interface CachedBlock {
  readonly bytes: number
  /** Looked at again since it came, or since the cache last came by: what a pass goes through once need not stay. */
  isRecent: boolean
  /** Where the cache keeps it. */
  at: number
  /** The cache has let go of it: its column must too. What was changed is written first. */
  readonly evicted: () => void
}

/** What of the columns lies in memory, whichever columns they are: never more than the bound, nor fewer than a few blocks. */
export interface BlockCache {
  readonly add: (block: CachedBlock) => void
  readonly remove: (block: CachedBlock) => void
}

/** A row is read from two dozen columns at once, and a front's acts from the rows around them. */
const FEWEST_BLOCKS = 64

/** Second chance: the hand goes round, and what was not looked at since it last came by has to go. */
export const createBlockCache = (mostBytes: number): BlockCache => {
  const blocks: CachedBlock[] = []
  let held = 0
  let hand = 0
  const remove = (block: CachedBlock): void => {
    const last = blocks.pop()
    if (last !== undefined && last !== block) {
      blocks[block.at] = last
      last.at = block.at
    }
    held -= block.bytes
  }
  const evictOne = (): void => {
    for (;;) {
      if (hand >= blocks.length) hand = 0
      const block = blocks[hand] as CachedBlock
      // The hand goes on: whoever takes the place was not asked yet, and the youngest has its turn last.
      hand += 1
      if (!block.isRecent) {
        remove(block)
        return block.evicted()
      }
      block.isRecent = false
    }
  }
  return {
    add: (block) => {
      while (held + block.bytes > mostBytes && blocks.length >= FEWEST_BLOCKS) evictOne()
      block.at = blocks.push(block) - 1
      held += block.bytes
    },
    remove,
  }
}
