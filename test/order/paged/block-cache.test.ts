import { describe, expect, it } from 'vitest'
import { createBlockCache, type CachedBlock } from '../../../src/order/paged/block-cache.ts'

const BLOCK = 100

const createBlocks = (most: number) => {
  const cache = createBlockCache(most)
  const held = new Map<number, CachedBlock>()
  return {
    cache,
    held,
    add: (name: number): void => {
      const block: CachedBlock = { bytes: BLOCK, isRecent: false, at: 0, evicted: () => void held.delete(name) }
      held.set(name, block)
      cache.add(block)
    },
  }
}

describe('the cache of blocks', () => {
  it('never holds more than its bound', () => {
    const { add, held } = createBlocks(80 * BLOCK)
    for (let name = 0; name < 1000; name += 1) {
      add(name)
      expect(held.size).toBe(Math.min(name + 1, 80))
    }
  })

  it('keeps what is looked at again and again', () => {
    const { add, held } = createBlocks(80 * BLOCK)
    for (let name = 0; name < 1000; name += 1) {
      add(name)
      const first = held.get(0)
      if (first !== undefined) first.isRecent = true
    }
    expect([held.has(0), held.has(1), held.has(999)]).toEqual([true, false, true])
  })

  it('holds as many as a row has columns, whatever the bound', () => {
    const { add, held } = createBlocks(1)
    for (let name = 0; name < 1000; name += 1) add(name)
    expect(held.size).toBe(64)
  })

  it('has room for as much as was taken out of it', () => {
    const { add, cache, held } = createBlocks(80 * BLOCK)
    for (let name = 0; name < 80; name += 1) add(name)
    for (let name = 10; name < 60; name += 1) {
      cache.remove(held.get(name) as CachedBlock)
      held.delete(name)
    }
    for (let name = 100; name < 150; name += 1) add(name)
    expect(held.size).toBe(80)
    expect([0, 9, 60, 79, 100, 149].every((name) => held.has(name))).toBe(true)
  })
})
