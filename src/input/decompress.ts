import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { Gunzip, ZstdDecompress } from 'node:zlib'
import type { Container } from './magic.ts'
import { containerOf } from './magic.ts'
import { inputFailure } from './source.ts'

type Compression = Exclude<Container, 'zip'>
type Inflater = Gunzip | ZstdDecompress

const OPEN: Readonly<Record<Compression, () => Inflater>> = {
  gzip: () => createGunzip({ chunkSize: 1 << 18 }),
  zstd: () => createZstdDecompress({ chunkSize: 1 << 18 }),
}

/** What the library holds when it meets damage is lost with the write, so that writes are small. */
const WRITE_BYTES = 1 << 16

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
  inflater.on('error', (error: Error) => { failure = error; signal() })
  inflater.on('end', () => { ended = true; signal() })
  inflater.on('readable', signal)
  inflater.on('close', signal)

  async function* drain(done: () => boolean): AsyncGenerator<Buffer, void> {
    for (;;) {
      const waiting = new Promise<void>((resolve) => { wake = resolve })
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
    inflater.write(input, () => { written = true; signal() })
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

/**
 * Unpacks gzip (also several members) or zstd (also several frames). Everything before a cut or damage is delivered,
 * then an input failure `truncated` or `corrupt-archive` is thrown. Memory does not grow with the ratio.
 */
export async function* decompress(compression: Compression, stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pump: Pump | undefined = createPump(OPEN[compression]())
  // Bytes behind a frame's end: too few to tell what they are until the next chunk.
  let behind: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of stored) {
      for (let at = 0; at < chunk.length; at += WRITE_BYTES) {
        let input: Buffer = Buffer.from(chunk.subarray(at, at + WRITE_BYTES))
        if (behind.length > 0) input = Buffer.concat([behind, input])
        behind = Buffer.alloc(0)
        while (input.length > 0) {
          if (pump === undefined) {
            if (input.length < 4 || isPadding(input)) { behind = isPadding(input) ? behind : input; break }
            if (containerOf(input) !== compression) throw inputFailure('corrupt-archive', 'unknown bytes after the end')
            pump = createPump(OPEN[compression]())
          }
          input = yield* pump.push(input)
          if (input.length > 0) { pump.close(); pump = undefined }
        }
      }
    }
    if (behind.length > 0) throw inputFailure('corrupt-archive', 'unknown bytes after the end')
    if (pump !== undefined) yield* pump.finish()
  } finally {
    pump?.close()
  }
}
