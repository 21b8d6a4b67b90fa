import type { RawRecord } from '../../model/record.ts'
import { nameKey } from './column-name.ts'
import type { Columns } from './columns.ts'
import { recogniseColumns } from './columns.ts'
import { columnsByValues } from './columns-by-values.ts'
import { guessTime } from './guess-time.ts'
import { mappingOfMessages } from './message-logs.ts'
import type { MappedField, Mapping, Source } from './mapping.ts'
import { valuesOf, type SampleTable } from './table.ts'
import { ADDRESS_IN_LINE, ID_IN_LINE, LINE_WITH_TIME, MAIL_IN_LINE, MESSAGE_IN_LINE, readLine, TIME_IN_LINE } from './text-line.ts'

/** Share of the lines that have to begin with a time; others go on with what was said before. */
const TIMED = 0.5

/** Where a line says nothing by a name, it may by itself. */
const IN_LINE: readonly (readonly ['action' | 'username' | 'ip', string])[] = [
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

/** Lines of one log name somebody or do not: `user taro`, and `for taro@example.com`. */
const unnamed = ({ fields }: Mapping, names: readonly string[]): readonly (readonly [MappedField, Source])[] =>
  IN_LINE.flatMap(([field, name]) => {
    const named = field === 'action' ? undefined : fields.get(field)
    if (field === 'action' || named === undefined || named.paths.includes(name) || !names.includes(name)) return []
    return [[field, { kind: 'first', paths: [...named.paths, name] }] as const]
  })

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
  const source: Source = { kind: 'first', paths: [TIME_IN_LINE] }
  // What has nothing to do with accounts is no message of a line.
  const mapping = mappingOfMessages({ table, columns, time, source, isOurs: () => true })
  if (mapping === undefined) return undefined
  return {
    ...mapping,
    fields: new Map([...mapping.fields, ...unnamed(mapping, table.names)]),
    patterns: new Map([['line', LINE_WITH_TIME]]),
    line: /^/,
    pairsIn: { line: readLine },
  }
}
