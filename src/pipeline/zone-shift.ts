import type { EventTable } from '../order/event-table.ts'

/** One format's wall-clock times, seen beside another log of the same logins. */
export interface ZoneShift {
  readonly format: string
  readonly against: string
  /** How far the first one's times are ahead, in minutes. */
  readonly minutes: number
  readonly pairs: number
}

const QUARTER_US = 15 * 60 * 1e6
/** Two logs of one login are this close, the zone apart. */
const CLOSE_US = 90 * 1e6
const FARTHEST_US = 14 * 3600 * 1e6
/** An address with more events pairs everything with everything. */
const MOST_OF_SOURCE = 50
const FEWEST_PAIRS = 20
const FEWEST_SOURCES = 5
/** The offset that is meant stands out by this much above no offset, and above any other. */
const CLEARLY = 3

type Times = Map<number, number[]>

const timesByFormat = (table: EventTable): ReadonlyMap<string, Times> => {
  const formats = new Map<string, Times>()
  const places = table.places
  for (let row = 0; row < table.size; row += 1) {
    const source = places.source[table.place.get(row)] ?? -1
    const cls = table.classes[table.cls.get(row)]
    if (source < 0 || cls === undefined) continue
    const times = formats.get(cls.format) ?? new Map<number, number[]>()
    formats.set(cls.format, times)
    const own = times.get(source)
    if (own === undefined) times.set(source, [table.time.get(row)])
    else if (own.length <= MOST_OF_SOURCE) own.push(table.time.get(row))
  }
  return formats
}

interface Pairs {
  count: number
  readonly sources: Set<number>
}

/** How often the one is ahead of the other by so many quarters of an hour, at the addresses that both know. */
const countShifts = (ours: Times, theirs: Times): ReadonlyMap<number, Pairs> => {
  const shifts = new Map<number, Pairs>()
  for (const [source, own] of ours) {
    const other = theirs.get(source)
    if (other === undefined || own.length > MOST_OF_SOURCE || other.length > MOST_OF_SOURCE) continue
    for (const ownTime of own)
      for (const time of other) {
        const quarters = Math.round((ownTime - time) / QUARTER_US)
        const rest = Math.abs(ownTime - time - quarters * QUARTER_US)
        if (rest > CLOSE_US || Math.abs(ownTime - time) > FARTHEST_US) continue
        const pairs = shifts.get(quarters) ?? { count: 0, sources: new Set() }
        pairs.count += 1
        pairs.sources.add(source)
        shifts.set(quarters, pairs)
      }
  }
  return shifts
}

const clearest = (shifts: ReadonlyMap<number, Pairs>): readonly [quarters: number, pairs: Pairs] | undefined => {
  const [best, second] = [...shifts].toSorted((left, right) => right[1].count - left[1].count || left[0] - right[0])
  if (best === undefined || best[0] === 0) return undefined
  const [, { count, sources }] = best
  const rivals = Math.max(shifts.get(0)?.count ?? 0, second?.[1].count ?? 0)
  return count >= FEWEST_PAIRS && sources.size >= FEWEST_SOURCES && count >= rivals * CLEARLY ? best : undefined
}

/**
 * The nine-hour error: a log without offsets, taken in the wrong zone, tells of the same addresses as another log whose times say their
 * zone, a whole number of quarter hours apart. Only of formats whose zone was assumed, against those whose zone was not.
 */
export const findZoneShifts = (table: EventTable, assumed: ReadonlySet<string>): readonly ZoneShift[] => {
  if (assumed.size === 0) return []
  const formats = timesByFormat(table)
  return [...formats].flatMap(([format, ours]): ZoneShift[] => {
    if (!assumed.has(format)) return []
    for (const [against, theirs] of formats) {
      const found = assumed.has(against) ? undefined : clearest(countShifts(ours, theirs))
      if (found !== undefined) return [{ format, against, minutes: found[0] * 15, pairs: found[1].count }]
    }
    return []
  })
}
