import type { EventTable, PlaceTable } from './event-table.ts'

/** More than half of the events on this many addresses or fewer is what a load balancer or CDN looks like. */
const FEW_SOURCES = 3
const MOST_EVENTS = 0.5
/** Fewer members than this on an address say nothing. */
const MIN_ACCOUNTS = 20
/** An attacker's addresses see few of the accounts that log in; a proxy sees most of them. */
const MOST_ACCOUNTS = 0.5

type ProxyInput = Pick<EventTable, 'size' | 'cls' | 'classes' | 'account' | 'place'> & { readonly places: Pick<PlaceTable, 'source'> }

const countBySource = ({ size, place, places }: ProxyInput): Int32Array => {
  const counts = new Int32Array(places.source.reduce((most, source) => Math.max(most, source), -1) + 1)
  for (let row = 0; row < size; row += 1) {
    const source = places.source[place.get(row)] ?? -1
    if (source >= 0) counts[source] = (counts[source] as number) + 1
  }
  return counts
}

/** The busiest sources, most events first. */
const busiest = (counts: Int32Array): [source: number, count: number][] => {
  const top: [number, number][] = []
  counts.forEach((count, source) => {
    if (count <= (top[FEW_SOURCES - 1]?.[1] ?? 0)) return
    top.push([source, count])
    top.sort((left, right) => right[1] - left[1])
    if (top.length > FEW_SOURCES) top.pop()
  })
  return top
}

/**
 * Sources that behave like the service's own proxies (docs/ARCHITECTURE.md 1): a few addresses carry more than half of the events
 * and most of the accounts that log in successfully. Judged over the whole log, so it does not depend on order.
 */
export const findProxies = (table: ProxyInput): ReadonlySet<number> => {
  const counts = countBySource(table)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const top = busiest(counts)
  const carried = top.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0 || carried <= total * MOST_EVENTS) return new Set()
  const candidates = new Set(top.filter(([, count]) => count >= total * 0.1).map(([source]) => source))
  const everywhere = new Set<number>()
  const through = new Map<number, Set<number>>()
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (account < 0 || table.classes[table.cls.get(row)]?.outcome !== 'success') continue
    everywhere.add(account)
    const source = table.places.source[table.place.get(row)] ?? -1
    if (!candidates.has(source)) continue
    const accounts = through.get(source) ?? new Set()
    accounts.add(account)
    through.set(source, accounts)
  }
  const seen = new Set([...through.values()].flatMap((accounts) => [...accounts]))
  if (seen.size <= everywhere.size * MOST_ACCOUNTS) return new Set()
  return new Set([...candidates].filter((source) => (through.get(source)?.size ?? 0) >= MIN_ACCOUNTS))
}
