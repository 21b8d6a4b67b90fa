import type { Lang } from '../../model/vocabulary.ts'
import { recogniseColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { nameKey } from './column-name.ts'
import type { GuessedField } from './column-words.ts'
import { codesOf, loadYaml, meaningOf, shown } from './skeleton.ts'
import { adviceOnText } from './skeleton-advice.ts'
import { lineKinds, type LineKind } from './text-kinds.ts'
import { timePattern, type Token } from './text-tokens.ts'
import { ACTIONS_SAID, OUTCOMES_SAID, REASONS_SAID } from './value-words.ts'
import type { Words } from './value-words.ts'

const MOST_KINDS = 12

/** Values by the name of the group that holds them. */
type Values = Map<string, string[]>

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Names of groups as regular expressions have them: a field's where it is one, else what the line calls it, else a number. */
const groupFor = (key: string, columns: Columns, taken: ReadonlySet<string>): string => {
  const field = [...columns].find(([, name]) => name === key)?.[0]
  const name = field ?? (/^[a-z_][\w]*$/i.test(key) ? key : 'value')
  const base = name === 'account' && !columns.has('username') ? 'username' : name
  return taken.has(base) ? `${base}${taken.size}` : base
}

/** A value behind its name, and what encloses it. */
const pairPattern = ({ lead = '', quote = '' }: Token, group: string): string => {
  const value = quote === '' ? `(?<${group}>[^\\s,;|()\\[\\]{}"']+)` : `${quote}(?<${group}>[^${quote}]*)${quote}`
  return escaped(lead) + value
}

const ONCE: Readonly<Partial<Record<Token['kind'], readonly [group: string, pattern: string]>>> = {
  address: ['ip', '[0-9A-Fa-f.:]+'],
  mail: ['username', '\\S+@\\S+'],
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
    if (token.kind === 'number' ? !isNamed : isOpen[at] === true) return `(?<${keep(`word${at}`, whole, at)}>[^\\s,;|()\\[\\]{}<>"']+)`
    return CHANGING[token.kind] ?? escaped(token.text)
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

/** Who it was, where no name says it: the only words that change. */
const withSubject = (groups: Record<string, string>, values: Values): Record<string, string> => {
  if (groups['username'] !== undefined || groups['account'] !== undefined) return groups
  const [only, ...others] = [...values.keys()].filter((name) => /^word\d/.test(name))
  return { username: only !== undefined && others.length === 0 ? only : 'TODO', ...groups }
}

/** A mapping for the kinds of lines in this sample, to start from: which of them are logins, and how they end, where their words say it. */
export const textSkeleton = (lines: readonly string[], lang: Lang): string | undefined => {
  const kinds = lineKinds(lines).filter(({ tokens }) => tokens.some(({ kind }) => kind === 'time'))
  if (kinds.length === 0) return undefined
  const keys = new Set(kinds.flatMap(({ tokens }) => tokens.flatMap(({ key }) => key ?? [])))
  const columns = subjectIn(keys, recogniseColumns([...keys]))
  const isNamed =
    columns.has('username') || columns.has('account') || kinds.some(({ tokens }) => tokens.some(({ kind }) => kind === 'mail'))
  const end = lines.some((line) => line !== line.trimEnd()) ? ' *$' : '$'
  const said = new Map(kinds.map((kind) => [kind, saysOf(kind)]))
  const hasCodes = columns.has('action') || columns.has('outcome')
  const known = kinds.filter((kind) => hasCodes || (said.get(kind) ?? 'ignore') !== 'ignore')
  const chosen = (known.length > 0 ? known : kinds).slice(0, MOST_KINDS)
  const values: Values = new Map()
  const patterns = Object.fromEntries(chosen.map((kind, at) => [`line${at + 1}`, patternOf(kind, columns, values, { isNamed, end })]))
  const codes = Object.fromEntries(chosen.map((kind, at) => [`line${at + 1}`, said.get(kind) ?? 'TODO']))
  const tableOf = (field: 'action' | 'outcome' | 'reason', words: Words): object | undefined =>
    values.has(field) ? { from: field, codes: codesOf(values.get(field) ?? [], (value) => meaningOf(words, value)) } : undefined
  const groups = Object.fromEntries(FIELDS.flatMap((field) => (values.has(field) ? [[field, field]] : [])))
  const outcome = tableOf('outcome', OUTCOMES_SAID)
  const reason = tableOf('reason', REASONS_SAID)
  const saysOutcome = Object.values(codes).some((code) => code.includes('/'))
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
      time: { from: 'time', syntax: 'any' },
      fields: withSubject(groups, values),
      ...(values.has('action')
        ? { action: tableOf('action', ACTIONS_SAID) }
        : Object.values(codes).every((code) => code === 'TODO') && outcome
          ? {}
          : { action: { from: 'pattern', codes } }),
      ...(outcome ? { outcome } : saysOutcome ? {} : { outcome: 'TODO' }),
      ...(reason ? { reason } : {}),
    },
    { lineWidth: 0, singleQuote: true },
  )
  const examples = chosen.map(({ lines: all, tokens }, at) => ({
    name: `line${at + 1}`,
    count: all.length,
    example: shown(tokens.map(({ text }) => text).join('')),
  }))
  return adviceOnText(body, { examples, values, left: kinds.length - chosen.length }, lang)
}
