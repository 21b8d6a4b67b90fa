import type { InputNote, RawRecord } from '../model/record.ts'
import type { Charset, TextDecoding } from './charset.ts'
import { createDecoding } from './charset.ts'
import type { CsvHeaderHint, InputShape } from './detect-shape.ts'
import { HEAD_BYTES, detectShape } from './detect-shape.ts'
import { frameCsv } from './frame-csv.ts'
import { frameJournal } from './frame-journal.ts'
import { frameJson } from './frame-json.ts'
import { frameText } from './frame-text.ts'
import { AUDIT_BLOCKS } from './audit-blocks.ts'
import { EVENT_XML } from './event-xml.ts'
import { EVENT_BLOCKS } from './event-blocks.ts'
import { frameElements } from './frame-elements.ts'
import type { FrameSink, Framer, FramerContext, Span } from './framing.ts'
import { SAME_POSITIONS } from './framing.ts'
import type { RecordReceiver } from './input.ts'
import { binaryOf } from './magic.ts'
import { peelRow } from './csv-envelope.ts'
import { isBetweenLines, isBulkAction } from './no-record.ts'
import { unpackContent, type UnpackBudget } from './packed.ts'
import { peel, peelLine, type Peeled } from './peel.ts'
import type { LineScanner } from './line-scanner.ts'
import { endsByReturns, makeNewlines } from './lone-returns.ts'
import { inputFailure, isInputProblem } from './source.ts'
import type { Transcoder } from './utf16.ts'
import { createTranscoder, utf16Of } from './utf16.ts'
import { createWindow } from './window.ts'

export interface ConsumeOptions {
  readonly recordCapBytes: number
  readonly charset: Charset
  /** Headers of tables in the same folder. */
  readonly csvHeaders: readonly CsvHeaderHint[]
  /** Reads JSON records in part where that is enough. */
  readonly scanner?: LineScanner
  /** Where the content lay packed in a record of another: what may still be unpacked of that, and how deep it lay. */
  readonly packed?: { readonly budget: UnpackBudget; readonly depth: number }
}

/** Takes content in chunks of any size and delivers records; what it delivers does not depend on the chunks. */
export interface Consumer {
  readonly push: (chunk: Buffer) => void
  readonly finish: () => void
  readonly notes: () => readonly InputNote[]
}

const shapeOf = (value: unknown): 'text' | 'json' => (typeof value === 'string' ? 'text' : 'json')

type Place = Pick<RawRecord, 'line' | 'offset' | 'length'>
const placeOf = ({ line, start, end }: Span): Place => ({ line, offset: start, length: end - start })

/** Content packed in a record that was packed in a record (a batch of a queue, a page in it); deeper is a trap. */
const MAX_PACKED = 2

/** Delivers what was taken out of a framed record: a record, or each of those that are packed in it, with the place of the framed one. */
export const deliverPeeled = (receiver: RecordReceiver, options: ConsumeOptions) => {
  const within = options.packed?.depth ?? 0
  const unpack = ({ path, packed }: Peeled & { readonly packed: Buffer }, place: Place, header: readonly string[] | undefined): void => {
    const budget = options.packed?.budget ?? { leftBytes: options.recordCapBytes }
    const content = within === MAX_PACKED ? ({ why: 'too-long' } as const) : unpackContent(packed, budget)
    if ('why' in content) return receiver.reject({ why: content.why, ...place })
    let nested = 0
    const inside: RecordReceiver = {
      record: (record) => {
        nested += 1
        const own = { header: record.header ?? header, path: record.path === undefined ? path : `${path}.${record.path}` }
        receiver.record({ ...record, ...place, ...own, nested })
      },
      reject: (damage) => receiver.reject({ ...damage, ...place }),
    }
    consumePacked(content.bytes, inside, { ...options, packed: { budget, depth: within + 1 } }, place)
  }
  return (peeled: Peeled, place: Place, header?: readonly string[]): void => {
    const { value, path, packed, outerTime } = peeled
    if (packed !== undefined) return unpack({ ...peeled, packed }, place, header)
    if (typeof value === 'string' ? isBetweenLines(value) : isBulkAction(value)) return
    const record: RawRecord = { shape: shapeOf(value), value, header, ...place, ...(outerTime === undefined ? {} : { outerTime }) }
    receiver.record(path === '' ? record : { ...record, path })
  }
}

const createSink = (receiver: RecordReceiver, options: ConsumeOptions, notes: Map<string, InputNote>): FrameSink => {
  const deliver = deliverPeeled(receiver, options)
  return {
    json: (outer, span) => deliver(peel(outer), placeOf(span)),
    run: (run) => receiver.run?.(run),
    csv: (cells, header, span) => {
      const peeled = peelRow(cells, header)
      if (peeled === undefined) receiver.record({ shape: 'csv', value: cells, header, ...placeOf(span) })
      else deliver(peeled, placeOf(span), header)
    },
    text: (text, span) => {
      if (!isBetweenLines(text)) deliver(peelLine(text), placeOf(span))
    },
    reject: (why, span, detail) => receiver.reject({ why, ...placeOf(span), ...(detail === undefined ? {} : { detail }) }),
    aside: (text) => receiver.aside?.(text),
    note: (id) => notes.set(id, { id, level: 'warning', data: {} }),
  }
}

const openFramer = (context: FramerContext, shape: InputShape, head: Buffer): Framer => {
  if (shape.kind === 'csv') return frameCsv(context, shape)
  if (shape.kind === 'xml') return frameElements(context, EVENT_XML)
  if (shape.kind === 'blocks') return frameElements(context, shape.of === 'audits' ? AUDIT_BLOCKS : EVENT_BLOCKS)
  if (shape.kind === 'journal') return frameJournal(context, shape.as)
  return shape.kind === 'json' ? frameJson(context) : frameText(context, head)
}

const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf])

export const createConsumer = (receiver: RecordReceiver, options: ConsumeOptions): Consumer => {
  const notes = new Map<string, InputNote>()
  const sink = createSink(receiver, options, notes)
  const window = createWindow()
  let raw: Buffer | undefined = Buffer.alloc(0)
  let transcoder: Transcoder | undefined
  let byReturns = false
  let running: { readonly framer: Framer; readonly decoding: TextDecoding } | undefined

  /** Looks at the head once it is complete, so that chunks do not matter. Throws for what is no text. */
  const start = (isWhole: boolean): NonNullable<typeof running> => {
    if (window.bytes().subarray(0, 3).equals(UTF8_BOM)) window.drop(UTF8_BOM.length)
    const head = window.bytes().subarray(0, HEAD_BYTES)
    const binary = binaryOf(head)
    if (binary !== undefined) throw inputFailure('is-binary', binary)
    if (endsByReturns(head)) {
      byReturns = true
      makeNewlines(window.bytes())
      notes.set('line-returns', { id: 'line-returns', level: 'info', data: {} })
    }
    const decoding = createDecoding(options.charset, head)
    decoding.prepare(head)
    const { shape, headerFrom } = detectShape(head, isWhole && window.bytes().length <= HEAD_BYTES, decoding, options.csvHeaders)
    if (headerFrom !== undefined) notes.set('header-from-sibling', { id: 'header-from-sibling', level: 'info', data: { path: headerFrom } })
    const context: FramerContext = {
      sink,
      decoding: createDecoding(options.charset, head),
      positions: transcoder?.positions ?? SAME_POSITIONS,
      cap: options.recordCapBytes,
      ...(options.scanner === undefined || receiver.run === undefined ? {} : { scanner: options.scanner }),
    }
    return { framer: openFramer(context, shape, head), decoding: context.decoding }
  }
  const work = (end: boolean): void => {
    if (running === undefined && !end && window.bytes().length < HEAD_BYTES + UTF8_BOM.length) return
    running ??= start(end)
    const bytes = window.bytes()
    running.decoding.prepare(bytes)
    window.drop(running.framer.feed(bytes, window.base(), end))
    transcoder?.positions.forget(window.base())
  }
  /** The first two bytes tell UTF-16. */
  const open = (chunk: Buffer, end: boolean): Buffer => {
    if (raw === undefined) return transcoder?.push(chunk) ?? chunk
    raw = Buffer.concat([raw, chunk])
    if (raw.length < 2 && !end) return Buffer.alloc(0)
    const first = raw
    raw = undefined
    const utf16 = utf16Of(first)
    if (utf16 === undefined) return first
    transcoder = createTranscoder(utf16)
    notes.set('charset-assumed', { id: 'charset-assumed', level: 'info', data: { charset: utf16 } })
    return transcoder.push(first)
  }
  const take = (chunk: Buffer): void => {
    window.append(chunk)
    if (byReturns && chunk.length > 0) makeNewlines(window.bytes().subarray(-chunk.length))
  }
  return {
    push: (chunk) => {
      take(open(chunk, false))
      work(false)
    },
    finish: () => {
      if (raw !== undefined) take(open(Buffer.alloc(0), true))
      if (transcoder !== undefined) take(transcoder.finish())
      work(true)
    },
    notes: () => [...notes.values(), ...(running?.decoding.notes() ?? [])],
  }
}

/** Content that lay packed in a record, whose place it has. What is no text is one reject. */
const consumePacked = (bytes: Buffer, receiver: RecordReceiver, options: ConsumeOptions, place: Place): void => {
  const { scanner: _scanner, ...rest } = options
  const consumer = createConsumer(receiver, { ...rest, csvHeaders: [] })
  try {
    consumer.push(bytes)
    consumer.finish()
  } catch (error) {
    if (!isInputProblem(error)) throw error
    receiver.reject({ why: 'unknown-format', ...place })
  }
}
