import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file in memory, of which only those pages are there that somebody asked for. */
export interface SparseFile {
  readonly size: number
  /** All of the file at its own offsets; what was not asked for with `need` is undefined bytes. */
  readonly bytes: Buffer
  readonly need: (offset: number, length: number) => void
  readonly close: () => void
}

const PAGE_BITS = 12
const PAGE_BYTES = 1 << PAGE_BITS

/** Throws when the file cannot be opened. */
export const openSparseFile = (path: string): SparseFile => {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  // Not filled with zeros: the system gives memory to those pages only that are written to.
  const bytes = Buffer.allocUnsafeSlow(size)
  const isHere = new Uint8Array(Math.ceil(size / PAGE_BYTES))
  const fetch = (page: number): void => {
    readSync(file, bytes, page * PAGE_BYTES, Math.min(PAGE_BYTES, size - page * PAGE_BYTES), page * PAGE_BYTES)
    isHere[page] = 1
  }
  return {
    size,
    bytes,
    need: (offset, length) => {
      const last = (offset + length - 1) >>> PAGE_BITS
      for (let page = offset >>> PAGE_BITS; page <= last; page += 1) if (isHere[page] === 0) fetch(page)
    },
    close: () => closeSync(file),
  }
}
