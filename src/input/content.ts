import { decompress } from './decompress.ts'
import { containerOf, isTar, TAR_BLOCK_BYTES, type Container } from './magic.ts'
import { parquetLines } from './parquet.ts'
import { inputFailure, isInputFailure, type InputFailure } from './source.ts'

/** A compressed file inside a compressed file happens; a deeper one is a trap. */
const MAX_LAYERS = 2

/** The same chunks, after a look at the first bytes. */
const peekHead = async (chunks: AsyncIterator<Buffer>): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Buffer> }> => {
  let head = Buffer.alloc(0)
  let failure: InputFailure | undefined
  try {
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      head = Buffer.concat([head, next.value])
      if (head.length >= TAR_BLOCK_BYTES) break
    }
  } catch (error) {
    // What came before a cut is delivered first.
    if (!isInputFailure(error) || head.length === 0) throw error
    failure = error
  }
  async function* all(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head
    if (failure !== undefined) throw failure
    yield* { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }
  }
  return { head, all: all() }
}

interface Unwrapped {
  /** How often it was compressed. */
  readonly layers: number
  readonly head: Buffer
  /** What it is, compressed no more. */
  readonly container: Exclude<Container, 'gzip' | 'zstd'> | undefined
  readonly content: AsyncIterable<Buffer>
}

/** What stored bytes hold below all compression, by what the bytes are, whatever the file is called. */
export const unwrap = async (stored: AsyncIterator<Buffer>): Promise<Unwrapped> => {
  let layer = stored
  for (let layers = 0; ; layers++) {
    const { head, all } = await peekHead(layer)
    const container = containerOf(head)
    if (container !== 'gzip' && container !== 'zstd') return { layers, head, container, content: all }
    if (layers === MAX_LAYERS) throw inputFailure('too-deep', container)
    layer = decompress(container, all)[Symbol.asyncIterator]()
  }
}

/** Content of stored bytes: decompressed, and a table's rows as lines. */
export const openContent = async (
  stored: AsyncIterator<Buffer>,
): Promise<{ readonly isCompressed: boolean; readonly isTable: boolean; readonly content: AsyncIterable<Buffer> }> => {
  const { layers, head, container, content } = await unwrap(stored)
  if (container === 'parquet') return { isCompressed: true, isTable: true, content: parquetLines(content) }
  if (container === 'zip' || isTar(head)) throw inputFailure('too-deep', container ?? 'tar')
  return { isCompressed: layers > 0, isTable: false, content }
}
