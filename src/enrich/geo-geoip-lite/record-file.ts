import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file of records of one length, in memory as far as somebody asked for them. */
export interface RecordFile {
  readonly count: number
  /** The unsigned 32-bit number, big-endian, at this byte of a record. */
  readonly wordAt: (record: number, byte: number) => number
  readonly bytesOf: (record: number) => Buffer
  readonly close: () => void
}

/** As many records as are read together: one and a half to six kilobytes. */
const PAGE_BITS = 6

/** Throws when the file cannot be opened. */
export const openRecordFile = (path: string, recordBytes: number): RecordFile => {
  const file = openSync(path, 'r')
  const pageBytes = recordBytes << PAGE_BITS
  const pages: (DataView<ArrayBufferLike> | undefined)[] = []
  const read = (number: number): DataView<ArrayBufferLike> => {
    const bytes = Buffer.allocUnsafe(pageBytes)
    readSync(file, bytes, 0, pageBytes, number * pageBytes)
    return (pages[number] = new DataView(bytes.buffer, bytes.byteOffset, pageBytes))
  }
  const pageOf = (record: number): DataView<ArrayBufferLike> => pages[record >>> PAGE_BITS] ?? read(record >>> PAGE_BITS)
  const offsetOf = (record: number): number => (record & ((1 << PAGE_BITS) - 1)) * recordBytes
  return {
    count: Math.floor(fstatSync(file).size / recordBytes),
    wordAt: (record, byte) => pageOf(record).getUint32(offsetOf(record) + byte),
    bytesOf: (record) => {
      const { buffer, byteOffset } = pageOf(record)
      return Buffer.from(buffer, byteOffset + offsetOf(record), recordBytes)
    },
    close: () => closeSync(file),
  }
}
