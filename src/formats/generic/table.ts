import { parsedJson } from '../path-steps.ts'
import type { RawRecord } from '../../model/record.ts'
import type { Legend } from './legend.ts'
import { isNothing } from './nothing.ts'

/** A sample seen as a table: names (CSV columns, JSON paths down to some levels) and one text per name and record. */
export interface SampleTable {
  readonly kind: 'csv' | 'json' | 'text'
  readonly names: readonly string[]
  readonly rows: readonly ReadonlyMap<string, string>[]
  /** What stands round it and explains its codes. */
  readonly legend?: Legend | undefined
}

/** Frameworks wrap what happened in contexts; what lies deeper is data of a request. */
const DEEPEST = 6
/** A record with more names than this is no flat login record. */
const MOST_NAMES = 200

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const segment = (name: string): string => (/^[^.[\]']+$/.test(name) ? name : `'${name}'`)

const flatten = (record: Readonly<Record<string, unknown>>, prefix: string, depth: number, into: Map<string, string>): void => {
  for (const [name, value] of Object.entries(record)) {
    // A quote inside a name cannot be written as a path.
    if (into.size >= MOST_NAMES || name === '' || name.includes("'")) continue
    const path = prefix === '' ? segment(name) : `${prefix}.${segment(name)}`
    const inText = depth === 1 && typeof value === 'string' && value.startsWith('{') ? parsedJson(value) : undefined
    if (isPlainObject(inText)) flatten(inText, `json(${path})`, depth + 1, into)
    else if (isPlainObject(value) && depth < DEEPEST) flatten(value, path, depth + 1, into)
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') into.set(path, String(value))
  }
}

const csvRow = (names: readonly string[], cells: readonly unknown[]): ReadonlyMap<string, string> => {
  const row = new Map<string, string>()
  for (const [at, name] of names.entries()) {
    const cell = cells[at]
    if (typeof cell !== 'string' || cell.trim() === '' || row.has(name)) continue
    row.set(name, cell)
    // Consoles put what an application added to a line into one column of objects.
    const inside = cell.startsWith('{') && !/[()'.[\]]/.test(name) ? parsedJson(cell) : undefined
    if (isPlainObject(inside)) flatten(inside, `json(${name})`, 1, row)
  }
  return row
}

/** Its texts and numbers by their paths. */
export const jsonRow = (value: unknown): ReadonlyMap<string, string> => {
  const row = new Map<string, string>()
  if (isPlainObject(value)) flatten(value, '', 1, row)
  return row
}

/** A file may hold several tables: that with the most rows counts, of equals the first. */
const longestTable = (records: readonly RawRecord[]): SampleTable => {
  const [longest = []] = [...Map.groupBy(records, ({ header = [] }) => header.join('\n')).values()].toSorted(
    (one, other) => other.length - one.length,
  )
  const header = longest[0]?.header ?? []
  const rows = longest.map(({ value }) => csvRow(header, Array.isArray(value) ? value : []))
  const names = new Set([...header, ...rows.flatMap((row) => [...row.keys()])])
  return { kind: 'csv', names: [...names], rows }
}

/** The records of the sample's first kind as a table; undefined for text, which has no columns. */
export const tableOf = (sample: readonly RawRecord[]): SampleTable | undefined => {
  const [first] = sample
  if (first === undefined || first.shape === 'text') return undefined
  if (first.shape === 'csv') return longestTable(sample.filter(({ shape }) => shape === 'csv'))
  const rows = sample.filter(({ shape }) => shape === 'json').map(({ value }) => jsonRow(value))
  return { kind: 'json', names: [...new Set(rows.flatMap((row) => [...row.keys()]))], rows }
}

/** The present values of one column, placeholders for "nothing" left out. */
export const valuesOf = ({ rows }: SampleTable, name: string): readonly string[] =>
  rows.flatMap((row) => {
    const value = row.get(name)
    return value === undefined || isNothing(value) ? [] : [value]
  })
