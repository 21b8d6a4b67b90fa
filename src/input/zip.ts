import { Readable } from 'node:stream'
import type { Entry, Options, RandomAccessReader, ZipFile } from 'yauzl'
import type { ByteStore } from './byte-store.ts'
import { nameReader } from './member-names.ts'
import type { ArchiveMember, ZipEntry } from './source.ts'
import { inputFailure } from './source.ts'

/** Loaded by the first archive. */
const library = () => import('yauzl')

/** Names are only names: the library would refuse an archive of which one leads out of it. */
const OPTIONS: Options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }
const STRETCH_BYTES = 1 << 16
/** Bits of the general purpose flag (APPNOTE 4.4.4). */
const ENCRYPTED = 1
const IS_UTF8 = 1 << 11
/** Info-ZIP's field for the name in UTF-8 (APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075

/** Of an entry whose name is not decoded. The library's types do not know of it. */
interface RawEntry extends Omit<Entry, 'fileName'> {
  readonly fileName: Buffer
}
interface NameLibrary {
  readonly getFileNameLowLevel: (flag: number, name: Buffer, extraFields: Entry['extraFields'], strict: boolean) => string
}

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

/** A store as the library reads one; streams end before what `end` names. */
const readerOf = async (store: ByteStore): Promise<RandomAccessReader> => {
  const { RandomAccessReader } = await library()
  async function* stretch(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; at += STRETCH_BYTES) yield await store.read(at, Math.min(STRETCH_BYTES, end - at))
  }
  class StoreReader extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(stretch(start, end))
    }
  }
  return new StoreReader()
}

/** Where a zip lies. */
export type ZipPlace = Pick<ArchiveMember, 'archive' | 'store'>

const openZip = async ({ archive, store }: ZipPlace): Promise<ZipFile> => {
  const { fromFd, fromRandomAccessReader, open } = await library()
  const size = await store?.size()
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile): void => (error === null ? resolve(zip) : reject(damage(error)))
    if (store !== undefined && size !== undefined)
      readerOf(store).then((reader) => fromRandomAccessReader(reader, size, OPTIONS, done), reject)
    else if ('spool' in archive) fromFd(archive.spool.fd, OPTIONS, done)
    else open(archive.file, OPTIONS, done)
  })
}

/** A spool outlives the zip reader that looks into it. */
const closeZip = ({ archive, store }: ZipPlace, zip: ZipFile): void => {
  if (store === undefined && 'file' in archive) zip.close()
}

const asData = (entry: RawEntry, fileName: string): ZipEntry => ({
  fileName,
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

const readEntries = async (place: ZipPlace): Promise<readonly RawEntry[]> => {
  const zip = await openZip(place)
  try {
    return await new Promise((resolve, reject) => {
      const entries: RawEntry[] = []
      zip.on('entry', (entry: unknown) => {
        entries.push(entry as RawEntry)
        zip.readEntry()
      })
      zip.on('end', () => resolve(entries))
      zip.on('error', (error: Error) => reject(damage(error)))
      zip.readEntry()
    })
  } finally {
    closeZip(place, zip)
  }
}

/** The files in a zip, in the order of its directory. Throws an input failure when the archive is damaged. */
export const listZip = async (place: ZipPlace): Promise<readonly ListedEntry[]> => {
  const { getFileNameLowLevel } = (await library()) as unknown as NameLibrary
  const entries = await readEntries(place)
  const isSaid = ({ generalPurposeBitFlag: flag, extraFields }: RawEntry): boolean =>
    (flag & IS_UTF8) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH)
  const read = nameReader(entries.filter((entry) => !isSaid(entry)).map(({ fileName }) => fileName))
  return entries.flatMap((entry) => {
    const { fileName: raw, generalPurposeBitFlag: flag, extraFields } = entry
    const told = getFileNameLowLevel(flag, raw, extraFields, false)
    // Windows writes backslashes, and one is the second byte of some letters of CP932.
    const name = isSaid(entry) ? told : (read(raw)?.replaceAll('\\', '/') ?? told)
    return name.endsWith('/') ? [] : [{ entry: asData(entry, name), modifiedMs: entry.getLastModDate().getTime() }]
  })
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
  const zip = await openZip(member)
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
    closeZip(member, zip)
  }
}
