import type { AsyncBuffer, Compressors } from 'hyparquet'
import { linesOf, parquetParsers, textColumn, type TextColumn } from './parquet-row.ts'
import { inputFailure } from './source.ts'
import { createSpool, type Spool } from './spool.ts'

/** Rows made into text at once. */
const ROWS_AT_ONCE = 4096
/** A page says how much it unpacks to. Writers make pages of about 1 MB; what says more than this is a trap. */
const MOST_PAGE_BYTES = 256 << 20

const unpacked = (bytes: number): { readonly maxOutputLength: number } => {
  if (bytes > MOST_PAGE_BYTES) throw inputFailure('bad-parquet', `a page of ${bytes} bytes`)
  return { maxOutputLength: Math.max(1, bytes) }
}

/** Snappy comes with the library, these with Node. */
const loadCompressors = async (): Promise<Compressors> => {
  const { brotliDecompressSync, gunzipSync, zstdDecompressSync } = await import('node:zlib')
  return {
    GZIP: (input, length) => gunzipSync(input, unpacked(length)),
    ZSTD: (input, length) => zstdDecompressSync(input, unpacked(length)),
    BROTLI: (input, length) => brotliDecompressSync(input, unpacked(length)),
  }
}

const asFile = (spool: Spool): AsyncBuffer => ({
  byteLength: spool.size(),
  slice: (start, end = spool.size()) => {
    const bytes = spool.read(start, end - start)
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  },
})

async function* rowLines(spool: Spool): AsyncGenerator<Buffer> {
  // Loaded by whoever reads such a file, and nobody else.
  const { parquetMetadataAsync, parquetScan, parquetSchema } = await import('hyparquet')
  const compressors = await loadCompressors()
  const file = asFile(spool)
  const metadata = await parquetMetadataAsync(file)
  const names = parquetSchema(metadata).children.map(({ element }) => element.name)
  let rowStart = 0
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows)
    // One column after the other: all cells of a row group as values take gigabytes, as texts a tenth of it.
    const columns: TextColumn[] = []
    for (const name of names) {
      // A scan keeps what it has read: one for each column.
      const scan = await parquetScan({ file, metadata, columns: [name], compressors, parsers: parquetParsers })
      columns.push(textColumn(name, await scan.readColumn({ column: name, rowStart, rowEnd })))
    }
    for (let row = 0; row < rowEnd - rowStart; row += ROWS_AT_ONCE) {
      yield Buffer.from(linesOf(columns, row, Math.min(rowEnd - rowStart, row + ROWS_AT_ONCE)))
    }
    rowStart = rowEnd
  }
}

/** The library throws plain errors and range errors for damage, a decompressor errors with a code. */
const asFault = (error: unknown): unknown => (error instanceof Error ? inputFailure('bad-parquet', error.message) : error)

/**
 * The rows of a Parquet file as lines of JSON, so that a row is a record like any other: line n is row n, and its origin
 * is the place of that line in this text. Such a file is read from its end, so what is stored is spooled first.
 */
export async function* parquetLines(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const spool = createSpool()
  try {
    for await (const chunk of stored) spool.append(chunk)
    const rows = rowLines(spool)
    for (;;) {
      const { done, value } = await rows.next().catch((error: unknown) => {
        throw asFault(error)
      })
      if (done === true) return
      yield value
    }
  } finally {
    spool.close()
  }
}
