import type { RawRecord } from '../../model/record.ts'
import { nameKey } from './column-name.ts'
import type { Columns } from './columns.ts'
import { recogniseColumns } from './columns.ts'
import { columnsByValues } from './columns-by-values.ts'
import { guessTime } from './guess-time.ts'
import { problemOf, toMapping } from './guess-table.ts'
import type { Mapping } from './mapping.ts'
import type { GuessedField } from './column-words.ts'
import { valuesOf, type SampleTable } from './table.ts'
import { ADDRESS_IN_LINE, ID_IN_LINE, LINE_WITH_TIME, MAIL_IN_LINE, MESSAGE_IN_LINE, readLine, TIME_IN_LINE } from './text-line.ts'
import { ACTIONS_SAID, readWord } from './value-words.ts'

/** Share of the lines that have to begin with a time; others go on with what was said before. */
const TIMED = 0.5

/** Where a line says nothing by a name, it may by itself. */
const IN_LINE: readonly (readonly [GuessedField, string])[] = [
  ['action', MESSAGE_IN_LINE],
  ['username', MAIL_IN_LINE],
  ['ip', ADDRESS_IN_LINE],
]

const columnsOf = (table: SampleTable): Columns => {
  const bare = new Set<string>([TIME_IN_LINE, MESSAGE_IN_LINE, MAIL_IN_LINE, ADDRESS_IN_LINE])
  const columns = new Map(columnsByValues(table, recogniseColumns(table.names.filter((name) => !bare.has(name)))))
  columns.set('time', TIME_IN_LINE)
  columns.delete('sequence')
  const id = table.names.find((name) => nameKey(name) === ID_IN_LINE)
  if (id !== undefined && !columns.has('username') && !columns.has('account')) columns.set('username', id)
  for (const [field, name] of IN_LINE) {
    const hasOther = field === 'username' && columns.has('account')
    if (!columns.has(field) && !hasOther && table.names.includes(name)) columns.set(field, name)
  }
  return columns
}

const isLoginLine = (row: ReadonlyMap<string, string>, columns: Columns): boolean => {
  const said = readWord(ACTIONS_SAID, row.get(columns.get('action') ?? '') ?? '')
  return typeof said === 'object' && said.action === 'login'
}

/**
 * Lines of a home-made log are read without being told how where nothing in them is left to doubt: each line that names somebody beside a word for
 * logins is understood, and each login says how it ended. Later lines of which that is not true are rejects.
 */
export const guessText = (sample: readonly RawRecord[]): Mapping | undefined => {
  const lines = sample.flatMap(({ shape, value }) => (shape === 'text' && typeof value === 'string' ? [value] : []))
  const timed = lines.filter((line) => LINE_WITH_TIME.test(line))
  if (timed.length === 0 || timed.length < lines.length * TIMED) return undefined
  const rows = timed.map((line) => readLine(line)).filter((row) => row.has(MESSAGE_IN_LINE))
  const table: SampleTable = { kind: 'text', names: [...new Set(rows.flatMap((row) => [...row.keys()]))], rows }
  const columns = columnsOf(table)
  const time = guessTime(valuesOf(table, TIME_IN_LINE))
  if ('refusal' in time || !rows.some((row) => isLoginLine(row, columns)) || problemOf(table, columns, time) !== undefined) return undefined
  const mapping = toMapping(table, columns, { kind: 'first', paths: [TIME_IN_LINE] }, time)
  const { action } = mapping
  return {
    ...mapping,
    patterns: new Map([['line', LINE_WITH_TIME]]),
    line: /^/,
    pairsIn: { line: readLine },
    action: 'codes' in action ? { ...action, other: 'ignore', phrase: (value) => action.phrase?.(value) ?? 'reject' } : action,
  }
}
