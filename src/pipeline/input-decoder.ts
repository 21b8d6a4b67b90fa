import type { CompiledFormat, CompiledShape } from '../formats/decode.ts'
import type { Carried } from '../formats/carried.ts'
import { isOfAccounts } from '../formats/generic/message-logs.ts'
import { createRouter, routeTimed } from '../formats/router.ts'
import type { RecordReceiver } from '../input/input.ts'
import type { EventLog } from '../order/event-log.ts'
import type { EventDraft } from '../model/event.ts'
import { createRunDecoder, type Scanned } from './run-decoder.ts'
import type { RawRecord } from '../model/record.ts'
import type { ClockWatch } from './clock-watch.ts'
import type { MissingNumbers } from './number-watch.ts'
import type { OrderWatch } from './order-watch.ts'
import { createTally, type InputCounts } from './input-counts.ts'

/** Decides about records that no format knows, from a sample of them: in what they are carried, a compiled guess, or why not. */
export type Guess = (
  sample: readonly RawRecord[],
  /** Lines above the first record and below the last. */
  asides: readonly string[],
) => { readonly carried: Carried } | { readonly format: CompiledFormat } | { readonly refusal: string }

export interface InputDecoder {
  readonly receiver: RecordReceiver
  /** Call when the input is at its end. */
  readonly finish: () => {
    readonly counts: InputCounts
    readonly refusal: string | undefined
    /** Where in what nobody knows records of known formats lie. */
    readonly carriedIn: string | undefined
    /** Of the table that the input was at this offset, if it was one. */
    readonly headerAt: (offset: number) => readonly string[] | undefined
    readonly clock: ClockWatch
    readonly order: ReturnType<OrderWatch['finish']>
    readonly missingNumbers: MissingNumbers | undefined
  }
}

/** Who decides about unknown records, and who watches the clock. */
export interface Helpers {
  readonly guess: Guess
  readonly clock: ClockWatch
}

/** Unknown records kept until a guess is made (formats.md 35: a 200-record sample). */
const GUESS_SAMPLE = 200
/** Of lines of text so many are waited for: an application says much else between two logins. */
const GUESS_LINES = 5000

/** Screens put some lines round their tables, not hundreds. */
const MOST_ASIDES = 50

/** What a guess is made from: the first records, and of lines behind them those that tell of accounts. */
const sampleOf = (waiting: readonly RawRecord[]): readonly RawRecord[] => [
  ...waiting.slice(0, GUESS_SAMPLE),
  ...waiting
    .slice(GUESS_SAMPLE)
    .filter(({ value }) => typeof value === 'string' && isOfAccounts(value))
    .slice(0, GUESS_SAMPLE),
]

/** Under which columns rows stand: an input is one table, but a log may choose other columns in between. */
const createHeaderNotes = () => {
  const notes: { readonly from: number; readonly header: readonly string[] }[] = []
  return {
    see: (header: readonly string[] | undefined, from: number): void => {
      const last = notes.at(-1)?.header
      // Each message of a thread has its own copy.
      if (header !== undefined && header !== last && header.join('\n') !== last?.join('\n')) notes.push({ from, header })
    },
    at: (offset: number): readonly string[] | undefined => (notes.findLast(({ from }) => from <= offset) ?? notes[0])?.header,
  }
}

/** Lines that stand above the first record or below the last: whoever gets a line of their own into the middle of a log explains nothing. */
const createAsides = () => {
  const lines: { readonly text: string; readonly behind: number }[] = []
  return {
    see: (text: string, behind: number): void => {
      if (lines.length < MOST_ASIDES) lines.push({ text, behind })
    },
    round: (records: number): readonly string[] => lines.filter(({ behind }) => behind === 0 || behind === records).map(({ text }) => text),
  }
}

/** Whose an input's records are: of the known formats, and of what is decided about those that none of these knows. */
const createRouting = (formats: readonly CompiledFormat[], guess: Guess, learn: (format: CompiledFormat) => void) => {
  let route = createRouter(formats)
  let refusal: string | undefined
  let carriedIn: string | undefined
  return {
    route: (record: RawRecord) => routeTimed(route, record),
    decide: (sample: readonly RawRecord[], asides: readonly string[]): void => {
      const guessed = guess(sample, asides)
      if ('carried' in guessed) {
        route = createRouter([...formats, ...guessed.carried.formats])
        carriedIn = guessed.carried.place
      } else if ('format' in guessed) {
        route = createRouter([...formats, guessed.format])
        learn(guessed.format)
      } else refusal = guessed.refusal
    },
    decided: () => ({ refusal, carriedIn }),
  }
}

/** Stores what a record comes to, and keeps account of it. */
const decoderInto =
  (log: EventLog, input: number, tally: ReturnType<typeof createTally>) =>
  (record: RawRecord, shape: CompiledShape): void => {
    const { line, offset, length, nested } = record
    const origin = { input, line, offset, length, ...(nested === undefined ? {} : { nested }) }
    tally.shape(shape, 1)
    const fate = shape.decode(record, (draft: EventDraft, part: number) => {
      log.append(draft, origin, part, shape.format)
      tally.event(draft.time, record.line, draft.sequence)
    })
    tally.settle(record, fate)
  }

/** Routes, decodes and stores the records of input number `input`, and keeps account of every one of them. */
export const createInputDecoder = (
  input: number,
  formats: readonly CompiledFormat[],
  log: EventLog,
  { guess, clock }: Helpers,
  scanned?: Scanned,
): InputDecoder => {
  const tally = createTally()
  const { counts } = tally
  const { route, decide, decided } = createRouting(formats, guess, (format) => runs?.learn(format))
  let waiting: RawRecord[] | undefined = []
  const headers = createHeaderNotes()
  const asides = createAsides()
  const decode = decoderInto(log, input, tally)
  const decodeOrReject = (framed: RawRecord): void => {
    const { record, shape } = route(framed)
    if (shape === undefined) tally.reject(record, 'unknown-format', undefined)
    else decode(record, shape)
  }
  const decideWaiting = (): void => {
    const sample = waiting ?? []
    waiting = undefined
    if (sample.length === 0) return
    decide(sampleOf(sample), asides.round(counts.records))
    for (const record of sample) decodeOrReject(record)
  }
  const take = (framed: RawRecord): void => {
    const { record, shape } = route(framed)
    if (shape !== undefined) decode(record, shape)
    else if (waiting === undefined) decodeOrReject(record)
    else if (waiting.push(record) >= (record.shape === 'text' ? GUESS_LINES : GUESS_SAMPLE)) decideWaiting()
  }
  const runs =
    scanned === undefined
      ? undefined
      : createRunDecoder(formats, scanned, log, {
          expect: (shape, count) => {
            log.expect(shape.format)
            tally.shape(shape, count)
          },
          scannedTimes: clock.addScanned,
          rows: (rows, batch, stretch) => {
            log.appendBatch(rows, batch, stretch, input)
            tally.rows(rows, batch, stretch)
          },
          passed: tally.settle,
          aside: (shape) => {
            counts.records -= 1
            if (shape !== undefined) tally.shape(shape, -1)
          },
          decode,
          unknown: take,
        })
  return {
    receiver: {
      ...(runs === undefined
        ? {}
        : {
            run: (run) => {
              counts.records += run.to - run.from
              headers.see(run.table?.columns, run.base)
              runs.take(run)
            },
          }),
      record: (record) => {
        counts.records += 1
        headers.see(record.header, record.offset)
        take(record)
      },
      aside: (text) => asides.see(text, counts.records),
      reject: (damage) => {
        counts.records += 1
        tally.reject(damage, damage.why, damage.detail)
      },
    },
    finish: () => {
      decideWaiting()
      clock.stop()
      return {
        counts,
        ...decided(),
        headerAt: headers.at,
        clock,
        order: tally.order.finish(),
        missingNumbers: tally.missingNumbers(),
      }
    },
  }
}
