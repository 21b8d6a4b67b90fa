import { atPosition, type KeyChain } from '../input/projection.ts'

/** One step into a value; undefined where there is nothing. */
export type Step = (value: unknown) => unknown

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A key of an object's own. */
export const ownProperty =
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

/** A text as the JSON in it; whatever is no text already was read. */
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

/** Names and nothing else, none of them in quotes: three of four paths, of 2,500 that are cut at the start of a run. */
const NAMES_ALONE = /^[^.[\]']+(?:\.[^.[\]']+)*$/

/** `a.b[0].c[type=User]` */
const readPath = (path: string): ParsedPath => {
  if (NAMES_ALONE.test(path)) return { keys: path.split('.'), steps: [], members: undefined, elements: undefined }
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
export const parsePath = (path: string): ParsedPath => {
  const before = known.get(path)
  if (before) return before
  const parsed = readPath(path)
  known.set(path, parsed)
  return parsed
}

/** All of a path as steps. */
export const parseSteps = (path: string): readonly Step[] => {
  const { keys, steps } = parsePath(path)
  return [...keys.map(ownProperty), ...steps]
}

/** Steps, one after the other, as one. */
export const follow = (steps: readonly Step[]): Step => {
  const [first, second, third] = steps
  if (first === undefined) return (value) => value
  if (second === undefined) return first
  if (third === undefined) return (value) => second(first(value))
  const tail = follow(steps.slice(2))
  return (value) => tail(second(first(value)))
}
