import type { Columns } from './columns.ts'
import type { GuessedField } from './column-words.ts'
import { codeKey } from './mapping.ts'
import { valuesOf, type SampleTable } from './table.ts'
import { ACTION_WORDS } from './value-words.ts'

/** More different values than this are no kinds of things. */
const MOST_KINDS = 40

/** Does most of this column tell what was done, something besides logins among it? */
const tellsActions = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  if (new Set(values).size > MOST_KINDS) return false
  const actions = values.map((value) => ACTION_WORDS.get(codeKey(value))?.action)
  const known = actions.filter((action) => action !== undefined)
  return known.length > values.length / 2 && known.some((action) => action !== 'login' && action !== 'other')
}

const holdsAgents = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  return values.length > 0 && values.filter((value) => value.startsWith('Mozilla/')).length > values.length / 2
}

/**
 * What the values of columns say where their names say nothing or something else: a table of logouts and changes whose kind stands in a
 * column of a name we do not know must not be read as logins; and a "terminal" is often the program.
 */
export const columnsByValues = (table: SampleTable, named: Columns): Columns => {
  const columns = new Map<GuessedField, string>(named)
  const taken = new Set(named.values())
  const action = columns.has('action') ? undefined : table.names.find((name) => !taken.has(name) && tellsActions(table, name))
  if (action !== undefined) columns.set('action', action)
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
