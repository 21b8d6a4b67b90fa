import { createReadStream } from 'node:fs'
import { glob, lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { containerOf } from './magic.ts'
import type { ArchiveMember, InputError, SourceFile } from './source.ts'
import { toInputError } from './source.ts'
import { createSpool } from './spool.ts'
import { isEncryptedEntry, listZip } from './zip.ts'

export interface ExpandOptions {
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Folder for the private, unlinked spool of standard input. Default: the system's. */
  readonly tmpDir?: string
}

export interface ExpandedInputs {
  readonly sources: readonly SourceFile[]
  readonly errors: readonly InputError[]
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isHidden = (name: string): boolean => name.startsWith('.')

const isGlob = (path: string): boolean => /[*?]/.test(path)

/** Files found below a folder, and folders that may not be looked into. */
interface Found {
  readonly paths: string[]
  readonly errors: InputError[]
}

/** Where nothing can be asked about a path it is one to read: reading it says why not. */
const isLink = async (file: string): Promise<boolean> => (await lstat(file).catch(() => undefined))?.isSymbolicLink() !== false

/**
 * Files below a folder as `folder/name`, sorted, without hidden ones; a folder met twice through links is read once, and one that
 * may not be read costs no other.
 */
const walk = async (folder: string, cwd: string, seen: Set<string>, found: Found): Promise<void> => {
  try {
    const real = await realpath(resolve(cwd, folder))
    if (seen.has(real)) return
    seen.add(real)
    for (const name of (await readdir(real)).toSorted(byCodeUnit)) {
      if (isHidden(name)) continue
      await meet(join(folder, name), cwd, seen, found)
    }
  } catch (error) {
    found.errors.push(toInputError(folder, error))
  }
}

const meet = async (path: string, cwd: string, seen: Set<string>, found: Found): Promise<void> => {
  const info = await stat(resolve(cwd, path)).catch(() => undefined)
  if (info?.isDirectory() === true) await walk(path, cwd, seen, found)
  // A dead link is named rather than left out.
  else if (info?.isFile() === true || (info === undefined && (await isLink(resolve(cwd, path))))) found.paths.push(path)
}

/** What a pattern fits, each as if it had been given itself: a shell that expands `logs/*` hands over its folders, too. */
const globbed = async (pattern: string, cwd: string, found: Found): Promise<Found> => {
  const fitting: string[] = []
  for await (const path of glob(pattern, { cwd })) {
    if (!path.split('/').some((part) => isHidden(part) && part !== '.' && part !== '..')) fitting.push(path)
  }
  const seen = new Set<string>()
  for (const path of fitting.toSorted(byCodeUnit)) await meet(path, cwd, seen, found)
  // `**` fits a folder and the files in it.
  return { paths: [...new Set(found.paths)], errors: found.errors }
}

const readMagic = async (file: string): Promise<Buffer> => {
  const handle = await open(file, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

// macOS puts a hidden twin of every file into this folder of a zip.
const isHiddenMember = (name: string): boolean => name.split('/').some((part) => isHidden(part) || part === '__MACOSX')

/** The part that every document of Office has (Open Packaging Conventions, ECMA-376 part 2), and the folder of a workbook's sheets. */
const OFFICE_PART = '[Content_Types].xml'
const WORKBOOK_FOLDER = 'xl/'

/** A workbook is a zip too, and often what somebody sends as "the log": its parts are no logs. */
const officeKind = (names: readonly string[]): string | undefined => {
  if (!names.includes(OFFICE_PART)) return undefined
  return names.some((name) => name.startsWith(WORKBOOK_FOLDER)) ? 'Excel' : 'Office'
}

const membersOf = async (path: string, archive: ArchiveMember['archive']): Promise<ExpandedInputs> => {
  const listed = (await listZip(archive))
    .filter(({ entry }) => !isHiddenMember(entry.fileName))
    .toSorted((a, b) => byCodeUnit(a.entry.fileName, b.entry.fileName))
  const office = officeKind(listed.map(({ entry }) => entry.fileName))
  if (office !== undefined) return { sources: [], errors: [{ path, id: 'is-office', detail: office }] }
  const nameOf = (fileName: string): string => `${path}!/${fileName}`
  return {
    sources: listed
      .filter(({ entry }) => !isEncryptedEntry(entry))
      .map(({ entry, modifiedMs }): ArchiveMember => ({
        kind: 'member',
        path: nameOf(entry.fileName),
        archive,
        entry,
        size: entry.uncompressedSize,
        modifiedMs,
      })),
    errors:
      listed.length === 0
        ? [{ path, id: 'empty', detail: '' }]
        : listed
            .filter(({ entry }) => isEncryptedEntry(entry))
            .map(({ entry }) => ({ path: nameOf(entry.fileName), id: 'encrypted-archive', detail: basename(path) })),
  }
}

const expandFile = async (path: string, cwd: string, { tmpDir }: ExpandOptions): Promise<ExpandedInputs> => {
  const file = resolve(cwd, path)
  const info = await stat(file)
  // A named pipe (`<(zcat …)`) can be read once only, like standard input.
  if (!info.isFile()) {
    const pipe: SourceFile = {
      kind: 'stdin',
      path,
      stream: createReadStream(file),
      spool: createSpool(tmpDir),
      size: undefined,
      modifiedMs: undefined,
    }
    return { sources: [pipe], errors: [] }
  }
  if (containerOf(await readMagic(file)) === 'zip') return membersOf(path, { file })
  // By links, too, the same file is read once.
  return { sources: [{ kind: 'file', path, file: await realpath(file), size: info.size, modifiedMs: info.mtimeMs }], errors: [] }
}

async function* asBuffers(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

/** The first four bytes, and a stream that still has them. */
const peek = async (stream: AsyncIterator<Buffer>): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Buffer> }> => {
  let head = Buffer.alloc(0)
  for (let next = await stream.next(); next.done !== true; next = await stream.next()) {
    head = Buffer.concat([head, next.value])
    if (head.length >= 4) break
  }
  async function* all(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head
    yield* { [Symbol.asyncIterator]: () => stream }
  }
  return { head, all: all() }
}

const expandStdin = async ({ stdin, tmpDir }: ExpandOptions): Promise<ExpandedInputs> => {
  if (stdin === undefined) return { sources: [], errors: [{ path: '-', id: 'missing', detail: 'stdin' }] }
  const { head, all } = await peek(asBuffers(stdin))
  const spool = createSpool(tmpDir)
  if (containerOf(head) !== 'zip') {
    return { sources: [{ kind: 'stdin', path: '-', stream: all, spool, size: undefined, modifiedMs: undefined }], errors: [] }
  }
  for await (const chunk of all) spool.append(chunk)
  return membersOf('-', { spool })
}

/** Paths that an argument stands for. Throws the file system's error when there is nothing of that name. */
const pathsOf = async (arg: string, cwd: string): Promise<Found> => {
  const info = await stat(resolve(cwd, arg)).catch(() => undefined)
  const below: Found = { paths: [], errors: [] }
  if (info === undefined && isGlob(arg)) return globbed(arg, cwd, below)
  if (info?.isDirectory() === true) await walk(arg, cwd, new Set(), below)
  else below.paths.push(arg)
  return below
}

const nothingFound = (arg: string, cwd: string, id: 'missing' | 'no-files'): InputError => ({
  path: arg,
  id,
  detail: isAbsolute(arg) ? arg : resolve(cwd, arg),
})

const expandArgument = async (arg: string, cwd: string, options: ExpandOptions): Promise<ExpandedInputs> => {
  if (arg === '-') return expandStdin(options)
  const sources: SourceFile[] = []
  const { paths, errors } = await pathsOf(arg, cwd)
  for (const path of paths) {
    try {
      const expanded = await expandFile(path, cwd, options)
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
    if (source.kind === 'file') return source.file
    return source.kind === 'member' && 'file' in source.archive ? `${source.archive.file}!/${source.entry.fileName}` : source.path
  }
  return [...new Map(sources.toReversed().map((source) => [keyOf(source), source])).values()].toReversed()
}

/**
 * From arguments (files, folders, globs, `-`) to things to read, in the order given, folders sorted by code unit. A zip
 * becomes its members, `a.zip!/member`. Whatever cannot be read is an error value; nothing is thrown.
 */
export const expandInputs = async (args: readonly string[], cwd: string, options: ExpandOptions = {}): Promise<ExpandedInputs> => {
  const parts: ExpandedInputs[] = []
  for (const arg of args) {
    parts.push(await expandArgument(arg, cwd, options).catch((error: unknown) => ({ sources: [], errors: [toInputError(arg, error)] })))
  }
  return { sources: withoutRepeats(parts.flatMap(({ sources }) => sources)), errors: parts.flatMap(({ errors }) => errors) }
}
