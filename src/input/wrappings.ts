import { ENVELOPE_KEYS, ENVELOPES, isBeside, type Envelope } from './envelopes.ts'
import { BULK_ACTIONS } from './no-record.ts'
import { mayStandInPage, NEST_KEYS, RECORD_KEYS } from './wrapper.ts'

/** Keys that may open an envelope or a page. */
export const OPENING_KEYS: ReadonlySet<string> = new Set([...ENVELOPE_KEYS, ...NEST_KEYS, ...RECORD_KEYS, ...BULK_ACTIONS])

/** Bits of an envelope each, then two: a page that lists records, and one that has the list inside; with it what stands above a document in bulk files. */
const BITS = 64n
const PAGE_BIT = BITS - 2n
const PAGE = 1n << PAGE_BIT
const NEST = PAGE << 1n

/** What a key tells of envelopes and pages, as bits. */
type Wrappings = readonly [beside: bigint, any: bigint, list: bigint, object: bigint]

/**
 * What a key at the top of a record tells of envelopes and pages: those in which it may stand, those that it opens, by
 * whatever value, by a list, by an object. Where none is both opened and made of nothing but what may stand in it, the record is
 * no envelope; otherwise it is read in full, which knows for certain.
 */
export const createWrappings = (envelopes: readonly Envelope[]): ((key: string) => Wrappings) => {
  if (BigInt(envelopes.length) > PAGE_BIT)
    throw new Error(`${envelopes.length} envelopes: the scanner (assembly/tree.ts) has room for ${PAGE_BIT} beside pages`)
  return (key) => {
    let [beside, opened] = [0n, 0n]
    envelopes.forEach((envelope, at) => {
      const bit = 1n << BigInt(at)
      if (envelope.beside === undefined || isBeside(envelope, key)) beside |= bit
      if (envelope.marks?.includes(key) ?? envelope.key === key) opened |= bit
    })
    const mayPage = mayStandInPage(key)
    const isNest = NEST_KEYS.has(key) || BULK_ACTIONS.has(key)
    return [
      beside | (mayPage || RECORD_KEYS.has(key) ? PAGE : 0n) | (mayPage || isNest ? NEST : 0n),
      opened,
      RECORD_KEYS.has(key) ? PAGE : 0n,
      isNest ? NEST : 0n,
    ]
  }
}

export const wrappingsOf = createWrappings(ENVELOPES)
