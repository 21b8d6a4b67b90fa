import { isBeside, opens, type Envelope } from './envelope.ts'
import { ENVELOPE_KEYS, ENVELOPES } from './envelopes.ts'
import { BULK_ACTIONS } from './no-record.ts'
import { mayStandInPage } from './page-keys.ts'
import { NEST_KEYS, RECORD_KEYS } from './wrapper.ts'

/** Keys that may open an envelope or a page. */
export const OPENING_KEYS: ReadonlySet<string> = new Set([...ENVELOPE_KEYS, ...NEST_KEYS, ...RECORD_KEYS, ...BULK_ACTIONS])

/**
 * Behind a bit for each envelope: a key without which no envelope of any width is one (what else opens it is told by how it looks, and
 * `duration_s` stands in many logs), a page that lists records, one that has the list inside (or what stands above a document in bulk
 * files), envelopes of any width.
 */
const MOST_ENVELOPES = 60
const NEEDED = 1n << 60n
const PAGE = 1n << 61n
const NEST = 1n << 62n
const WIDE = 1n << 63n

/** What a key tells of envelopes and pages, as bits. */
type Wrappings = readonly [beside: bigint, any: bigint, list: bigint, object: bigint]

/** Each of them has a bit. */
const narrowOf = (envelopes: readonly Envelope[]): readonly Envelope[] => envelopes.filter(({ isMark }) => isMark === undefined)

/** The envelopes that a record is none of where something stands at this path of two keys, as bits. */
const barredBy = (path: string): bigint =>
  narrowOf(ENVELOPES).reduce((bits, { never }, at) => (never?.includes(path) === true ? bits | (1n << BigInt(at)) : bits), 0n)

/** Keys of objects at the top which tell that a record is no envelope of some kind: of each top key those below it, with these kinds. */
export const BARS: ReadonlyMap<string, ReadonlyMap<string, bigint>> = new Map(
  [
    ...Map.groupBy(
      new Set(ENVELOPES.flatMap(({ never = [] }) => never).filter((path) => path.includes('.'))),
      (path) => path.split('.')[0] ?? '',
    ),
  ].map(([key, paths]) => [key, new Map(paths.map((path) => [path.slice(key.length + 1), barredBy(path)]))]),
)

/**
 * What a key at the top of a record tells of envelopes and pages: those in which it may stand, those that it opens, by
 * whatever value, by a list, by an object. Where none is both opened and made of nothing but what may stand in it, the record is
 * no envelope; otherwise it is read in full, which knows for certain.
 */
export const createWrappings = (envelopes: readonly Envelope[]): ((key: string) => Wrappings) => {
  const narrow = narrowOf(envelopes)
  const wide = envelopes.filter(({ isMark }) => isMark !== undefined)
  if (narrow.length > MOST_ENVELOPES)
    throw new Error(`${narrow.length} envelopes: the scanner (assembly/tree.ts) has room for ${MOST_ENVELOPES} beside pages`)
  const bitsOf = (is: (envelope: Envelope) => boolean): bigint =>
    narrow.reduce((bits, envelope, at) => (is(envelope) ? bits | (1n << BigInt(at)) : bits), wide.some(is) ? WIDE : 0n)
  const wrappingsOfKey = (key: string): Wrappings => {
    const beside = bitsOf(
      (envelope) => (envelope.beside === undefined || isBeside(envelope, key)) && envelope.never?.includes(key) !== true,
    )
    const opened = bitsOf((envelope) => opens(envelope, key))
    const mayPage = mayStandInPage(key)
    const isNest = NEST_KEYS.has(key) || BULK_ACTIONS.has(key)
    return [
      beside | (mayPage || RECORD_KEYS.has(key) ? PAGE : 0n) | (mayPage || isNest ? NEST : 0n),
      opened | (wide.some(({ needs }) => needs?.includes(key)) ? NEEDED : 0n),
      RECORD_KEYS.has(key) ? PAGE : 0n,
      isNest ? NEST : 0n,
    ]
  }
  // Sixty envelopes are asked; each input's scanner asks about the same few hundred keys.
  const known = new Map<string, Wrappings>()
  return (key) => {
    const wrappings = known.get(key) ?? wrappingsOfKey(key)
    known.set(key, wrappings)
    return wrappings
  }
}

export const wrappingsOf = createWrappings(ENVELOPES)
