import { closeSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { SourceFile, StdinSource, TarMember } from './source.ts'
import { inputFailure } from './source.ts'
import type { Spool } from './spool.ts'
import { memberBytes } from './zip.ts'

/** Measured: below 256 KiB the calls show, above 1 MiB nothing is gained. */
export const CHUNK_BYTES = 1 << 20
/** Up to here waiting for the system, four times per file, takes longer than what is waited for. */
const SMALL_BYTES = 1 << 16

/** Enough for a look at what something is. */
export const PEEK_BYTES = 1 << 16

/** A file that grows meanwhile is read to its new end. */
async function* smallFileBytes(path: string, chunkBytes: number): AsyncGenerator<Buffer> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, SMALL_BYTES))
      const bytesRead = readSync(file, buffer)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    closeSync(file)
  }
}

async function* fileBytes(path: string, chunkBytes: number): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r')
  try {
    const buffers = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)] as const
    const fetch = (turn: number): Promise<{ bytesRead: number; buffer: Buffer }> =>
      handle.read({ buffer: buffers[turn & 1] as Buffer, offset: 0, length: chunkBytes, position: null })
    let ahead = fetch(0)
    for (let turn = 1; ; turn++) {
      const { bytesRead, buffer } = await ahead
      if (bytesRead === 0) return
      // The next chunk is read while this one is worked on.
      ahead = fetch(turn)
      ahead.catch(() => undefined)
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

export async function* spooled(spool: Spool, chunkBytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < spool.size(); at += chunkBytes) yield spool.read(at, chunkBytes)
}

/** First what was read of it before; the stream goes on where whoever looked at its beginning stopped. */
async function* stdinBytes(source: StdinSource, chunkBytes: number): AsyncGenerator<Buffer> {
  yield* spooled(source.spool, chunkBytes)
  const stream = source.stream[Symbol.asyncIterator]()
  for await (const chunk of { [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) }) {
    source.spool.append(chunk)
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  }
}

async function* tarMemberBytes({ store, offset, size }: TarMember, chunkBytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; at += chunkBytes) {
    const asked = Math.min(chunkBytes, size - at)
    const bytes = await store.read(offset + at, asked)
    if (bytes.length > 0) yield bytes
    if (bytes.length < asked) throw inputFailure('truncated', 'unexpected end of file')
  }
}

async function* rechunk(chunks: AsyncIterable<Buffer>, chunkBytes: number): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += chunkBytes) yield chunk.subarray(at, at + chunkBytes)
  }
}

/**
 * The stored bytes of a source from the start, in chunks of at most `chunkBytes`; a chunk is valid until the next
 * one is asked for. Standard input is spooled while it is read and comes from its spool the second time.
 */
export const storedBytes = (source: SourceFile, chunkBytes: number = CHUNK_BYTES): AsyncGenerator<Buffer> => {
  if (source.kind === 'file')
    return source.size <= SMALL_BYTES ? smallFileBytes(source.file, chunkBytes) : fileBytes(source.file, chunkBytes)
  if (source.kind === 'tar-member') return tarMemberBytes(source, chunkBytes)
  return rechunk(source.kind === 'stdin' ? stdinBytes(source, chunkBytes) : memberBytes(source), chunkBytes)
}
