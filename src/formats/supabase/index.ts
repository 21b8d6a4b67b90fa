import {
  defineFormat,
  type Computed,
  type CsvShape,
  type FieldMap,
  type JsonShape,
  type SubjectFields,
  type TimeField,
} from '../define-format.ts'
import { keepOneTeller } from '../one-teller.ts'
import { auditBy, classifyHttp } from './classify.ts'

const utc = (...path: readonly string[]): TimeField => ({ path, syntax: 'iso', zone: 'UTC' })

/** Behind a proxy the forwarded chain stands in the address: its first is the client's. */
const firstAddress = (...from: readonly string[]): Computed => ({
  from,
  to: (...values) =>
    values
      .find((value) => value !== undefined)
      ?.split(',')[0]
      ?.trim(),
})

const targetUnder = (at: (name: string) => string): Readonly<Record<string, SubjectFields>> => ({
  target: {
    account: [at('traits.user_id'), at('actor_id')],
    username: [at('traits.user_email'), at('traits.user_phone'), at('actor_username')],
    actor: {
      from: [at('actor_id'), at('traits.user_id')],
      to: (own, user) => (user === undefined || user === own ? undefined : own),
    },
  },
})

const inPayload = (name: string): string => `json(payload).${name}`

const rowFields: FieldMap = {
  time: utc('created_at'),
  id: 'id',
  account: inPayload('actor_id'),
  username: inPayload('actor_username'),
  ip: firstAddress('ip_address'),
  protocol: inPayload('traits.provider'),
}
const rowClassifier = { by: [inPayload('action')], to: auditBy('audit') }

/** Rows of `auth.audit_log_entries`. */
const rows: JsonShape = {
  name: 'audit-table-json',
  kind: 'json',
  signature: { has: ['payload', 'created_at', inPayload('action'), inPayload('actor_id'), inPayload('log_type')] },
  fields: rowFields,
  subjects: targetUnder(inPayload),
  classify: rowClassifier,
}

const rowsCsv: CsvShape = {
  name: 'audit-table-csv',
  kind: 'csv',
  signature: { columns: ['payload', 'created_at', 'ip_address', 'id'] },
  fields: rowFields,
  subjects: targetUnder(inPayload),
  classify: rowClassifier,
}

const lineShape = (
  name: string,
  root: 'auth_audit_event' | 'auth_event' | 'auth_event[0]',
  teller: 'audit' | 'request',
  not: readonly string[],
): JsonShape => {
  // As the Logs Explorer's tables in BigQuery hold it, every object is a list of one.
  const at = (field: string): string => `${root}.${root.endsWith(']') ? field.replace(/^traits/, 'traits[0]') : field}`
  return {
    name,
    kind: 'json',
    signature: { has: [at('action'), at('actor_id')], not },
    fields: {
      time: utc(at('created_at'), 'time', 'timestamp'),
      id: at('audit_log_id'),
      account: at('actor_id'),
      username: at('actor_username'),
      ip: firstAddress(at('ip_address'), 'remote_addr'),
      userAgent: at('user_agent'),
      protocol: [at('traits.provider'), 'grant_type'],
    },
    subjects: targetUnder(at),
    classify: { by: [at('action')], to: auditBy(teller) },
  }
}

/** Lines of the service's own log without an audited act in them. */
const http: JsonShape = {
  name: 'http-log',
  kind: 'json',
  signature: {
    has: ['path', 'remote_addr', 'method', 'msg'],
    any: [['component', 'level']],
    not: ['auth_event.action', 'auth_event[0].action', 'auth_audit_event'],
    // Older versions number no requests, and write where the request came from with every one.
    test: ({ component, referer, request_id: request }) => request !== undefined || (component === 'api' && typeof referer === 'string'),
    reads: ['component', 'referer', 'request_id'],
  },
  fields: { time: utc('time', 'timestamp'), ip: firstAddress('remote_addr'), userAgent: 'user_agent' },
  classify: {
    by: [
      'path',
      'error_code',
      {
        from: ['error', 'msg'],
        to: (error, msg) => (/invalid login credentials/i.test(`${error ?? ''} ${msg ?? ''}`) ? 'Invalid login credentials' : undefined),
      },
      'status',
    ],
    to: classifyHttp,
  },
}

/** What is counted for the bill, beside the line that tells of the login (internal/metering/record.go). */
const metering: JsonShape = {
  name: 'metering',
  kind: 'json',
  signature: { has: ['metering', 'action', 'login_method', 'user_id'] },
  fields: { time: utc('time') },
  classify: { by: ['action'], to: () => ({ ignore: 'metering' }) },
}

/** Supabase Auth (GoTrue): audit table, audit lines, HTTP log. */
export const format = defineFormat({
  id: 'supabase',
  title: 'Supabase Auth (GoTrue)',
  provider: 'supabase',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  // Newer versions write an act as a line of its own and once more in the line of its request, and so they do with a refusal.
  attempt: keepOneTeller(['audit', 'request', 'http', 'error'], 2000),
  shapes: [
    rows,
    rowsCsv,
    lineShape('audit-line', 'auth_audit_event', 'audit', []),
    lineShape('request-line', 'auth_event', 'request', ['auth_audit_event']),
    lineShape('request-row', 'auth_event[0]', 'request', ['auth_audit_event']),
    http,
    metering,
  ],
  spec: 'https://supabase.com/docs/guides/auth/audit-logs',
  unverified: ['audit-table-json', 'audit-table-csv', 'audit-line', 'request-line', 'request-row', 'http-log', 'metering'],
  howToExport: {
    en: '`SELECT id, payload, created_at, ip_address FROM auth.audit_log_entries ORDER BY created_at`, saved as CSV or JSON; and the Auth logs (`docker logs supabase-auth`, or Logs > Auth): wrong passwords stand only there, without a name.',
    ja: '`SELECT id, payload, created_at, ip_address FROM auth.audit_log_entries ORDER BY created_at` を CSV または JSON で保存する。加えて Auth のログ(`docker logs supabase-auth`、または Logs > Auth)。パスワードの誤りはこちらにだけ、ID なしで残る。',
  },
})
