import { createRequire } from 'node:module'
import type Yaml from 'yaml'
import type { Lang } from '../../model/vocabulary.ts'
import { nameKey } from './column-name.ts'
import { COLUMN_WORDS } from './column-words.ts'
import { BOOLEAN_NAMES } from './flag-names.ts'
import type { Columns } from './columns.ts'
import { BY_STAFF, type Source } from './mapping.ts'
import { adviceOn } from './skeleton-advice.ts'
import { valuesOf } from './table.ts'
import type { SampleTable } from './table.ts'
import { ACTIONS_SAID, OUTCOMES_SAID, readWord, REASONS_SAID } from './value-words.ts'
import type { Words } from './value-words.ts'

/** Loaded when a mapping is written, in the middle of a synchronous guess: 30 ms that every other run keeps. */
export const loadYaml = (): typeof Yaml => createRequire(import.meta.url)('yaml')

const MOST_CODES = 40
/** Values come from the log: control and direction characters would act on the terminal that shows the skeleton. */
export const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD').slice(0, 80)

/** A code's meaning as a mapping writes it; TODO where it is not known. */
export const meaningOf = (words: Words, value: string): string => {
  const said = readWord(words, value)
  if (said === undefined) return 'TODO'
  if (typeof said === 'string') return said
  return [said.action, said.outcome, said.reason, said.by && BY_STAFF].filter((part) => part !== undefined).join('/')
}

/** Every value of the sample, the most frequent first, with what it means. */
export const codesOf = (values: readonly string[], meaning: (value: string) => string): Record<string, string> => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(shown(value.trim()), (counts.get(shown(value.trim())) ?? 0) + 1)
  const most = [...counts].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).slice(0, MOST_CODES)
  return Object.fromEntries(most.map(([value]) => [value, meaning(value)]))
}

/** Whether 0 or 1 is the success is for a person to say where the column's name does not. */
const outcomeMeaning =
  (column: string) =>
  (value: string): string =>
    /^[01]$/.test(value) && !BOOLEAN_NAMES.has(nameKey(column)) ? 'TODO' : meaningOf(OUTCOMES_SAID, value)

const REST = Object.keys(COLUMN_WORDS).filter((field) => !['time', 'action', 'outcome', 'reason', 'account', 'username'].includes(field))

/** As a guess would have it: an id that is the only name is what people type. */
const subjectOf = (columns: Columns): Record<string, string> => {
  const username = columns.get('username')
  const account = columns.get('account')
  if (username === undefined) return { username: shown(account ?? 'TODO') }
  return { username: shown(username), ...(account === undefined ? {} : { account: shown(account) }) }
}

const timeOf = (source: Source): object =>
  source.kind === 'join'
    ? { join: source.paths.map(shown), ...(source.pad === undefined ? {} : { pad: source.pad }) }
    : { from: shown(source.paths[0] === '' ? 'TODO' : (source.paths[0] ?? 'TODO')), syntax: 'any' }

const fieldsOf = (columns: Columns): Record<string, string> => ({
  ...subjectOf(columns),
  ...Object.fromEntries(
    REST.flatMap((field) => {
      const name = columns.get(field as 'ip')
      return name === undefined ? [] : [[field, shown(name)] as const]
    }),
  ),
})

const tableFor = (table: SampleTable, column: string | undefined, meaning: (value: string) => string): object | undefined =>
  column === undefined ? undefined : { from: shown(column), codes: codesOf(valuesOf(table, column), meaning) }

/** Do the actions say how logins ended, so that no other column need to? */
const saysOutcomes = (table: SampleTable, column: string | undefined): boolean =>
  column !== undefined && valuesOf(table, column).some((value) => meaningOf(ACTIONS_SAID, value).startsWith('login/'))

/**
 * A mapping for exactly these columns, ready to be edited: what was recognised is filled in, the rest says TODO
 * (and does not load until it is replaced).
 */
export const mappingSkeleton = (table: SampleTable, columns: Columns, time: Source, lang: Lang, pattern?: string): string => {
  const { action, outcome, reason } = Object.fromEntries(
    (['action', 'outcome', 'reason'] as const).map((field) => [field, columns.get(field)] as const),
  )
  // Where nothing else says how a login ended, an action that is only one is a question.
  const actions = tableFor(table, action, (value) => {
    const meaning = meaningOf(ACTIONS_SAID, value)
    return meaning === 'login' && outcome === undefined ? 'TODO' : meaning
  })
  const outcomes = tableFor(table, outcome, outcomeMeaning(outcome ?? ''))
  const known = (value: string): boolean => readWord(REASONS_SAID, value) !== undefined
  const reasons = reason !== undefined && valuesOf(table, reason).some(known)
  const body = loadYaml().stringify(
    {
      ashiato: 'mapping/1',
      id: 'my-log',
      kind: pattern === undefined ? table.kind : 'text',
      zone: 'option',
      ...(pattern === undefined ? {} : { patterns: { line: pattern } }),
      time: timeOf(time),
      fields: fieldsOf(columns),
      ...(actions && { action: actions }),
      ...(outcomes !== undefined && { outcome: outcomes }),
      ...(outcomes === undefined && !saysOutcomes(table, action) && { outcome: 'TODO' }),
      ...(reasons && reason !== undefined
        ? {
            reason: {
              from: shown(reason),
              codes: codesOf(valuesOf(table, reason).filter(known), (value) => meaningOf(REASONS_SAID, value)),
            },
          }
        : {}),
    },
    { lineWidth: 0, singleQuote: true },
  )
  return adviceOn(body, table, lang)
}
