import type { Plain } from './envelope.ts'
import { parseJsonText } from './parse-json.ts'
import { consoleTime } from './syslog-parts.ts'

/**
 * Custom tables of Azure Monitor (`Okta_CL`): the Data Collector API flattens an object, joins its names with underscores, and ends each
 * column's with its type. https://learn.microsoft.com/azure/azure-monitor/logs/data-collector-api#record-type-and-properties
 */
const TYPED = /^([A-Za-z_].*)_([sdbtg])$/

/** The portal adds to the name of a time that it is UTC. */
const columnName = (cell: string): string =>
  cell
    .replaceAll('\ufeff', '')
    .trim()
    .replace(/ \[UTC\]$/i, '')

/** Are these columns those of such a table? Its names must keep their case: they are those of the record inside. */
export const isCustomTable = (header: readonly string[]): boolean =>
  header.some((cell) => /^TimeGenerated$/i.test(columnName(cell))) && header.filter((cell) => isTypedColumn(columnName(cell))).length > 2

/** The record that a row of such a table was made of. */
export const fromCustomRow = (header: readonly string[], cells: readonly string[]): Plain | undefined =>
  fromTypedColumns(Object.fromEntries(header.map((cell, at) => [columnName(cell), cells[at]])))

const UNDERSCORE = 95

export const isTypedColumn = (name: string): boolean => name.charCodeAt(name.length - 2) === UNDERSCORE && TYPED.test(name)

/** Lists alone are kept as JSON: objects are flattened, and what was a text stays one. */
const listOr = (text: string): unknown => (text.startsWith('[') ? (parseJsonText(text) ?? text) : text)

const valueOf = (value: unknown, type: string): unknown => {
  if (typeof value !== 'string') return value
  if (type === 't') return consoleTime(value)
  if (type === 'b') return value.toLowerCase() === 'true'
  return type === 's' ? listOr(value) : value
}

/**
 * The object that was flattened. Names may have had underscores themselves, which nothing tells apart from those that join: so each is found
 * both ways, `user_id` as itself and as `user.id`. A value always hides what would lie below it.
 */
const nest = (columns: readonly (readonly [name: string, value: unknown])[]): Plain => {
  const objects = new Map<string, Record<string, unknown>>([['', {}]])
  const objectAt = (prefix: string): Record<string, unknown> => {
    const found = objects.get(prefix) ?? {}
    objects.set(prefix, found)
    return found
  }
  const put = (prefix: string, rest: string, value: unknown): void => {
    const own = objectAt(prefix)
    if (own[rest] === value) return
    own[rest] = value
    for (let at = rest.indexOf('_', 1); at > 0 && at < rest.length - 1; at = rest.indexOf('_', at + 1)) {
      const [head, below] = [rest.slice(0, at), `${prefix}${rest.slice(0, at)}_`]
      if (own[head] !== undefined && own[head] !== objects.get(below)) continue
      own[head] = objectAt(below)
      put(below, rest.slice(at + 1), value)
    }
  }
  for (const [name, value] of columns) put('', name, value)
  return objectAt('')
}

const MOST_JOINTS = 8

/** The record that a row of such a table was made of; undefined where it has no such columns. */
export const fromTypedColumns = (row: Plain): Plain | undefined => {
  const columns = Object.entries(row).flatMap(([column, value]) => {
    const [, name, type] = TYPED.exec(column) ?? []
    const isFilled = value !== null && value !== undefined && value !== ''
    if (name === undefined || type === undefined || !isFilled || name.split('_').length > MOST_JOINTS) return []
    return [[name, valueOf(value, type)] as const]
  })
  // Shorter names first: what is a value itself has nothing below it.
  const sorted = columns.toSorted(([left], [right]) => left.length - right.length)
  return sorted.length > 2 ? nest(sorted) : undefined
}
