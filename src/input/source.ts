import { systemCode } from '../kernel/system-code.ts'
import type { ByteStore } from './byte-store.ts'
import type { InputSource } from './input.ts'
import type { Spool } from './spool.ts'

/** Where the bytes of a zip member lie: what its central directory says, as plain data. */
export interface ZipEntry {
  readonly fileName: string
  readonly relativeOffsetOfLocalHeader: number
  readonly compressedSize: number
  readonly uncompressedSize: number
  readonly compressionMethod: number
  readonly generalPurposeBitFlag: number
  readonly crc32: number
}

/** A file on disk, opened read-only and by its path each time. */
export interface PlainFile extends InputSource {
  readonly kind: 'file'
  /** Absolute path. */
  readonly file: string
  readonly size: number
}

/** An archive on disk. */
export interface StoredArchive {
  readonly file: string
  /** As the user wrote it. */
  readonly path: string
  /** Of its stored bytes, where it was asked for: it is read once more for that. */
  readonly sha256?: string
}

/** A member of a zip, which is a file, or what came through a pipe, spooled. */
export interface ArchiveMember extends InputSource {
  readonly kind: 'member'
  readonly archive: StoredArchive | { readonly spool: Spool }
  /** Where the zip lies itself, if it is a member of the archive. */
  readonly store?: ByteStore
  readonly entry: ZipEntry
  readonly size: number
}

/** A member of a tar: a stretch of it, or of what it unpacks to. */
export interface TarMember extends InputSource {
  readonly kind: 'tar-member'
  readonly archive: ArchiveMember['archive']
  readonly store: ByteStore
  readonly offset: number
  readonly size: number
}

/** Standard input: read once, kept in a private spool so that evidence can be read again. */
export interface StdinSource extends InputSource {
  readonly kind: 'stdin'
  readonly stream: AsyncIterable<Uint8Array>
  readonly spool: Spool
  /** Undefined until it was read to its end. */
  readonly size: undefined
}

/** One thing to read, with what is needed to open it. `size` is in stored bytes; of a member, as extracted. */
export type SourceFile = PlainFile | ArchiveMember | TarMember | StdinSource

/** The archive on disk that a source is a member of. */
export const archiveOf = (source: SourceFile): StoredArchive | undefined =>
  'archive' in source && 'file' in source.archive ? source.archive : undefined

/** The file on disk that a source is, or lies in; undefined for what came through a pipe. */
export const fileOf = (source: SourceFile): string | undefined => {
  return source.kind === 'file' ? source.file : archiveOf(source)?.file
}

export interface ExpandedInputs {
  readonly sources: readonly SourceFile[]
  readonly errors: readonly InputError[]
}

/** An input that cannot be read: i18n `input-error.<id>`. */
export interface InputError {
  readonly path: string
  readonly id: InputErrorId
  readonly detail: string
}

const INPUT_ERROR_IDS = [
  'missing',
  'no-files',
  'unreadable',
  'is-binary',
  'is-office',
  'empty',
  'truncated',
  'corrupt-archive',
  'bad-parquet',
  'encrypted-archive',
  'too-deep',
  'skipped',
] as const
export type InputErrorId = (typeof INPUT_ERROR_IDS)[number]

/** Thrown inside this room only, and turned into an error value at its doors. */
export interface InputFailure {
  readonly inputError: InputErrorId
  readonly detail: string
}

export const inputFailure = (inputError: InputErrorId, detail: string): InputFailure => ({ inputError, detail })

export const isInputFailure = (value: unknown): value is InputFailure =>
  typeof value === 'object' && value !== null && 'inputError' in value

/** Does this throw tell of the input (ours, or the file system's and decompressors', which carry a code), and not of a bug? */
export const isInputProblem = (error: unknown): boolean => isInputFailure(error) || systemCode(error) !== undefined

/** Any throw as an error value: ours as they are, file system errors by their code. */
export const toInputError = (path: string, error: unknown): InputError => {
  if (isInputFailure(error)) return { path, id: error.inputError, detail: error.detail }
  const code = systemCode(error)
  const message = error instanceof Error ? error.message : String(error)
  return { path, id: code === 'ENOENT' ? 'missing' : 'unreadable', detail: code ?? message }
}
