import type { EventTable } from '../../order/event-table.ts'
import type { Calendar } from './calendar.ts'
import type { StrayContext } from './stray-attempts.ts'

/** What may tell one attack from another and from the customers. */
export interface Mark {
  readonly keyOf: (row: number) => number
  /** Part of the logins that has a key. */
  readonly shareOf: (key: number) => number
  /** Everything has the same key: the surge itself is all that tells. */
  readonly isWhole: boolean
}

const KINDS: readonly string[] = ['hosting', 'relay', 'mobile', 'residential', 'unknown']

/** @param counts logins by key, a missing one (−1) first */
const marked = (keyOf: Mark['keyOf'], counts: Int32Array, { logins }: Calendar): Mark => ({
  keyOf,
  shareOf: (key) => Math.min(1, ((counts[key + 1] ?? 0) + 1) / (logins + 1)),
  isWhole: false,
})

/** By place: country and kind of network in one number; −1 without a place. */
const surroundings = ({ places }: EventTable): Int32Array =>
  new Int32Array(places.size).map(
    (_, place) =>
      ((places.country[place] as number) + 1) * (KINDS.length + 1) + KINDS.indexOf(places.networkOf(place)?.kind ?? 'unknown') + 1,
  )

const countSurroundings = (of: Int32Array, ofPlace: Int32Array): Int32Array => {
  const counts = new Int32Array(of.reduce((most, key) => Math.max(most, key), -1) + 2)
  counts[0] = ofPlace[0] as number
  for (let place = 0; place < of.length; place += 1) counts[(of[place] as number) + 1]! += ofPlace[place + 1] as number
  return counts
}

/** From so many names on that fail for good at an address, it is more than somebody who forgot: few lines of people have as many. */
const SEVERAL_NAMES = 3
const SHARE_OF_SEVERAL = 0.05

/**
 * The program as it was sent; addresses that try several names, apart from those that try one; country and kind of network; then
 * nothing but the time.
 */
export const marksOf = (context: StrayContext, calendar: Calendar, names: Uint32Array): readonly Mark[] => {
  const { table, read } = context
  const around = surroundings(table)
  return [
    marked((row) => table.userAgent.get(row), calendar.ofText, calendar),
    {
      keyOf: (row) => ((names[read.source(row)] as number) >= SEVERAL_NAMES ? 1 : 0),
      shareOf: (key) => (key === 1 ? SHARE_OF_SEVERAL : 1),
      isWhole: false,
    },
    marked((row) => around[table.place.get(row)] ?? -1, countSurroundings(around, calendar.ofPlace), calendar),
    { keyOf: () => 0, shareOf: () => 1, isWhole: true },
  ]
}
