import { escapePattern } from '../../kernel/escape-pattern.ts'
import { rowCells } from '../../kernel/row-cells.ts'
import type { Columns } from './columns.ts'
import { columnsByValues } from './columns-by-values.ts'
import { problemOf, toMapping } from './guess-table.ts'
import { ENOUGH, guessTime } from './guess-time.ts'
import type { HeadlessTable } from './headless.ts'
import { explains, legendIn } from './legend.ts'
import type { Mapping } from './mapping.ts'
import { isOfAccounts } from './message-logs.ts'
import { valuesOf, type SampleTable } from './table.ts'
import { timeColumns } from './time-columns.ts'

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
/** A name or number as people are known by: no words with blanks, no paths. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._\\@+-]{0,63}$/u

/** Levels, and the milliseconds that a logger puts behind a comma. */
const OF_LOGGERS = /^(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL|\d{3})$/i

const holdsEach = (table: SampleTable, column: string, form: RegExp): boolean => {
  const values = valuesOf(table, column)
  return values.length > table.rows.length * ENOUGH && values.every((value) => form.test(value.trim()))
}

const kindsIn = (table: SampleTable, column: string): number => new Set(valuesOf(table, column)).size

/**
 * Whose the rows are, where nobody says so: the only column of mail addresses, else the only one of names at all. What is the same in all
 * rows tells of nobody, and of two columns either may be a device, an order, a page.
 */
const accountColumn = (table: SampleTable, columns: Columns): string | undefined => {
  const taken = new Set(columns.values())
  const free = table.names.filter((name) => !taken.has(name) && kindsIn(table, name) > 1 && !holdsEach(table, name, OF_LOGGERS))
  for (const form of [MAIL, NAME]) {
    const [only, ...others] = free.filter((name) => holdsEach(table, name, form))
    if (only !== undefined) return others.length === 0 ? only : undefined
  }
  return undefined
}

const agentColumn = (table: SampleTable, columns: Columns): string | undefined => {
  const taken = new Set(columns.values())
  return table.names.find((name) => !taken.has(name) && valuesOf(table, name).some((value) => value.startsWith('Mozilla/')))
}

const columnsOf = (table: SampleTable): Columns => {
  const columns = new Map(columnsByValues(table, new Map()))
  const agent = agentColumn(table, columns)
  if (agent !== undefined) columns.set('userAgent', agent)
  const account = accountColumn(table, columns)
  if (account !== undefined) columns.set('username', account)
  return columns
}

/** What firewalls and filters of mail say of everything, and answers to a question that nobody knows: alone they tell of no login. */
const OF_ANYTHING =
  /^(?:allow|allowed|accept|accepted|permit|granted|deny|denied|blocked|true|false|yes|no|許可|可|不可|拒否|遮断|ブロック)$/iu

/** Numbers and signs, ids, countries, levels, and what people log in with: all that may stand in a row besides without saying of what it is. */
const BESIDE =
  /^(?:[\d\s.,:+-]*|(?=\S*\d)[\w.:@-]{1,64}|[A-Z]{2}|TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL|(?:PC|SP|FP|MB|Web|App|アプリ|ウェブ|ブラウザー?|スマホ|スマートフォン|携帯|モバイル|タブレット|パソコン|iPhone|iPad|iOS|Android|Windows|Mac(?:OS)?|Linux|Chrome|Safari|Edge|Firefox|mobile|desktop|tablet|smartphone|browser)(?:[ ,/(].{0,60})?)$/iu

/** Does another column name what it was that ended well or not? A backup, a visit and a ping end so, too. */
const namesOtherActs = (table: SampleTable, columns: Columns): boolean => {
  const taken = new Set(columns.values())
  return table.names.some(
    (name) => !taken.has(name) && valuesOf(table, name).some((value) => !isOfAccounts(value) && !BESIDE.test(value.trim())),
  )
}

const tellsOfLogins = (table: SampleTable, columns: Columns): boolean => {
  if (namesOtherActs(table, columns)) return false
  const outcome = columns.get('outcome')
  if (columns.has('action') || outcome === undefined) return true
  return explains(table.legend, valuesOf(table, outcome)) || !valuesOf(table, outcome).some((value) => OF_ANYTHING.test(value.trim()))
}

/** Fields of a record ask in turn, so the last answer is kept. */
const cellReader = (names: readonly string[], delimiter: string): ((line: string) => ReadonlyMap<string, string>) => {
  let lastLine: string | undefined
  let lastRow: ReadonlyMap<string, string> = new Map()
  const read = (line: string): ReadonlyMap<string, string> => {
    const cells = rowCells(line, delimiter)
    return new Map(cells.length === names.length ? names.flatMap((name, at) => (cells[at] ? [[name, cells[at]] as const] : [])) : [])
  }
  return (line) => {
    if (line !== lastLine) {
      lastRow = read(line)
      lastLine = line
    }
    return lastRow
  }
}

/** Titles and legends are no rows; all else is, or is damaged. */
const rowsBelow = (above: readonly string[]): RegExp =>
  new RegExp(`^${above.length === 0 ? '' : `(?!(?:${above.map(escapePattern).join('|')})$)`}(?<row>[^]*)$`, 'u')

/**
 * A table without its line of names is read where what stands in its columns leaves no doubt: one of times, one of addresses, one that says in
 * words (or in codes that its legend explains) how each row ended, and one of names. Rows of another width are rejects.
 */
export const guessHeadless = ({ table: rows, delimiter, above }: HeadlessTable): Mapping | undefined => {
  const table: SampleTable = { ...rows, kind: 'text', legend: legendIn(above) }
  const columns = columnsOf(table)
  const { source, values } = timeColumns(table, columns)
  const time = guessTime(values)
  if ('refusal' in time || problemOf(table, columns, time) !== undefined || !tellsOfLogins(table, columns)) return undefined
  return {
    ...toMapping(table, columns, source, time),
    patterns: new Map([['row', rowsBelow(above)]]),
    line: /^/,
    pairsIn: { row: cellReader(table.names, delimiter) },
  }
}
