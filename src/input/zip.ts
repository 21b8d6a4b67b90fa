import type { Readable } from 'node:stream'
import type { Entry, Options, ZipFile } from 'yauzl'
import type { ArchiveMember, ZipEntry } from './source.ts'
import { inputFailure } from './source.ts'

/** Loaded by the first archive. */
const library = () => import('yauzl')

const OPTIONS: Options = { lazyEntries: true, autoClose: false, strictFileNames: false, validateEntrySizes: true }
const ENCRYPTED = 1

/** The library's words for it hold figures; these do not, so that they can be said in any language. */
const UNSOUND: readonly (readonly [RegExp, string])[] = [
  [/^not enough bytes/, 'unexpected end of file'],
  [/^too many bytes/, 'incorrect length check'],
  [/^file data overflows file bounds/, 'unexpected end of file'],
  [/^unsupported compression method/, 'unknown compression method'],
  [/^invalid .*(?:header|record) signature/, 'incorrect header check'],
  [/^multi-disk zip files/, 'one part of several'],
  [/^Invalid comment length/, 'unknown bytes after the end'],
]
const damage = ({ message }: Error): ReturnType<typeof inputFailure> =>
  inputFailure('corrupt-archive', UNSOUND.find(([pattern]) => pattern.test(message))?.[1] ?? message)

const openZip = async (archive: ArchiveMember['archive']): Promise<ZipFile> => {
  const { fromFd, open } = await library()
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile): void => (error === null ? resolve(zip) : reject(damage(error)))
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
      zip.on('error', (error: Error) => reject(damage(error)))
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
    zip.openReadStream(whole, (error, stream) => (error === null ? resolve(stream) : reject(damage(error))))
  })
}

/** The extracted bytes of a member. Throws an input failure on damage, after what could be read. */
export async function* memberBytes(member: ArchiveMember): AsyncGenerator<Buffer> {
  if (isEncryptedEntry(member.entry)) throw inputFailure('encrypted-archive', member.entry.fileName)
  const zip = await openZip(member.archive)
  const { crc32 } = await import('node:zlib')
  try {
    let sum = 0
    for await (const chunk of (await readStream(zip, member.entry)) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum)
      yield chunk
    }
    // The library leaves this to its caller (RFC 1952 and APPNOTE 4.4.7 name the same sum).
    if (sum !== member.entry.crc32) throw inputFailure('corrupt-archive', 'incorrect data check')
  } catch (error) {
    throw error instanceof Error ? damage(error) : error
  } finally {
    closeZip(member.archive, zip)
  }
}
