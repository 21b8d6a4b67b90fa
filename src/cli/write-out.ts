import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { userError } from '../kernel/user-error.ts'
import type { Io } from './io.ts'

const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED')

/** Small pieces are joined before they are written: one system call per event would dominate. */
const FLUSH_AT = 1 << 16

/** Writes with back-pressure. A reader that closes the pipe (`head -1`) ends the writing quietly: returns false. */
const writeTo = async (stream: NodeJS.WritableStream, pieces: Iterable<string>): Promise<boolean> => {
  let closed = false
  let failure: unknown
  const onError = (error: unknown): void => {
    closed = true
    if (!isClosedPipe(error)) failure = error
  }
  stream.on('error', onError)
  let pending = ''
  const flush = async (): Promise<void> => {
    if (pending === '' || closed) return
    const text = pending
    pending = ''
    const drained = stream.write(text)
    if (!drained && !closed) await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined)
  }
  for (const piece of pieces) {
    pending += piece
    if (pending.length >= FLUSH_AT) await flush()
    if (closed) break
  }
  await flush()
  if (!closed) await new Promise<void>((resolve) => { stream.write('', () => resolve()) })
  stream.off('error', onError)
  if (failure !== undefined) throw failure
  return !closed
}

const toFile = async (path: string, pieces: Iterable<string>): Promise<void> => {
  const file = createWriteStream(path, { mode: 0o600 })
  const done = once(file, 'finish')
  // The file may fail to open before anybody awaits: the rejection is met below, not by the process.
  done.catch(() => undefined)
  try {
    await writeTo(file, pieces)
    file.end()
    await done
  } catch (error) {
    throw userError(`Could not write ${path}: ${error instanceof Error ? error.message : String(error)}`, 'Check that the folder exists and may be written to.', 3)
  }
}

/** Data go to stdout, or to the file of `--output` (private: it names people). */
export const writeOut = async (io: Io, path: string | undefined, pieces: Iterable<string>): Promise<void> => {
  if (path === undefined || path === '-') await writeTo(io.stdout, pieces)
  else await toFile(path, pieces)
}

/** Talk goes to stderr, and never fails. */
export const talk = (io: Io, line: string): void => {
  io.stderr.write(`${line}\n`)
}
