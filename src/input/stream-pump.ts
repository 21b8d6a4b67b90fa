import type { Gunzip, ZstdDecompress } from 'node:zlib'
import { inputFailure } from './source.ts'

/** Unpacks one stream, write by write. */
export interface Pump {
  /** Everything that `input` unpacks to; returns the bytes of `input` behind the end of the stream. */
  readonly push: (input: Buffer) => AsyncGenerator<Buffer, Buffer>
  readonly finish: () => AsyncGenerator<Buffer, void>
  readonly close: () => void
}

/** A stream that is cut off ends too early; anything else is damage. */
export const unpackFailure = (code: unknown, message: string): ReturnType<typeof inputFailure> =>
  inputFailure(code === 'Z_BUF_ERROR' ? 'truncated' : 'corrupt-archive', message)

/** By the stream that Node offers, which unpacks in a thread of its own. */
export const streamPump = (inflater: Gunzip | ZstdDecompress): Pump => {
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
    if (failure !== undefined) throw unpackFailure('code' in failure ? failure.code : undefined, failure.message)
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
