import type { RawRecord } from '../model/record.ts'
import type { Charset } from './charset.ts'
import { createDecoding } from './charset.ts'
import { deliverPeeled } from './consume.ts'
import { csvCells, DELIMITERS } from './csv-cells.ts'
import type { ByteRange } from './evidence.ts'
import { openEvidence } from './evidence.ts'
import { EXTENDED_DELIMITER, isExtendedHeader } from './extended-log.ts'
import { journalEntry } from './journal-entry.ts'
import { hasLongNumber, parseJsonRecord } from './parse-json.ts'
import { peelRow } from './csv-envelope.ts'
import { peel, peelLine, type Peeled } from './peel.ts'
import { DEFAULT_RECORD_CAP_BYTES } from './read-input.ts'
import type { SourceFile } from './source.ts'
import { utf16Of } from './utf16.ts'

/** How the records of an input were framed the first time. */
export interface Framed {
  /** Of the table that the input is at this offset; undefined where it is none. */
  readonly headerAt: (offset: number) => readonly string[] | undefined
  readonly charset: Charset
}

const PIPES = DELIMITERS.indexOf('|')

const cellsUnder = (text: string, header: readonly string[]): readonly string[] => {
  const width = header.length
  if (isExtendedHeader(header) && text.split(EXTENDED_DELIMITER).length === width) return text.split(EXTENDED_DELIMITER)
  const readings = DELIMITERS.map((delimiter) => csvCells(text, delimiter))
  const cells = readings.find(({ length }) => length === width) ?? readings.toSorted((left, right) => right.length - left.length)[0] ?? []
  if (readings[PIPES] === cells && /\S +\| /.test(text)) return cells.map((cell) => cell.trim())
  return cells.length >= width ? cells.slice(0, width) : [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}

type Place = ByteRange & { readonly line: number; readonly nested?: number }

const peelObjectOrLine = (text: string, bytes: Buffer): Peeled => {
  const parsed = journalEntry(bytes) ?? (/^\s*[[{]/.test(text) ? parseJsonRecord(text, hasLongNumber(bytes, 0, bytes.length)) : undefined)
  return parsed === undefined ? peelLine(text) : peel(parsed)
}

/** The record, or the one of those packed in it that is asked for. */
const recordOf = (text: string, bytes: Buffer, { headerAt }: Framed, { line, offset, length, nested = 0 }: Place): RawRecord => {
  const header = headerAt(offset)
  const place = { line, offset, length }
  const cells = header === undefined ? undefined : cellsUnder(text, header)
  const peeled = cells === undefined || header === undefined ? peelObjectOrLine(text, bytes) : peelRow(cells, header)
  if (peeled === undefined) return { shape: 'csv', value: cells, header, ...place }
  const found: RawRecord[] = []
  const receiver = { record: (record: RawRecord) => void found.push(record), reject: () => undefined }
  deliverPeeled(receiver, { recordCapBytes: DEFAULT_RECORD_CAP_BYTES, charset: 'auto', csvHeaders: [] })(peeled, place, header)
  return found[Math.max(0, nested - 1)] ?? { shape: 'json', value: undefined, header, ...place }
}

/** UTF-16 is told by the first two bytes of the content, which no record but the first one has. */
const decoderOf = async (
  read: (ranges: readonly ByteRange[]) => Promise<readonly Buffer[]>,
  records: readonly Buffer[],
  charset: Charset,
): Promise<(bytes: Buffer) => string> => {
  const [mark] = await read([{ offset: 0, length: 2 }])
  const utf16 = mark === undefined ? undefined : utf16Of(mark)
  if (utf16 !== undefined) {
    const decoder = new TextDecoder(utf16)
    return (bytes) => decoder.decode(bytes)
  }
  const decoding = createDecoding(charset, Buffer.concat(records.flatMap((record) => [record, Buffer.from('\n')])))
  return (bytes) => {
    decoding.prepare(bytes)
    return decoding.decode(bytes, 0, bytes.length)
  }
}

/** Reads the records at these places again, in the order asked for, framed as they were the first time. */
export const readAgain = async (source: SourceFile, places: readonly Place[], framed: Framed): Promise<readonly RawRecord[]> => {
  const evidence = await openEvidence(source)
  try {
    const records = await evidence.read(places)
    const decode = await decoderOf(evidence.read, records, framed.charset)
    return records.map((bytes, index) => recordOf(decode(bytes), bytes, framed, places[index] as Place))
  } finally {
    await evidence.close()
  }
}
