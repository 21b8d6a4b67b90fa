import { carriersOf, type Carried } from '../formats/carried.ts'
import type { CompiledFormat } from '../formats/decode.ts'
import { guessGeneric } from '../formats/generic/guess.ts'
import { say } from '../i18n/translate.ts'
import { csvHeaderHints } from '../input/csv-header-hints.ts'
import { expandInputs } from '../input/expand.ts'
import { folderOf, readInput, type ReadOptions } from '../input/read-input.ts'
import type { ReadResult } from '../input/input.ts'
import type { InputError, SourceFile } from '../input/source.ts'
import type { RawRecord } from '../model/record.ts'
import type { EventLog } from '../order/event-log.ts'
import { chooseFormats, withLessons } from './formats.ts'
import { createInputFormats, type InputFormats, type InputQuestions } from './input-formats.ts'
import { createReadingThreads, type ReadingThreads } from './read-apart.ts'
import { beginsApart, createReadingWays, scannedBy, type ReadingWays } from './reading-ways.ts'
import { createInputDecoder, type Guess } from './input-decoder.ts'
import { type InputCounts } from './input-counts.ts'
import { createClockWatch, type ClockWatch } from './clock-watch.ts'
import type { MissingNumbers } from './number-watch.ts'
import type { AnalyzeOptions } from './options.ts'
import type { Lessons } from './web-lessons/lessons.ts'
import { lookAhead } from './web-lessons/look-ahead.ts'
import type { OrderWatch } from './order-watch.ts'

/** One input, read to its end or as far as it went. */
export interface InputRead {
  readonly source: SourceFile
  readonly result: ReadResult
  readonly counts: InputCounts
  /** Why its records were no known format and could not be guessed; undefined where they were. */
  readonly refusal: string | undefined
  /** Where in what nobody knows records of known formats lie. */
  readonly carriedIn: string | undefined
  /** Of the table that it is there, if it is one. */
  readonly headerAt: (offset: number) => readonly string[] | undefined
  /** Its formats, the guessed one included, which evidence is decoded again with: what they decode from now on is of this input. */
  readonly formats: () => readonly CompiledFormat[]
  readonly clock: ClockWatch
  readonly order: ReturnType<OrderWatch['finish']>
  readonly missingNumbers: MissingNumbers | undefined
}

export interface InputsRead {
  readonly inputs: readonly InputRead[]
  /** Arguments that name nothing readable. */
  readonly errors: readonly InputError[]
  /** What web logs showed about the answers of their logins. */
  readonly lessons: Lessons
}

/** What a progress line needs; `totalBytes` is undefined while stdin is among the inputs. */
export interface ProgressReport {
  readonly bytes: number
  readonly totalBytes: number | undefined
  readonly events: number
}

const totalSize = (sources: readonly SourceFile[]): number | undefined =>
  sources.reduce<number | undefined>((sum, { size }) => (sum === undefined || size === undefined ? undefined : sum + size), 0)

/** What is the same for all inputs of a run. */
interface Reading {
  readonly options: AnalyzeOptions
  readonly log: EventLog
  readonly compiled: InputFormats
  readonly wayOf: ReadingWays
  readonly threads: ReadingThreads
}

const formatIn = (guess: CompiledFormat | { readonly refusal: string }): CompiledFormat | undefined =>
  'format' in guess ? guess : undefined

/** What is made of records that no format knows: a guess, or with `--format` none. */
const guesserFor =
  ({ options: { format, lang, zoneOut }, compiled }: Reading, guessed: (format: CompiledFormat) => void): Guess =>
  (sample, asides) => {
    const guessOwn = (records: readonly RawRecord[]): CompiledFormat | { readonly refusal: string } => {
      if (format !== 'auto') return { refusal: say('note.not-of-format', { format }, { lang, zone: zoneOut }) }
      const guess = guessGeneric(records, lang, asides)
      return 'format' in guess ? compiled.compile(guess.format) : guess
    }
    const taken = (carried: Carried): ReturnType<Guess> => {
      carried.formats.forEach(guessed)
      return { carried }
    }
    const carriers = carriersOf(sample)
    const known = carriers.find(compiled.known)
    if (known?.mayBeOwn === false) return taken(known)
    const carry = (): Carried | undefined => known ?? carriers.guess((inside) => formatIn(guessOwn(inside)))
    // An object at the end of a line says more than the line.
    const inLines = sample[0]?.shape === 'text' ? carry() : undefined
    if (inLines !== undefined) return taken(inLines)
    const own = guessOwn(sample)
    if ('format' in own) {
      guessed(own)
      return { format: own }
    }
    const carried = carry()
    return carried === undefined ? own : taken(carried)
  }

const readOne = async (
  reading: Reading,
  input: number,
  source: SourceFile,
  shared: Pick<ReadOptions, 'csvHeaders' | 'isOnly'>,
  onProgress: (bytes: number) => void,
): Promise<InputRead> => {
  const { log, compiled, wayOf, threads } = reading
  const clock = createClockWatch()
  const questions = { modifiedMs: source.modifiedMs, clock }
  compiled.turnTo(questions)
  const formats = [...compiled.known]
  const guess = guesserFor(reading, (format) => formats.push(format))
  const way = await wayOf(source, compiled.known)
  const { receiver, finish } = createInputDecoder(input, compiled.known, log, { guess, clock }, scannedBy(way))
  const result =
    way.kind === 'apart'
      ? await threads.read({ source, options: shared, scan: way.scan }, receiver, onProgress)
      : await readInput(source, receiver, { ...(way.kind === 'here' ? { scanner: way.scanner } : {}), ...shared, onProgress })
  return { source, result, ...finish(), formats: formatsOf(compiled, questions, formats) }
}

/** By itself: made where an input is read, it would keep the input's decoder and all its tables in memory. */
const formatsOf =
  ({ turnTo }: InputFormats, questions: InputQuestions, formats: readonly CompiledFormat[]): InputRead['formats'] =>
  () => {
    turnTo(questions)
    return formats
  }

const readAll = async (
  options: AnalyzeOptions,
  log: EventLog,
  onProgress: (report: ProgressReport) => void,
  threads: ReadingThreads,
): Promise<InputsRead> => {
  const known = chooseFormats(options)
  const { sources, errors } = await expandInputs(options.inputs, options.cwd, {
    tmpDir: options.tmp,
    hashArchives: options.expectedHashes !== undefined,
    ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
  })
  if (await beginsApart(sources, options, known)) threads.expect()
  const hints = Map.groupBy(await csvHeaderHints(sources), ({ folder }) => folder)
  const totalBytes = totalSize(sources)
  const lessons = await lookAhead(sources, known, options)
  const chosen = withLessons(known, options, lessons)
  const reading = { options, log, compiled: createInputFormats(chosen, options), wayOf: createReadingWays(options, chosen), threads }
  const inputs: InputRead[] = []
  let before = 0
  for (const [input, source] of sources.entries()) {
    const shared = { csvHeaders: hints.get(folderOf(source.path)) ?? [], isOnly: sources.length === 1 }
    const read = await readOne(reading, input, source, shared, (bytes) =>
      onProgress({ bytes: before + bytes, totalBytes, events: log.size }),
    )
    inputs.push(read)
    before += read.result.bytes
    // Once more with the events of its last stretch, which is told of before its records are stored.
    onProgress({ bytes: before, totalBytes, events: log.size })
  }
  return { inputs, errors, lessons }
}

/** Pass 1: bytes → columns of `log`. Inputs are read one after the other; each is read once. `onProgress` comes with every stretch that was read. */
export const readInputs = async (
  options: AnalyzeOptions,
  log: EventLog,
  onProgress: (report: ProgressReport) => void,
): Promise<InputsRead> => {
  const threads = createReadingThreads()
  try {
    return await readAll(options, log, onProgress, threads)
  } finally {
    await threads.close()
  }
}
