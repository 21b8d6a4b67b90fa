/** Why data that were asked for cannot serve. `text` says it in English; people are told by `id` (i18n: complaint.database-…). */
export interface EnrichProblem {
  readonly id: 'missing' | 'unreadable' | 'not-a-database' | 'wrong-database' | 'no-table'
  readonly path: string
  readonly text: string
  /** The system's code, or the type that was found. */
  readonly detail: string
  /** The types that would do. */
  readonly wanted: string
}

export type Opened<Source> = { readonly ok: true; readonly value: Source } | { readonly ok: false; readonly problem: EnrichProblem }

/** Data at hand. The lookup is pure and never throws, whatever the value; what an enricher can do besides stands beside it. */
export interface Source<Facts> {
  readonly lookup: (value: string) => Facts | undefined
}

/**
 * A pure lookup, called once per distinct value (docs/ARCHITECTURE.md 6). `open` is how src/enrich/enrich-places.ts gets at it: what a user
 * named is checked at once, and its problems are values; what comes with the package is loaded lazily, so that a run in which no value needs
 * this enricher never pays for it.
 */
export interface Enricher<Given extends Source<unknown>, Options = undefined> {
  readonly id: string
  readonly key: 'ip' | 'userAgent'
  readonly adds: 'geo' | 'network' | 'agent'
  /** Where the data come from and under which licence. */
  readonly source: string
  readonly open: (options: Options) => Promise<Opened<Given>>
}

export const defineEnricher = <Given extends Source<unknown>, Options = undefined>(
  enricher: Enricher<Given, Options>,
): Enricher<Given, Options> => enricher
