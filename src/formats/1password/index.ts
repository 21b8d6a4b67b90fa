import { lookup } from '../../kernel/lookup.ts'
import type { Outcome, Reason } from '../../model/vocabulary.ts'
import { defineFormat, type Classified, type Computed, type FieldMap, type JsonShape, type TimeField } from '../define-format.ts'
import { auditEvent } from './audit.ts'
import { categories, factors, itemActions, types } from './codes.ts'

type Value = string | undefined

const classify = (category: Value, type: Value): Classified => {
  const meaning = lookup<{ readonly outcome: Outcome; readonly reason?: Reason }>(categories, category)
  if (meaning === undefined) return { reject: 'unknown-code', detail: (category ?? 'no category').slice(0, 60) }
  const code = `${category}/${type ?? ''}`
  const factor = lookup<string>(factors, type)
  const method = factor === undefined ? {} : { mfaMethod: factor }
  if (meaning.outcome === 'success') return { action: 'login', ...meaning, accountKnown: true, ...method, code }
  const reason = lookup<Reason>(types, type) ?? meaning.reason
  const base = { ...meaning, ...(reason !== undefined && { reason }), ...method, code }
  return category === 'mfa_failed'
    ? { action: 'mfa', ...base, outcome: reason === 'mfa-required' ? 'challenge' : base.outcome }
    : { action: 'login', ...base }
}

const agent: Computed = {
  from: ['client.app_name', 'client.app_version', 'client.platform_name', 'client.os_name'],
  to: (app, version, platform, os) => {
    if (app === undefined) return undefined
    const around = [platform, os].filter((part) => part !== undefined && part !== '')
    return `${app}${version === undefined ? '' : ` ${version}`}${around.length === 0 ? '' : ` (${around.join('; ')})`}`
  },
}

const time: TimeField = { path: 'timestamp', syntax: 'iso', zone: 'UTC' }

const place: Pick<FieldMap, 'country' | 'region' | 'city' | 'lat' | 'lon'> = {
  country: ['location.country', 'country'],
  region: 'location.region',
  city: 'location.city',
  lat: 'location.latitude',
  lon: 'location.longitude',
}

const signIn: JsonShape = {
  name: 'sign-in-attempt',
  kind: 'json',
  signature: { has: ['uuid', 'timestamp', 'category', 'target_user', 'client'] },
  fields: {
    time,
    id: 'uuid',
    account: 'target_user.uuid',
    username: ['target_user.email', 'target_user.name'],
    ip: 'client.ip_address',
    userAgent: agent,
    session: 'session_uuid',
    ...place,
  },
  classify: { by: ['category', 'type'], to: classify },
}

/** Daily work in vaults is no login, and changes nothing of an account; what takes items out of them is told. */
const itemUsage: JsonShape = {
  name: 'item-usage',
  kind: 'json',
  signature: { has: ['uuid', 'timestamp', 'item_uuid', 'vault_uuid', 'user'] },
  fields: {
    time,
    id: 'uuid',
    account: 'user.uuid',
    username: ['user.email', 'user.name'],
    ip: 'client.ip_address',
    userAgent: agent,
    ...place,
  },
  classify: { by: ['action'], to: (action) => lookup(itemActions, action) ?? { ignore: 'item-usage' } },
}

/** 1Password Events API. */
export const format = defineFormat({
  id: '1password',
  title: '1Password sign-in attempts and audit events',
  provider: '1password',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [signIn, itemUsage, auditEvent(time)],
  // Audit events: samples of the 1password package of https://github.com/elastic/integrations
  unverified: [],
  spec: 'https://developer.1password.com/docs/events-api/reference',
  howToExport: {
    en: 'Events API: `POST /api/v2/signinattempts`, `/api/v2/auditevents` and `/api/v2/itemusages` with `{"limit":1000,"start_time":"…"}` and a bearer token (Integrations > Events Reporting), following `cursor` while `has_more`.',
    ja: 'Events API: `POST /api/v2/signinattempts`・`/api/v2/auditevents`・`/api/v2/itemusages` に `{"limit":1000,"start_time":"…"}` を渡す(ベアラートークンは Integrations > Events Reporting で発行)。`has_more` の間 `cursor` でたどる。',
  },
})
