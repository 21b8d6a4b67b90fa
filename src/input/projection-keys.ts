import { ENVELOPE_KEYS } from './peel.ts'
import type { KeyChain, Projection } from './projected.ts'
import { NEST_KEYS, RECORD_KEYS } from './wrapper.ts'

/** What to do with the value of a key. */
export type KeyUse = 'skip' | 'take' | 'enter' | 'refuse'

/** A key as it is written in the records of one log. */
export interface KnownKey {
  readonly bytes: Buffer
  readonly use: KeyUse
  /** Taken: its slot. */
  readonly slot: number
  /** Slot that says that the key is there; −1 where nobody asks. */
  readonly presence: number
  /** Entered: the keys inside. */
  readonly inside: KeySet | undefined
  /** Refused only where the value is a list or an object: the record may be a page. */
  readonly refusesContainer: 'never' | 'list' | 'any'
  /** Position in the order in which the keys of this object usually come. */
  readonly order: number
}

/** The keys met in one place, in the order in which they were met: the next one is mostly the one that came next before. */
export interface KeySet {
  readonly met: readonly KnownKey[]
  readonly find: (bytes: Buffer, from: number, to: number) => KnownKey
  /** Which place this is, for noticing an object that comes twice. */
  readonly number: number
}

/** Logs with generated key names must not grow this. */
const MOST_KEYS = 400

type Use = Pick<KnownKey, 'use' | 'slot' | 'presence' | 'inside' | 'refusesContainer'>

const SKIPPED: Use = { use: 'skip', slot: -1, presence: -1, inside: undefined, refusesContainer: 'never' }

/** At the top, keys that may make the record an envelope or a page are left to the full reading, which knows all of it. */
const atTop = (key: string, use: Use): Use => {
  if (ENVELOPE_KEYS.has(key)) return { ...SKIPPED, use: 'refuse' }
  if (NEST_KEYS.has(key)) return { ...use, refusesContainer: 'any' }
  return RECORD_KEYS.has(key) ? { ...use, refusesContainer: 'list' } : use
}

/** The wanted chains as a tree that learns the order of keys. Returns the top and how many places there are. */
export const keyTree = ({ values, presence }: Projection): { readonly top: KeySet; readonly places: number } => {
  let places = 0
  const keySet = (depth: number, below: readonly (readonly [slot: number, chain: KeyChain])[]): KeySet => {
    const number = places++
    const met: KnownKey[] = []
    const byName = new Map<string, KnownKey>()
    const inner = new Map<string, Use>()
    for (const [name, group] of Map.groupBy(below, ([, chain]) => chain[depth] ?? '')) {
      const here = group.filter(([, chain]) => chain.length === depth + 1).map(([slot]) => slot)
      const deeper = group.filter(([, chain]) => chain.length > depth + 1)
      const slot = here.find((each) => each < values.length) ?? -1
      const seen = here.find((each) => each >= values.length) ?? -1
      const inside = slot < 0 && deeper.length > 0 ? keySet(depth + 1, deeper) : undefined
      inner.set(name, { ...SKIPPED, use: slot >= 0 ? 'take' : inside === undefined ? 'skip' : 'enter', slot, presence: seen, inside })
    }
    const meet = (name: string, bytes: Buffer): KnownKey => {
      const use = inner.get(name) ?? SKIPPED
      const key: KnownKey = { ...(depth === 0 ? atTop(name, use) : use), bytes, order: met.length }
      if (met.length >= MOST_KEYS && !inner.has(name)) return { ...key, order: -1 }
      met.push(key)
      byName.set(name, key)
      return key
    }
    return {
      met,
      number,
      find: (bytes, from, to) => {
        const name = bytes.toString('utf8', from, to)
        return byName.get(name) ?? meet(name, Buffer.from(bytes.subarray(from, to)))
      },
    }
  }
  const top = keySet(
    0,
    [...values, ...presence].map((chain, slot) => [slot, chain] as const),
  )
  return { top, places }
}
