import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import type { Charset } from './charset.ts'
import type { Consumer } from './consume.ts'
import { createConsumer } from './consume.ts'
import { openContent } from './content.ts'
import type { CsvHeaderHint } from './detect-shape.ts'
import type { ReadResult, RecordReceiver } from './input.ts'
import type { LineScanner } from './line-scanner.ts'
import type { InputError, SourceFile } from './source.ts'
import { inputFailure, isInputProblem, toInputError } from './source.ts'
import { CHUNK_BYTES, storedBytes } from './stored-bytes.ts'

export const DEFAULT_RECORD_CAP_BYTES = 16 << 20

export interface ReadOptions {
  /** Longer records are rejected and skipped without being held. Default 16 MiB. */
  readonly recordCapBytes?: number
  readonly charset?: Charset
  /** Headers for parts of a table that have none: see `csvHeaderHints`. Only those of the source's own folder are taken. */
  readonly csvHeaders?: readonly CsvHeaderHint[]
  /** Nothing else is read: what is unpacked is nobody's copy, and need not be hashed besides what is stored. */
  readonly isOnly?: boolean
  /** Stored bytes read so far. */
  readonly onProgress?: (bytes: number) => void
  /** Reads JSON records in part where that is enough; the receiver then gets runs of them. */
  readonly scanner?: LineScanner
  /** Bytes read at once; results do not depend on it. */
  readonly chunkBytes?: number
}

interface Meter {
  readonly chunks: AsyncGenerator<Buffer>
  readonly bytes: () => number
  /** The digest of everything, once it was read to its end. */
  readonly digest: () => string | null
}

const metered = (source: SourceFile, chunkBytes: number, onProgress: (bytes: number) => void): Meter => {
  const hash = createHash('sha256')
  let bytes = 0
  let digest: string | null = null
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of storedBytes(source, chunkBytes)) {
      hash.update(chunk)
      bytes += chunk.length
      onProgress(bytes)
      yield chunk
    }
    digest = hash.digest('hex')
  }
  return { chunks: chunks(), bytes: () => bytes, digest: () => digest }
}

const consume = async (content: AsyncIterable<Buffer>, consumer: Consumer, hash: Hash | undefined): Promise<void> => {
  let isEmpty = true
  try {
    for await (const chunk of content) {
      isEmpty = false
      hash?.update(chunk)
      consumer.push(chunk)
    }
  } catch (error) {
    // What was read before a cut or damage is delivered; what is no text at all is not.
    if (!isEmpty && toInputError('', error).id !== 'is-binary') consumer.finish()
    throw error
  }
  if (isEmpty) throw inputFailure('empty', '')
  consumer.finish()
}

/** Reads on for the digest's sake after the content gave out. */
const drain = async (meter: Meter): Promise<InputError | undefined> => {
  try {
    while ((await meter.chunks.next()).done !== true);
    return undefined
  } catch (error) {
    return toInputError('', error)
  }
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/**
 * Reads one input in one sequential pass: hashes, decompresses, cuts into records, and delivers them in order. Never
 * throws for what the input holds or lacks: that is `error`, after everything before it was delivered.
 */
export const readInput = async (source: SourceFile, receiver: RecordReceiver, options: ReadOptions = {}): Promise<ReadResult> => {
  const meter = metered(source, options.chunkBytes ?? CHUNK_BYTES, options.onProgress ?? (() => undefined))
  const consumer = createConsumer(receiver, {
    recordCapBytes: options.recordCapBytes ?? DEFAULT_RECORD_CAP_BYTES,
    charset: options.charset ?? 'auto',
    ...(options.scanner === undefined ? {} : { scanner: options.scanner }),
    csvHeaders: (options.csvHeaders ?? []).filter(({ path, folder }) => path !== source.path && folder === folderOf(source.path)),
  })
  let contentHash: Hash | undefined
  let contentDigest = meter.digest
  let error: InputError | undefined
  try {
    const { isCompressed, content } = await openContent(meter.chunks)
    if (isCompressed && options.isOnly !== true) contentHash = createHash('sha256')
    if (isCompressed) contentDigest = () => contentHash?.digest('hex') ?? null
    await consume(content, consumer, contentHash)
  } catch (thrown) {
    // What the receiver throws is a bug, and must not be told as a fault of the file.
    if (!isInputProblem(thrown)) {
      await meter.chunks.return(undefined)
      throw thrown
    }
    error = toInputError(source.path, thrown)
  }
  if (error !== undefined) await drain(meter)
  return {
    path: source.path,
    bytes: meter.bytes(),
    sha256: meter.digest(),
    notes: consumer.notes(),
    contentSha256: error === undefined ? contentDigest() : null,
    error: error === undefined ? undefined : { id: error.id, detail: error.detail },
  }
}
