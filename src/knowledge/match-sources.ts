import { indexRanges } from '../kernel/ip-index.ts'
import type { SourceEntry } from '../model/knowledge.ts'
import type { EventTable } from '../order/event-table.ts'

/** More entries than this are not told apart by a row. */
const MOST_ENTRIES = 65_000

/** Do the parts of a pattern follow one another in the text? `*` stands for anything; each part is looked for once. */
const containsParts = (text: string, pattern: string): boolean => {
  let from = 0
  for (const part of pattern.toLowerCase().split('*')) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

const namesAddress = ({ addresses }: SourceEntry): boolean => addresses.length > 0

/** Per place, the numbers of the entries whose address and network fit it, lowest first. */
const entriesByPlace = (list: readonly SourceEntry[], { places }: EventTable): readonly (readonly number[])[] => {
  const byAddress = indexRanges(list.flatMap(({ addresses }, index) => addresses.map((range) => [range, index] as const)))
  const others = list.flatMap((entry, index) => (namesAddress(entry) ? [] : [index]))
  const fitsNetwork = ({ asn, network }: SourceEntry, place: number): boolean => {
    if (asn === undefined && network === undefined) return true
    const known = places.networkOf(place)
    if (asn !== undefined && known?.asn !== asn) return false
    return network === undefined || known?.org?.toLowerCase().includes(network.toLowerCase()) === true
  }
  return Array.from({ length: places.size }, (_, place) => {
    const ip = places.ips.get(places.ip[place] ?? -1)
    const candidates = [...new Set([...(ip === undefined ? [] : byAddress(ip)), ...others])]
    return candidates.filter((index) => fitsNetwork(list[index] as SourceEntry, place)).toSorted((left, right) => left - right)
  })
}

/** Every row of a log against a list: per row the number of the first entry that fits plus one, 0 for none. */
export const matchSources = (whole: readonly SourceEntry[], table: EventTable): Uint16Array => {
  const list = whole.slice(0, MOST_ENTRIES)
  const ofPlace = entriesByPlace(list, table)
  const anywhere = list.flatMap((entry, index) =>
    namesAddress(entry) || entry.asn !== undefined || entry.network !== undefined ? [] : [index],
  )
  const agents = new Map<number, Map<number, boolean>>()
  const fitsAgent = (index: number, userAgent: number): boolean => {
    const pattern = list[index]?.agent
    if (pattern === undefined) return true
    const known = agents.get(index) ?? new Map<number, boolean>()
    agents.set(index, known)
    const fits = known.get(userAgent) ?? containsParts((table.agents.userAgents.get(userAgent) ?? '').toLowerCase(), pattern)
    known.set(userAgent, fits)
    return fits
  }
  const fits = (index: number, row: number): boolean => {
    const { from, until } = list[index] as SourceEntry
    const time = table.time.get(row)
    return (from === undefined || time >= from) && (until === undefined || time < until) && fitsAgent(index, table.userAgent.get(row))
  }
  return new Uint16Array(table.size).map((_, row) => {
    for (const index of ofPlace[table.place.get(row)] ?? anywhere) if (fits(index, row)) return index + 1
    return 0
  })
}
