import { ENVELOPE_COUNT, ENVELOPE_KEYS, envelopesOf } from './envelopes.ts'
import { BULK_ACTIONS } from './no-record.ts'
import { mayStandInPage, NEST_KEYS, RECORD_KEYS } from './wrapper.ts'

/** Behind the bits of envelopes: a page that lists records, and one that has the list inside; with it what stands above a document in bulk files. */
const PAGE = 1 << ENVELOPE_COUNT
const NEST = PAGE << 1

/** Keys that may open an envelope or a page. */
export const OPENING_KEYS: ReadonlySet<string> = new Set([...ENVELOPE_KEYS, ...NEST_KEYS, ...RECORD_KEYS, ...BULK_ACTIONS])

/**
 * What a key at the top of a record tells of envelopes and pages, as bits: those in which it may stand, those that it opens, by
 * whatever value, by a list, by an object. Where none is both opened and made of nothing but what may stand in it, the record is
 * no envelope; otherwise it is read in full, which knows for certain.
 */
export const wrappingsOf = (key: string): readonly [beside: number, any: number, list: number, object: number] => {
  const { beside, opened } = envelopesOf(key)
  const mayPage = mayStandInPage(key)
  const isNest = NEST_KEYS.has(key) || BULK_ACTIONS.has(key)
  return [
    beside | (mayPage || RECORD_KEYS.has(key) ? PAGE : 0) | (mayPage || isNest ? NEST : 0),
    opened,
    RECORD_KEYS.has(key) ? PAGE : 0,
    isNest ? NEST : 0,
  ]
}
