/** Records as somebody's own table, document store or log file carries them. */
type Carry = (records: readonly Record<string, unknown>[]) => string

const cell = (value: unknown): string => `"${String(value).replaceAll('"', '""')}"`
const table = (header: readonly string[], rows: readonly (readonly unknown[])[], delimiter = ','): string =>
  [header, ...rows].map((row) => `${row.map(cell).join(delimiter)}\n`).join('')

const flatten = (value: unknown, name: string, join: (name: string, key: string) => string): readonly (readonly [string, unknown])[] => {
  if (value === null || value === undefined || typeof value !== 'object') return [[name, value ?? '']]
  return Object.entries(value).flatMap(([key, inside]) => flatten(inside, name === '' ? key : join(name, key), join))
}

const flatTable =
  (prefix: string, join: (name: string, key: string) => string): Carry =>
  (records) => {
    const rows = records.map((record) => new Map(flatten(record, '', join)))
    const header = [...new Set(rows.flatMap((row) => [...row.keys()]))]
    return table(
      ['row', ...header.map((name) => `${prefix}${name}`)],
      rows.map((row, at) => [at, ...header.map((name) => row.get(name) ?? '')]),
    )
  }

const numbered = (name: string, key: string): string => `${name}.${key}`
const bracketed = (name: string, key: string): string => (/^\d+$/.test(key) ? `${name}[${key}]` : `${name}.${key}`)

/** As flat columns, with the names as members of an object: their case is kept, and what is whole at the top looks as it did. */
const flatObjects =
  (prefix: string, join: (name: string, key: string) => string): Carry =>
  (records) =>
    lines(records.map((record) => Object.fromEntries(flatten(record, '', join).map(([name, value]) => [`${prefix}${name}`, value]))))

const typed = (value: unknown): unknown => {
  if (value === null) return { NULL: true }
  if (typeof value === 'boolean') return { BOOL: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'string') return { S: value }
  if (Array.isArray(value)) return { L: value.map(typed) }
  return { M: Object.fromEntries(Object.entries(value as object).map(([key, inside]) => [key, typed(inside)])) }
}

const lines = (records: readonly unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')
const STORED = '2026-11-20 00:00:00'

export const carriages: Readonly<Record<string, Carry>> = {
  'a column of a database': (records) =>
    table(
      ['id', 'stored_at', 'payload'],
      records.map((record, at) => [at, STORED, JSON.stringify(record)]),
    ),
  'the only column': (records) =>
    table(
      ['record_content'],
      records.map((record) => [JSON.stringify(record)]),
    ),
  'a table with semicolons': (records) =>
    table(
      ['Zeit', 'Nachricht'],
      records.map((record) => [STORED, JSON.stringify(record)]),
      ';',
    ),
  'the end of a line': (records) => records.map((record) => `${STORED} INFO  [pool-1] {ctx} audit - ${JSON.stringify(record)}\n`).join(''),
  'an archive with tabs': (records) =>
    records.map((record, at) => `${at}\t${STORED}\t10.0.0.1\tUser\tapp\t${JSON.stringify(record)}\n`).join(''),
  'a document of a store': (records) =>
    lines(records.map((record, at) => ({ _id: { $oid: `65${at}` }, entry: record, stored: { $date: STORED } }))),
  'a text in a document': (records) => lines(records.map((record, at) => ({ n: at, entry: { raw: JSON.stringify(record) } }))),
  'an export with types': (records) => lines(records.map((record) => ({ Item: (typed(record) as { M: unknown }).M }))),
  'flat columns': flatTable('', numbered),
  'flat columns with a prefix': flatTable('payload.', numbered),
  'flat columns with indexes in brackets': flatTable('', bracketed),
  'flat objects': flatObjects('', numbered),
  'flat objects with a prefix': flatObjects('payload.', numbered),
  'flat objects with indexes in brackets': flatObjects('', bracketed),
}
