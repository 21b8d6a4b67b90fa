/**
 * A pure lookup, called once per distinct value (docs/ARCHITECTURE.md 6). `open` loads whatever data it needs, lazily:
 * a run in which no value needs this enricher never pays for it.
 */
export interface Enricher<Facts, Options = Record<string, never>> {
  readonly id: string
  readonly key: 'ip' | 'userAgent'
  readonly adds: 'geo' | 'network' | 'agent'
  /** Where the data come from and under which licence: printed by the docs. */
  readonly source: string
  readonly open: (options: Options) => Promise<(value: string) => Facts | undefined>
}

export const defineEnricher = <Facts, Options = Record<string, never>>(enricher: Enricher<Facts, Options>): Enricher<Facts, Options> =>
  enricher
