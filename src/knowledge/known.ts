import type { Person, PersonRole } from '../model/knowledge.ts'

/** Lists that a rule may need; without them it does not run. */
export type ListName = 'intel' | 'roster'

/** Accounts (or sources) that a rule is about: those seen with an entry of `--intel`, those of the roster, or of a role there. */
export type Among = 'intel' | 'roster' | PersonRole

/** The organisation's own lists, matched against this log. */
export interface Known {
  readonly lists: ReadonlySet<ListName>
  /** Per row, 1: from a source that the organisation vouches for. */
  readonly allowed: Uint8Array | undefined
  /** What the intelligence list says of the row's source; undefined: nothing. */
  readonly intelOf: (row: number) => string | undefined
  readonly personOf: (account: number) => Person | undefined
  /** By account key, or by source key, 1: one of those. */
  readonly among: (which: Among, by: 'account' | 'source') => Uint8Array
}

/** No lists were given. */
export const NOTHING_KNOWN: Known = {
  lists: new Set(),
  allowed: undefined,
  intelOf: () => undefined,
  personOf: () => undefined,
  among: () => new Uint8Array(0),
}
