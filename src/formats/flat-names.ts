import { parseJsonText } from '../input/parse-json.ts'
import { escapePattern } from '../kernel/escape-pattern.ts'
import type { JsonShape } from './define-format.ts'
import { pathsOfShape } from './shape-paths.ts'
import { isPlainPath } from './path.ts'

/** A name joined of those that lead to a value, and the value: a column and its cell, a member of a flat object. */
export type FlatValue = readonly [name: string, value: unknown]

/** Names as a shape writes them, by how tables write them: in small letters, and those of a path joined with underscores. */
export interface Words {
  readonly single: ReadonlyMap<string, string>
  /** The same word may be written otherwise inside another: `Id` of a record of Microsoft's, `ID` in its lists. By both, joined by a dot; at the top, by the dot and the word. */
  readonly inside: ReadonlyMap<string, string>
  /** A vendor may write one name in two ways (`userId`, `userID`). */
  readonly joined: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Those, joined likewise, inside whose values the shape looks. */
  readonly parents: ReadonlySet<string>
  /** The parts of a column's name: what is between dots, or a word of the shape that has dots itself (`http://wso2.org/claims/mobile`). */
  readonly part: RegExp
  /** What was worked out for a column: a table has few. */
  readonly places: Map<string, readonly (readonly string[])[]>
}

/** Of a path, the names that it goes by: quoted where they hold signs of their own. */
const WORD = /'[^']*'|[^\s.[\]'=(){}]+/g
/** The value that an element is told by, which is no name. */
const WANTED_VALUE = /=[^\]]*(?=\])/g

const namesIn = (path: string): readonly string[] => (path.match(WORD) ?? []).map((word) => word.replaceAll("'", ''))
export const joinedName = (words: readonly string[]): string => words.join('_').replaceAll('.', '_').toLowerCase()

/** Names that differ in case alone are numbered where a header was read. */
export const smallName = (name: string): string => name.toLowerCase().replace(/#\d+$/, '')

/** Longer words first: one may begin like another. */
const partOf = (words: Iterable<string>): RegExp => {
  const dotted = [...words].filter((word) => word.includes('.')).toSorted((one, other) => other.length - one.length)
  return new RegExp([...dotted.map((word) => `${escapePattern(word)}(?=\\.|$)`), '[^.]+'].join('|'), 'gi')
}

/** Splunk writes `target{}.id` for all elements of a list, others `target.0.id` or `target[0].id`: of an element by itself one knows which. */
const ELEMENT = /^\d{1,3}$/

/** Of each name the one that it stands in, whichever element of it. */
const parentsOf = (words: readonly string[]): readonly (string | undefined)[] =>
  words.map((_, at) => words.slice(0, at).findLast((word) => !ELEMENT.test(word)))
const insideKey = (parent: string | undefined, word: string): string => `${parent ?? ''}.${word}`.toLowerCase()

/** Tables lose the case of their columns' names; the shape that is looked for has it. */
export const wordsOf = (shape: JsonShape): Words => {
  const single = new Map<string, string>()
  const inside = new Map<string, string>()
  const joined = new Map<string, readonly (readonly string[])[]>()
  const parents = new Set<string>()
  for (const path of pathsOfShape(shape)) {
    const words = namesIn(path.replaceAll(WANTED_VALUE, ''))
    for (const word of words) if (!single.has(word.toLowerCase())) single.set(word.toLowerCase(), word)
    if (!/[=(]/.test(path))
      for (const [at, parent] of parentsOf(words).entries()) {
        const key = insideKey(parent, words[at] ?? '')
        if (parent !== undefined || !inside.has(key)) inside.set(key, words[at] ?? '')
      }
    if (words.length > 1 && isPlainPath(path)) joined.set(joinedName(words), [...(joined.get(joinedName(words)) ?? []), words])
    const named = namesIn(/^[^[(]*/.exec(path)?.[0] ?? '')
    named.slice(0, named.length - (isPlainPath(path) ? 1 : 0)).forEach((_, at) => parents.add(joinedName(named.slice(0, at + 1))))
  }
  return { single, inside, joined, parents, part: partOf(single.values()), places: new Map() }
}

const FIRST = '0'

/** Where the value belongs, in each way that the shape writes it. */
const placesOf = (name: string, { single, inside, joined, part }: Words): readonly (readonly string[])[] => {
  const small = smallName(name)
  const whole = inside.get(insideKey(undefined, small)) ?? single.get(small)
  if (whole !== undefined) return [[whole]]
  const segments = splitName(name, part)
  const parents = parentsOf(segments)
  const wordAt = (segment: string, at: number): string =>
    inside.get(insideKey(parents[at], segment)) ?? single.get(segment.toLowerCase()) ?? segment
  return joined.get(joinedName([small])) ?? [segments.map(wordAt)]
}

const splitName = (name: string, part: RegExp): readonly string[] =>
  name
    .replaceAll('{}', `.${FIRST}`)
    .replaceAll(/\[(\d{1,3})\]/g, '.$1')
    .replaceAll(/_(\d{1,3})_/g, '.$1.')
    .match(part) ?? []

/** A cell may hold what was not flattened; others hold texts that look so. */
const valueOf = (value: unknown, segments: readonly string[], { parents }: Words): unknown => {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value) || !parents.has(joinedName(segments))) return value
  return parseJsonText(value) ?? value
}

type Node = Record<string, unknown> | unknown[]

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const read = (node: Node, key: string): unknown =>
  Array.isArray(node) ? node[Number(key)] : Object.hasOwn(node, key) ? node[key] : undefined

const write = (node: Node, key: string, value: unknown): void => {
  if (Array.isArray(node)) node[Number(key)] = value
  else Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true })
}

const put = (root: Node, segments: readonly string[], value: unknown): void => {
  let node = root
  for (const [at, key] of segments.entries()) {
    const next = segments[at + 1]
    if (next === undefined) return write(node, key, value)
    const isList = ELEMENT.test(next)
    const known = read(node, key)
    const empty: Node = isList ? [] : {}
    const inside = isNode(known) && Array.isArray(known) === isList ? known : empty
    if (inside !== known) write(node, key, inside)
    node = inside
  }
}

/** How many of the names are a shape's own, where their case is kept: as it writes them. */
export const countOwn = (names: readonly string[], words: Words, isCaseKept: boolean): number =>
  names.filter((name) => {
    const parts = splitName(name, words.part)
    const isOwn =
      words.joined.has(joinedName([smallName(name)])) || parts.every((each) => ELEMENT.test(each) || words.single.has(smallName(each)))
    const written = (place: readonly string[]): string => place.join('_').replaceAll('.', '_')
    return isOwn && (!isCaseKept || placesOf(name, words).some((place) => written(place) === written(parts)))
  }).length

/** Names beyond this are values that somebody uses for names. */
const MOST_NAMES = 4096

/** The object that was flattened, with the names that the shape has for it; empty values are none. */
export const nested = (values: readonly FlatValue[], words: Words): Readonly<Record<string, unknown>> => {
  const root = {}
  for (const [name, value] of values) {
    if (value === '' || value === undefined || value === null) continue
    const places = words.places.get(name) ?? placesOf(name, words)
    if (words.places.size < MOST_NAMES) words.places.set(name, places)
    for (const place of places) put(root, place, valueOf(value, place, words))
  }
  return root
}
