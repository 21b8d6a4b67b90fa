import { nameKey } from '../formats/generic/column-name.ts'
import { COLUMN_WORDS } from '../formats/generic/column-words.ts'
import { complain } from '../i18n/complaint.ts'
import { parseCsv, type CsvRow } from '../kernel/parse-csv.ts'
import { parseTime } from '../kernel/time.ts'
import type { ReportedAccount } from '../model/knowledge.ts'

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
  /** Is the first row a header? */
  readonly isNamed: boolean
}

const columnsOf = (first: CsvRow, path: string): Columns => {
  const names = first.cells.map(nameKey)
  const who = names.flatMap((name, index) => (WHO.has(name) ? [index] : []))
  if (who.length > 0) return { who, when: names.findIndex((name) => WHEN.has(name)), isNamed: true }
  if (first.cells.length === 1) return { who: [0], when: -1, isNamed: false }
  throw complain('complaint.victims-columns', { path, line: String(first.line), columns: [...first.cells] })
}

const isComment = ({ cells }: CsvRow): boolean =>
  cells[0]?.trimStart().startsWith('#') === true && !/^\s*#(?:NAME|REF|VALUE|N\/A|#)/.test(cells[0])

/**
 * Accounts that customers reported: a table whose first row names its columns, or one account per line. Rows that name nobody are
 * passed over. Times without an offset are in `zone`.
 */
export const parseVictims = (text: string, path: string, zone: string): readonly ReportedAccount[] => {
  const [first, ...rest] = parseCsv(text).filter((row) => !isComment(row))
  if (first === undefined) throw complain('complaint.victims-empty', { path })
  const { who, when, isNamed } = columnsOf(first, path)
  return (isNamed ? rest : [first, ...rest]).flatMap(({ line, cells }) => {
    const texts = [...new Set(who.flatMap((index) => cells[index]?.trim() || []))]
    const at = parseTime(cells[when] ?? '', 'any', { zone, year: () => Number.NaN })
    return texts.length === 0 ? [] : [{ texts, line, at: Number.isNaN(at) ? undefined : at }]
  })
}
