import type { Confidence, Severity } from './vocabulary.ts'

/**
 * Data for a message. Numbers are counts unless wrapped: `{ time }` is epoch µs, or ISO 8601 with Z once in a document (shown in the reader's zone),
 * `{ durationMs }` a span. Strings may come from a log and are made safe by whoever prints them.
 */
export type MessageValue =
  | string
  | number
  | boolean
  | { readonly time: number | string }
  | { readonly durationMs: number }
  | readonly string[]
export type MessageData = Readonly<Record<string, MessageValue>>

/** Sentences by message id: `{placeholder}` is replaced by the datum of that name. */
export type Messages = Readonly<Record<string, { readonly en: string; readonly ja: string }>>

/** One detection. Times are epoch µs. `rows` are event-store rows, earliest first, at most the evidence cap. */
export interface Finding {
  readonly id: string
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** Key of the account in the store's account dictionary, or -1. */
  readonly accountKey: number
  /** Source address (IPv6: its /64), or undefined. */
  readonly source: string | undefined
  readonly session: string | undefined
  readonly first: number
  readonly last: number
  /** Events that the finding stands on, also those beyond the evidence cap. */
  readonly count: number
  readonly rows: readonly number[]
  readonly parameters: Readonly<Record<string, number | string | boolean>>
  readonly messageId: string
  readonly data: MessageData
}
