import type { RawRecord, RecordShape } from '../model/record.ts'
import type { JsonShape } from './define-format.ts'
import { carriagesOf, FLAT, isPath, membersOf, type Carriage } from './carriages.ts'
import { withShapes, type CompiledFormat, type CompiledShape } from './decode.ts'
import { createRouter } from './router.ts'

const insideOf = (record: RawRecord, value: unknown, { place, holds }: Carriage): RawRecord => ({
  ...record,
  shape: holds,
  value,
  header: undefined,
  path: record.path === undefined ? place : `${record.path}.${place}`,
})

/** A shape of which the records are carried. */
const carriedShape = (inner: CompiledShape, carriage: Carriage, kind: RecordShape): CompiledShape => {
  const own = inner.shape.kind === 'json' ? inner.shape : undefined
  const opened = (record: RawRecord): RawRecord | undefined => {
    const value = record.shape === kind ? carriage.open(record, own) : undefined
    return value === undefined ? undefined : insideOf(record, value, carriage)
  }
  return {
    ...inner,
    kind,
    fields: undefined,
    matches: (record) => {
      const inside = opened(record)
      return inside !== undefined && inner.matches(inside)
    },
    decode: (record, emit) => inner.decode(opened(record) ?? record, emit),
  }
}

const carriedFormats = (formats: readonly CompiledFormat[], carriage: Carriage, kind: RecordShape): readonly CompiledFormat[] =>
  formats
    .map((format) =>
      withShapes(
        format,
        format.shapes.filter((shape) => shape.kind === carriage.holds).map((shape) => carriedShape(shape, carriage, kind)),
      ),
    )
    .filter(({ shapes }) => shapes.length > 0)

/** Share of the sample that has to be carried alike. */
const ENOUGH = 0.1
const NEARLY_ALL = 0.9
/** Of the sample, spread over it: each is asked by all shapes there are. */
const LOOKED_AT = 8

const someOf = <Value>(values: readonly Value[]): readonly Value[] => {
  const step = Math.max(1, Math.floor(values.length / LOOKED_AT))
  return values.filter((_, at) => at % step === 0)
}

/** What was found: formats that read records out of what carries them. */
export interface Carried {
  readonly formats: readonly CompiledFormat[]
  readonly place: string
  /** A table told by names without dots alone, or a column of lines: it may as well be somebody's own, if that can be read. */
  readonly mayBeOwn: boolean
}

interface Trial {
  readonly carriage: Carriage
  readonly kind: RecordShape
}

/** All that records could be carried in. */
const trialsOf = (sample: readonly RawRecord[]): readonly Trial[] => {
  const trials = new Map<string, Trial>()
  for (const record of sample) {
    for (const carriage of carriagesOf(record)) {
      const key = `${record.shape} ${carriage.holds} ${carriage.place}`
      if (!trials.has(key)) trials.set(key, { carriage, kind: record.shape })
    }
  }
  return [...trials.values()]
}

const hasPaths = (record: RawRecord): boolean => membersOf(record).some(([name]) => isPath(name))

/** Asks what records that nobody knows carry. */
export interface Carriers {
  /** Records of known formats; undefined where nothing, or more than one thing, is carried. */
  readonly find: (known: readonly CompiledFormat[]) => Carried | undefined
  /** Somebody's own objects or lines, of which each record carries one; `guess` decides about them as if they stood by themselves. */
  readonly guess: (guess: (inside: readonly RawRecord[]) => CompiledFormat | undefined) => Carried | undefined
}

/** A value that only one vendor writes tells more than names do. */
const isToldByValue = (shape: JsonShape): number => (Object.keys(shape.signature.is ?? {}).length > 0 ? 1 : 0)

/**
 * Names without their case may be those of several shapes (`Id` of one table, `id` of an interface to the same data): the shape that knows
 * most of them is asked first.
 */
const mostOwnFirst = (
  formats: readonly CompiledFormat[],
  sample: readonly RawRecord[],
  countOwn: NonNullable<Carriage['countOwn']>,
): readonly CompiledFormat[] => {
  const ranked = formats.flatMap((format) =>
    format.shapes.map((each) => {
      const { shape } = each
      const isTried = shape.kind === 'json' && sample.some((record) => each.matches(record))
      return { format: withShapes(format, [each]), told: isTried ? isToldByValue(shape) : 0, own: isTried ? countOwn(sample, shape) : 0 }
    }),
  )
  return ranked.toSorted((one, other) => other.told - one.told || other.own - one.own).map(({ format }) => format)
}

const findKnown = (sample: readonly RawRecord[], trials: readonly Trial[], known: readonly CompiledFormat[]): Carried | undefined => {
  const tried = trials.map(({ carriage, kind }) => {
    const formats = carriedFormats(known, carriage, kind)
    const route = createRouter(formats)
    return { carriage, formats, count: sample.filter((record) => route(record) !== undefined).length }
  })
  const [best, second] = tried
    .filter(({ count }) => count > 0 && count >= sample.length * ENOUGH)
    .toSorted((one, other) => other.count - one.count || one.carriage.depth - other.carriage.depth)
  if (best === undefined || (second?.count === best.count && second.carriage.depth === best.carriage.depth)) return undefined
  const { place, holds, countOwn } = best.carriage
  const formats = countOwn === undefined ? best.formats : mostOwnFirst(best.formats, sample, countOwn)
  return { formats, place, mayBeOwn: holds === 'text' || (place === FLAT && !sample.some(hasPaths)) }
}

/** Of somebody's own lines as a logger's members each has its time beside it. */
const timed = (carriage: Carriage): Carriage => (carriage.openTimed === undefined ? carriage : { ...carriage, open: carriage.openTimed })

const guessOwn = (
  unknown: readonly RawRecord[],
  trials: readonly Trial[],
  guess: (inside: readonly RawRecord[]) => CompiledFormat | undefined,
): Carried | undefined => {
  const found = trials.flatMap((trial): readonly Carried[] => {
    const { kind } = trial
    const carriage = timed(trial.carriage)
    const inside = unknown.flatMap((record) => {
      const value = record.shape === kind ? carriage.open(record) : undefined
      return value === undefined ? [] : [insideOf(record, value, carriage)]
    })
    const format = inside.length < unknown.length * NEARLY_ALL ? undefined : guess(inside)
    return format === undefined ? [] : [{ formats: carriedFormats([format], carriage, kind), place: carriage.place, mayBeOwn: true }]
  })
  return found.length === 1 ? found[0] : undefined
}

export const carriersOf = (unknown: readonly RawRecord[]): Carriers => {
  const sample = someOf(unknown)
  const trials = trialsOf(sample)
  return {
    find: (known) => findKnown(sample, trials, known),
    guess: (guess) => guessOwn(unknown, trials, guess),
  }
}
