import type { Agent, Geo } from '../model/event.ts'
import { enricher as agents } from './agent/index.ts'
import { enricher as asnMmdb } from './asn-mmdb/index.ts'
import { withCarriersAtHome } from './carrier-homes.ts'
import type { Enricher, EnrichProblem, Source } from './define-enricher.ts'
import { enricher as geoipLite } from './geo-geoip-lite/index.ts'
import type { GeoLookup } from './geo-lookup.ts'
import { enricher as geoMmdb } from './geo-mmdb/index.ts'
import { enricher as networkAsn } from './network-asn/index.ts'
import { enricher as networkKind } from './network-kind/index.ts'
import { type NetworkOf, networkFinder } from './networks.ts'
import type { MmdbLookup } from './open-mmdb.ts'
import { remember } from './remember.ts'

export interface EnrichmentOptions {
  /** Path of the user's own City or Country database. */
  readonly geoDb?: string
  /** Path of the user's own ASN or ISP database. */
  readonly asnDb?: string
  /** Instead of any database: tests and simulated logs. */
  readonly geoLookup?: GeoLookup
}

/** Facts about addresses and user agents, for one run. */
export interface Enrichment {
  readonly geoOf: (ip: string) => Geo | undefined
  /** `asn` and `org` are what the log itself asserts; `ip` may be missing then. */
  readonly networkOf: NetworkOf
  readonly agentOf: (userAgent: string) => Agent
  /** Every address is known: closes the built-in files of places. Further lookups are answered, after opening them again. */
  readonly release: () => void
  /** Which data were in use and what is wrong with them, one English line each; complete once the run is over. */
  readonly describe: () => string[]
  /** What the user asked for and does not work, or a missing built-in table. Databases are checked at once, the table when needed. */
  readonly problems: () => readonly EnrichProblem[]
}

/** What comes with the package has nothing that could be wrong before it is needed. */
const openOwn = async <Given extends Source<unknown>>(enricher: Enricher<Given>): Promise<Given> => {
  const opened = await enricher.open(undefined)
  if (!opened.ok) throw new Error(opened.problem.text)
  return opened.value
}

/** A database that the user named, if one was. */
const openDatabase = async <Facts>(
  enricher: Enricher<MmdbLookup<Facts>, { readonly path: string }>,
  path: string | undefined,
  onProblem: (problem: EnrichProblem) => void,
): Promise<MmdbLookup<Facts> | undefined> => {
  if (path === undefined) return undefined
  const opened = await enricher.open({ path })
  if (opened.ok) return opened.value
  onProblem(opened.problem)
  return undefined
}

const said = <T>(what: string, database: MmdbLookup<T> | undefined, builtIn: string): string => {
  if (!database) return `${what}: ${builtIn}`
  const failures = database.failures()
  return `${what}: ${database.title}${failures === 0 ? '' : `; damaged, ${failures} lookups failed`}`
}

/**
 * Opens what a run needs. The user's databases are opened at once, so that a wrong path fails early; the built-in data load on the
 * first address that needs them. Every lookup is pure and done once per distinct value. Never rejects for what a file contains.
 */
export const createEnrichment = async (options: EnrichmentOptions = {}): Promise<Enrichment> => {
  const wrong: EnrichProblem[] = []
  const onProblem = (problem: EnrichProblem): void => void wrong.push(problem)
  const geoDb = await openDatabase(geoMmdb, options.geoDb, onProblem)
  const asnDb = await openDatabase(asnMmdb, options.asnDb, onProblem)
  // The tables are not remembered: the store asks once for each address, and a map of them costs more than the lookups it saves.
  const builtIn = await openOwn(geoipLite)
  const table = await openOwn(networkAsn)
  const networkOf = networkFinder({ find: asnDb?.lookup, table, kinds: await openOwn(networkKind) })
  const problems = (): readonly EnrichProblem[] => [...wrong, ...[table.problem()].filter((problem) => problem !== undefined)]
  const ofTable = geoDb?.lookup ?? withCarriersAtHome(builtIn.lookup, networkOf)
  const geoOf = options.geoLookup === undefined ? ofTable : remember(options.geoLookup)
  return {
    geoOf,
    networkOf,
    agentOf: remember((await openOwn(agents)).lookup),
    release: builtIn.release,
    describe: () => [
      options.geoLookup ? 'geo: table given to this run' : said('geo', geoDb, 'GeoLite data by MaxMind, as shipped with geoip-lite'),
      said('network', asnDb, 'IP to ASN table by ip-location-db (RouteViews, DB-IP), CC BY 4.0'),
      ...problems().map((problem) => problem.text),
    ],
    problems,
  }
}
