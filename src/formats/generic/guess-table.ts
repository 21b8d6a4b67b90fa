import { addressIn } from '../../kernel/forwarded-chain.ts'
import { stepColumn } from './asked-columns.ts'
import { bareLoginsSucceed, withEndedLogins } from './bare-logins.ts'
import { wordsOfCodes } from './coded-words.ts'
import { nameKey, splitZone } from './column-name.ts'
import { BOOLEAN_NAMES, INVERTED_NAMES } from './flag-names.ts'
import type { Columns } from './columns.ts'
import { ENOUGH } from './guess-time.ts'
import type { GuessedTime } from './guess-time.ts'
import { isMasked } from './masked-addresses.ts'
import { MAPPED_FIELDS } from './mapping.ts'
import type { CodeTable, MappedField, Mapping, Source } from './mapping.ts'
import { outcomeCodes } from './outcome-codes.ts'
import { valuesOf } from './table.ts'
import type { SampleTable } from './table.ts'
import type { Text } from './text.ts'
import { leavingActsOut } from './unknown-acts.ts'
import { ACTIONS_SAID, OUTCOMES_SAID, REASONS_SAID, readWord } from './value-words.ts'
import type { Words } from './value-words.ts'

const first = (path: string): Source => ({ kind: 'first', paths: [path] })

const missing = (table: SampleTable, columns: Columns): readonly Text[] => [
  ...(columns.has('time') ? [] : [{ en: 'a time', ja: '日時' }]),
  ...(columns.has('username') || columns.has('account') ? [] : [{ en: 'a user', ja: '利用者' }]),
  ...(columns.has('ip') || table.names.some((name) => isMasked(table, name)) ? [] : [{ en: 'an IP address', ja: 'IPアドレス' }]),
]

const areKnown = (table: SampleTable, column: string, words: Words): boolean =>
  valuesOf(table, column).every((value) => readWord(words, value) !== undefined)

const isDigit = (value: string): boolean => /^[01]$/.test(value.trim())

const MOSTLY_EMPTY: Text = { en: 'mostly empty', ja: '値がほとんど空です' }
const ofColumn = (columns: string, { en, ja }: Text): Text => ({ en: `column ${columns}: ${en}`, ja: `列 ${columns}: ${ja}` })

const isOpenLogin = (value: string): boolean => {
  const said = readWord(ACTIONS_SAID, value)
  return typeof said === 'object' && (said.action ?? 'login') === 'login' && said.outcome === undefined
}

/**
 * The rows that have to say how they ended: other acts than logins are logged when they happened, and end in words of the service's own. Of a
 * part of a log that holds nothing else, all.
 */
const endedRows = ({ rows }: SampleTable, action: string | undefined): SampleTable['rows'] => {
  const logins = action === undefined ? rows : rows.filter((row) => isOpenLogin(row.get(action) ?? ''))
  return logins.length === 0 ? rows : logins
}

/** Why the column of results cannot be trusted, if so. */
const outcomeProblem = (table: SampleTable, column: string, columns: Columns): Text | undefined => {
  const ended = { ...table, rows: endedRows(table, columns.get('action')) }
  const values = valuesOf(ended, column)
  if (values.length === 0 || values.length < ended.rows.length * ENOUGH) return MOSTLY_EMPTY
  if (outcomeCodes(ended, column, columns.get('reason'), values) !== undefined) return undefined
  if (
    INVERTED_NAMES.has(nameKey(column)) ||
    (!areKnown(ended, column, OUTCOMES_SAID) && wordsOfCodes(values, OUTCOMES_SAID.words) === undefined)
  )
    return { en: 'some of its values are not known as success or failure', ja: '成功か失敗か分からない値があります' }
  if (values.some(isDigit) && !BOOLEAN_NAMES.has(nameKey(column)))
    return { en: 'whether its 0 or its 1 is the success cannot be told from its name', ja: '0と1のどちらが成功か、列名からは分かりません' }
  return undefined
}

const actionsSayOutcome = (table: SampleTable, column: string | undefined): boolean =>
  column !== undefined &&
  valuesOf(table, column).length > 0 &&
  valuesOf(table, column).every((value) => {
    const meaning = readWord(ACTIONS_SAID, value)
    return typeof meaning === 'string' || (meaning !== undefined && (meaning.action !== 'login' || meaning.outcome !== undefined))
  })

const NO_OUTCOME: Text = { en: 'no column says whether a login succeeded', ja: 'ログインの成否を示す列が見つかりません' }

/** Are all logins known? Where some of them succeed by known words, acts that cannot be logins need not be. */
const areActsKnown = (table: SampleTable, action: string, outcome: string | undefined): boolean => {
  if (areKnown(table, action, ACTIONS_SAID)) return true
  const succeeds = table.rows.some((row) => {
    const said = readWord(ACTIONS_SAID, row.get(action) ?? '')
    if (typeof said !== 'object' || said.action !== 'login') return false
    const ended = said.outcome === undefined && outcome !== undefined ? readWord(OUTCOMES_SAID, row.get(outcome) ?? '') : said
    return typeof ended === 'object' && ended.outcome === 'success'
  })
  return succeeds && areKnown(table, action, leavingActsOut(ACTIONS_SAID))
}

/** Acts of programs and of nobody in particular have no user, and no address: half of the rows may be such. */
const isFilled = (table: SampleTable, column: string): boolean => 2 * valuesOf(table, column).length > table.rows.length

const areAddresses = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  return isFilled(table, column) && values.filter((value) => addressIn(value) !== undefined).length > values.length * ENOUGH
}

const STEPS: Text = {
  en: 'each login is told in several steps; which of them means that somebody is in cannot be told',
  ja: '1回のログインが段階ごとの行に分かれています。どの段階でログイン成立となるか、列名からは分かりません',
}

/** The first thing that speaks against reading this table without a mapping, as a sentence. */
export const problemOf = (table: SampleTable, columns: Columns, time: GuessedTime): Text | undefined => {
  const lacking = missing(table, columns)
  if (lacking.length > 0) {
    return {
      en: `no column is recognised as ${lacking.map(({ en }) => en).join(' or ')}`,
      ja: `${lacking.map(({ ja }) => ja).join('・')}にあたる列が見つかりません`,
    }
  }
  if ('refusal' in time) return ofColumn(`"${columns.get('time') ?? ''}"`, time.refusal)
  const ip = columns.get('ip')
  if (ip !== undefined && !areAddresses(table, ip))
    return ofColumn(`"${ip}"`, { en: 'too few of its values are IP addresses', ja: 'IPアドレスとして読める値が少なすぎます' })
  const users = (['username', 'account'] as const).flatMap((field) => columns.get(field) ?? [])
  if (!users.some((user) => isFilled(table, user))) return ofColumn(`"${users.join('", "')}"`, MOSTLY_EMPTY)
  const step = stepColumn(table, columns)
  if (step !== undefined) return ofColumn(`"${step}"`, STEPS)
  const action = columns.get('action')
  if (action !== undefined && !areActsKnown(table, action, columns.get('outcome')))
    return ofColumn(`"${action}"`, { en: 'some of its values are not known as actions', ja: '操作として分からない値があります' })
  const outcome = columns.get('outcome')
  if (outcome === undefined) return actionsSayOutcome(table, action) || bareLoginsSucceed(table, columns) ? undefined : NO_OUTCOME
  const problem = outcomeProblem(table, outcome, columns)
  return problem === undefined ? undefined : ofColumn(`"${outcome}"`, problem)
}

/** What the column's codes mean where something else says it: the rows of other acts do not count. */
const codesOf = (table: SampleTable, outcome: string, columns: Columns): ReturnType<typeof outcomeCodes> => {
  const ended = { ...table, rows: endedRows(table, columns.get('action')) }
  return outcomeCodes(ended, outcome, columns.get('reason'), valuesOf(ended, outcome))
}

const tableFor = (column: string | undefined, { words, phrase }: Words, other: CodeTable['other']): CodeTable | undefined =>
  column === undefined ? undefined : { from: first(column), codes: words, phrase, other }

const fieldsOf = (table: SampleTable, columns: Columns): Map<MappedField, Source> => {
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
  const ip = columns.get('ip')
  // An application that wrote whole chains there logged who forwarded to it beside who reached it.
  if (ip !== undefined && !fields.has('forwardedFor') && valuesOf(table, ip).some((value) => value.includes(',')))
    fields.set('forwardedFor', first(ip))
  return fields
}

export const toMapping = (table: SampleTable, columns: Columns, from: Source, time: Exclude<GuessedTime, { refusal: Text }>): Mapping => {
  const fields = fieldsOf(table, columns)
  const outcome = columns.get('outcome')
  const wordOfCode = outcome === undefined ? undefined : wordsOfCodes(valuesOf(table, outcome), OUTCOMES_SAID.words)
  const own = outcome === undefined ? undefined : codesOf(table, outcome, columns)
  const outcomes = tableFor(outcome, own === undefined ? OUTCOMES_SAID : { words: own, phrase: () => undefined }, 'reject')
  return {
    id: 'generic',
    title: 'Recognised by its columns',
    kind: table.kind,
    provider: 'generic',
    isGuessed: 'acts',
    // What the column's name says of times that do not say it themselves.
    zone: time.zone === 'option' ? (splitZone(columns.get('time') ?? '').zone ?? time.zone) : time.zone,
    successes: true,
    names: columns.has('username') ? 'folded' : 'exact',
    has: [...from.paths, ...(['username', 'account', 'ip'] as const).flatMap((field) => columns.get(field) ?? [])].filter((path, at) =>
      table.kind === 'csv' ? !path.startsWith('json(') : at === 0,
    ),
    patterns: new Map(),
    line: undefined,
    time: { from, syntax: time.syntax },
    fields,
    action: tableFor(
      columns.get('action'),
      leavingActsOut(bareLoginsSucceed(table, columns) ? withEndedLogins(ACTIONS_SAID) : ACTIONS_SAID),
      'reject',
    ) ?? {
      action: 'login',
    },
    outcome: outcomes === undefined ? { outcome: 'info' } : { ...outcomes, ...(wordOfCode && { wordOfCode }) },
    reason: tableFor(columns.get('reason'), REASONS_SAID, {}),
  }
}
