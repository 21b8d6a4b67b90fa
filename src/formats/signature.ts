import type { CsvShape, JsonShape } from './define-format.ts'
import { flattenedNames } from './flattened-names.ts'
import { pathsOfFields } from './shape-paths.ts'
import { ProjectedRecord } from '../input/projected.ts'
import { once } from '../kernel/once.ts'
import { compileJsonPath, compileJsonPresence, keysOfPath, rawText } from './path.ts'

/**
 * A record as `test` wants to see it: what `test` reads, read when it is looked at. Made once, as one is asked for of every record: a name
 * stands in it also where the record has none, and its value is undefined.
 */
const compileView = (reads: readonly string[]): ((record: ProjectedRecord) => Record<string, unknown>) => {
  let current: ProjectedRecord | undefined
  const view: Record<string, unknown> = {}
  for (const path of reads) {
    const keys = keysOfPath(path) ?? []
    const isThere = compileJsonPresence(path)
    const read = compileJsonPath(path)
    let inside = view
    for (const key of keys.slice(0, -1)) inside = (inside[key] ??= {}) as Record<string, unknown>
    const get = (): unknown => (current !== undefined && isThere(current) ? read(current, undefined) : undefined)
    Object.defineProperty(inside, keys.at(-1) ?? '', { get, enumerable: true })
  }
  return (record) => {
    current = record
    return view
  }
}

/** What a signature asks of records that have what it requires. */
const compileDetails = (shape: JsonShape): ((record: object) => boolean) => {
  const { any = [], is = {}, not = [], test, reads } = shape.signature
  const alternatives = any.map((paths) => paths.map(compileJsonPresence))
  const equals = Object.entries(is).map(([path, values]) => [compileJsonPath(path), new Set(values)] as const)
  const forbidden = [...not, ...flattenedNames(shape)].map(compileJsonPresence)
  const view = reads === undefined ? (record: ProjectedRecord) => record.whole() as Record<string, unknown> : compileView(reads)
  return (record) =>
    alternatives.every((tests) => tests.some((isThere) => isThere(record))) &&
    equals.every(([getter, values]) => values.has(rawText(getter(record, undefined)) ?? '')) &&
    !forbidden.some((isThere) => isThere(record)) &&
    (test === undefined || test(record instanceof ProjectedRecord ? view(record) : (record as Readonly<Record<string, unknown>>)))
}

/** Is this parsed JSON record unmistakably of this shape? */
export const compileJsonSignature = (shape: JsonShape): ((record: unknown) => boolean) => {
  const required = shape.signature.has.map(compileJsonPresence)
  // Most shapes miss what they require in all records of a log, and what they would look at besides takes longer to compile than ten lines to read.
  const details = once(() => compileDetails(shape))
  return (record) =>
    typeof record === 'object' &&
    record !== null &&
    !Array.isArray(record) &&
    required.every((isThere) => isThere(record)) &&
    details()(record)
}

const columnOf = (path: string): string => (/^json\(([^)]*)\)/.exec(path)?.[1] ?? path).replaceAll("'", '').toLowerCase()

/** Does the table have the parts of a column that the shape looks into, and not the column? Half of its fields would be missing. */
const isFlattened = (shape: CsvShape, header: readonly string[]): boolean => {
  const parts = new Set(header.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.'))))
  return parts.size > 0 && pathsOfFields(shape).some((path) => parts.has(columnOf(path)) && !header.includes(columnOf(path)))
}

/** Does this normalised header belong to this shape? */
export const matchesHeader = (shape: CsvShape, header: readonly string[]): boolean => {
  const { columns, any, not } = shape.signature
  return (
    columns.every((column) => header.includes(column)) &&
    (any?.some((column) => header.includes(column)) ?? true) &&
    not?.some((column) => header.includes(column)) !== true &&
    !isFlattened(shape, header)
  )
}
