import { nameKey } from '../formats/generic/column-name.ts'
import { COLUMN_WORDS } from '../formats/generic/column-words.ts'
import { complain } from '../i18n/complaint.ts'
import { parseCsv, type CsvRow } from '../kernel/parse-csv.ts'
import { DAY_US } from '../kernel/time-units.ts'
import type { ReportedAccount } from '../model/knowledge.ts'
import { idsOf } from './bare-id.ts'
import { timeOfText } from './entry-values.ts'
import { headerRow } from './header-row.ts'

/** Columns that say who, in the spelling of `nameKey`; a form's own words beside those of logs. */
const WHO: ReadonlySet<string> = new Set([
  ...(COLUMN_WORDS.account ?? []),
  ...(COLUMN_WORDS.username ?? []),
  'id',
  'victim',
  'member',
  'customer',
  'accountname',
  '会員',
  '会員no',
  '会員コード',
  'お客様id',
  'お客様番号',
  'アカウントid',
  'アカウント名',
  '被害者',
  '申告者',
  '申告id',
  'お客様メールアドレス',
  '登録メールアドレス',
  'ご登録メールアドレス',
  '会員メールアドレス',
])

/** Columns that say when the harm was done; when it was reported is another matter. */
const WHEN: ReadonlySet<string> = new Set([
  ...(COLUMN_WORDS.time ?? []),
  'incidenttime',
  'incidentdate',
  'incidentat',
  '被害日時',
  '被害日',
  '発生日',
  '不正ログイン日時',
  '不正利用日時',
  '利用日時',
])

interface Columns {
  readonly who: readonly number[]
  readonly when: number
  /** The first row that reports somebody. */
  readonly from: number
}

const columnsOf = (rows: readonly CsvRow[], path: string): Columns => {
  const [first] = rows
  if (first === undefined) throw complain('complaint.victims-empty', { path })
  const header = headerRow(rows, (cell) => WHO.has(nameKey(cell)))
  const names = rows[header]?.cells.map(nameKey) ?? []
  const who = names.flatMap((name, index) => (WHO.has(name) ? [index] : []))
  if (who.length > 0) return { who, when: names.findIndex((name) => WHEN.has(name)), from: header + 1 }
  if (first.cells.length === 1) return { who: [0], when: -1, from: 0 }
  throw complain('complaint.victims-columns', { path, line: String(first.line), columns: [...first.cells] })
}

const harmOf = (cell: string, zone: string): Pick<ReportedAccount, 'at' | 'until'> => {
  const { micros, isDate } = timeOfText(cell, zone) ?? { micros: Number.NaN, isDate: false }
  return Number.isNaN(micros) ? { at: undefined, until: undefined } : { at: micros, until: isDate ? micros + DAY_US : micros }
}

/** Below a table: how many rows it has. */
const isTotal = ({ cells }: CsvRow): boolean => /^(?:合計|総計|計|total)$/i.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '')

const isComment = ({ cells }: CsvRow): boolean =>
  cells[0]?.trimStart().startsWith('#') === true && !/^\s*#(?:NAME|REF|VALUE|N\/A|#)/.test(cells[0])

/**
 * Accounts that customers reported: a table with a row that names its columns, or one account per line. Rows that name nobody are
 * passed over. Times without an offset are in `zone`.
 */
export const parseVictims = (text: string, path: string, zone: string): readonly ReportedAccount[] => {
  const rows = parseCsv(text).filter((row) => !isComment(row))
  const { who, when, from } = columnsOf(rows, path)
  const told = rows.slice(from).filter((row) => row.cells.length === 1 || !isTotal(row))
  return told.flatMap(({ line, cells }) => {
    const texts = [...new Set(who.flatMap((index) => idsOf(cells[index] ?? '')))]
    return texts.length === 0 ? [] : [{ texts, line, ...harmOf(cells[when] ?? '', zone) }]
  })
}
