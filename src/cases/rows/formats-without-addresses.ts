import type { EventTable } from '../../order/event-table.ts'

/** Formats whose logins of this log name no address at all: nothing can be told from where anybody came. */
export const formatsWithoutAddresses = ({ classes, size, cls, place, places }: EventTable): readonly string[] => {
  const seen = new Map<string, boolean>()
  for (let row = 0; row < size; row += 1) {
    const { format, action } = classes[cls.get(row)] ?? {}
    if (format === undefined || action !== 'login' || seen.get(format) === true) continue
    seen.set(format, (places.source[place.get(row)] ?? -1) >= 0)
  }
  return [...seen].flatMap(([format, names]) => (names ? [] : [format])).toSorted()
}
