import type { Readable } from 'node:stream'
import type { Entry, Options, ZipFile } from 'yauzl'
import type { ArchiveMember, ZipEntry } from './source.ts'
import { inputFailure } from './source.ts'

/** Loaded by the first archive. */
const library = () => import('yauzl')

const OPTIONS: Options = { lazyEntries: true, autoClose: false, strictFileNames: false, validateEntrySizes: true }
const ENCRYPTED = 1

const openZip = async (archive: ArchiveMember['archive']): Promise<ZipFile> => {
  const { fromFd, open } = await library()
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile): void =>
      error === null ? resolve(zip) : reject(inputFailure('corrupt-archive', error.message))
    if ('spool' in archive) fromFd(archive.spool.fd, OPTIONS, done)
    else open(archive.file, OPTIONS, done)
  })
}

/** A spool outlives the zip reader that looks into it. */
const closeZip = (archive: ArchiveMember['archive'], zip: ZipFile): void => {
  if ('file' in archive) zip.close()
}

const asData = (entry: Entry): ZipEntry => ({
  fileName: entry.fileName,
  relativeOffsetOfLocalHeader: entry.relativeOffsetOfLocalHeader,
  compressedSize: entry.compressedSize,
  uncompressedSize: entry.uncompressedSize,
  compressionMethod: entry.compressionMethod,
  generalPurposeBitFlag: entry.generalPurposeBitFlag,
  crc32: entry.crc32,
})

export const isEncryptedEntry = (entry: ZipEntry): boolean => (entry.generalPurposeBitFlag & ENCRYPTED) !== 0

export interface ListedEntry {
  readonly entry: ZipEntry
  readonly modifiedMs: number
}

/** The files in a zip, in the order of its directory. Throws an input failure when the archive is damaged. */
export const listZip = async (archive: ArchiveMember['archive']): Promise<readonly ListedEntry[]> => {
  const zip = await openZip(archive)
  try {
    return await new Promise((resolve, reject) => {
      const entries: ListedEntry[] = []
      zip.on('entry', (entry: Entry) => {
        if (!entry.fileName.endsWith('/')) entries.push({ entry: asData(entry), modifiedMs: entry.getLastModDate().getTime() })
        zip.readEntry()
      })
      zip.on('end', () => resolve(entries))
      zip.on('error', (error: Error) => reject(inputFailure('corrupt-archive', error.message)))
      zip.readEntry()
    })
  } finally {
    closeZip(archive, zip)
  }
}

const readStream = async (zip: ZipFile, entry: ZipEntry): Promise<Readable> => {
  const { Entry: Whole } = await library()
  return new Promise((resolve, reject) => {
    const whole = Object.assign(Object.create(Whole.prototype) as Entry, entry)
    zip.openReadStream(whole, (error, stream) =>
      error === null ? resolve(stream) : reject(inputFailure('corrupt-archive', error.message)),
    )
  })
}

/** The extracted bytes of a member. Throws an input failure on damage, after what could be read. */
export async function* memberBytes(member: ArchiveMember): AsyncGenerator<Buffer> {
  if (isEncryptedEntry(member.entry)) throw inputFailure('encrypted-archive', member.entry.fileName)
  const zip = await openZip(member.archive)
  try {
    for await (const chunk of await readStream(zip, member.entry)) yield chunk as Buffer
  } catch (error) {
    throw error instanceof Error ? inputFailure('corrupt-archive', error.message) : error
  } finally {
    closeZip(member.archive, zip)
  }
}
