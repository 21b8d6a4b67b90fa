import type { Lang } from '../../model/vocabulary.ts'
import { escapePattern } from '../../kernel/escape-pattern.ts'
import { columnsByValues } from './columns-by-values.ts'
import { recogniseColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { nameKey } from './column-name.ts'
import type { GuessedField } from './column-words.ts'
import { codesOf, loadYaml, meaningOf, shown } from './skeleton.ts'
import { adviceOnText } from './skeleton-advice.ts'
import { askedAbout } from './asked-columns.ts'
import { guessTime } from './guess-time.ts'
import { valuesOf, type SampleTable } from './table.ts'
import { timeColumns } from './time-columns.ts'
import { lineKinds, type LineKind } from './text-kinds.ts'
import { timePattern, type Token } from './text-tokens.ts'
import { ACTIONS_SAID, OUTCOMES_SAID, REASONS_SAID } from './value-words.ts'
import type { Words } from './value-words.ts'

const MOST_KINDS = 12

/** Values by the name of the group that holds them. */
type Values = Map<string, string[]>

/** Names of groups as regular expressions have them: a field's where it is one, else what the line calls it, else a number. */
const groupFor = (key: string, columns: Columns, taken: ReadonlySet<string>): string => {
  const field = [...columns].find(([, name]) => name === key)?.[0]
  // What a field is called may be the name of another value: `time=09:14:05` beside `eventtime=1793576186`.
  const own = columns.has(key as GuessedField) ? `${key}_` : key
  const name = field ?? (/^[a-z_][\w]*$/i.test(key) ? own : 'value')
  const base = name === 'account' && !columns.has('username') ? 'username' : name
  return taken.has(base) ? `${base}${taken.size}` : base
}

/** A value behind its name, and what encloses it. */
const pairPattern = ({ lead = '', quote = '' }: Token, group: string): string => {
  const value = quote === '' ? `(?<${group}>[^\\s,;|()\\[\\]{}"']+)` : `${quote}(?<${group}>[^${quote}]*)${quote}`
  return escapePattern(lead) + value
}

const ONCE: Readonly<Partial<Record<Token['kind'], readonly [group: string, pattern: string]>>> = {
  address: ['ip', '[0-9A-Fa-f.:]+'],
  mail: ['username', '[^\\s,;|()\\[\\]{}"\']+'],
  agent: ['userAgent', 'Mozilla/[^"\\]|]*'],
}
const CHANGING: Readonly<Partial<Record<Token['kind'], string>>> = {
  number: '\\d+',
  code: '[0-9A-Fa-f-]+',
  quoted: '"[^"]*"',
  blank: '\\s+',
}

/** What is true of all lines: does a name say who it was, and how do they end? */
interface Sample {
  readonly isNamed: boolean
  readonly end: string
}

/** The regular expression of a kind; `values` collects what its groups hold. */
const patternOf = ({ tokens, isOpen, lines }: LineKind, columns: Columns, values: Values, { isNamed, end }: Sample): string => {
  const taken = new Set<string>()
  const keep = (group: string, read: (token: Token) => string, at: number): string => {
    taken.add(group)
    values.set(group, [...(values.get(group) ?? []), ...lines.flatMap((line) => (line[at] === undefined ? [] : [read(line[at])]))])
    return group
  }
  const parts = tokens.map((token, at) => {
    const whole = ({ text }: Token): string => text
    if (token.kind === 'time' && !taken.has('time')) return `(?<${keep('time', whole, at)}>${timePattern(token.text)})`
    if (token.kind === 'pair') {
      const group = keep(groupFor(token.key ?? '', columns, taken), ({ value = '' }) => value, at)
      return pairPattern(token, group)
    }
    const once = ONCE[token.kind]
    if (once !== undefined) return taken.has(once[0]) ? once[1] : `(?<${keep(once[0], whole, at)}>${once[1]})`
    if (isOpen[at] === true || (token.kind === 'number' && !isNamed)) return `(?<${keep(`word${at}`, whole, at)}>[^\\s,;|()\\[\\]{}<>"']+)`
    return CHANGING[token.kind] ?? escapePattern(token.text)
  })
  return `^${parts.join('')}${tokens.reduce((length, { text }) => length + text.length, 0) > 1900 ? '' : end}`
}

const isFixed = ({ tokens, isOpen }: LineKind, at: number): boolean =>
  ['word', 'blank', 'sign'].includes(tokens[at]?.kind ?? '') && isOpen[at] !== true

/** Runs of words that are always there, the longest first. */
const fixedRuns = (kind: LineKind): readonly string[] => {
  const runs: string[] = []
  for (let from = 0; from < kind.tokens.length; from++) {
    for (let to = from; to < kind.tokens.length && isFixed(kind, to); to++) {
      const run = kind.tokens.slice(from, to + 1).map(({ text }) => text)
      if (run[0]?.trim() !== '' && run.at(-1)?.trim() !== '') runs.push(run.join(''))
    }
  }
  return runs.toSorted((left, right) => right.length - left.length)
}

/** What the longest run that is understood means. */
const meaningIn = (runs: readonly string[], words: Words): string | undefined => {
  for (const run of runs) {
    const said = meaningOf(words, run)
    if (said !== 'TODO') return said
  }
  return undefined
}

/** What the fixed words of a kind say was done, how it ended, and why. */
const saysOf = (kind: LineKind): string | undefined => {
  const runs = fixedRuns(kind)
  const said = meaningIn(runs, ACTIONS_SAID)
  if (said === undefined || said === 'ignore' || said.split('/').length > 2) return said
  const [action = '', outcome] = said.split('/')
  const ending = outcome ?? meaningIn(runs, OUTCOMES_SAID)
  const reason = ending?.startsWith('failure') === true ? meaningIn(runs, REASONS_SAID) : undefined
  return [action, ending, ...(ending?.includes('/') === true ? [] : [reason])].filter((part) => part !== undefined).join('/')
}

const FIELDS: readonly GuessedField[] = ['username', 'account', 'ip', 'userAgent', 'session', 'device', 'forwardedFor']

/** In a line of text an `id` is somebody's, where nothing else is; numberings of lines have no name there. */
const subjectIn = (keys: ReadonlySet<string>, named: Columns): Columns => {
  const columns = new Map([...named].filter(([field]) => field !== 'sequence'))
  const id = [...keys].find((key) => nameKey(key) === 'id')
  if (id !== undefined && !columns.has('username') && !columns.has('account')) columns.set('username', id)
  return columns
}

/** The pairs of all lines as a table, so that values can say what their names do not. */
const pairsOf = (kinds: readonly LineKind[], keys: ReadonlySet<string>): SampleTable => {
  const pairs = (line: readonly Token[]): ReadonlyMap<string, string> =>
    new Map(line.flatMap(({ key, value }) => (key === undefined || value === undefined || value === '' ? [] : [[key, value] as const])))
  return { kind: 'csv', names: [...keys], rows: kinds.flatMap(({ lines }) => lines.map(pairs)) }
}

/** Who it was, where no name says it: the only words that change. */
const withSubject = (groups: Record<string, string>, values: Values): Record<string, string> => {
  if (groups['username'] !== undefined || groups['account'] !== undefined) return groups
  const [only, ...others] = [...values.keys()].filter((name) => /^word\d/.test(name))
  return { username: only !== undefined && others.length === 0 ? only : 'TODO', ...groups }
}

/** Where times stand: in one place, or a date in one and the time of day in another. */
const timeFrom = (table: SampleTable, columns: Columns): string | { readonly join: readonly string[] } => {
  if (!('refusal' in guessTime(valuesOf(table, columns.get('time') ?? '')))) return 'time'
  const { source } = timeColumns(table, columns)
  return source.kind === 'join' ? { join: source.paths.map((key) => groupFor(key, columns, new Set())) } : 'time'
}

/** First what is understood, then what names somebody or an address, last what may be anything. */
const rankOf = (kind: LineKind, said: ReadonlyMap<LineKind, string | undefined>, columns: Columns): number => {
  if (said.get(kind) !== undefined) return 0
  const keys = new Set(FIELDS.flatMap((field) => columns.get(field) ?? []))
  return kind.tokens.some(({ kind: token, key = '' }) => token === 'address' || token === 'mail' || keys.has(key)) ? 1 : 2
}

type Codes = Readonly<Record<string, string>>

const codesIn = (values: Values, field: string, words: Words): Codes =>
  codesOf(
    (values.get(field) ?? []).filter((value) => value !== ''),
    (value) => meaningOf(words, value),
  )

/** What was done, how it ended and why: by the groups that say so, else by the kind of the line. */
const meaningsOf = (values: Values, byLine: Codes): object => {
  const outcomes = values.has('outcome') ? { from: 'outcome', codes: codesIn(values, 'outcome', OUTCOMES_SAID) } : undefined
  const isSaid = (code: string): string => (code === 'login' && outcomes === undefined ? 'TODO' : code)
  const from = values.has('action') ? 'action' : 'pattern'
  const actions = Object.entries(from === 'action' ? codesIn(values, 'action', ACTIONS_SAID) : byLine).map(([value, code]) => [
    value,
    isSaid(code),
  ])
  const reasons = Object.entries(codesIn(values, 'reason', REASONS_SAID)).filter(([, reason]) => reason !== 'TODO')
  const isOpen = actions.every(([, code]) => code === 'TODO')
  return {
    // Where lines say only how it ended, all of them are logins.
    ...(isOpen && outcomes !== undefined ? {} : { action: { from, codes: Object.fromEntries(actions) as Codes } }),
    ...(outcomes !== undefined && { outcome: outcomes }),
    ...(outcomes === undefined && isOpen && { outcome: 'TODO' }),
    ...(reasons.length === 0 ? {} : { reason: { from: 'reason', codes: Object.fromEntries(reasons) } }),
  }
}

/** A mapping for the kinds of lines in this sample, to start from: which of them are logins, and how they end, where their words say it. */
export const textSkeleton = (lines: readonly string[], lang: Lang): string | undefined => {
  const all = lineKinds(lines)
  const keys = new Set(all.flatMap(({ tokens }) => tokens.flatMap(({ key }) => key ?? [])))
  const pairs = pairsOf(all, keys)
  const columns = askedAbout(pairs, columnsByValues(pairs, subjectIn(keys, recogniseColumns([...keys]))))
  const kinds = all.filter(({ tokens }) =>
    tokens.some(({ kind, key }) => kind === 'time' || (key !== undefined && key === columns.get('time'))),
  )
  if (kinds.length === 0) return undefined
  const isNamed =
    columns.has('username') || columns.has('account') || kinds.some(({ tokens }) => tokens.some(({ kind }) => kind === 'mail'))
  const end = lines.some((line) => line !== line.trimEnd()) ? ' *$' : '$'
  const said = new Map(kinds.map((kind) => [kind, saysOf(kind)]))
  const isWanted = (kind: LineKind): boolean => said.get(kind) !== 'ignore' && rankOf(kind, said, columns) < 2
  const known = kinds.some((kind) => rankOf(kind, said, columns) === 0) ? kinds.filter(isWanted) : kinds
  const chosen = known.toSorted((left, right) => rankOf(left, said, columns) - rankOf(right, said, columns)).slice(0, MOST_KINDS)
  const values: Values = new Map()
  const patterns = Object.fromEntries(chosen.map((kind, at) => [`line${at + 1}`, patternOf(kind, columns, values, { isNamed, end })]))
  const codes = Object.fromEntries(chosen.map((kind, at) => [`line${at + 1}`, said.get(kind) ?? 'TODO']))
  const groups = Object.fromEntries(FIELDS.flatMap((field) => (values.has(field) ? [[field, field]] : [])))
  const body = loadYaml().stringify(
    {
      ashiato: 'mapping/1',
      id: 'my-log',
      kind: 'text',
      zone: 'option',
      ...(chosen.length < kinds.length
        ? { line: `^.{0,20}?(?:${timePattern(chosen[0]?.tokens.find(({ kind }) => kind === 'time')?.text ?? '')})` }
        : {}),
      patterns,
      time: { from: timeFrom(pairs, columns), syntax: 'any' },
      fields: withSubject(groups, values),
      ...meaningsOf(values, codes),
    },
    { lineWidth: 0, singleQuote: true },
  )
  const examples = chosen.map(({ lines: alike, tokens }, at) => ({
    name: `line${at + 1}`,
    count: alike.length,
    example: shown(tokens.map(({ text }) => text).join('')),
  }))
  return adviceOnText(body, { examples, values, left: kinds.length - chosen.length }, lang)
}
