import { open, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import { notWritten } from '../../i18n/not-written.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import { systemCode } from '../../kernel/system-code.ts'
import { MANIFEST_FILE, SUMS_FILE } from '../../state/case-folder/layout.ts'
import type { Io } from '../io.ts'

type Pieces = Iterable<string> | AsyncIterable<string>
/** Takes a text; false when the reader has gone and nothing more is wanted. */
type Sink = (text: string) => Promise<boolean>

const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'])
const isClosedPipe = (error: unknown): boolean => CLOSED.has(systemCode(error) ?? '')

/** Small pieces are joined before they are written: one system call per event would dominate. */
const FLUSH_AT = 1 << 16

const pour = async (pieces: Pieces, sink: Sink): Promise<void> => {
  let pending = ''
  for await (const piece of pieces) {
    pending += piece
    if (pending.length < FLUSH_AT) continue
    if (!(await sink(pending))) return
    pending = ''
  }
  if (pending !== '') await sink(pending)
}

/** Waiting for each write is the back-pressure; a reader that closes the pipe (`head -1`) ends the writing quietly. */
const streamSink =
  (stream: NodeJS.WritableStream): Sink =>
  (text) =>
    new Promise((done, fail) => {
      stream.write(text, (error) => {
        if (error === null || error === undefined) done(true)
        else if (isClosedPipe(error)) done(false)
        else fail(error)
      })
    })

const toFile = async (path: string, pieces: Pieces): Promise<void> => {
  const file = await open(path, 'w', 0o600)
  try {
    await pour(pieces, async (text) => {
      await file.writeFile(text)
      return true
    })
  } finally {
    await file.close()
  }
}

const isStdout = (path: string | undefined): path is undefined | '-' => path === undefined || path === '-'

/** Data go to stdout, or to the file of `--output` (private: it names people). */
export const writeOut = async (io: Io, path: string | undefined, pieces: Pieces): Promise<void> => {
  try {
    await (isStdout(path) ? pour(pieces, streamSink(io.stdout)) : toFile(resolve(io.cwd, path), pieces))
  } catch (error) {
    throw notWritten(isStdout(path) ? 'stdout' : path, error)
  }
}

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isFile() === true

/** The sealed case folder that a file would lie in; undefined in any other place. */
const sealedAround = async (folder: string): Promise<string | undefined> => {
  if ((await isFile(join(folder, MANIFEST_FILE))) && (await isFile(join(folder, SUMS_FILE)))) return folder
  return dirname(folder) === folder ? undefined : sealedAround(dirname(folder))
}

/** Refuses an output that cannot be made, or that would break a seal, before hours are spent on what would go into it. */
export const checkOutput = async (io: Io, path: string | undefined): Promise<void> => {
  if (isStdout(path)) return
  const file = resolve(io.cwd, path)
  const folder = await stat(dirname(file)).catch((error: unknown) => reasonOf(error))
  const found = await stat(file).catch(() => undefined)
  if (typeof folder === 'string') throw complain('complaint.not-written', { path, detail: folder }, 3)
  if (found?.isDirectory() === true) throw complain('complaint.not-written', { path, detail: 'EISDIR' }, 3)
  const sealed = await sealedAround(await realpath(dirname(file)))
  if (sealed !== undefined) throw complain('complaint.output-in-case', { path, folder: sealed })
}

/** Refuses to write over evidence: the same file under whatever name or link. */
export const checkNoInput = async (io: Io, path: string | undefined, inputs: readonly string[]): Promise<void> => {
  if (isStdout(path)) return
  const output = await stat(resolve(io.cwd, path)).catch(() => undefined)
  if (output?.isFile() !== true) return
  for (const input of inputs) {
    const found = await stat(input).catch(() => undefined)
    if (found?.dev === output.dev && found.ino === output.ino) throw complain('complaint.output-is-input', { path })
  }
}

/** Talk goes to stderr, and never fails. */
export const talk = (io: Io, line: string): void => {
  io.stderr.write(`${line}\n`)
}
