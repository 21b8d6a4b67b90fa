import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { Gunzip, ZstdDecompress } from 'node:zlib'
import type { Container } from './magic.ts'
import { containerOf } from './magic.ts'
import { inputFailure } from './source.ts'

type Compression = Exclude<Container, 'zip' | 'parquet'>
type Inflater = Gunzip | ZstdDecompress

const OPEN: Readonly<Record<Compression, () => Inflater>> = {
  gzip: () => createGunzip({ chunkSize: 1 << 18 }),
  zstd: () => createZstdDecompress({ chunkSize: 1 << 18 }),
}

/** What the library holds when it meets damage is lost with the write, so that writes are small. */
const WRITE_BYTES = 1 << 16
const MAGIC_BYTES = 4
const BEHIND = 'unknown bytes after the end'

interface Pump {
  /** Everything that `input` unpacks to; returns the bytes of `input` behind the end of the stream. */
  readonly push: (input: Buffer) => AsyncGenerator<Buffer, Buffer>
  readonly finish: () => AsyncGenerator<Buffer, void>
  readonly close: () => void
}

const createPump = (inflater: Inflater): Pump => {
  let failure: Error | undefined
  let ended = false
  let wake: () => void = () => undefined
  const signal = (): void => wake()
  inflater.on('error', (error: Error) => {
    failure = error
    signal()
  })
  inflater.on('end', () => {
    ended = true
    signal()
  })
  inflater.on('readable', signal)
  inflater.on('close', signal)

  async function* drain(done: () => boolean): AsyncGenerator<Buffer, void> {
    for (;;) {
      const waiting = new Promise<void>((resolve) => {
        wake = resolve
      })
      const output = inflater.read() as Buffer | null
      if (output !== null) yield output
      else if (failure !== undefined || ended || done()) return
      else await waiting
    }
  }
  const check = (): void => {
    if (failure === undefined) return
    const isCut = 'code' in failure && failure.code === 'Z_BUF_ERROR'
    throw inputFailure(isCut ? 'truncated' : 'corrupt-archive', failure.message)
  }
  async function* push(input: Buffer): AsyncGenerator<Buffer, Buffer> {
    const before = inflater.bytesWritten
    let written = false
    inflater.write(input, () => {
      written = true
      signal()
    })
    yield* drain(() => written && inflater.readableLength === 0)
    check()
    return input.subarray(inflater.bytesWritten - before)
  }
  async function* finish(): AsyncGenerator<Buffer, void> {
    if (ended) return
    inflater.end()
    yield* drain(() => false)
    check()
  }
  return { push, finish, close: () => inflater.destroy() }
}

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
  let pump: Pump | undefined = createPump(OPEN[compression]())
  // Bytes behind a frame's end: too few to tell what they are until more come.
  let behind: Buffer = Buffer.alloc(0)

  /** The pump for what begins here: the one at work, or a new one for a new frame; undefined behind the last. */
  const pumpFor = (input: Buffer): Pump | undefined => {
    if (pump !== undefined || isPadding(input) || input.length < MAGIC_BYTES) return pump
    if (containerOf(input) !== compression) throw inputFailure('corrupt-archive', BEHIND)
    return createPump(OPEN[compression]())
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
