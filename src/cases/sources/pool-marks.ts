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

const marked = (keyOf: Mark['keyOf'], { table, read }: StrayContext, { logins }: Calendar): Mark => {
  const counts = new Map<number, number>()
  for (let row = 0; row < table.size; row += 1) {
    if (read.isLogin(row) && read.isSuccess(row)) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  }
  return { keyOf, shareOf: (key) => Math.min(1, ((counts.get(key) ?? 0) + 1) / (logins + 1)), isWhole: false }
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
  const { places } = table
  const kinds = Int32Array.from({ length: places.size }, (_, place) => KINDS.indexOf(places.networkOf(place)?.kind ?? 'unknown'))
  const kindOf = (row: number): number => kinds[table.place.get(row)] ?? -1
  return [
    marked((row) => table.userAgent.get(row), context, calendar),
    {
      keyOf: (row) => ((names[read.source(row)] as number) >= SEVERAL_NAMES ? 1 : 0),
      shareOf: (key) => (key === 1 ? SHARE_OF_SEVERAL : 1),
      isWhole: false,
    },
    marked((row) => (read.country(row) + 1) * KINDS.length + kindOf(row), context, calendar),
    { keyOf: () => 0, shareOf: () => 1, isWhole: true },
  ]
}
