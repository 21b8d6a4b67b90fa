import type { ScannedRun } from './line-scanner.ts'
import type { RawRecord, RejectReason } from '../model/record.ts'
import type { InputNote } from '../model/record.ts'

/** One thing to read: a file, a member of an archive, or stdin. Directories and globs are expanded before. */
export interface InputSource {
  /** As shown and hashed: relative or absolute as the user wrote it; `a.zip!/member`; `-` for stdin. */
  readonly path: string
  /** Modification time in ms, where there is one (year of RFC 3164). */
  readonly modifiedMs: number | undefined
}

/** Receives the records of one input, in order. */
export interface RecordReceiver {
  readonly record: (record: RawRecord) => void
  /** Records that were read in part, valid during the call or until their segment is given back; without it none are. */
  readonly run?: (run: ScannedRun) => void
  /** A line round a table that is no record of it: a title, a comment, a legend. */
  readonly aside?: (text: string) => void
  /** A stretch that is no record: one reject with its byte length. */
  readonly reject: (reject: {
    readonly why: RejectReason
    readonly line: number
    readonly offset: number
    readonly length: number
    readonly detail?: string
  }) => void
}

/** What reading one input to its end tells. */
export interface ReadResult {
  readonly path: string
  /** Bytes of the stored file, as `ls` shows them. */
  readonly bytes: number
  /** Of the stored bytes, as `sha256sum` prints it; null when not read to its end. */
  readonly sha256: string | null
  /** Of the decompressed bytes, for "already read" checks; null where it was the only input and compressed. */
  readonly contentSha256: string | null
  readonly notes: readonly InputNote[]
  /** Set when the input could not be read, or not to its end: i18n `input-error.<id>`. */
  readonly error: { readonly id: string; readonly detail: string } | undefined
}
