import { createHash } from 'node:crypto'
import { renameSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import { notWritten } from '../../i18n/not-written.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import { systemCode } from '../../kernel/system-code.ts'
import { begin, end } from '../unfinished.ts'
import { EVIDENCE_FOLDER, MANIFEST_FILE, revisionFolder, SUMS_FILE } from './layout.ts'
import { formatSums } from './sums.ts'

/** One file of a case folder, written as it is made. */
export interface FolderFile {
  readonly path: string
  readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

const FLUSH_AT = 1 << 20

/** Writes one file and returns its hash, taken of the very bytes that were written. */
const writeFile = async (folder: string, { path, content }: FolderFile): Promise<string> => {
  const full = join(folder, path)
  await mkdir(dirname(full), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const file = await open(full, 'wx', 0o600)
  let pending: Buffer[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(pending)
    hash.update(bytes)
    await file.writeFile(bytes)
    pending = []
    size = 0
  }
  try {
    for await (const piece of content) {
      const bytes = Buffer.from(piece as Uint8Array)
      pending.push(bytes)
      size += bytes.length
      if (size >= FLUSH_AT) await flush()
    }
    await flush()
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Refuses a folder that holds something else than a case: nothing of other people's is ever moved. */
export const checkTarget = async (folder: string): Promise<'new' | 'case'> => {
  const entries = await readdir(folder).catch((error: unknown) => {
    const code = systemCode(error)
    if (code === 'ENOENT') return undefined
    if (code === 'ENOTDIR') throw complain('complaint.not-a-case', { path: folder })
    throw complain('complaint.case-unreadable', { path: folder, detail: reasonOf(error) })
  })
  if (entries === undefined || entries.length === 0) return 'new'
  if (entries.includes(MANIFEST_FILE)) return 'case'
  throw complain('complaint.not-a-case', { path: folder })
}

/**
 * Puts the finished folder in place; the revision before moves aside first, and back if that fails. At once: Ctrl-C between the two steps
 * would leave no case at all.
 */
const putInPlace = async (made: string, folder: string, before: number | null): Promise<void> => {
  if (before === null) {
    // An empty folder may stand there; rename takes its place.
    renameSync(made, folder)
    return
  }
  const aside = revisionFolder(folder, before)
  if (await exists(aside)) throw complain('complaint.revision-there', { path: aside })
  renameSync(folder, aside)
  try {
    renameSync(made, folder)
  } catch (error) {
    renameSync(aside, folder)
    throw error
  }
}

const makeBeside = async (folder: string): Promise<string> => {
  await mkdir(dirname(folder), { recursive: true })
  return mkdtemp(`${folder}.tmp-`)
}

/**
 * Writes a whole case folder beside its place and renames it there: whoever looks sees the old one or the new one, never half of it.
 * `before` is the number of the revision that stands there now.
 */
export const writeFolder = async (folder: string, files: Iterable<FolderFile>, before: number | null): Promise<void> => {
  const made = await makeBeside(folder).catch((error: unknown) => {
    throw notWritten(folder, error)
  })
  begin(made)
  try {
    const sums = new Map<string, string>()
    for (const file of files) sums.set(file.path, await writeFile(made, file))
    await writeFile(made, { path: SUMS_FILE, content: [formatSums(sums)] })
    // A redacted case has none.
    if (await exists(join(made, EVIDENCE_FOLDER))) await chmod(join(made, EVIDENCE_FOLDER), 0o700)
    await putInPlace(made, folder, before)
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    throw notWritten(folder, error)
  } finally {
    end(made)
  }
}
