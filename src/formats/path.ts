import { ProjectedRecord } from '../input/projected.ts'
import { placeOfValue, type KeyChain, type Projection, type WantedList } from '../input/projection.ts'
import { recall } from '../kernel/recall.ts'
import type { RecordShape } from '../model/record.ts'
import type { Path } from './define-format.ts'
import { fromSlots, presenceInSlots } from './path-slots.ts'
import { follow, ownProperty, parsedJson, parsePath, parseSteps, type Step } from './path-steps.ts'

/** Reads one value out of a record; `item` is the current element of a shape's `each`. Never throws. */
export type Getter = (record: unknown, item: unknown) => unknown

const JSON_CALL = /^json\(([^)]*)\)\.?(.*)$/

/** Compiles a path of a JSON record. */
export const compileJsonPath = (path: Path): Getter => {
  if (path.startsWith('*.') || path === '*') {
    const step = follow(parseSteps(path.slice(2)))
    return (_record, item) => step(item)
  }
  const call = JSON_CALL.exec(path)
  const { keys, steps, elements } = parsePath(call === null ? path : (call[1] ?? ''))
  const behind = call === null ? steps : [...steps, parsedJson, ...parseSteps(call[2] ?? '')]
  const step = follow([...keys.map(ownProperty), ...behind])
  const slot = fromSlots(keys, behind, placeOfValue, call === null ? elements : undefined)
  return (record) => (record instanceof ProjectedRecord ? slot(record) : step(record))
}

/** Is anything at this path, be it null? Asks less of records of which only parts are read than the value does. */
export const compileJsonPresence = (path: Path): ((record: unknown) => boolean) => {
  const getter = compileJsonPath(path)
  if (!isPlainPath(path)) return (record) => getter(record, undefined) !== undefined
  const isThere = presenceInSlots(parsePath(path).keys)
  return (record) => (record instanceof ProjectedRecord ? isThere(record) : getter(record, undefined) !== undefined)
}

/** Is the value at this path, or at its beginning, read as JSON? It may be an object already. */
export const holdsJson = (path: Path): boolean => JSON_CALL.test(path)

/** Keys and nothing else? */
export const isPlainPath = (path: Path): boolean => !path.startsWith('*') && !JSON_CALL.test(path) && parsePath(path).steps.length === 0

/** Does the path of a record of this kind name one value as it stands there? */
export const isPlainIn = (kind: RecordShape, path: Path): boolean => (kind === 'json' ? isPlainPath(path) : !JSON_CALL.test(path))

const chainIn = (kind: RecordShape, path: Path): KeyChain => {
  if (kind === 'json') return parsePath(path).keys
  return [kind === 'csv' ? path.toLowerCase() : path]
}

/** Slots that hold the values of these paths; up to the first path that is more than keys, whose value may lie elsewhere. */
export const plainSlots = (kind: RecordShape, paths: readonly Path[], projection: Projection): readonly number[] => {
  if (!paths.every((path) => isPlainIn(kind, path))) return []
  // A table need not have all columns that are asked for.
  const places = paths
    .map((path) => placeOfValue(projection, chainIn(kind, path)))
    .filter((place) => place !== undefined || kind === 'json')
  const end = places.findIndex((place) => place === undefined || place.rest.length > 0)
  return (end < 0 ? places : places.slice(0, end)).map((place) => place?.slot ?? -1)
}

/** The keys that a path of a JSON record begins with: all that reading it needs; undefined for parts of an `each` element. */
export const keysOfPath = (path: Path): KeyChain | undefined =>
  path.startsWith('*') ? undefined : parsePath(JSON_CALL.exec(path)?.[1] ?? path).keys

/** The list that a path of a JSON record looks into, where all that it needs are some members of the list's objects. */
export const listOfPath = (path: Path): WantedList | undefined => {
  if (path.startsWith('*') || JSON_CALL.test(path)) return undefined
  const { keys, members } = parsePath(path)
  return members === undefined ? undefined : { chain: keys, members }
}

/** The element of a list that a path of a JSON record leads to, or what lies in it, where only names and numbers lead there. */
export const elementOfPath = (path: Path): KeyChain | undefined =>
  path.startsWith('*') || JSON_CALL.test(path) ? undefined : parsePath(path).elements

/** Compiles a path of a CSV record for one header: a column name, or `json(column).rest`. */
export const compileCsvPath = (path: Path, header: readonly string[]): Getter => {
  const call = JSON_CALL.exec(path)
  const column = header.indexOf((call?.[1] ?? path).toLowerCase())
  if (column < 0) return () => undefined
  const cell: Step = (record) => (record instanceof ProjectedRecord ? record.get(column) : (record as readonly string[])[column])
  if (call === null) return (record) => cell(record)
  // Several fields read the same cell: it is parsed once.
  const inner = follow(parseSteps(call[2] ?? ''))
  return (record) => inner(parsedCell(cell(record)))
}

const parsedText = recall((text) => ({ value: parsedJson(text) }))
const parsedCell: Step = (cell) => (typeof cell === 'string' ? parsedText(cell).value : cell)

/** A scalar as text, exactly; objects and blanks are undefined. Lists of scalars are joined by a comma. */
export const rawText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value) && value.length > 0 && value.every((element) => typeof element !== 'object')) return value.join(',')
  return undefined
}

/** Words that logs write for "nothing here" (formats.md 0.10). */
export const MISSING: ReadonlySet<string> = new Set(['-', 'null', 'unknown', '(null)'])

/** Like `rawText`, but a word for "nothing" is nothing. */
export const presentText = (value: unknown): string | undefined => {
  const text = rawText(value)
  if (text === undefined) return undefined
  // Long and beginning with a plain character: the usual case.
  if (text.length > 7 && text.charCodeAt(0) > 32 && text.charCodeAt(0) < 127) return text
  if (text.length <= 7 && MISSING.has(text.toLowerCase())) return undefined
  return text.trim() === '' ? undefined : text
}
