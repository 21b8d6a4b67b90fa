import { piecesOf } from './phrase.ts'
import { tokensOf, type Token } from './text-tokens.ts'

/** Lines that are alike but for what changes from line to line. */
export interface LineKind {
  /** Of its first line; `isOpen` says which of its words change. */
  readonly tokens: readonly Token[]
  readonly isOpen: readonly boolean[]
  /** Every line, as tokens at the same places. */
  readonly lines: readonly (readonly Token[])[]
}

/** Words of more spellings than this at one place are no words of the program. */
const MOST_SPELLINGS = 12
/** In few lines everything is rare: at least so many lines for each spelling. */
const LINES_PER_SPELLING = 3

type Lines = readonly (readonly Token[])[]

/** A word, or what may stand in the place of one: `[N/A]` in one line, `[4711]` in the next. */
const isOneWord = (kind: Token['kind']): boolean => kind === 'word' || kind === 'number' || kind === 'code'

const shapeOf = (tokens: readonly Token[]): string =>
  tokens.map(({ kind, text, lead }) => (kind === 'sign' ? text : (lead ?? (isOneWord(kind) ? 'word' : kind)))).join('\u0000')

const spellingsAt = (lines: Lines, at: number): ReadonlySet<string> => new Set(lines.map((line) => line[at]?.text ?? ''))

/** Words that a program chooses from: few, each of them often, or all of them words about logging in. */
const isChosen = (lines: Lines, spellings: ReadonlySet<string>): boolean =>
  (spellings.size <= MOST_SPELLINGS && spellings.size * LINES_PER_SPELLING <= lines.length) ||
  [...spellings].every((word) => piecesOf(word) !== undefined)

/** Lines of one shape, told apart by the words that a program chooses from: the place with the fewest first. */
const kindsAmong = (lines: Lines): readonly LineKind[] => {
  const tokens = lines[0] ?? []
  const places = tokens.flatMap((_, at) =>
    lines.some((line) => line[at]?.kind === 'word') ? [{ at, spellings: spellingsAt(lines, at) }] : [],
  )
  const differing = places.filter(({ spellings }) => spellings.size > 1)
  const [next] = differing
    .filter(({ at, spellings }) => lines.every((line) => line[at]?.kind === 'word') && isChosen(lines, spellings))
    .toSorted((left, right) => left.spellings.size - right.spellings.size)
  if (next !== undefined) return [...Map.groupBy(lines, (line) => line[next.at]?.text).values()].flatMap(kindsAmong)
  const open = new Set(differing.map(({ at }) => at))
  return [{ tokens, isOpen: tokens.map((_, at) => open.has(at)), lines }]
}

/** Kinds of the lines of a log, the most frequent first. */
export const lineKinds = (lines: readonly string[]): readonly LineKind[] => {
  const shapes = Map.groupBy(
    lines.map((line) => tokensOf(line.trimEnd())),
    shapeOf,
  )
  return [...shapes.values()].flatMap(kindsAmong).toSorted((left, right) => right.lines.length - left.lines.length)
}
