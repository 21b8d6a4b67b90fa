import type { CompiledFormat } from '../formats/decode.ts'
import type { Format } from '../formats/define-format.ts'
import { neededKeys } from '../formats/needs.ts'
import { linePlans } from '../formats/line-plans.ts'
import { slotModes, tableModes } from '../formats/slot-modes.ts'
import { createLineScanner, type LineScanner, type ScanPlan } from '../input/line-scanner.ts'
import { openScanMemory } from '../input/scan-module.ts'
import { planProjection, type KeyChain } from '../input/projection.ts'
import { guessGeneric } from '../formats/generic/guess.ts'
import { say } from '../i18n/translate.ts'
import { once } from '../kernel/once.ts'
import { csvHeaderHints } from '../input/csv-header-hints.ts'
import { expandInputs } from '../input/expand.ts'
import { folderOf, readInput } from '../input/read-input.ts'
import type { ReadResult } from '../input/input.ts'
import type { InputError, SourceFile } from '../input/source.ts'
import type { EventLog } from '../order/event-log.ts'
import { chooseFormats } from './formats.ts'
import { createInputFormats, type InputFormats, type InputQuestions } from './input-formats.ts'
import { isWorthThread, readApart } from './read-apart.ts'
import { keysOfUnknown } from './head-keys.ts'
import { createInputDecoder, type Guess } from './input-decoder.ts'
import { type InputCounts } from './input-counts.ts'
import { createClockWatch, type ClockWatch } from './clock-watch.ts'
import type { MissingNumbers } from './number-watch.ts'
import type { AnalyzeOptions } from './options.ts'
import type { OrderWatch } from './order-watch.ts'

/** One input, read to its end or as far as it went. */
export interface InputRead {
  readonly source: SourceFile
  readonly result: ReadResult
  readonly counts: InputCounts
  /** Why its records were no known format and could not be guessed; undefined where they were. */
  readonly refusal: string | undefined
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
}

/** What a progress line needs; `totalBytes` is undefined while stdin is among the inputs. */
export interface ProgressReport {
  readonly bytes: number
  readonly totalBytes: number | undefined
  readonly events: number
}

const totalSize = (sources: readonly SourceFile[]): number | undefined =>
  sources.reduce<number | undefined>((sum, { size }) => (sum === undefined || size === undefined ? undefined : sum + size), 0)

/** Below this, planning what is read in part takes longer than reading every record in full. */
const WORTH_SCANNING_BYTES = 128 << 10

const isReadWhole = ({ readWhole }: AnalyzeOptions, bytes: number | undefined): boolean =>
  readWhole ?? (bytes !== undefined && bytes < WORTH_SCANNING_BYTES)

/** What is read in part, where that is possible. */
const planScan = (
  options: AnalyzeOptions,
  chosen: readonly Format[],
  more: readonly KeyChain[] = [],
): Omit<ScanPlan, 'memory'> | undefined => {
  const keys = neededKeys(chosen)
  if (keys === undefined) return undefined
  const projection = planProjection({ ...keys, values: [...keys.values, ...more] })
  // The user's own formats are asked first, and may want any line.
  const lines = options.ownFormats.length > 0 ? [] : linePlans(chosen)
  return { projection, modes: slotModes(chosen, projection), tables: tableModes(chosen), lines }
}

/** Apart from the loop over inputs, whose decoders and tables would stay in memory with it. */
const formatsOf =
  ({ turnTo }: InputFormats, questions: InputQuestions, formats: readonly CompiledFormat[]): InputRead['formats'] =>
  () => {
    turnTo(questions)
    return formats
  }

/** Pass 1: bytes → columns of `log`. Inputs are read one after the other; each is read once. `onProgress` comes with every stretch that was read. */
export const readInputs = async (
  options: AnalyzeOptions,
  log: EventLog,
  onProgress: (report: ProgressReport) => void,
): Promise<InputsRead> => {
  const chosen = chooseFormats(options)
  const { sources, errors } = await expandInputs(options.inputs, options.cwd, {
    tmpDir: options.tmp,
    ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
  })
  const hints = Map.groupBy(await csvHeaderHints(sources), ({ folder }) => folder)
  const totalBytes = totalSize(sources)
  const planned = once(() => planScan(options, chosen))
  const compiled = createInputFormats(chosen, options)
  let here: LineScanner | undefined
  const inputs: InputRead[] = []
  let before = 0
  for (const [input, source] of sources.entries()) {
    const clock = createClockWatch()
    const shared = { csvHeaders: hints.get(folderOf(source.path)) ?? [], isOnly: sources.length === 1 }
    const questions = { modifiedMs: source.modifiedMs, clock }
    compiled.turnTo(questions)
    const formats = [...compiled.known]
    const guess: Guess = (sample) => {
      if (options.format !== 'auto')
        return { refusal: say('note.not-of-format', { format: options.format }, { lang: options.lang, zone: options.zoneOut }) }
      const guessed = guessGeneric(sample, options.lang)
      if ('refusal' in guessed) return guessed
      const format = compiled.compile(guessed.format)
      formats.push(format)
      return { format }
    }
    const scan = isReadWhole(options, source.size) ? undefined : planned()
    const isApart = scan !== undefined && (await isWorthThread(source, scan.lines))
    const unknown = isApart && options.format === 'auto' ? await keysOfUnknown(source, formats) : []
    const own = unknown.length === 0 ? scan : planScan(options, chosen, unknown)
    const memory = isApart ? openScanMemory() : undefined
    // One scanner for all inputs that are read here.
    if (scan !== undefined && !isApart) (here ??= createLineScanner({ ...scan, memory: openScanMemory() })).reset()
    const scanner = scan === undefined || isApart ? undefined : here
    const scanned = memory ?? scanner?.memory
    const decoder = createInputDecoder(
      input,
      compiled.known,
      log,
      { guess, clock },
      own === undefined || scanned === undefined ? undefined : { projection: own.projection, memory: scanned },
    )
    const progress = (bytes: number): void => onProgress({ bytes: before + bytes, totalBytes, events: log.size })
    const read =
      own !== undefined && memory !== undefined
        ? readApart({ source, options: shared, scan: { ...own, memory } }, decoder.receiver, progress)
        : readInput(source, decoder.receiver, {
            ...(scanner === undefined ? {} : { scanner }),
            ...shared,
            onProgress: progress,
          })
    const result = await read
    inputs.push({ source, result, ...decoder.finish(), formats: formatsOf(compiled, questions, formats) })
    before += result.bytes
  }
  return { inputs, errors }
}
