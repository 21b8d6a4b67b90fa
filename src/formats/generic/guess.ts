import { addressIn } from '../../kernel/forwarded-chain.ts'
import type { RawRecord } from '../../model/record.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { Format } from '../define-format.ts'
import { bareLoginsSucceed, withEndedLogins } from './bare-logins.ts'
import { buildFormat } from './build-format.ts'
import { wordsOfCodes } from './coded-words.ts'
import { recogniseColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { columnsByValues } from './columns-by-values.ts'
import { ENOUGH, guessTime } from './guess-time.ts'
import type { GuessedTime } from './guess-time.ts'
import { MAPPED_FIELDS } from './mapping.ts'
import type { CodeTable, MappedField, Mapping, Source } from './mapping.ts'
import { headlessTable } from './headless.ts'
import { withoutFalseSequence } from './sequence-column.ts'
import { mappingSkeleton } from './skeleton.ts'
import { tableOf, valuesOf } from './table.ts'
import { textSkeleton } from './text-skeleton.ts'
import { timeColumns } from './time-columns.ts'
import type { SampleTable } from './table.ts'
import { otherDocument } from './other-documents.ts'
import type { Text } from './text.ts'
import { nameKey, splitZone } from './column-name.ts'
import { BOOLEAN_NAMES } from './column-words.ts'
import { ACTIONS_SAID, OUTCOMES_SAID, REASONS_SAID, readWord } from './value-words.ts'
import type { Words } from './value-words.ts'

/** A refusal is worded when it is read: what records carry is guessed at in several ways, and most of these refusals nobody sees. */
export type Guessed = { readonly format: Format } | { readonly refusal: string }

const refused = (word: () => string): Guessed => ({
  get refusal() {
    return word()
  },
})

const first = (path: string): Source => ({ kind: 'first', paths: [path] })

const missing = (columns: Columns): readonly Text[] => [
  ...(columns.has('time') ? [] : [{ en: 'a time', ja: '日時' }]),
  ...(columns.has('username') || columns.has('account') ? [] : [{ en: 'a user', ja: '利用者' }]),
  ...(columns.has('ip') ? [] : [{ en: 'an IP address', ja: 'IPアドレス' }]),
]

const areKnown = (table: SampleTable, column: string, words: Words): boolean =>
  valuesOf(table, column).every((value) => readWord(words, value) !== undefined)

const isDigit = (value: string): boolean => /^[01]$/.test(value.trim())

const MOSTLY_EMPTY: Text = { en: 'mostly empty', ja: '値がほとんど空です' }
const ofColumn = (columns: string, { en, ja }: Text): Text => ({ en: `column ${columns}: ${en}`, ja: `列 ${columns}: ${ja}` })

/** The rows that have to say how they ended: other acts than logins are logged when they happened. */
const endedRows = ({ rows }: SampleTable, action: string | undefined): SampleTable['rows'] =>
  action === undefined
    ? rows
    : rows.filter((row) => {
        const said = readWord(ACTIONS_SAID, row.get(action) ?? '')
        return typeof said === 'object' && (said.action ?? 'login') === 'login' && said.outcome === undefined
      })

/** Why the column of results cannot be trusted, if so. */
const outcomeProblem = (table: SampleTable, column: string, action: string | undefined): Text | undefined => {
  const values = valuesOf(table, column)
  const rows = endedRows(table, action)
  if (values.length === 0 || valuesOf({ ...table, rows }, column).length < rows.length * ENOUGH) return MOSTLY_EMPTY
  if (!areKnown(table, column, OUTCOMES_SAID) && wordsOfCodes(values, OUTCOMES_SAID.words) === undefined)
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

/** Acts of programs and of nobody in particular have no user, and no address: half of the rows may be such. */
const isFilled = (table: SampleTable, column: string): boolean => 2 * valuesOf(table, column).length > table.rows.length

const areAddresses = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  return isFilled(table, column) && values.filter((value) => addressIn(value) !== undefined).length > values.length * ENOUGH
}

/** The first thing that speaks against reading this table without a mapping, as a sentence. */
const problemOf = (table: SampleTable, columns: Columns, time: GuessedTime): Text | undefined => {
  const lacking = missing(columns)
  if (lacking.length > 0) {
    return {
      en: `no column is recognised as ${lacking.map(({ en }) => en).join(' or ')}`,
      ja: `${lacking.map(({ ja }) => ja).join('・')}にあたる列が見つかりません`,
    }
  }
  if ('refusal' in time) return ofColumn(`"${columns.get('time') ?? ''}"`, time.refusal)
  const ip = columns.get('ip') ?? ''
  if (!areAddresses(table, ip))
    return ofColumn(`"${ip}"`, { en: 'too few of its values are IP addresses', ja: 'IPアドレスとして読める値が少なすぎます' })
  const users = (['username', 'account'] as const).flatMap((field) => columns.get(field) ?? [])
  if (!users.some((user) => isFilled(table, user))) return ofColumn(`"${users.join('", "')}"`, MOSTLY_EMPTY)
  const action = columns.get('action')
  if (action !== undefined && !areKnown(table, action, ACTIONS_SAID))
    return ofColumn(`"${action}"`, { en: 'some of its values are not known as actions', ja: '操作として分からない値があります' })
  const outcome = columns.get('outcome')
  if (outcome === undefined) return actionsSayOutcome(table, action) || bareLoginsSucceed(table, columns) ? undefined : NO_OUTCOME
  const problem = outcomeProblem(table, outcome, action)
  return problem === undefined ? undefined : ofColumn(`"${outcome}"`, problem)
}

const tableFor = (column: string | undefined, { words, phrase }: Words, other: CodeTable['other']): CodeTable | undefined =>
  column === undefined ? undefined : { from: first(column), codes: words, phrase, other }

const toMapping = (table: SampleTable, columns: Columns, from: Source, time: Exclude<GuessedTime, { refusal: Text }>): Mapping => {
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
  const outcome = columns.get('outcome')
  const wordOfCode = outcome === undefined ? undefined : wordsOfCodes(valuesOf(table, outcome), OUTCOMES_SAID.words)
  const outcomes = tableFor(outcome, OUTCOMES_SAID, 'reject')
  return {
    id: 'generic',
    title: 'Recognised by its columns',
    kind: table.kind,
    provider: 'generic',
    // What the column's name says of times that do not say it themselves.
    zone: time.zone === 'option' ? (splitZone(columns.get('time') ?? '').zone ?? time.zone) : time.zone,
    successes: true,
    names: columns.has('username') ? 'folded' : 'exact',
    has: [...from.paths, ...(['username', 'account', 'ip'] as const).flatMap((field) => columns.get(field) ?? [])].filter(
      (_, at) => table.kind === 'csv' || at === 0,
    ),
    patterns: new Map(),
    line: undefined,
    time: { from, syntax: time.syntax },
    fields,
    action: tableFor(columns.get('action'), bareLoginsSucceed(table, columns) ? withEndedLogins(ACTIONS_SAID) : ACTIONS_SAID, 'reject') ?? {
      action: 'login',
    },
    outcome: outcomes === undefined ? { outcome: 'info' } : { ...outcomes, ...(wordOfCode && { wordOfCode }) },
    reason: tableFor(columns.get('reason'), REASONS_SAID, {}),
  }
}

const TEXT_REFUSAL: Text = {
  en: 'Its lines fit no known log. A text log can be read with a mapping of regular expressions (docs/MAPPING.md). One to start from, made of its first lines:',
  ja: '対応するログの行ではありません。テキストのログは、正規表現によるマッピングを書けば読み込めます(docs/MAPPING.md)。先頭部分の行から作ったひな形:',
}

const NO_TIMES: Text = {
  en: 'Its lines fit no known log, and have no times that can be told. If it is a log, it can be read with a mapping of regular expressions: see docs/MAPPING.md.',
  ja: '対応するログの行ではなく、日時も見つかりません。ログであれば、正規表現によるマッピングを書けば読み込めます(docs/MAPPING.md)。',
}

const NO_HEADER: Text = {
  en: 'It looks like a table without its line of column names. Put that line first; a part of the same export that has it, in the same folder, lends it. Or use a mapping.',
  ja: '列名の行(見出し)がない表のようです。見出しの行を先頭に付けてください。見出しのある同じエクスポートの一部を同じフォルダーに置けば、その見出しを使います。マッピングを書く方法もあります。',
}

/** Why lines of text are not read, and a mapping for them. */
const textRefusal = (sample: readonly RawRecord[], lang: Lang): string => {
  const lines = sample.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  const other = otherDocument(lines)
  if (other !== undefined) return other[lang]
  const headless = headlessTable(lines)
  if (headless === undefined) {
    const skeleton = textSkeleton(lines, lang)
    return skeleton === undefined ? NO_TIMES[lang] : `${TEXT_REFUSAL[lang]}\n${skeleton}`
  }
  const { table, pattern } = headless
  const columns = columnsByValues(table, new Map())
  const { source } = timeColumns(table, columns)
  return `${NO_HEADER[lang]}\n${mappingSkeleton(table, columns, source, lang, pattern)}`
}

const refusalOf = (problem: Text | undefined): Text => ({
  en: `Not a log that is known, and not read by its columns: ${problem?.en ?? ''}.`,
  ja: `対応するログではなく、列名からも読み取れません: ${problem?.ja ?? ''}。`,
})

/**
 * Reads an unknown CSV or JSON log by its column names, if they and the sample leave no doubt: time, user and address there,
 * more than 90 % of what stands there readable (users and addresses in half of the rows at least), every result known. Otherwise a refusal that says why in its first line and shows a mapping
 * to start from in the others, in the reader's language.
 */
export const guessGeneric = (sample: readonly RawRecord[], lang: Lang = 'en'): Guessed => {
  const table = tableOf(sample)
  if (table === undefined) return refused(() => textRefusal(sample, lang))
  const named = columnsByValues(table, recogniseColumns(table.names))
  const { source, values } = timeColumns(table, named)
  const time = guessTime(values)
  const columns = withoutFalseSequence(table, named, values, time)
  const problem = problemOf(table, columns, time)
  if (problem === undefined && !('refusal' in time)) return { format: buildFormat(toMapping(table, columns, source, time)) }
  return refused(() => `${refusalOf(problem)[lang]}\n${mappingSkeleton(table, columns, source, lang)}`)
}
