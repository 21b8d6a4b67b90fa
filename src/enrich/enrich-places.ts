import type { Agent, Geo } from '../model/event.ts'
import { classifyAgent } from './agent/classify.ts'
import { openAsnMmdb } from './asn-mmdb/index.ts'
import { withCarriersAtHome } from './carrier-homes.ts'
import { geoipLite } from './geo-geoip-lite/index.ts'
import type { GeoLookup } from './geo-lookup.ts'
import { openGeoMmdb } from './geo-mmdb/index.ts'
import { type NetworkOf, networkFinder } from './networks.ts'
import type { EnrichProblem, MmdbLookup, Opened } from './open-mmdb.ts'
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

const open = async <T>(
  path: string | undefined,
  opener: (path: string) => Promise<Opened<MmdbLookup<T>>>,
  onProblem: (problem: EnrichProblem) => void,
): Promise<MmdbLookup<T> | undefined> => {
  if (path === undefined) return undefined
  const opened = await opener(path)
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
  const problems: EnrichProblem[] = []
  const onProblem = (problem: EnrichProblem): void => void problems.push(problem)
  const geoDb = await open(options.geoDb, openGeoMmdb, onProblem)
  const asnDb = await open(options.asnDb, openAsnMmdb, onProblem)
  // The tables are not remembered: the store asks once for each address, and a map of them costs more than the lookups it saves.
  const builtIn = geoipLite()
  const networkOf = networkFinder({ find: asnDb?.lookup, onProblem })
  const ofTable = geoDb?.lookup ?? withCarriersAtHome(builtIn.lookup, networkOf)
  const geoOf = options.geoLookup === undefined ? ofTable : remember(options.geoLookup)
  return {
    geoOf,
    networkOf,
    agentOf: remember(classifyAgent),
    release: builtIn.release,
    describe: () => [
      options.geoLookup ? 'geo: table given to this run' : said('geo', geoDb, 'GeoLite data by MaxMind, as shipped with geoip-lite'),
      said('network', asnDb, 'IP to ASN table by ip-location-db (RouteViews, DB-IP), CC BY 4.0'),
      ...problems.map((problem) => problem.text),
    ],
    problems: () => problems,
  }
}
