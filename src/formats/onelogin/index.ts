import { lookup } from '../../kernel/lookup.ts'
import { defineFormat, type Classified, type Computed, type CsvShape, type JsonShape } from '../define-format.ts'
import { eventTypes, type EventMeaning } from './codes.ts'
import { settings } from './setting-codes.ts'

const classify = (type?: string, user?: string): Classified => {
  if (type === undefined) return { reject: 'unknown-code' }
  const meaning = lookup<EventMeaning>(eventTypes, type) ?? lookup<EventMeaning>(settings, type)
  if (meaning === undefined) return /^\d+$/.test(type) ? { ignore: 'other-event' } : { reject: 'unknown-code', detail: type.slice(0, 60) }
  const known = meaning.action === 'login' && user !== undefined ? { accountKnown: true } : {}
  return { ...meaning, ...known, code: type }
}

/** Who did it, where that is somebody else. */
const actor: Computed = {
  from: ['actor_user_id', 'user_id', 'actor_user_name'],
  to: (own, user, name) => (user === undefined || own === user ? undefined : (own ?? name)),
}

const events: JsonShape = {
  name: 'events',
  kind: 'json',
  signature: {
    has: ['event_type_id'],
    any: [['account_id', 'ipaddr', 'user_id', 'user_name', 'actor_user_id', 'actor_user_name']],
  },
  fields: {
    time: { path: ['created_at', 'event_timestamp'], syntax: 'any', zone: 'UTC' },
    id: ['id', 'uuid'],
    account: ['user_id', 'actor_user_id'],
    username: ['login_name', 'user_name', 'actor_user_name'],
    actor,
    tenant: 'account_id',
    client: 'app_name',
    ip: 'ipaddr',
    forwardedFor: 'proxy_ip',
    userAgent: 'user_agent',
    device: 'browser_fingerprint',
    mfaMethod: ['otp_device_name', 'authentication_factor_description'],
    providerRisk: 'risk_score',
  },
  classify: { by: ['event_type_id', 'user_id'], to: classify },
}

/** The same names as columns, as the vendor's own script writes them: github.com/onelogin/onelogin-ruby-sdk, examples/events-to-csv.rb */
const csv: CsvShape = {
  ...events,
  name: 'csv',
  kind: 'csv',
  signature: { columns: ['event_type_id', 'ipaddr', 'user_id', 'created_at'] },
}

/** OneLogin events: API v1, v2, and the event broadcaster. */
export const format = defineFormat({
  id: 'onelogin',
  title: 'OneLogin events',
  provider: 'onelogin',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [events, csv],
  spec: 'https://developers.onelogin.com/api-docs/1/events/event-resource',
  unverified: ['csv'],
  howToExport: {
    en: '`GET /api/1/events?since=…&until=…`, following `pagination.next_link`; or a webhook (Developers > Webhooks, NDJSON). Names of event types: `GET /api/1/events/types`.',
    ja: '`GET /api/1/events?since=…&until=…` を `pagination.next_link` でたどる。または Webhook(Developers > Webhooks、NDJSON)。イベント種別の名称は `GET /api/1/events/types`。',
  },
})
