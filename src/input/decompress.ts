import type { Container } from './magic.ts'
import { containerOf } from './magic.ts'
import { gunzipPump } from './gunzip-pump.ts'
import { inputFailure } from './source.ts'
import { streamPump, type Pump } from './stream-pump.ts'

type Compression = Extract<Container, 'gzip' | 'zstd'>

/** Loaded by the first input that is compressed. */
type Library = typeof import('node:zlib')

const OPEN: Readonly<Record<Compression, (library: Library) => Pump>> = {
  gzip: ({ createGunzip }) => gunzipPump(createGunzip()) ?? streamPump(createGunzip({ chunkSize: 1 << 18 })),
  zstd: ({ createZstdDecompress }) => streamPump(createZstdDecompress({ chunkSize: 1 << 18 })),
}

/** What the library holds when it meets damage is lost with the write, so that writes are small. */
const WRITE_BYTES = 1 << 16
const MAGIC_BYTES = 4
const BEHIND = 'unknown bytes after the end'

const isPadding = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0)

async function* slices(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += WRITE_BYTES) yield Buffer.from(chunk.subarray(at, at + WRITE_BYTES))
  }
}

/**
 * Unpacks gzip (also several members) or zstd (also several frames). Everything before a cut or damage is delivered,
 * then an input failure `truncated` or `corrupt-archive` is thrown. Memory does not grow with the ratio.
 */
export async function* decompress(compression: Compression, stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const library = await import('node:zlib')
  const open = (): Pump => OPEN[compression](library)
  let pump: Pump | undefined = open()
  // Bytes behind a frame's end: too few to tell what they are until more come.
  let behind: Buffer = Buffer.alloc(0)

  /** The pump for what begins here: the one at work, or a new one for a new frame; undefined behind the last. */
  const pumpFor = (input: Buffer): Pump | undefined => {
    if (pump !== undefined || isPadding(input) || input.length < MAGIC_BYTES) return pump
    if (containerOf(input) !== compression) throw inputFailure('corrupt-archive', BEHIND)
    return open()
  }
  async function* unpack(slice: Buffer): AsyncGenerator<Buffer> {
    let input = slice
    for (pump = pumpFor(input); pump !== undefined && input.length > 0; pump = pumpFor(input)) {
      input = yield* pump.push(input)
      if (input.length === 0) return
      pump.close()
      pump = undefined
    }
    behind = isPadding(input) ? Buffer.alloc(0) : input
  }
  try {
    for await (const slice of slices(stored)) {
      const input = Buffer.concat([behind, slice])
      behind = Buffer.alloc(0)
      yield* unpack(input)
    }
    if (behind.length > 0) throw inputFailure('corrupt-archive', BEHIND)
    if (pump !== undefined) yield* pump.finish()
  } finally {
    pump?.close()
  }
}
