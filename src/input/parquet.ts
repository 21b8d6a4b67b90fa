import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import type { AsyncBuffer, Compressors } from 'hyparquet'
import { parquetParsers, rowText } from './parquet-row.ts'
import { inputFailure } from './source.ts'
import { createSpool, type Spool } from './spool.ts'

/** Rows held at once; a row group can have a million. */
const ROWS_AT_ONCE = 20_000
/** A page says how much it unpacks to. Writers make pages of about 1 MB; what says more than this is a trap. */
const MOST_PAGE_BYTES = 256 << 20

const unpacked = (bytes: number): { readonly maxOutputLength: number } => {
  if (bytes > MOST_PAGE_BYTES) throw inputFailure('bad-parquet', `a page of ${bytes} bytes`)
  return { maxOutputLength: Math.max(1, bytes) }
}

/** Snappy comes with the library, these with Node. */
const COMPRESSORS: Compressors = {
  GZIP: (input, length) => gunzipSync(input, unpacked(length)),
  ZSTD: (input, length) => zstdDecompressSync(input, unpacked(length)),
  BROTLI: (input, length) => brotliDecompressSync(input, unpacked(length)),
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
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet')
  const file = asFile(spool)
  const metadata = await parquetMetadataAsync(file)
  let groupStart = 0
  for (const { num_rows } of metadata.row_groups) {
    const groupEnd = groupStart + Number(num_rows)
    for (let rowStart = groupStart; rowStart < groupEnd; rowStart += ROWS_AT_ONCE) {
      const rowEnd = Math.min(groupEnd, rowStart + ROWS_AT_ONCE)
      const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors: COMPRESSORS, parsers: parquetParsers })
      yield Buffer.from(rows.map((row) => `${rowText(row)}\n`).join(''))
    }
    groupStart = groupEnd
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
