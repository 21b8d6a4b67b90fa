import { epochTime, type Computed, type CsvShape, type Field, type JsonShape, type Path, type SubjectFields } from '../define-format.ts'
import { adminRestEvents, userEvents } from './rest-shapes.ts'

type Value = string | undefined

/** Of Keycloak's tables EVENT_ENTITY and ADMIN_EVENT_ENTITY (model/jpa, `events/jpa`), where it stores what its REST API returns. */
const COLUMNS: Readonly<Record<Path, Path>> = {
  id: 'id',
  type: 'type',
  error: 'error',
  realmId: 'realm_id',
  clientId: 'client_id',
  userId: 'user_id',
  sessionId: 'session_id',
  ipAddress: 'ip_address',
  operationType: 'operation_type',
  resourceType: 'resource_type',
  resourcePath: 'resource_path',
  'authDetails.realmId': 'auth_realm_id',
  'authDetails.clientId': 'auth_client_id',
  'authDetails.userId': 'auth_user_id',
  'authDetails.ipAddress': 'ip_address',
}
/** Since version 22 the details are written into the column without a limit; older rows keep them in the other one. */
const DETAILS = ['details_json_long_value', 'details_json'] as const

const columnsOf = (path: Path): readonly Path[] =>
  path.startsWith('details.') ? DETAILS.map((column) => `json(${column}).${path.slice('details.'.length)}`) : [COLUMNS[path] ?? path]

/** What `COPY` of PostgreSQL and clients of MySQL write for nothing. */
const NOTHING: ReadonlySet<Value> = new Set(['\\N', 'NULL'])
const firstOf = (...values: readonly Value[]): Value => values.find((value) => value !== undefined && !NOTHING.has(value))

type RestField = Field | { readonly first: readonly Path[] }

const computedOf = (field: RestField): Computed => {
  if (typeof field === 'string') return { from: [field], to: firstOf }
  if ('first' in field) return { from: field.first, to: firstOf }
  if ('look' in field) return { from: field.from, to: (...values) => field.look((at) => values[at]) }
  return 'to' in field ? field : { from: field, to: firstOf }
}

/** A field of the REST API's event, from the columns of the table. */
const inTable = (field: RestField): Computed => {
  const { from, to } = computedOf(field)
  const columns = from.map(columnsOf)
  return {
    from: columns.flat(),
    to: (...values) => {
      let at = 0
      return to(...columns.map(({ length }) => firstOf(...values.slice(at, (at += length)))))
    },
  }
}

const subjectInTable = (subject: SubjectFields): SubjectFields =>
  Object.fromEntries(Object.entries(subject as Readonly<Record<string, Field>>).map(([name, field]) => [name, inTable(field)]))

const tableOf = (name: string, time: Path, columns: readonly string[], { fields, subjects, classify }: JsonShape): CsvShape => {
  const { time: _inRest, ...rest } = fields
  const mapped = Object.entries(rest as Readonly<Record<string, Field>>).map(([key, field]) => [key, inTable(field)] as const)
  return {
    name,
    kind: 'csv',
    signature: { columns: [time, 'realm_id', 'ip_address', ...columns] },
    fields: { ...Object.fromEntries(mapped), time: epochTime(time) },
    ...(subjects === undefined
      ? {}
      : { subjects: Object.fromEntries(Object.entries(subjects).map(([key, subject]) => [key, subjectInTable(subject)])) }),
    classify: { by: classify.by.map((by) => inTable(by)), to: classify.to },
  }
}

/** User events as rows of the database, time in epoch ms. */
export const eventTable = tableOf('event-table', 'event_time', ['type', 'details_json'], userEvents)

/** Admin events as rows of the database. */
export const adminEventTable = tableOf('admin-event-table', 'admin_event_time', ['operation_type', 'auth_user_id'], adminRestEvents)
