import { isPlain, type Plain } from '../input/envelope.ts'
import { timedLine } from '../input/outer-time.ts'
import { parseJsonText } from '../input/parse-json.ts'
import { peel } from '../input/peel.ts'
import { withoutTypesOf } from '../input/typed-json.ts'
import type { RawRecord } from '../model/record.ts'
import type { JsonShape } from './define-format.ts'
import { countOwn, nested, wordsOf, type FlatValue } from './flat-names.ts'
import { flatNames, mayHold } from './flat-needs.ts'
import { prefixesOf } from './flat-prefixes.ts'

/**
 * How records of known formats lie in records that nobody knows: a table with a column of JSON, a line of text with an object at its end,
 * an object under a name of somebody's own, a table of which each column is a path. `place` is the same for all of them.
 */
export interface Carriage {
  /** A column, members of an object, `line`; `*`, maybe with something in front, where each column is a path. */
  readonly place: string
  /** Objects, or lines. */
  readonly holds: 'json' | 'text'
  /** How many names lead there: what holds a record also holds its parts. */
  readonly depth: number
  /** The carried value as a shape would find it, an object where none is given; undefined where there is none. */
  readonly open: (record: RawRecord, shape?: JsonShape) => Plain | string | undefined
  /** Of a line: the same with the time in front that stands beside it. */
  readonly openTimed?: (record: RawRecord) => string | undefined
  /** Where each column is a path: how many of the records' names are the shape's own. */
  readonly countOwn?: (records: readonly RawRecord[], shape: JsonShape) => number
}

/** Members of members are looked into; what lies deeper is a part of a record. */
const DEEPEST = 2

const objectIn = (value: unknown): Plain | undefined => {
  const read = typeof value === 'string' && /^\s*\{/.test(value) ? parseJsonText(value) : value
  const inside = isPlain(read) ? peel(withoutTypesOf(read) ?? read).value : undefined
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
export const membersOf = (record: RawRecord): readonly FlatValue[] => {
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
    holds: 'json',
    open: (record) => {
      if (last?.record !== record) last = { record, value: follow(record, path) }
      return last.value
    },
  }
}

/** How the place is called where each column is a path, behind what all of them have in front. */
export const FLAT = '*'

/** Were records put together from names that are paths? */
export const isFlat = (place: string): boolean => place.endsWith(FLAT)

/** A table of fewer columns than this is nobody's flattened record. */
const FEWEST_COLUMNS = 3

const readingOf = (shape: JsonShape) => ({ words: wordsOf(shape), mayBeIn: mayHold(shape) })
/** What is worked out of a shape to read it out of names. */
const readings = new WeakMap<JsonShape, ReturnType<typeof readingOf>>()
const readingFor = (shape: JsonShape): ReturnType<typeof readingOf> => {
  const known = readings.get(shape) ?? readingOf(shape)
  readings.set(shape, known)
  return known
}

const withPrefix = (prefix: string): Carriage => {
  const valuesIn = (record: RawRecord): readonly FlatValue[] =>
    membersOf(record).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : []))
  const namesIn = (record: RawRecord): readonly string[] => valuesIn(record).map(([name]) => name)
  // All shapes ask about the names of one record; the one that knows it decodes it next.
  let asked: { readonly record: RawRecord; readonly names: ReturnType<typeof flatNames> } | undefined
  let last: { readonly record: RawRecord; readonly shape: JsonShape; readonly value: Plain } | undefined
  return {
    place: `${prefix}${FLAT}`,
    depth: prefix.split('.').length,
    holds: 'json',
    open: (record, shape) => {
      if (shape === undefined) return undefined
      if (last?.record === record && last.shape === shape) return last.value
      const { words, mayBeIn } = readingFor(shape)
      if (asked?.record !== record) asked = { record, names: flatNames(namesIn(record)) }
      if (!mayBeIn(asked.names)) return undefined
      const value = nested(valuesIn(record), words)
      last = { record, shape, value }
      return value
    },
    countOwn: (records, shape) =>
      countOwn(
        [...new Set(records.flatMap(namesIn))],
        readingFor(shape).words,
        records.some(({ shape: kind }) => kind === 'json'),
      ),
  }
}

/** A name joined of several. */
export const isPath = (name: string): boolean => /[.[{]/.test(name)

const flatCarriages = (record: RawRecord): readonly Carriage[] => {
  if (record.shape === 'text') return []
  const names = membersOf(record).map(([name]) => name)
  // A table without dots may be of records that have nothing to flatten: it has but lost their names' case. An object has not.
  const isFlattened = record.shape === 'csv' ? names.length >= FEWEST_COLUMNS : names.some(isPath)
  return isFlattened ? prefixesOf(names).map(withPrefix) : []
}

/** Shorter texts are no lines of a log. */
const SHORTEST_LINE = 24

/** Where loggers put the time of what they say. */
const OWN_TIME = /^@?(?:timestamp|time|date|date_?time|ts|t|asctime|instant|event_?time|logged_?at|created_?at)$/i

const timeAmong = (members: readonly FlatValue[]): string | number | undefined => {
  const time = members.find(([name]) => OWN_TIME.test(name))?.[1]
  return typeof time === 'string' || typeof time === 'number' ? time : undefined
}

/** @param above the names that lead to the object of which the line is a member; none where it is the record's own */
const lineAt = (above: readonly string[], own: string): Carriage => {
  const membersFor = (record: RawRecord): readonly FlatValue[] =>
    above.length === 0 ? membersOf(record) : Object.entries(follow(record, above) ?? {})
  const lineIn = (members: readonly FlatValue[]): string | undefined => {
    const text = members.find(([name]) => name === own)?.[1]
    return typeof text === 'string' ? text.replace(/[\r\n]+$/, '') : undefined
  }
  return {
    place: [...above, own].join('.'),
    depth: above.length + 1,
    holds: 'text',
    open: (record) => lineIn(membersFor(record)),
    openTimed: (record) => {
      const members = membersFor(record)
      const line = lineIn(members)
      const time = timeAmong(members) ?? timeAmong(membersOf(record)) ?? record.outerTime
      return line === undefined || time === undefined ? line : timedLine(line, time)
    },
  }
}

const isLine = (value: unknown): boolean => typeof value === 'string' && value.length >= SHORTEST_LINE && !/^\s*[{[]/.test(value)

/** Columns and members that are lines. */
const lineCarriages = (record: RawRecord): readonly Carriage[] => {
  if (record.shape === 'text') return []
  const linesOf = (members: readonly FlatValue[], above: readonly string[]): readonly Carriage[] =>
    members.filter(([, value]) => isLine(value)).map(([name]) => lineAt(above, name))
  const members = membersOf(record)
  const inside = pathsIn(members, DEEPEST).flatMap((path) => linesOf(Object.entries(follow(record, path) ?? {}), path))
  return [...linesOf(members, []), ...inside]
}

/** An object that is itself a record but for the types of its values. */
const typed = ({ shape, value }: RawRecord): readonly Carriage[] =>
  shape === 'json' && isPlain(value) && withoutTypesOf(value) !== undefined ? [{ ...atPath([]), place: 'typed' }] : []

export const carriagesOf = (record: RawRecord): readonly Carriage[] => [
  ...typed(record),
  ...pathsIn(membersOf(record), 1).map(atPath),
  ...flatCarriages(record),
  ...lineCarriages(record),
]
