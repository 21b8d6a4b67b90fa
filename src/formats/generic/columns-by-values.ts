import { normaliseIp } from '../../kernel/ip.ts'
import { parseTime } from '../../kernel/time.ts'
import { recogniseColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import type { GuessedField } from './column-words.ts'
import { ENOUGH } from './guess-time.ts'
import { explains } from './legend.ts'
import { valuesOf, type SampleTable } from './table.ts'
import { ACTIONS_SAID, OUTCOMES_SAID, readWord, REASONS_SAID } from './value-words.ts'

/** More different values than this are no kinds of things. */
const MOST_KINDS = 40

/** Does most of this column tell what was done, something besides logins among it? */
const tellsActions = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  if (new Set(values).size > MOST_KINDS) return false
  const actions = values.map((value) => {
    const said = readWord(ACTIONS_SAID, value)
    return typeof said === 'string' ? 'other' : said?.action
  })
  const known = actions.filter((action) => action !== undefined)
  return known.length > values.length / 2 && known.some((action) => action !== 'login' && action !== 'other')
}

/** Does all of it say of logins how they ended, some well and some not: `user signed in`, `login failed: wrong password`? */
const tellsLogins = (table: SampleTable, column: string): boolean => {
  const kinds = [...new Set(valuesOf(table, column))]
  if (kinds.length > MOST_KINDS) return false
  const said = kinds.map((value) => readWord(ACTIONS_SAID, value))
  const ends = new Set(said.map((meaning) => (typeof meaning === 'object' && meaning.action === 'login' ? meaning.outcome : undefined)))
  return !ends.has(undefined) && ends.has('success') && ends.size > 1
}

/** Is anything in it known as an act? */
const saysAnything = (table: SampleTable, column: string): boolean =>
  [...new Set(valuesOf(table, column))].some((value) => readWord(ACTIONS_SAID, value) !== undefined)

/** Does every row say how it ended, some well and some not? Digits may mean either. */
const tellsOutcomes = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  const kinds = [...new Set(values)]
  if (values.length <= table.rows.length * ENOUGH || kinds.length > MOST_KINDS) return false
  if (kinds.length > 1 && explains(table.legend, kinds)) return true
  const outcomes = kinds.map((value) => {
    const said = /^[a-z\d]$/i.test(value.trim()) ? undefined : readWord(OUTCOMES_SAID, value)
    return typeof said === 'object' ? said.outcome : undefined
  })
  return (
    !outcomes.includes(undefined) &&
    outcomes.includes('success') &&
    outcomes.some((outcome) => outcome === 'failure' || outcome === 'blocked')
  )
}

/** Does most of what stands here say why a login failed? */
const tellsReasons = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  if (new Set(values).size > MOST_KINDS) return false
  return values.filter((value) => readWord(REASONS_SAID, value) !== undefined).length > values.length / 2
}

const isTime = (value: string): boolean =>
  /\D/.test(value.trim()) && !Number.isNaN(parseTime(value, 'any', { zone: 'UTC', year: () => 2000 }))

const isEach =
  (is: (value: string) => boolean) =>
  (table: SampleTable, column: string): boolean => {
    const values = valuesOf(table, column)
    return values.length > table.rows.length * ENOUGH && values.every(is)
  }
const holdsTimes = isEach(isTime)
const holdsAddresses = isEach((value) => normaliseIp(value) !== undefined)

const holdsCodes = isEach((value) => /^\d{1,5}$/.test(value.trim()))

const holdsAgents = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  return values.length > 0 && values.filter((value) => value.startsWith('Mozilla/')).length > values.length / 2
}

/** So many rows in which nobody comes twice, each with the number behind the last one's, are no coincidence. */
const LEAST_NUMBERED = 5

/** `login_id: 101, 102, 103`: the numbers of the logins, not of those who logged in. */
const areNumbersOfRows = (values: readonly string[]): boolean => {
  if (values.length < LEAST_NUMBERED || !values.every((value) => /^\d{1,15}$/.test(value.trim()))) return false
  const numbers = values.map(Number)
  const step = Math.sign((numbers[1] ?? 0) - (numbers[0] ?? 0))
  return step !== 0 && numbers.every((number, at) => at === 0 || Math.sign(number - (numbers[at - 1] ?? 0)) === step)
}

const arePersons = (values: readonly string[]): boolean => values.some((value) => /\S[\s\u3000]+\S/.test(value)) || areNumbersOfRows(values)

/** Another column of names, where the one that was taken holds what people are called (`user.name` beside `user.email`), or numbers rows. */
const namesOfPersons = (table: SampleTable, columns: Columns): string | undefined => {
  const current = columns.get('username')
  if (current === undefined || !arePersons(valuesOf(table, current))) return undefined
  const others = new Set(columns.values())
  return recogniseColumns(table.names.filter((name) => !others.has(name) && !arePersons(valuesOf(table, name)))).get('username')
}

/**
 * What the values of columns say where their names say nothing or something else: a table of logouts and changes whose kind stands in a
 * column of a name we do not know must not be read as logins; and a "terminal" is often the program.
 */
export const columnsByValues = (table: SampleTable, byName: Columns): Columns => {
  const columns = new Map<GuessedField, string>(byName)
  const taken = new Set(byName.values())
  const tell = (field: GuessedField, tells: (table: SampleTable, column: string) => boolean): void => {
    if (columns.has(field)) return
    const found = table.names.filter((name) => !taken.has(name) && tells(table, name))
    const everywhere = found.filter((name) => valuesOf(table, name).length > table.rows.length * ENOUGH)
    // What a code was asked for (`purpose: transfer`) stands in some rows only.
    const [only, ...others] = everywhere.length === 1 ? everywhere : found
    if (only === undefined || others.length > 0) return
    columns.set(field, only)
    taken.add(only)
  }
  tell('time', holdsTimes)
  tell('ip', holdsAddresses)
  tell('action', tellsActions)
  const named = columns.get('action')
  // `OperationName: POST Account/Login` beside `Message: User logged in`: of two that may say what was done, one is not understood.
  if (named !== undefined && !saysAnything(table, named)) {
    columns.delete('action')
    tell('action', tellsLogins)
    if (!columns.has('action')) columns.set('action', named)
  }
  if (!columns.has('outcome')) tell('action', tellsLogins)
  tell('outcome', tellsOutcomes)
  tell('reason', tellsReasons)
  const code = columns.get('reason')
  // An error's number beside its words: the number says of every row how it ended.
  if (!columns.has('outcome') && code !== undefined && holdsCodes(table, code)) {
    const words = recogniseColumns(table.names.filter((name) => !taken.has(name))).get('reason')
    if (words !== undefined) columns.set('outcome', code).set('reason', words)
  }
  const person = namesOfPersons(table, columns)
  if (person !== undefined) columns.set('username', person)
  const device = columns.get('device')
  if (device !== undefined && !columns.has('userAgent') && holdsAgents(table, device)) {
    columns.delete('device')
    columns.set('userAgent', device)
  }
  const chain = columns.get('forwardedFor')
  // Where only the chain was logged, its last hop is the address that is known.
  if (chain !== undefined && !columns.has('ip')) {
    columns.delete('forwardedFor')
    columns.set('ip', chain)
  }
  return columns
}
