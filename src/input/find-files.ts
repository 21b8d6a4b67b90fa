import type { Stats } from 'node:fs'
import { glob, lstat, readdir, readlink, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isHidden } from './hidden.ts'
import { leadsToNoLog } from './no-log-link.ts'
import type { InputError } from './source.ts'
import { toInputError } from './source.ts'

const isGlob = (path: string): boolean => /[*?]/.test(path)

/** Files that an argument stands for; what in folders is no file, and folders that may not be looked into. */
interface Found {
  readonly paths: string[]
  readonly errors: InputError[]
}

/** Where nothing can be asked about a path it is one to read: reading it says why not. */
const isLink = async (file: string): Promise<boolean> => (await lstat(file).catch(() => undefined))?.isSymbolicLink() !== false

/** Is it a link, and does it lead to a place where no logs are? */
const isNoLogLink = async (file: string): Promise<boolean> => {
  const target = await readlink(file).catch(() => undefined)
  return target !== undefined && leadsToNoLog(file, target)
}

const kindOf = (info: Stats): string => {
  if (info.isFIFO()) return 'a named pipe'
  return info.isSocket() ? 'a socket' : 'a device'
}

/**
 * Something that was come across rather than asked for. A dead link is named rather than left out; a pipe is read only by whoever asks
 * for it, because without a writer it never ends.
 */
const meet = async (path: string, cwd: string, seen: Set<string>, found: Found): Promise<void> => {
  if (await isNoLogLink(resolve(cwd, path))) return
  const info = await stat(resolve(cwd, path)).catch(() => undefined)
  if (info?.isDirectory() === true) await walk(path, cwd, seen, found)
  else if (info?.isFile() === true || (info === undefined && (await isLink(resolve(cwd, path))))) found.paths.push(path)
  else if (info !== undefined) found.errors.push({ path, id: 'skipped', detail: kindOf(info) })
}

/**
 * Files below a folder as `folder/name`, sorted, without hidden ones; a folder met twice through links is read once, and one that
 * may not be read costs no other.
 */
const walk = async (folder: string, cwd: string, seen: Set<string>, found: Found): Promise<void> => {
  try {
    const real = await realpath(resolve(cwd, folder))
    if (seen.has(real)) return
    seen.add(real)
    for (const name of (await readdir(real)).toSorted()) if (!isHidden(name)) await meet(join(folder, name), cwd, seen, found)
  } catch (error) {
    found.errors.push(toInputError(folder, error))
  }
}

/** What a pattern fits, each as if it had been given itself: a shell that expands `logs/*` hands over its folders, too. */
const globbed = async (pattern: string, cwd: string): Promise<Found> => {
  const found: Found = { paths: [], errors: [] }
  const fitting: string[] = []
  for await (const path of glob(pattern, { cwd })) {
    if (!path.split('/').some(isHidden)) fitting.push(path)
  }
  const seen = new Set<string>()
  for (const path of fitting.toSorted()) await meet(path, cwd, seen, found)
  // `**` fits a folder and the files in it.
  return { paths: [...new Set(found.paths)], errors: found.errors }
}

/** Paths that an argument (a file, a folder, a glob) stands for. A name that nothing has is a path too: opening it says so. */
export const findFiles = async (arg: string, cwd: string): Promise<Found> => {
  const info = await stat(resolve(cwd, arg)).catch(() => undefined)
  if (info === undefined && isGlob(arg)) return globbed(arg, cwd)
  const found: Found = { paths: [], errors: [] }
  if (info?.isDirectory() === true) await walk(arg, cwd, new Set(), found)
  else found.paths.push(arg)
  return found
}
