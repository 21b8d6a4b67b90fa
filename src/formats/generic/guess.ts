import { normaliseIp } from '../../kernel/ip.ts'
import type { RawRecord } from '../../model/record.ts'
import type { Format } from '../define-format.ts'
import { buildFormat } from './build-format.ts'
import { recogniseColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { ENOUGH, guessTime } from './guess-time.ts'
import type { GuessedTime } from './guess-time.ts'
import { codeKey, MAPPED_FIELDS } from './mapping.ts'
import type { CodeTable, MappedField, Mapping, Meaning, Source } from './mapping.ts'
import { mappingSkeleton } from './skeleton.ts'
import { tableOf, valuesOf } from './table.ts'
import type { SampleTable } from './table.ts'
import { BOOLEAN_NAMES, nameKey } from './column-words.ts'
import { ACTION_WORDS, OUTCOME_WORDS, REASON_WORDS } from './value-words.ts'

export type Guessed = { readonly format: Format } | { readonly refusal: string }

const first = (path: string): Source => ({ kind: 'first', paths: [path] })

const missing = (columns: Columns): readonly string[] => [
  ...(columns.has('time') ? [] : ['a time']),
  ...(columns.has('username') || columns.has('account') ? [] : ['a user']),
  ...(columns.has('ip') ? [] : ['an IP address']),
]

const areKnown = (table: SampleTable, column: string, words: ReadonlyMap<string, Meaning>): boolean =>
  valuesOf(table, column).every((value) => words.has(codeKey(value)))

const isDigit = (value: string): boolean => /^[01]$/.test(value.trim())

/** Why the column of results cannot be trusted, if so. */
const outcomeProblem = (table: SampleTable, column: string): string | undefined => {
  const values = valuesOf(table, column)
  if (values.length <= table.rows.length * ENOUGH) return 'it is mostly empty'
  if (!areKnown(table, column, OUTCOME_WORDS)) return 'some of its values are not known as success or failure'
  if (values.some(isDigit) && !BOOLEAN_NAMES.has(nameKey(column)))
    return 'whether its 0 or its 1 is the success cannot be told from its name'
  return undefined
}

const actionsSayOutcome = (table: SampleTable, column: string | undefined): boolean =>
  column !== undefined &&
  valuesOf(table, column).length > 0 &&
  valuesOf(table, column).every((value) => {
    const meaning = ACTION_WORDS.get(codeKey(value))
    return meaning !== undefined && (meaning.action !== 'login' || meaning.outcome !== undefined)
  })

/** The first thing that speaks against reading this table without a mapping, as a sentence. */
const problemOf = (table: SampleTable, columns: Columns, time: GuessedTime): string | undefined => {
  const lacking = missing(columns)
  if (lacking.length > 0) return `no column is recognised as ${lacking.join(' or ')}`
  if ('refusal' in time) return `column "${columns.get('time') ?? ''}": ${time.refusal}`
  const enough = table.rows.length * ENOUGH
  const ip = columns.get('ip') ?? ''
  if (valuesOf(table, ip).filter((value) => normaliseIp(value) !== undefined).length <= enough)
    return `column "${ip}": too few of its values are IP addresses`
  const users = (['username', 'account'] as const).flatMap((field) => columns.get(field) ?? [])
  if (!users.some((user) => valuesOf(table, user).length > enough)) return `column "${users.join('", "')}": mostly empty`
  const action = columns.get('action')
  if (action !== undefined && !areKnown(table, action, ACTION_WORDS))
    return `column "${action}": some of its values are not known as actions`
  const outcome = columns.get('outcome')
  if (outcome === undefined) return actionsSayOutcome(table, action) ? undefined : 'no column says whether a login succeeded'
  const problem = outcomeProblem(table, outcome)
  return problem === undefined ? undefined : `column "${outcome}": ${problem}`
}

const tableFor = (column: string | undefined, codes: ReadonlyMap<string, Meaning>, other: CodeTable['other']): CodeTable | undefined =>
  column === undefined ? undefined : { from: first(column), codes, other }

const toMapping = (table: SampleTable, columns: Columns, time: Exclude<GuessedTime, { refusal: string }>): Mapping => {
  const fields = new Map<MappedField, Source>()
  for (const field of MAPPED_FIELDS) {
    const column = columns.get(field)
    if (column !== undefined) fields.set(field, first(column))
  }
  const account = columns.get('account')
  // An id that is the only name is what people type: it stands in both places of a login form.
  if (!fields.has('username') && account !== undefined) {
    fields.set('username', first(account))
    fields.delete('account')
  }
  const timeColumn = columns.get('time') ?? ''
  return {
    id: 'generic',
    title: 'Recognised by its columns',
    kind: table.kind,
    provider: 'generic',
    zone: time.zone,
    successes: true,
    names: columns.has('username') ? 'folded' : 'exact',
    has: [timeColumn, ...(['username', 'account', 'ip'] as const).flatMap((field) => columns.get(field) ?? [])].filter(
      (_, at) => table.kind === 'csv' || at === 0,
    ),
    patterns: new Map(),
    line: undefined,
    time: { from: first(timeColumn), syntax: time.syntax },
    fields,
    action: tableFor(columns.get('action'), ACTION_WORDS, 'reject') ?? { action: 'login' },
    outcome: tableFor(columns.get('outcome'), OUTCOME_WORDS, 'reject') ?? { outcome: 'info' },
    reason: tableFor(columns.get('reason'), REASON_WORDS, {}),
  }
}

const TEXT_REFUSAL = 'Its lines fit no known log. A text log can be read with a mapping of regular expressions: see docs/MAPPING.md.'

/**
 * Reads an unknown CSV or JSON log by its column names, if they and the sample leave no doubt: time, user and address there,
 * more than 90 % of them readable, every result known. Otherwise a refusal that says why and shows a mapping to start from.
 */
export const guessGeneric = (sample: readonly RawRecord[]): Guessed => {
  const table = tableOf(sample)
  if (table === undefined) return { refusal: TEXT_REFUSAL }
  const columns = recogniseColumns(table.names)
  const time = guessTime(valuesOf(table, columns.get('time') ?? ''))
  const problem = problemOf(table, columns, time)
  if (problem === undefined && !('refusal' in time)) return { format: buildFormat(toMapping(table, columns, time)) }
  return { refusal: `Not a log that is known, and not read by its columns: ${problem ?? ''}.\n${mappingSkeleton(table, columns)}` }
}
