import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file of records of one length, in memory as far as somebody asked for them. */
export interface RecordFile {
  readonly count: number
  /** The bytes that hold a record, from `offsetOf` on. */
  readonly pageOf: (record: number) => Buffer
  readonly offsetOf: (record: number) => number
  readonly close: () => void
}

/** As many records as are read together: one and a half to six kilobytes. */
const PAGE_BITS = 6

/** Throws when the file cannot be opened. */
export const openRecordFile = (path: string, recordBytes: number): RecordFile => {
  const file = openSync(path, 'r')
  const pageBytes = recordBytes << PAGE_BITS
  const pages: (Buffer | undefined)[] = []
  const read = (number: number): Buffer => {
    const page = Buffer.allocUnsafe(pageBytes)
    readSync(file, page, 0, pageBytes, number * pageBytes)
    pages[number] = page
    return page
  }
  return {
    count: Math.floor(fstatSync(file).size / recordBytes),
    pageOf: (record) => pages[record >>> PAGE_BITS] ?? read(record >>> PAGE_BITS),
    offsetOf: (record) => (record & ((1 << PAGE_BITS) - 1)) * recordBytes,
    close: () => closeSync(file),
  }
}
