import type { HeaderData } from 'tar/header'
import type { ByteStore } from './byte-store.ts'
import { isTarHeader, TAR_BLOCK_BYTES } from './magic.ts'
import { inputFailure, isInputFailure, type InputFailure } from './source.ts'

/** Loaded by the first archive: what reads the headers, so that what lies between them need not be read to list it. */
const library = async () => ({ ...(await import('tar/header')), ...(await import('tar/pax')) })

export interface TarEntry {
  readonly name: string
  /** Where the name is no UTF-8: its bytes. */
  readonly rawName: Buffer | undefined
  /** The library's word for it: `File`, `SymbolicLink` … */
  readonly type: string
  readonly linkName: string
  readonly offset: number
  readonly size: number
  readonly modifiedMs: number | undefined
}

export interface ListedTar {
  /** In the order of the archive. */
  readonly entries: readonly TarEntry[]
  /** What ended the list before the archive's own end. */
  readonly problem: InputFailure | undefined
}

/** As the library has it for extracting: longer names and attributes are a trap. */
const MOST_EXTENDED_BYTES = 1 << 20
/** Entries that only say more about the next one, or about all that follow. */
const EXTENDED: Readonly<Record<string, 'local' | 'global' | 'path' | 'linkpath'>> = {
  ExtendedHeader: 'local',
  OldExtendedHeader: 'local',
  GlobalExtendedHeader: 'global',
  NextFileHasLongPath: 'path',
  OldGnuLongPath: 'path',
  NextFileHasLongLinkpath: 'linkpath',
}
const REPLACED = '\ufffd'

const padded = (size: number): number => Math.ceil(size / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES

const untilNul = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

/** The name's bytes (POSIX ustar: name at 0, prefix at 345): tars of older systems have no word for their character set. */
const nameBytes = (block: Buffer): Buffer => {
  const name = untilNul(block.subarray(0, 100))
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? untilNul(block.subarray(345, 500)) : Buffer.alloc(0)
  return prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name])
}

/** GNU's sparse files may have more of their map between header and data: each block says whether another one follows. */
const dataOffset = async (store: ByteStore, block: Buffer, type: string, at: number): Promise<number> => {
  let offset = at + TAR_BLOCK_BYTES
  for (let more = type === 'SparseFile' && block[482] !== 0; more; offset += TAR_BLOCK_BYTES) {
    more = ((await store.read(offset, TAR_BLOCK_BYTES))[504] ?? 0) !== 0
  }
  return offset
}

/** The members of a tar in the order in which they stand. Several tars one behind the other are one. */
export const listTar = async (store: ByteStore): Promise<ListedTar> => {
  const { Header, Pax } = await library()
  const entries: TarEntry[] = []
  let next: HeaderData = {}
  let all: HeaderData = {}
  let isClosed = false

  const extend = async (what: 'local' | 'global' | 'path' | 'linkpath', offset: number, size: number): Promise<void> => {
    if (size > MOST_EXTENDED_BYTES) throw inputFailure('corrupt-archive', 'incorrect header check')
    const text = (await store.read(offset, size)).toString()
    if (what === 'global') all = Pax.parse(text, all, true)
    else next = what === 'local' ? Pax.parse(text, next) : { ...next, [what]: text.replace(/\0[^]*/, '') }
  }
  /** Takes what begins with this block, and says where the next one begins. */
  const take = async (block: Buffer, at: number): Promise<number> => {
    if (!isTarHeader(block)) throw inputFailure('corrupt-archive', isClosed ? 'unknown bytes after the end' : 'incorrect header check')
    isClosed = false
    const header = new Header(block, 0, next, all)
    const { type, size = 0 } = header
    const offset = await dataOffset(store, block, type, at)
    const what = EXTENDED[type]
    if (what === undefined) {
      const name = next.path ?? header.path ?? ''
      const rawName = next.path === undefined && name.includes(REPLACED) ? nameBytes(block) : undefined
      const linkName = next.linkpath ?? header.linkpath ?? ''
      entries.push({ name, rawName, type, linkName, offset, size, modifiedMs: header.mtime?.getTime() })
      next = {}
    } else await extend(what, offset, size)
    return offset + padded(size)
  }
  try {
    const end = await store.size()
    for (let at = 0; at < end;) {
      const block = await store.read(at, TAR_BLOCK_BYTES)
      if (block.length < TAR_BLOCK_BYTES) break
      const isNothing = block.every((byte) => byte === 0)
      isClosed ||= isNothing
      at = isNothing ? at + TAR_BLOCK_BYTES : await take(block, at)
    }
    // Two blocks of zeros end it (POSIX pax, ustar): without any, members may be missing.
    return { entries, problem: isClosed ? undefined : inputFailure('truncated', 'unexpected end of file') }
  } catch (error) {
    if (!isInputFailure(error)) throw error
    return { entries, problem: error }
  }
}
