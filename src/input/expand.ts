import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, resolve } from 'node:path'
import { fileStore, type ByteStore } from './byte-store.ts'
import { archiveMembers, archiveKind } from './archive-members.ts'
import { findFiles } from './find-files.ts'
import type { ExpandedInputs, InputError, SourceFile } from './source.ts'
import { archiveOf, fileOf, toInputError } from './source.ts'
import { createSpool } from './spool.ts'
import { PEEK_BYTES, spooled, storedBytes } from './stored-bytes.ts'
import { createSpoolShelf, type SpoolShelf } from './unpacked-store.ts'

export interface ExpandOptions {
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Folder for the private, unlinked spools of what is piped or unpacked. Default: the system's. */
  readonly tmpDir?: string
  /** Archives are hashed too, besides their members. */
  readonly hashArchives?: boolean
}

/** What is known while arguments are looked at. */
interface Expansion extends ExpandOptions {
  readonly cwd: string
  readonly shelf: SpoolShelf
}

async function* asBuffers(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

/** What is asked for passes through; `kept` has all that passed. */
const keeping = (stream: AsyncIterator<Buffer>, kept: Buffer[]): AsyncIterator<Buffer> => ({
  next: async () => {
    const next = await stream.next()
    if (next.done !== true) kept.push(Buffer.from(next.value))
    return next
  },
})

/** What can be read once only: an archive needs all of it before its members are known. */
const expandPipe = async (
  path: string,
  stream: AsyncIterable<Uint8Array>,
  { tmpDir, shelf }: Expansion,
  whatElse: 'as-it-comes' | 'whole',
): Promise<ExpandedInputs> => {
  const rest = asBuffers(stream)
  const kept: Buffer[] = []
  const kind = await archiveKind(keeping(rest, kept))
  const spool = createSpool(tmpDir)
  async function* all(): AsyncGenerator<Buffer> {
    yield* kept.splice(0)
    yield* rest
  }
  if (kind !== undefined || whatElse === 'whole') for await (const chunk of all()) spool.append(chunk)
  if (kind === undefined) {
    return { sources: [{ kind: 'stdin', path, stream: all(), spool, size: undefined, modifiedMs: undefined }], errors: [] }
  }
  const store: ByteStore = { size: async () => spool.size(), read: async (offset, length) => spool.read(offset, length) }
  return archiveMembers(kind, path, { archive: { spool }, store, stored: () => spooled(spool, PEEK_BYTES) }, shelf)
}

const hashOf = async (source: SourceFile): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of storedBytes(source)) hash.update(chunk)
  return hash.digest('hex')
}

const expandFile = async (path: string, expansion: Expansion): Promise<ExpandedInputs> => {
  const file = resolve(expansion.cwd, path)
  const info = await stat(file)
  // A named pipe (`<(zcat …)`). Whoever fills several one after the other would wait for us with the first, and we with the second.
  if (!info.isFile()) return expandPipe(path, createReadStream(file), expansion, 'whole')
  // By links, too, the same file is read once.
  const source: SourceFile = { kind: 'file', path, file: await realpath(file), size: info.size, modifiedMs: info.mtimeMs }
  const head = storedBytes(source, PEEK_BYTES)
  const kind = await archiveKind(head).finally(() => head.return(undefined))
  if (kind === undefined) return { sources: [source], errors: [] }
  const archive = { file: source.file, path, ...(expansion.hashArchives === true ? { sha256: await hashOf(source) } : {}) }
  return archiveMembers(kind, path, { archive, store: fileStore(source.file), stored: () => storedBytes(source) }, expansion.shelf)
}

const nothingFound = (arg: string, cwd: string, id: 'missing' | 'no-files'): InputError => ({
  path: arg,
  id,
  detail: isAbsolute(arg) ? arg : resolve(cwd, arg),
})

const expandArgument = async (arg: string, expansion: Expansion): Promise<ExpandedInputs> => {
  const { cwd, stdin } = expansion
  if (arg === '-') {
    return stdin === undefined
      ? { sources: [], errors: [{ path: '-', id: 'missing', detail: 'stdin' }] }
      : expandPipe('-', stdin, expansion, 'as-it-comes')
  }
  const sources: SourceFile[] = []
  const { paths, errors } = await findFiles(arg, cwd)
  for (const path of paths) {
    try {
      const expanded = await expandFile(path, expansion)
      sources.push(...expanded.sources)
      errors.push(...expanded.errors)
    } catch (error) {
      const failed = toInputError(path, error)
      errors.push(failed.id === 'missing' ? nothingFound(path, cwd, 'missing') : failed)
    }
  }
  if (sources.length === 0 && errors.length === 0) errors.push(nothingFound(arg, cwd, 'no-files'))
  return { sources, errors }
}

/** The same file given twice is read once. */
const withoutRepeats = (sources: readonly SourceFile[]): readonly SourceFile[] => {
  const keyOf = (source: SourceFile): string => {
    const file = fileOf(source)
    const archive = archiveOf(source)
    if (file === undefined) return source.path
    return archive === undefined ? file : `${file}${source.path.slice(archive.path.length)}`
  }
  return [...new Map(sources.toReversed().map((source) => [keyOf(source), source])).values()].toReversed()
}

/**
 * From arguments (files, folders, globs, `-`) to things to read, in the order given, folders sorted by code unit. A zip or a tar
 * becomes its members, `a.zip!/member`. Whatever cannot be read is an error value; nothing is thrown.
 */
export const expandInputs = async (args: readonly string[], cwd: string, options: ExpandOptions = {}): Promise<ExpandedInputs> => {
  const parts: ExpandedInputs[] = []
  const expansion: Expansion = { ...options, cwd, shelf: createSpoolShelf(options.tmpDir) }
  for (const arg of args) {
    parts.push(await expandArgument(arg, expansion).catch((error: unknown) => ({ sources: [], errors: [toInputError(arg, error)] })))
  }
  return { sources: withoutRepeats(parts.flatMap(({ sources }) => sources)), errors: parts.flatMap(({ errors }) => errors) }
}
