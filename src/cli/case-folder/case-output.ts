import { csvOf, spreadsheetOf } from '../../casefolder/csv.ts'
import type { Table } from '../../casefolder/account-list.ts'
import { safeText } from '../../kernel/safe-text.ts'
import { displayWidth } from '../../kernel/text-width.ts'
import { isMessageId, say, sayFrom, type SayOptions } from '../../i18n/translate.ts'
import { countryName } from '../../i18n/words.ts'
import { gridPieces } from '../../reports/table/grid.ts'
import type { Io } from '../io.ts'
import type { CaseCommandFlags } from './open-case.ts'
import { asJson, asNdjson } from '../talk/records.ts'
import { parseChoice } from '../options/values.ts'
import { joinLines, viewOf } from '../views/view.ts'
import { checkOutput, writeOut } from '../talk/write-out.ts'

const OUTPUTS = ['table', 'csv', 'json', 'ndjson'] as const
type Output = (typeof OUTPUTS)[number]
const NARROW = 6
const LONG_ID = 40

/** Somebody looks at it while it is written. */
const isOnScreen = ({ output }: CaseCommandFlags, io: Io): boolean => io.stdout.isTTY === true && (output === undefined || output === '-')

const outputOf = (flags: CaseCommandFlags, io: Io): Output => {
  if (flags.to !== undefined) return parseChoice(flags.to, '--to', OUTPUTS)
  return isOnScreen(flags, io) ? 'table' : 'csv'
}

/** Columns whose cells are words of a closed vocabulary; the sentence room each is worded from. */
const WORDED: Readonly<Record<string, string>> = {
  verdict: 'verdict-short',
  decision: 'decision',
  role: 'role',
  actions_after_login: 'action',
}

const headText = (name: string, wording: SayOptions): string => {
  const id = `column.${name}`
  return isMessageId(id) ? say(id, {}, wording) : name
}

/** A cell for people: words of closed vocabularies, countries and yes or no in the reader's language. */
const cellText = (name: string, value: string, wording: SayOptions): string => {
  if (value === 'true' || value === 'false') return value === 'true' ? say('word.yes', {}, wording) : '-'
  if (name === 'country') return countryName(value, wording.lang)
  const room = WORDED[name]
  if (room === undefined || value === '') return value
  return value
    .split(' ')
    .map((word) => sayFrom(room, word, {}, wording, word))
    .join(wording.lang === 'ja' ? '、' : ', ')
}

/** What a narrow terminal does without first; CSV has all. */
const DISPENSABLE = [
  'mailbox_at_risk',
  'campaign',
  'last_bad_success',
  'password_known',
  'decided_at',
  'decided_by',
  'provider',
  'sessions',
  'tenant',
  'asn',
  'first',
  'network',
  'last',
  'names',
  'country',
  'decision',
  'contact_changed',
  'factor_changed',
]
/** A word up to this width is not broken: the time of a day with its offset, an address. */
const UNBROKEN = 15
const GAP = 2
const INDENT = 2

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, displayWidth(text)), NARROW)

/** The width below which a column cannot be read: ids in the first are copied from here, elsewhere words may not break. */
const leastWidth = (index: number, title: string, rows: readonly (readonly string[])[]): number => {
  const cells = [title, ...rows.map((row) => row[index] ?? '')]
  return index === 0 ? Math.min(LONG_ID, widest(cells)) : Math.min(UNBROKEN, widest(cells.flatMap((cell) => cell.split(' '))))
}

/** Columns that have something in them, as many as can be read side by side. */
const shownColumns = (
  head: readonly string[],
  least: (index: number) => number,
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] => {
  let shown = head.flatMap((_, index) => (rows.some((row) => row[index] !== '') ? [index] : []))
  for (const name of DISPENSABLE) {
    if (shown.reduce((sum, index) => sum + least(index) + GAP, 0) <= width) break
    shown = shown.filter((index) => head[index] !== name)
  }
  return shown
}

/** Where names have no column of their own they stand below the id: an id that a directory made says nothing to people. */
const namesBelow = (head: readonly string[], shown: readonly number[]): ((row: readonly string[]) => string) => {
  const place = head.indexOf('names')
  const isApart = place < 0 || shown.includes(place)
  return (row) => {
    const [id = ''] = row
    const names = isApart ? '' : (row[place] ?? '')
    return names === '' || names === id ? id : `${id}\n${names}`
  }
}

/** Nobody reads more on a screen, and each thousand takes a second to lay out. */
const MOST_ON_SCREEN = 200

function* asTable([head = [], ...all]: Table, io: Io, wording: SayOptions, most: number): Iterable<string> {
  const view = viewOf(io, wording)
  const rows = all.slice(0, most)
  const names = head.map(String)
  const cells = rows.map((row) => names.map((name, index) => cellText(name, safeText(String(row[index] ?? '')), wording)))
  const titles = names.map((name) => headText(name, wording))
  // Measured once: of thirty thousand rows each column costs a while.
  const leasts = titles.map((title, index) => leastWidth(index, title, cells))
  const least = (index: number): number => leasts[index] ?? 0
  // The grid keeps titles whole where there is room.
  const withTitle = (index: number): number => Math.max(least(index), displayWidth(titles[index] ?? ''))
  const shown = shownColumns(names, withTitle, cells, view.columns - INDENT)
  const below = namesBelow(names, shown)
  const lines = gridPieces(
    shown.map((index) => ({ title: titles[index] ?? '', min: least(index) })),
    cells.map((row) => shown.map((index) => (index === 0 ? below(row) : (row[index] ?? '')))),
    view.columns,
    view.palette,
  )
  for (const piece of lines) yield joinLines(piece)
  const left = names.filter((_, index) => cells.some((row) => row[index] !== '')).length - shown.length
  const notes = [
    ...(rows.length === all.length ? [] : [say('report.more', { count: all.length - rows.length }, wording)]),
    ...(left === 0 ? [] : [say('case.columns-left', { count: left }, wording)]),
  ]
  if (notes.length > 0) yield joinLines(['', ...notes])
}

const asRecords = ([head = [], ...rows]: Table): readonly object[] =>
  rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? null])))

/** A table as it was asked for: aligned on a terminal, CSV in a pipe. */
export const writeTable = async (table: Table, flags: CaseCommandFlags, io: Io, wording: SayOptions): Promise<void> => {
  const pieces: Readonly<Record<Output, () => Iterable<string> | AsyncIterable<string>>> = {
    table: () => asTable(table, io, wording, isOnScreen(flags, io) ? MOST_ON_SCREEN : table.length),
    csv: () => (flags.bom === true ? spreadsheetOf(table) : csvOf(table)),
    json: () => asJson(asRecords(table)),
    ndjson: () => asNdjson(asRecords(table)),
  }
  const output = outputOf(flags, io)
  await checkOutput(io, flags.output)
  await writeOut(io, flags.output, pieces[output]())
}
