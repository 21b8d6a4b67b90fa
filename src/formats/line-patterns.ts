import { once } from '../kernel/once.ts'
import type { PairReaders, Path } from './define-format.ts'
import { logfmtPairs } from '../kernel/logfmt.ts'
import { ProjectedRecord } from '../input/projected.ts'
import { placeOfValue, type Projection } from '../input/projection.ts'
import type { Getter } from './path.ts'

/** A line that fits a pattern: what its groups hold, by position. Objects with named groups cost more than matching does. */
export interface MatchedLine {
  readonly groups: RegExpExecArray
  /** Which pattern it was. */
  readonly pattern: number
}

/** The patterns of a text shape, in order. */
export interface LinePatterns {
  readonly match: (line: string) => MatchedLine | undefined
  /** Compiles a path of a text record: the name of a group, or `pattern` for the name of the pattern. */
  readonly compilePath: (path: Path) => Getter
}

/** An escape, a class, or the opening of a group; `name` where it has one. */
const PART = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?<(?<name>[^=!>][^>]*)>|(?<kind>\?))?/gs

interface Positional {
  readonly regex: RegExp
  /** By name, the positions of its groups: alternatives may each have one of the same name. undefined: they have to be asked for by name. */
  readonly places: ReadonlyMap<string, readonly number[]> | undefined
}

const groupCount = ({ source, flags }: RegExp): number => (new RegExp(`${source}|`, flags).exec('')?.length ?? 1) - 1

/** The same pattern with groups that have no names. */
const positional = (pattern: RegExp): Positional => {
  const places = new Map<string, readonly number[]>()
  let count = 0
  const source = pattern.source.replace(PART, (part: string, ...found: readonly unknown[]) => {
    const { name, kind } = found.at(-1) as { readonly name?: string; readonly kind?: string }
    if (!part.startsWith('(') || kind !== undefined) return part
    count += 1
    if (name !== undefined) places.set(name, [...(places.get(name) ?? []), count])
    return '('
  })
  // One that runs on another engine gives groups by place as it is, and would be a plain one if it were made anew.
  if (Object.getPrototypeOf(pattern) !== RegExp.prototype) return { regex: pattern, places }
  // A reference by name needs the name, and of classes within classes nothing is known here.
  return pattern.source.includes('\\k<') || groupCount(pattern) !== count
    ? { regex: pattern, places: undefined }
    : { regex: new RegExp(source, pattern.flags), places }
}

const LOGFMT: PairReaders = { logfmt: logfmtPairs }

type ReadGroup = (groups: RegExpExecArray) => string | undefined

const compilePair = ({ places = new Map<string, readonly number[]>() }: Positional, name: string, readers: PairReaders): ReadGroup => {
  const [place, read] =
    Object.entries(readers).flatMap(([group, reader]) => (places.get(group) ?? []).map((at) => [at, reader] as const))[0] ?? []
  return (groups) => (place === undefined ? undefined : read?.(groups[place] ?? '').get(name))
}

const compileGroup = (pattern: Positional, name: string, readers: PairReaders): ReadGroup => {
  if (pattern.places === undefined) return ({ groups }) => groups?.[name]
  const places = pattern.places.get(name) ?? []
  const [only] = places
  if (only === undefined) return compilePair(pattern, name, readers)
  if (places.length === 1) return (groups) => groups[only]
  return (groups) => {
    for (const place of places) if (groups[place] !== undefined) return groups[place]
    return undefined
  }
}

/** What a line that the scanner cut holds under this name. */
const compileSlot = (path: Path): ((record: ProjectedRecord) => unknown) => {
  let projection: Projection | undefined
  let slot: number | undefined
  return (record) => {
    if (record.projection !== projection) {
      projection = record.projection
      slot = placeOfValue(projection, [path])?.slot
    }
    return slot === undefined ? undefined : record.get(slot)
  }
}

export const compilePatterns = (patterns: Readonly<Record<string, RegExp>>, pairsIn: PairReaders = LOGFMT): LinePatterns => {
  const names = Object.keys(patterns)
  // With the first line of text: of a log of JSON nobody asks for them.
  const compiled = once(() => Object.values(patterns).map(positional))
  return {
    match: (line) => {
      const known = compiled()
      for (let pattern = 0; pattern < known.length; pattern += 1) {
        const groups = known[pattern]?.regex.exec(line)
        if (groups !== null && groups !== undefined) return { groups, pattern }
      }
      return undefined
    },
    compilePath: (path) => {
      const inSlot = compileSlot(path)
      if (path === 'pattern')
        return (record) => (record instanceof ProjectedRecord ? inSlot(record) : names[(record as MatchedLine).pattern])
      const readers = once(() => compiled().map((pattern) => compileGroup(pattern, path, pairsIn)))
      return (record) => {
        if (record instanceof ProjectedRecord) return inSlot(record)
        const { groups, pattern } = record as MatchedLine
        return readers()[pattern]?.(groups)
      }
    },
  }
}
