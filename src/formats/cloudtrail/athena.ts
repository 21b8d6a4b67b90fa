import { isoTime, type Computed, type CsvShape, type Field, type Path, type SubjectFields } from '../define-format.ts'

type Value = string | undefined

/** Columns that hold JSON as the record had it. */
const JSON_COLUMNS = ['requestParameters', 'responseElements', 'additionalEventData', 'serviceEventDetails']
const IDENTITY = 'userIdentity.'

/**
 * `userIdentity` is written as `{type=IAMUser, principalid=AIDA…, …}`, in the order of the table. What stands behind the user's name,
 * which may hold anything, is looked for from the end.
 */
const patternOf = (name: string): RegExp =>
  name === 'userid' ? /.*onbehalfof=\{userid=([^,}]*)/s : new RegExp(`[{ ]${name}=(.*?)(?:, [a-z0-9]+=|\\}|$)`, 's')

const identityField = (text: Value, pattern: RegExp): Value => {
  const found = pattern.exec(text ?? '')?.[1]
  return found === '' || found === 'null' ? undefined : found
}

const columnOf = (path: Path): Path => {
  if (path.startsWith(IDENTITY)) return 'useridentity'
  const [head = '', ...rest] = path.split('.')
  return JSON_COLUMNS.includes(head) ? `json(${head.toLowerCase()}).${rest.join('.')}` : path.toLowerCase()
}

/** The innermost name decides: `onBehalfOf.userId` is the only `userid` there is. */
const identityPattern = (path: Path): RegExp | undefined =>
  path.startsWith(IDENTITY) ? patternOf(path.split('.').at(-1)?.toLowerCase() ?? '') : undefined

const firstOf = (...values: readonly Value[]): Value => values.find((value) => value !== undefined)

/** A field of the record, from the columns of a table in Athena. */
const inAthena = (field: Field): Path | Computed => {
  if (typeof field === 'string' && !field.startsWith(IDENTITY)) return columnOf(field)
  const { from, to }: Computed =
    typeof field === 'object' && 'to' in field
      ? field
      : { from: typeof field === 'string' ? [field] : (field as readonly Path[]), to: firstOf }
  const patterns = from.map(identityPattern)
  const inside = (value: Value, at: number): Value => {
    const pattern = patterns[at]
    return pattern === undefined ? value : identityField(value, pattern)
  }
  return { from: from.map(columnOf), to: (...values) => to(...values.map(inside)) }
}

const subjectInAthena = (subject: SubjectFields): SubjectFields =>
  Object.fromEntries(Object.entries(subject as Readonly<Record<string, Field>>).map(([name, field]) => [name, inAthena(field)]))

/** What the shapes of this format have in common, as they stand in a record. */
type RecordParts = Pick<CsvShape, 'classify'> & {
  readonly fields: Omit<CsvShape['fields'], 'time'>
  readonly subjects: Readonly<Record<string, SubjectFields>>
}

/** A query's result over the table that AWS documents: https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table.html */
export const athena = ({ fields, subjects, classify }: RecordParts): CsvShape => ({
  name: 'athena-csv',
  kind: 'csv',
  signature: { columns: ['useridentity', 'eventtime', 'eventsource', 'eventname', 'sourceipaddress'] },
  fields: {
    ...Object.fromEntries(Object.entries(fields as Readonly<Record<string, Field>>).map(([name, field]) => [name, inAthena(field)])),
    time: isoTime('eventtime'),
  },
  subjects: Object.fromEntries(Object.entries(subjects).map(([name, subject]) => [name, subjectInAthena(subject)])),
  classify: { by: classify.by.map((part) => inAthena(part)), to: classify.to },
})
