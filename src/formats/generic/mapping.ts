import type { PairReaders } from '../define-format.ts'
import type { TimeSyntax } from '../../kernel/time.ts'
import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** Where a value comes from: the first path that has one, or several paths joined (a date column and a time column). */
export type Source =
  | { readonly kind: 'first'; readonly paths: readonly string[] }
  | {
      readonly kind: 'join'
      readonly paths: readonly string[]
      readonly separator: string
      /** The last part is this long, with the zeros in front that a spreadsheet dropped (`21405` for 02:14:05). */
      readonly pad?: number
    }

/** What one value of a code column means. */
export interface Meaning {
  readonly action?: Action
  readonly outcome?: Outcome
  readonly reason?: Reason
  /** It was done to the account, by the service's own people. */
  readonly by?: 'staff'
}
export type Verdict = Meaning | 'ignore' | 'reject'

/** The last part of an `action` that the service's own people did to the account. */
export const BY_STAFF = 'by-staff'

/** Values of a column (as `codeKey` spells them) to their meaning; `other` is for every value that is not listed. */
export interface CodeTable {
  readonly from: Source
  readonly codes: ReadonlyMap<string, Verdict>
  /** Where a value is a word with its code beside it: the word of each code that was seen. */
  readonly wordOfCode?: ReadonlyMap<string, string>
  /** Guessed tables: what a value that is not listed says by the pieces that it is made of. */
  readonly phrase?: (value: string) => Verdict | undefined
  readonly other: Verdict
}

export const MAPPED_FIELDS = [
  'username',
  'account',
  'ip',
  'id',
  'sequence',
  'tenant',
  'client',
  'port',
  'forwardedFor',
  'userAgent',
  'device',
  'session',
  'mfaMethod',
  'protocol',
  'actor',
  'providerRisk',
  'country',
  'region',
  'city',
  'asn',
  'asnOrg',
] as const
export type MappedField = (typeof MAPPED_FIELDS)[number]

/** A log that is not built in, as its owner describes it (`--map FILE`) or as its columns give it away. */
export interface Mapping {
  readonly id: string
  readonly title: string
  readonly kind: 'csv' | 'json' | 'text'
  readonly provider: string
  /** Nobody wrote it: acts that it leaves out are named, messages are not. */
  readonly isGuessed?: 'acts' | 'messages'
  /** `in-record`, `option` (the run's --timezone), or a zone: IANA name, UTC, +09:00. */
  readonly zone: string
  readonly successes: boolean
  readonly names: 'exact' | 'folded'
  /** CSV: columns, JSON: paths that make a record this log's. */
  readonly has: readonly string[]
  /** Text only: line patterns with named groups, and what makes a line this log's at all. */
  readonly patterns: ReadonlyMap<string, RegExp>
  readonly line: RegExp | undefined
  /** Text only: groups that are taken apart into names and values. */
  readonly pairsIn?: PairReaders
  readonly time: { readonly from: Source; readonly syntax: TimeSyntax }
  readonly fields: ReadonlyMap<MappedField, Source>
  readonly action: CodeTable | Meaning
  readonly outcome: CodeTable | Meaning
  readonly reason: CodeTable | undefined
}

/** The spelling under which codes are compared: NFKC, trimmed, lower case. */
export const codeKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** The spelling under which CSV columns are compared, as `input/` hands them over. */
export const columnKey = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
