import { compileFormat, type CompiledFormat } from '../formats/decode.ts'
import type { Format } from '../formats/define-format.ts'
import { inferYear, type YearOf } from '../kernel/time.ts'
import { clientAddressBy } from './client-address.ts'
import type { ClockWatch } from './clock-watch.ts'
import type { AnalyzeOptions } from './options.ts'

/** What differs from input to input in what formats are asked. */
export interface InputQuestions {
  readonly modifiedMs: number | undefined
  /** Sees every time that is read. */
  readonly clock: Pick<ClockWatch, 'see' | 'seeWallClock'>
}

/** The formats of a run, compiled once: doing it takes longer than reading a small file, and there may be a hundred thousand of them. */
export interface InputFormats {
  readonly known: readonly CompiledFormat[]
  /** One that was guessed meanwhile. */
  readonly compile: (format: Format) => CompiledFormat
  /** What is decoded from now on is of this input. */
  readonly turnTo: (input: InputQuestions) => void
}

const NO_YEAR: YearOf = () => Number.NaN

export const createInputFormats = (formats: readonly Format[], options: AnalyzeOptions): InputFormats => {
  let year = NO_YEAR
  let clock: InputQuestions['clock'] | undefined
  const clientAddress = clientAddressBy(options.trustedProxies)
  const context = {
    time: { zone: options.zone ?? 'UTC', year: (month: number, day: number) => year(month, day) },
    onTime: (...seen: Parameters<ClockWatch['see']>) => clock?.see(...seen),
    onWallClock: (...seen: Parameters<ClockWatch['seeWallClock']>) => clock?.seeWallClock(...seen),
    ...(clientAddress === undefined ? {} : { clientAddress }),
  }
  const compile = (format: Format): CompiledFormat => compileFormat(format, context)
  return {
    known: formats.map(compile),
    compile,
    turnTo: (input) => {
      clock = input.clock
      ;({ year } = inferYear({ option: options.year, datedMs: undefined, modifiedMs: input.modifiedMs, nowMs: options.nowMs }))
    },
  }
}
