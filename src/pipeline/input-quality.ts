import { zoneOf } from '../formats/define-format.ts'
import { inferYear, toIso, type InferredYear } from '../kernel/time.ts'
import type { InputClock, InputCompleteness } from '../model/input-quality.ts'
import type { EventTable } from '../order/event-table.ts'
import type { AnalyzeOptions } from './options.ts'
import { pageLimit } from './page-limits.ts'
import type { InputRead } from './read-inputs.ts'
import { createRhythm, type Rhythm, type Silence } from './silences.ts'
import { DAY_US } from '../kernel/time-units.ts'
import { compareKeys } from '../kernel/text-order.ts'

const SHOWN_SILENCES = 5

/** What the finished table says of each input, and of each format whatever its files. */
export interface Rhythms {
  readonly ofInput: ReadonlyMap<number, readonly Silence[]>
  readonly ofFormat: ReadonlyMap<string, readonly Silence[]>
  /** Per input: events more than a day later than the run's own clock. */
  readonly future: ReadonlyMap<number, number>
}

const bump = (counts: Map<number, number>, key: number): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

export const measureRhythms = (table: EventTable, nowMs: number): Rhythms => {
  const [inputs, formats, future] = [new Map<number, Rhythm>(), new Map<string, Rhythm>(), new Map<number, number>()]
  const latest = nowMs * 1000 + DAY_US
  const rhythmOf = <Key>(rhythms: Map<Key, Rhythm>, key: Key): Rhythm => {
    let rhythm = rhythms.get(key)
    if (rhythm === undefined) rhythms.set(key, (rhythm = createRhythm()))
    return rhythm
  }
  const formatOf = table.classes.map(({ format }) => rhythmOf(formats, format))
  for (let row = 0; row < table.size; row += 1) {
    const time = table.time.get(row)
    const input = table.input.get(row)
    if (time > latest) bump(future, input)
    else {
      rhythmOf(inputs, input).see(time)
      formatOf[table.cls.get(row)]?.see(time)
    }
  }
  const silencesOf = <Key>(rhythms: ReadonlyMap<Key, Rhythm>): Map<Key, readonly Silence[]> =>
    new Map([...rhythms].map(([key, rhythm]) => [key, rhythm.silences()]))
  return { ofInput: silencesOf(inputs), ofFormat: silencesOf(formats), future }
}

/** Silences of a format that none of its files shows: what lies between two of them is missing. */
export const silencesBetween = ({ ofInput, ofFormat }: Rhythms): readonly (readonly [format: string, silence: Silence])[] => {
  const within = new Set([...ofInput.values()].flat().map(({ from, to }) => `${from} ${to}`))
  return [...ofFormat]
    .toSorted(compareKeys)
    .flatMap(([format, silences]) =>
      silences.filter(({ from, to }) => !within.has(`${from} ${to}`)).map((silence) => [format, silence] as const),
    )
}

/** Longest first where not all can be told. */
export const mostTelling = (silences: readonly Silence[], most: number): readonly Silence[] =>
  silences
    .toSorted((left, right) => right.to - right.from - (left.to - left.from) || left.from - right.from)
    .slice(0, most)
    .toSorted((left, right) => left.from - right.from)

const zoneFrom = ({ counts }: InputRead, options: AnalyzeOptions): InputClock['zoneFrom'] => {
  const shapes = [...counts.shapes]
  if (shapes.some(({ shape }) => shape.fields.time.zone !== undefined)) return 'documented'
  if (shapes.every((shape) => zoneOf(shape) === 'utc')) return 'documented'
  return options.zone === undefined ? 'assumed' : 'given'
}

const yearsOf = ({ source }: InputRead, options: AnalyzeOptions): InferredYear =>
  inferYear({ option: options.year, datedMs: undefined, modifiedMs: source.modifiedMs, nowMs: options.nowMs })

/** Of a log without years that has a 29 February: its year, where the days beside it were taken for those of another. */
export const strayLeapYear = (input: InputRead, options: AnalyzeOptions): number | undefined => {
  if (input.clock.leapDays() === 0) return undefined
  const { year } = yearsOf(input, options)
  return year(2, 28) === year(2, 29) && year(3, 1) === year(2, 29) ? undefined : year(2, 29)
}

export const writeClock = (input: InputRead, options: AnalyzeOptions, future: number): InputClock => {
  const { clock, order } = input
  const { from } = yearsOf(input, options)
  const isWall = clock.zones.size > 0
  return {
    offsets: Object.fromEntries([...clock.offsets].toSorted(compareKeys)),
    zone: isWall ? [...clock.zones].toSorted().join(', ') : null,
    zoneFrom: isWall ? zoneFrom(input, options) : null,
    yearFrom: clock.withoutYear() > 0 ? from : null,
    skipped: clock.skipped(),
    twice: clock.twice(),
    order: order.order,
    jumps: order.jumps.map((jump) => ({ line: jump.line, from: toIso(jump.from), to: toIso(jump.to) })),
    moreJumps: order.moreJumps,
    future,
  }
}

export const writeCompleteness = (
  { missingNumbers }: InputRead,
  { format, records }: { readonly format: string | null; readonly records: number },
  silences: readonly Silence[],
): InputCompleteness => ({
  silences: mostTelling(silences, SHOWN_SILENCES).map(({ from, to, expected }) => ({ from: toIso(from), to: toIso(to), expected })),
  moreSilences: Math.max(0, silences.length - SHOWN_SILENCES),
  pageLimit: pageLimit(format, records) ?? null,
  missingNumbers: missingNumbers ?? null,
})
