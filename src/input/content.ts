import { decompress } from './decompress.ts'
import { containerOf } from './magic.ts'
import { parquetLines } from './parquet.ts'
import { inputFailure } from './source.ts'

const MAGIC_BYTES = 4
/** A compressed file inside a compressed file happens; a deeper one is a trap. */
const MAX_LAYERS = 2

/** The same chunks, after a look at the first bytes. */
const peekHead = async (chunks: AsyncIterator<Buffer>): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Buffer> }> => {
  let head = Buffer.alloc(0)
  while (head.length < MAGIC_BYTES) {
    const { done, value } = await chunks.next()
    if (done === true) break
    head = Buffer.concat([head, value])
  }
  async function* all(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head
    yield* { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }
  }
  return { head, all: all() }
}

/** Content of stored bytes: decompressed, and a table's rows as lines, by what the bytes are, whatever the file is called. */
export const openContent = async (
  stored: AsyncIterator<Buffer>,
): Promise<{ readonly isCompressed: boolean; readonly isTable: boolean; readonly content: AsyncIterable<Buffer> }> => {
  let layer = stored
  for (let depth = 0; ; depth++) {
    const { head, all } = await peekHead(layer)
    const container = containerOf(head)
    if (container === undefined) return { isCompressed: depth > 0, isTable: false, content: all }
    if (container === 'parquet') return { isCompressed: true, isTable: true, content: parquetLines(all) }
    if (container === 'zip' || depth === MAX_LAYERS) throw inputFailure('too-deep', container)
    layer = decompress(container, all)[Symbol.asyncIterator]()
  }
}
