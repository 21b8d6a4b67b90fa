import { ProjectedRecord } from '../input/projected.ts'
import { atPosition, placeOfPresence, placeOfValue, type KeyChain, type Projection, type WantedList } from '../input/projection.ts'
import { recall } from '../kernel/recall.ts'
import type { RecordShape } from '../model/record.ts'
import type { Path } from './define-format.ts'

/** Reads one value out of a record; `item` is the current element of a shape's `each`. Never throws. */
export type Getter = (record: unknown, item: unknown) => unknown

type Step = (value: unknown) => unknown

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const ownProperty =
  (name: string): Step =>
  (value) =>
    isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

const elementAt =
  (index: number): Step =>
  (value) =>
    Array.isArray(value) ? (value as unknown[])[index] : undefined

/** The first element by the text of one of its properties. */
const indexed = (list: readonly unknown[], name: string): ReadonlyMap<unknown, unknown> => {
  const read = ownProperty(name)
  const index = new Map<unknown, unknown>()
  for (const element of list) {
    const text = read(element)
    if (!index.has(text)) index.set(text, element)
  }
  return index
}

/** By the name of the property: the list asked about last. Several fields look into one list, each by several paths. */
const lastLists = new Map<string, { readonly list: unknown; readonly index: ReadonlyMap<unknown, unknown> }>()

const elementWhere = (name: string, wanted: string): Step => {
  return (list) => {
    if (!Array.isArray(list)) return undefined
    let last = lastLists.get(name)
    if (last?.list !== list) lastLists.set(name, (last = { list, index: indexed(list, name) }))
    return last.index.get(wanted)
  }
}

/** What a text holds; an object as it is. */
export const parsedJson: Step = (value) => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return undefined
  }
}

const SEGMENT = /^(?:'([^']*)'|([^.[\]']+))|^\[(\d+)\]|^\[([^=\]]+)=([^\]]*)\]/

/** A path cut into the keys it begins with and the steps behind them (from the first list on). */
interface ParsedPath {
  readonly keys: readonly string[]
  readonly steps: readonly Step[]
  /** Where the first step is into a list: the members of its objects that the path looks at; undefined where it takes an element as it is. */
  readonly members: readonly string[] | undefined
  /** Where the steps are names and numbers of elements alone: keys and elements in one chain. */
  readonly elements: KeyChain | undefined
}

/** Names, numbers of elements and properties that tell an element; throws on a path that its author mistyped (a bug, found by any test). */
const partsOf = (path: string): readonly RegExpExecArray[] => {
  const parts: RegExpExecArray[] = []
  let rest = path
  while (rest !== '') {
    if (rest.startsWith('.')) rest = rest.slice(1)
    const match = SEGMENT.exec(rest)
    if (match === null) throw new Error(`path cannot be read: ${path} (at "${rest}")`)
    parts.push(match)
    rest = rest.slice(match[0].length)
  }
  return parts
}

const nameIn = ([, quoted, plain]: RegExpExecArray): string | undefined => quoted ?? plain

const elementsIn = (parts: readonly RegExpExecArray[]): KeyChain | undefined =>
  parts.some(([, , , , property]) => property !== undefined) ? undefined : parts.map((part) => nameIn(part) ?? atPosition(Number(part[3])))

/** `a.b[0].c[type=User]` */
const readPath = (path: string): ParsedPath => {
  const keys: string[] = []
  const steps: Step[] = []
  let members: readonly string[] | undefined
  let filter: readonly string[] = []
  const parts = partsOf(path)
  for (const part of parts) {
    const name = nameIn(part)
    const [, , , position, property, wanted] = part
    if (steps.length === 0) filter = property === undefined ? [] : [property]
    if (steps.length === 1 && name !== undefined) members = [...filter, name]
    if (name !== undefined && steps.length === 0) keys.push(name)
    else if (name !== undefined) steps.push(ownProperty(name))
    else if (position !== undefined) steps.push(elementAt(Number(position)))
    else steps.push(elementWhere(property ?? '', wanted ?? ''))
  }
  return { keys, steps, members, elements: steps.length === 0 ? undefined : elementsIn(parts) }
}

const known = new Map<string, ParsedPath>()

/** Formats share many paths, and each is asked about several times: which keys, which slot, which steps. */
const parsePath = (path: string): ParsedPath => {
  const before = known.get(path)
  if (before) return before
  const parsed = readPath(path)
  known.set(path, parsed)
  return parsed
}

const parseSteps = (path: string): readonly Step[] => {
  const { keys, steps } = parsePath(path)
  return [...keys.map(ownProperty), ...steps]
}

const follow = (steps: readonly Step[]): Step => {
  const [first, second, third] = steps
  if (first === undefined) return (value) => value
  if (second === undefined) return first
  if (third === undefined) return (value) => second(first(value))
  const tail = follow(steps.slice(2))
  return (value) => tail(second(first(value)))
}

type ReadSlot = (record: ProjectedRecord) => unknown

/** Reads the same path out of records of which only parts were read; where it lies is looked up once per projection. */
const fromSlots = (keys: KeyChain, behind: readonly Step[], placeIn: typeof placeOfValue, elements?: KeyChain): ReadSlot => {
  let projection: Projection | undefined
  let slot = -1
  let tail: Step | undefined
  const place = (wanted: Projection): void => {
    projection = wanted
    // An element that has a slot of its own is not looked for in its list.
    const own = elements && placeOfValue(wanted, elements)
    if (own?.rest.length === 0) {
      slot = own.slot
      tail = undefined
      return
    }
    const found = placeIn(wanted, keys)
    if (found === undefined) throw new Error(`path was not announced: ${keys.join('.')}`)
    const steps = [...found.rest.map(ownProperty), ...behind]
    slot = found.slot
    tail = steps.length === 0 ? undefined : follow(steps)
  }
  return (record) => {
    if (record.projection !== projection) place(record.projection)
    const value = record.get(slot)
    return tail === undefined ? value : tail(value)
  }
}

/** As `fromSlots`, for whether anything is there. */
const presenceInSlots = (keys: KeyChain): ((record: ProjectedRecord) => boolean) => {
  const value = fromSlots(keys, [], placeOfPresence)
  let projection: Projection | undefined
  let slot = -1
  return (record) => {
    if (record.projection !== projection) {
      const place = placeOfPresence(record.projection, keys)
      projection = record.projection
      slot = place === undefined || place.rest.length > 0 ? -1 : place.slot
    }
    return slot < 0 ? value(record) !== undefined : record.has(slot)
  }
}

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
