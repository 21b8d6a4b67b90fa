import { NETWORK_KINDS } from '../data-files.ts'
import { readFileSync } from 'node:fs'
import { type Cidr, parseCidr } from '../../kernel/ip.ts'

/** Kinds that lists can name, in the order in which they are asked. `private` is the address's own doing, `unknown` is what is left. */
export const LISTED_KINDS = ['relay', 'hosting', 'mobile', 'residential'] as const
export type ListedKind = (typeof LISTED_KINDS)[number]

/** One kind's list, ready for lookups. */
export interface KindList {
  readonly kind: ListedKind
  readonly prefixes: readonly Cidr[]
  readonly systems: ReadonlySet<number>
  /** Lower case, words parted by single blanks. */
  readonly words: readonly string[]
}

interface KindJson {
  readonly prefixes: readonly string[]
  readonly systems: readonly number[]
  readonly words: readonly string[]
}

/** Reads the lists that ship with the package. */
export const readKindLists = (): readonly KindList[] => {
  const json: Readonly<Record<ListedKind, KindJson>> = JSON.parse(readFileSync(NETWORK_KINDS, 'utf8'))
  return LISTED_KINDS.map((kind) => ({
    kind,
    prefixes: json[kind].prefixes.flatMap((prefix) => parseCidr(prefix) ?? []),
    systems: new Set(json[kind].systems),
    words: json[kind].words,
  }))
}
