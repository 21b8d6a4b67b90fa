import { moment } from '../../i18n/describe/moment.ts'
import { describeHeadline, describePreface } from '../../i18n/describe/summary.ts'
import { say, sayFrom, type SayOptions } from '../../i18n/translate.ts'
import { wordOf } from '../../i18n/words.ts'
import { guardSpreadsheet, safeText } from '../../kernel/safe-text.ts'
import type { CaseAccount, CaseDocument } from '../../model/case.ts'
import { accountRows, type Cell, type Table } from '../account-list.ts'
import { classOfAccount, isOtherKind, isPasswordKnown } from '../decided.ts'
import { countedVerdict, isCounted } from '../../model/counted.ts'
import { isRedacted } from '../redact/is-redacted.ts'
import { figuresOf } from '../figures.ts'

/** One sheet: its cells as they are shown, ids and times as text. */
export interface SheetContent {
  readonly name: string
  readonly rows: Table
  /** Columns that are wide enough for what stands in them. */
  readonly widths: readonly number[]
  /** The first row stays in sight and filters the others. */
  readonly hasHeader: boolean
}

/** What Excel takes in one cell. */
const LONGEST = 32_000
const WIDTHS: Readonly<Record<string, number>> = {
  account: 30,
  names: 34,
  actions_after_login: 34,
  first_bad_success: 27,
  last_bad_success: 27,
}
const WIDTH = 16

/** A telephone number as an id stays as it is: a cell of text does not add, and its plus belongs to it. */
const PHONE = /^\+\d[\d-]*$/

const textCell = (text: string): string => {
  const safe = safeText(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
  return PHONE.test(safe) ? safe : guardSpreadsheet(safe)
}

/** Cells that hold a word of a closed vocabulary, as a person reads it. */
const WORDED: Readonly<Record<string, (value: string, options: SayOptions) => string>> = {
  verdict: (value, options) => sayFrom('verdict-short', value, {}, options, value),
  decision: (value, options) => sayFrom('decision', value, {}, options, value),
  actions_after_login: (value, { lang }) =>
    value
      .split(' ')
      .map((action) => wordOf('action', action, lang))
      .join(lang === 'ja' ? '、' : ', '),
}

const worded = (column: string, cell: Cell, options: SayOptions): Cell => {
  if (cell === null || cell === '') return null
  const text = String(cell)
  if (text === 'true' || text === 'false') return say(text === 'true' ? 'word.yes' : 'word.no', {}, options)
  return textCell(WORDED[column]?.(text, options) ?? text)
}

const columnTitle = (column: string, options: SayOptions): string => sayFrom('column', column, {}, options, column)

const accountSheet = (
  document: CaseDocument,
  name: 'A' | 'B' | 'C' | 'password-known' | 'undetermined' | 'other-kinds',
  isListed: (account: CaseAccount) => boolean,
  options: SayOptions,
): SheetContent => {
  const [head = [], ...rows] = accountRows(document, options.zone, isListed)
  const columns = head.map(String)
  return {
    name: say(`sheet.${name}`, {}, options),
    rows: [
      columns.map((column) => columnTitle(column, options)),
      ...rows.map((row) => row.map((cell, index) => worded(columns[index] ?? '', cell, options))),
    ],
    widths: columns.map((column) => WIDTHS[column] ?? WIDTH),
    hasHeader: true,
  }
}

/** What the numbers of the case are, each with what it counts; the sentences that they must not be read without. */
const summarySheet = (document: CaseDocument, options: SayOptions): SheetContent => {
  const words = [
    describeHeadline(document.summary, options),
    ...describePreface(document.summary, options),
    say(isRedacted(document) ? 'sheet.redacted' : 'sheet.exact', {}, options),
  ]
  const analysed = say('report.analysed', { version: document.tool.version, time: moment(document.run.now, options.zone) }, options)
  return {
    name: say('sheet.summary', {}, options),
    rows: [
      [say('sheet.figure', {}, options), say('sheet.value', {}, options), say('sheet.unit', {}, options)],
      ...figuresOf(document).map(({ id, value, unit }) => [say(`figure.${id}`, {}, options), value, say(`unit.${unit}`, {}, options)]),
      [],
      ...[...words, analysed].map((text) => [textCell(text)]),
    ],
    widths: [70, 14, 12],
    hasHeader: false,
  }
}

/** The sheets of `01_accounts.xlsx`: the figures, then one sheet per class, then whoever else must be seen to. */
export const sheetsOf = (document: CaseDocument, options: SayOptions): readonly SheetContent[] => {
  const ofClass = (name: string) => (account: CaseAccount) => isCounted(account) && classOfAccount(account) === name
  return [
    summarySheet(document, options),
    accountSheet(document, 'A', ofClass('A'), options),
    accountSheet(document, 'B', ofClass('B'), options),
    accountSheet(document, 'C', ofClass('C'), options),
    accountSheet(document, 'password-known', (account) => isPasswordKnown(account) && !isCounted(account), options),
    accountSheet(document, 'undetermined', (account) => countedVerdict(account) === 'undetermined', options),
    ...(document.accounts.some(isOtherKind) ? [accountSheet(document, 'other-kinds', isOtherKind, options)] : []),
  ]
}

/** The same accounts as the sheets, exactly as logged. */
export const accountsTwin = (document: CaseDocument, zone: string): Table =>
  accountRows(
    document,
    zone,
    (account) => isCounted(account) || isPasswordKnown(account) || countedVerdict(account) === 'undetermined' || isOtherKind(account),
  )
