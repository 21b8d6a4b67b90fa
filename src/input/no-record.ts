import { isPlain } from './envelope.ts'

/** What Elasticsearch's bulk files write above each document: https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk */
export const BULK_ACTIONS: ReadonlySet<string> = new Set(['index', 'create', 'update', 'delete'])
const BULK_KEYS =
  /^(?:_\w+|routing|pipeline|version|version_type|if_seq_no|if_primary_term|require_alias|require_data_stream|retry_on_conflict)$/

/** An object that only says where the next one belongs. */
export const isBulkAction = (value: unknown): boolean => {
  if (!isPlain(value)) return false
  const [name, ...more] = Object.keys(value)
  if (name === undefined || more.length > 0 || !BULK_ACTIONS.has(name)) return false
  const meta = value[name]
  return isPlain(meta) && Object.keys(meta).every((key) => BULK_KEYS.test(key))
}

/**
 * Lines that tools put between the lines of a log: journalctl's marks, the names of files of `tail` and `head`, the head of
 * Grafana's download, CloudWatch asking whether somebody listens.
 */
const BETWEEN =
  /^(?:-- (?:Logs begin|Journal begins|Boot |Reboot --|No entries --|cursor: )|==> .{1,255} <==$|Common labels: \{|Line limit: "?\d|Total bytes processed: |CWL CONTROL MESSAGE: )/
/** `-`, `=`, `C`, `L`, `T`: hardly a line of a log begins so. */
const mayBegin = (line: string): boolean => {
  const first = line.charCodeAt(0)
  return first === 45 || first === 61 || first === 67 || first === 76 || first === 84
}

export const isBetweenLines = (line: string): boolean => mayBegin(line) && BETWEEN.test(line)

/** What people and screens write under a table and between its rows: `# page 2`, but no rows of signs. */
const COMMENT = /^#(?:[^#]|$)/

const COUNTED = '合計|総計|小計|計|累計|件数|総件数|合計件数|総数|total|totals|grand total|subtotal|sum|count|rows|records'
/** `合計`, `合計:`, `Total 1,234`, `全 123 件`, `(123 rows)`, `12 rows in set (0.01 sec)`. */
const FOOTER = new RegExp(
  `^(?:(?:${COUNTED})(?: ?\\(.{1,20}\\))? ?[:=]? ?[\\d,.]*(?: ?(?:件|行|名|人|rows?|records?))?|(?:全|計)? ?[\\d,]+ ?(?:件|行)(?:中.{0,20})?|\\(?[\\d,]+ (?:rows?|records?)(?: (?:in set|selected|affected).{0,40})?\\)?|以上)$`,
  'i',
)
/** Nothing, a number, or one with what is counted. */
const AMOUNT = /^(?:[\d,.]+ ?(?:件|行|名|人|rows?|records?)?)?$/i

const spelled = (cell: string): string => cell.normalize('NFKC').trim()

/** How many rows there are. No record has a sum, or nothing, for its first cell, and numbers or nothing in all others. */
const isSumOfTable = ([first = '', ...others]: readonly string[]): boolean =>
  (FOOTER.test(spelled(first)) || (first === '' && others.some((cell) => /\d/.test(cell)))) &&
  others.every((cell) => AMOUNT.test(spelled(cell)))

/** What screens and people write round a table, with its value beside it: `出力日時,2026/03/03 10:00`. */
const NOTE =
  /^(?:[※■]|(?:出力(?:日時?|者|条件|件数)|作成(?:日時?|者)|集計(?:日時?|期間)|対象期間|検索条件|備考|注意?|generated(?: (?:at|on|by))?|exported(?: (?:at|on|by))?|created (?:at|on|by)|report(?: (?:date|name))?|filters?|notes?)(?: ?:.*)?$)/i
/** Of a table with fewer columns, two cells are a record. */
const LEAST_WIDTH = 4

const isNoteOfTable = ([first = '', , ...others]: readonly string[], width: number): boolean =>
  width >= LEAST_WIDTH && others.every((cell) => cell.trim() === '') && NOTE.test(spelled(first))

const LEGEND = /^[※■]?(?:凡例|記号|legend|key)(?: ?:)?$/i
/** `1=成功` */
const EXPLAINED = /^[^=:\s]{1,12} ?[=:] ?\S.{0,40}$/

/** What the signs in the table stand for: `凡例,1=成功,0=失敗`. */
const isLegend = ([first = '', ...others]: readonly string[]): boolean => {
  const explained = others.map(spelled).filter((cell) => cell !== '')
  return LEGEND.test(spelled(first)) && explained.length > 0 && explained.every((cell) => EXPLAINED.test(cell))
}

/** Rows of as many cells as the table has columns that are no record. */
export const isBesideRows = (cells: readonly string[], width = cells.length): boolean =>
  isSumOfTable(cells) || isNoteOfTable(cells, width) || isLegend(cells)

/** A row that says something of the table: a comment, a sum, a note. */
export const isAsideOfTable = (row: string, cells: readonly string[], width: number): boolean =>
  (cells.length !== width && COMMENT.test(row)) || isBesideRows(cells, width)
