import { csvOf, spreadsheetOf } from '../casefolder/csv.ts'
import type { Table } from '../casefolder/account-list.ts'
import { safeText } from '../kernel/safe-text.ts'
import { displayWidth } from '../kernel/text-width.ts'
import type { SayOptions } from '../i18n/translate.ts'
import { grid } from '../reports/table/grid.ts'
import type { Io } from './io.ts'
import type { CaseCommandFlags } from './open-case.ts'
import { asJson, asNdjson } from './records.ts'
import { parseChoice } from './values.ts'
import { joinLines, viewOf } from './view.ts'
import { checkOutput, writeOut } from './write-out.ts'

const OUTPUTS = ['table', 'csv', 'json', 'ndjson'] as const
type Output = (typeof OUTPUTS)[number]
const NARROW = 6
const LONG_ID = 40

const outputOf = ({ to, output }: CaseCommandFlags, io: Io): Output => {
  if (to !== undefined) return parseChoice(to, '--to', OUTPUTS)
  return io.stdout.isTTY === true && (output === undefined || output === '-') ? 'table' : 'csv'
}

const asTable = ([head = [], ...rows]: Table, io: Io, wording: SayOptions): readonly string[] => {
  const view = viewOf(io, wording)
  // Columns that are empty throughout would take the room of those that are not.
  const used = head.flatMap((_, index) => (rows.some((row) => row[index] !== null && row[index] !== '') ? [index] : []))
  // Ids in the first column are copied from here: they are not broken while there is any room.
  const longest = Math.max(NARROW, ...rows.map(([id]) => displayWidth(safeText(String(id ?? '')))))
  const columns = used.map((index, at) => ({ title: String(head[index]), min: at === 0 ? Math.min(longest, LONG_ID) : NARROW }))
  const cells = rows.map((row) => used.map((index) => safeText(String(row[index] ?? ''))))
  return [joinLines(grid(columns, cells, view.columns, view.palette))]
}

const asRecords = ([head = [], ...rows]: Table): readonly object[] =>
  rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? null])))

/** A table as it was asked for: aligned on a terminal, CSV in a pipe. */
export const writeTable = async (table: Table, flags: CaseCommandFlags, io: Io, wording: SayOptions): Promise<void> => {
  const pieces: Readonly<Record<Output, () => Iterable<string> | AsyncIterable<string>>> = {
    table: () => asTable(table, io, wording),
    csv: () => (flags.bom === true ? spreadsheetOf(table) : csvOf(table)),
    json: () => asJson(asRecords(table)),
    ndjson: () => asNdjson(asRecords(table)),
  }
  const output = outputOf(flags, io)
  await checkOutput(io, flags.output)
  await writeOut(io, flags.output, pieces[output]())
}
