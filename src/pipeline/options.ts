import type { GeoLookup } from '../enrich/geo-lookup.ts'
import type { Format } from '../formats/define-format.ts'
import type { WebPaths } from '../formats/web-paths.ts'
import type { Provider } from '../recovery/define-provider.ts'
import type { Lists } from '../knowledge/resolve-lists.ts'
import type { ReportedAccount } from '../model/knowledge.ts'
import type { Rule } from '../rules/define-rule.ts'
import type { Legal, Service } from '../model/case-folder.ts'
import type { Lang, Severity } from '../model/vocabulary.ts'

/** What the document says where nobody named the zone of a log. */
export const ASSUMED_ZONE = 'UTC (assumed)'

/** Everything a run depends on. Nothing else does: no clock, no locale, no environment (docs/ARCHITECTURE.md 9). */
export interface AnalyzeOptions {
  /** Files, folders, globs; `-` is stdin. */
  readonly inputs: readonly string[]
  readonly cwd: string
  readonly stdin?: AsyncIterable<Uint8Array>
  /** A format id, or `auto`. */
  readonly format: string
  /** Formats of the user's own (`--map`, `--plugin`); they are asked before the built-in ones. */
  readonly ownFormats: readonly Format[]
  /** Paths of the user's own site (`--map`), for logs of web servers, load balancers and CDNs. */
  readonly webPaths?: WebPaths
  /** True: reads every record in full, in one thread, the reference that the fast way is held against. Left out: only where there is little to read. */
  readonly readWhole?: boolean
  readonly ownRules: readonly Rule[]
  readonly ownProviders: readonly Provider[]
  /** Rules by id, tag or severity; empty: all. */
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /** `rule.parameter` → value, as parsed. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number | string | boolean>>>>
  /** Zone of times without an offset; undefined: UTC, and the report says that it was assumed. */
  readonly zone: string | undefined
  /** Year of times without one (RFC 3164); undefined: inferred from the file's time, otherwise from `nowMs`. */
  readonly year: number | undefined
  readonly zoneOut: string
  readonly lang: Lang
  readonly geoDb?: string
  readonly asnDb?: string
  /** Instead of any database: tests. */
  readonly geoLookup?: GeoLookup
  readonly trustedProxies: readonly string[]
  /** `exact`: equal records without an id count once, too. Absent: they may repeat by right. */
  readonly dedupe?: 'exact'
  /** The organisation's own lists: vouched-for and known-bad sources, people. */
  readonly lists?: Lists
  /** Accounts that customers reported, to compare with what is found. */
  readonly victims?: readonly ReportedAccount[]
  /** What the rows of the log may take in memory; beyond, they are spilled to a scratch file. Absent: no bound. */
  readonly memoryBytes?: number
  /** Where private scratch files go. */
  readonly tmp: string
  /** The only clock of the run, epoch ms. */
  readonly nowMs: number
  readonly filters: ReportFilters
  /** The acquirer's list of hashes, by path as written there; absent: not compared. */
  readonly expectedHashes?: ReadonlyMap<string, string>
  /** Laws besides the default one, and when it became known; absent: only the default one, and no dates. */
  readonly legal?: Legal
  /** What people said about their service; absent: nothing. */
  readonly service?: Service
  readonly toolVersion: string
}

/** What is reported, never what is read. Times in epoch µs. */
export interface ReportFilters {
  readonly since?: number
  readonly until?: number
  /** Counted back from the log's end, ms. */
  readonly lastMs?: number
  readonly accounts: readonly string[]
  readonly ips: readonly string[]
  readonly minSeverity: Severity
}
