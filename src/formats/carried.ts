import { fromDynamo, isDynamo } from '../input/dynamo-json.ts'
import { isPlain, type Plain } from '../input/envelope.ts'
import { parseJsonText } from '../input/parse-json.ts'
import { peel } from '../input/peel.ts'
import type { RawRecord, RecordShape } from '../model/record.ts'
import { withShapes, type CompiledFormat, type CompiledShape } from './decode.ts'
import type { JsonShape } from './define-format.ts'
import { nested, prefixesOf, wordsOf, type FlatValue } from './flat-names.ts'
import { createRouter, type Route } from './router.ts'

/**
 * How records of known formats lie in records that nobody knows: a table with a column of JSON, a line of text with an object at its end,
 * an object under a name of somebody's own, a table of which each column is a path. `place` is the same for all of them.
 */
interface Carriage {
  readonly place: string
  /** How many names lead there: what holds a record also holds its parts. */
  readonly depth: number
  /** The carried value as a shape would find it; undefined where there is none. */
  readonly open: (record: RawRecord, shape: JsonShape) => unknown
}

/** Members of members are looked into; what lies deeper is a part of a record. */
const DEEPEST = 2

const objectIn = (value: unknown): Plain | undefined => {
  const read = typeof value === 'string' && /^\s*\{/.test(value) ? parseJsonText(value) : value
  const inside = isPlain(read) ? peel(isDynamo(read) ? fromDynamo(read) : read).value : undefined
  return isPlain(inside) ? inside : undefined
}

/** Braces before the object that ends a line: of a thread's name, of a marker. */
const MOST_BRACES = 4

/** The object at the end of a line. */
const objectAtEnd = (line: string): string | undefined => {
  let start = line.indexOf('{')
  for (let tried = 0; start >= 0 && tried < MOST_BRACES; tried += 1, start = line.indexOf('{', start + 1)) {
    const rest = line.slice(start)
    if (isPlain(parseJsonText(rest))) return rest
  }
  return undefined
}

const cellsOf = ({ value, header = [] }: RawRecord): readonly FlatValue[] => {
  const cells = Array.isArray(value) ? (value as readonly unknown[]) : []
  return header.map((name, at) => [name, cells[at]] as const)
}

/** The members of a record: the cells of a row, the object at the end of a line. */
const membersOf = (record: RawRecord): readonly FlatValue[] => {
  if (record.shape === 'csv') return cellsOf(record)
  if (record.shape === 'json') return isPlain(record.value) ? Object.entries(record.value) : []
  const object = objectAtEnd(String(record.value))
  return object === undefined ? [] : [['line', object]]
}

const pathsIn = (members: readonly FlatValue[], depth: number): readonly (readonly string[])[] =>
  members.flatMap(([name, value]) => {
    const inside = objectIn(value)
    if (inside === undefined) return []
    return [[name], ...(depth < DEEPEST ? pathsIn(Object.entries(inside), depth + 1).map((path) => [name, ...path]) : [])]
  })

const follow = (record: RawRecord, path: readonly string[]): Plain | undefined => {
  const [first, ...rest] = path
  let inside = objectIn(first === undefined ? record.value : membersOf(record).find(([name]) => name === first)?.[1])
  for (const name of rest) inside = inside && Object.hasOwn(inside, name) ? objectIn(inside[name]) : undefined
  return inside
}

const atPath = (path: readonly string[]): Carriage => {
  // All shapes ask for the same value of one record.
  let last: { readonly record: RawRecord; readonly value: Plain | undefined } | undefined
  return {
    place: path.join('.'),
    depth: path.length,
    open: (record) => {
      if (last?.record !== record) last = { record, value: follow(record, path) }
      return last.value
    },
  }
}

/** How the place is called where each column is a path, behind what all of them have in front. */
const FLAT = '*'

/** Were records put together from names that are paths? */
export const isFlat = (place: string): boolean => place.endsWith(FLAT)

/** Fewer names of several parts than this are nobody's flattened record. */
const FEWEST_FLAT = 3

const withPrefix = (prefix: string): Carriage => {
  const words = new Map<JsonShape, ReturnType<typeof wordsOf>>()
  return {
    place: `${prefix}${FLAT}`,
    depth: prefix.split('.').length,
    open: (record, shape) => {
      const known = words.get(shape) ?? wordsOf(shape)
      words.set(shape, known)
      const own = membersOf(record).filter(([name]) => name.startsWith(prefix))
      return nested(
        own.map(([name, value]) => [name.slice(prefix.length), value]),
        known,
      )
    },
  }
}

const flatCarriages = (record: RawRecord): readonly Carriage[] => {
  if (record.shape === 'text') return []
  const names = membersOf(record).map(([name]) => name)
  // One without dots may be of a record that has nothing to flatten: all of its columns are its members then.
  return names.length < FEWEST_FLAT ? [] : prefixesOf(names).map(withPrefix)
}

/** An object that is itself a record but for the types of its values. */
const typed = ({ shape, value }: RawRecord): readonly Carriage[] =>
  shape === 'json' && isPlain(value) && isDynamo(value) ? [{ ...atPath([]), place: 'typed' }] : []

const carriagesOf = (record: RawRecord): readonly Carriage[] => [
  ...typed(record),
  ...pathsIn(membersOf(record), 1).map(atPath),
  ...flatCarriages(record),
]

const insideOf = (record: RawRecord, value: unknown, place: string): RawRecord => ({
  ...record,
  shape: 'json',
  value,
  header: undefined,
  path: record.path === undefined ? place : `${record.path}.${place}`,
})

/** A shape of which the records are carried. */
const carriedShape = (inner: CompiledShape, { place, open }: Carriage, kind: RecordShape): CompiledShape => {
  const opened = (record: RawRecord): RawRecord | undefined => {
    const value = inner.shape.kind === 'json' && record.shape === kind ? open(record, inner.shape) : undefined
    return value === undefined ? undefined : insideOf(record, value, place)
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
        format.shapes.filter(({ shape }) => shape.kind === 'json').map((shape) => carriedShape(shape, carriage, kind)),
      ),
    )
    .filter(({ shapes }) => shapes.length > 0)

/** Share of the sample that has to be carried alike. */
const ENOUGH = 0.1
/** Of the sample, spread over it: each is asked by all shapes there are. */
const LOOKED_AT = 20

const someOf = <Value>(values: readonly Value[]): readonly Value[] => {
  const step = Math.max(1, Math.floor(values.length / LOOKED_AT))
  return values.filter((_, at) => at % step === 0)
}

/** What was found: formats that read records out of what carries them. */
export interface Carried {
  readonly formats: readonly CompiledFormat[]
  /** A column, members of an object, `line`; `*`, maybe with something in front, where each column is a path. */
  readonly place: string
  /** Only names without dots tell that the table is a vendor's: it may as well be somebody's own. */
  readonly isByNamesAlone: boolean
}

interface Trial {
  readonly carriage: Carriage
  readonly formats: readonly CompiledFormat[]
  readonly route: Route
  count: number
}

/** undefined where nothing, or more than one thing, is carried. */
export const findCarried = (formats: readonly CompiledFormat[], unknown: readonly RawRecord[]): Carried | undefined => {
  const sample = someOf(unknown)
  const tried = new Map<string, Trial>()
  for (const record of sample) {
    for (const carriage of carriagesOf(record)) {
      const key = `${record.shape} ${carriage.place}`
      if (tried.has(key)) continue
      const carried = carriedFormats(formats, carriage, record.shape)
      tried.set(key, { carriage, formats: carried, route: createRouter(carried), count: 0 })
    }
  }
  const found = [...tried.values()]
  for (const each of found) each.count = sample.filter((record) => each.route(record) !== undefined).length
  const [best, second] = found
    .filter(({ count }) => count > 0 && count >= sample.length * ENOUGH)
    .toSorted((one, other) => other.count - one.count || one.carriage.depth - other.carriage.depth)
  if (best === undefined || (second?.count === best.count && second.carriage.depth === best.carriage.depth)) return undefined
  const { place } = best.carriage
  const isByNamesAlone = place === FLAT && !sample.some((record) => membersOf(record).some(([name]) => name.includes('.')))
  return { formats: best.formats, place, isByNamesAlone }
}
