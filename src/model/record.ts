/** One framed record on its way from `input/` to `formats/`. */
export type RecordShape = 'json' | 'csv' | 'text'

export interface RawRecord {
  readonly shape: RecordShape
  /** JSON: the parsed value. CSV: the cells. Text: the line without its line end. */
  readonly value: unknown
  /** CSV only: normalised header names by position (trimmed, blanks collapsed, lower case, BOM gone). */
  readonly header: readonly string[] | undefined
  readonly line: number
  readonly offset: number
  readonly length: number
  /** Where in the framed record the value lay, when it was taken out of an envelope: `detail`, `result._raw`, `json(message)`. */
  readonly path?: string
  /** When the envelope that it lay in says that it was written. */
  readonly outerTime?: string | number
  /** Of several records that lay packed in the framed one: which, from 1. */
  readonly nested?: number
}

/** Why a record could not be read at all. The words stand in i18n under `reject.<why>`. */
export const REJECT_REASONS = [
  'bad-json',
  'truncated',
  'too-long',
  'bad-csv',
  'no-time',
  'bad-time',
  'unknown-format',
  'unknown-code',
  'no-subject',
  'ambiguous-value',
  'charset',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

export type Fate =
  | { readonly fate: 'used' }
  | { readonly fate: 'ignored'; readonly why: string }
  | { readonly fate: 'rejected'; readonly why: RejectReason; readonly detail?: string }

/** One reject as it is shown to a person: where, why, how long; never the content. */
export interface RejectSample {
  readonly line: number
  readonly offset: number
  readonly length: number
  readonly why: RejectReason
  readonly detail: string | undefined
}

/** A note about one input (charset assumed, zone assumed, truncation …): an id of i18n `note.<id>` with its data. */
export interface InputNote {
  readonly id: string
  readonly level: 'info' | 'warning' | 'error'
  readonly data: Readonly<Record<string, string | number | readonly string[]>>
}
