import { lookup } from '../../kernel/lookup.ts'
import type { Outcome, Reason } from '../../model/vocabulary.ts'
import { defineFormat, isoTime, type Classified, type Computed, type JsonShape } from '../define-format.ts'
import { eventTypes, flags, type EventMeaning } from './codes.ts'

type Value = string | undefined

/** Messages are free text; the first that fits says why. None of them decides whether a login failed. */
const MESSAGES: readonly (readonly [RegExp, Reason])[] = [
  [/not authorized|access denied/i, 'not-assigned'],
  [/unreachable|timeout|timed out/i, 'system-error'],
  [/locked/i, 'locked'],
  [/suspended|disabled/i, 'disabled'],
  [/expired/i, 'password-expired'],
  [/\b(?:totp|otp|mfa|multi-?factor|push)\b/i, 'mfa-failed'],
  [/MS-CHAP2-Response is incorrect|password|credential|invalid login/i, 'bad-credentials'],
]

const reasonOf = (message: Value): Reason => MESSAGES.find(([pattern]) => pattern.test(message ?? ''))?.[1] ?? 'other'

const isLoginFamily = (type: string): boolean => /login|_auth(?:_|$)|ldap_bind/.test(type)

const classify = (type: Value, success: Value, token: Value, message: Value, email?: Value): Classified => {
  if (type === undefined) return { reject: 'unknown-code' }
  const changed = email === undefined ? undefined : lookup<EventMeaning>(eventTypes, `${type} ${email}`)
  const meaning = changed ?? lookup<EventMeaning>(eventTypes, type)
  if (meaning === undefined) return isLoginFamily(type) ? { reject: 'unknown-code', detail: type.slice(0, 60) } : { ignore: 'other-event' }
  const outcome = lookup<Outcome>(flags, token ?? success) ?? meaning.outcome
  if (outcome === undefined) return { reject: 'ambiguous-value', detail: 'success' }
  const { action, protocol, subject, reason } = meaning
  const known = action === 'login' && outcome === 'success' ? { accountKnown: true } : {}
  const ofFailure = subject === undefined ? reasonOf(message) : 'other'
  const why = outcome === 'failure' ? ofFailure : reason
  return {
    action,
    outcome,
    ...known,
    ...(why !== undefined && { reason: why }),
    ...(protocol !== undefined && { protocol }),
    ...(subject !== undefined && { subject }),
    code: `${type}/${outcome}`,
  }
}

/** Of what an update changed, the address to which everything else is sent. */
const emailChange: Computed = { from: ['changes[field=email].to'], to: (to) => (to === undefined ? undefined : 'email') }

/** The part that was tried when something else than the name and password was: `MFA` is only a flag. */
const mfaMethod: Computed = {
  from: ['mfa_meta.type', 'auth_method', 'mfa'],
  to: (type, method, flag) => type ?? (flag === 'true' ? (method ?? 'mfa') : undefined),
}

const agent: Computed = {
  from: ['useragent.name', 'useragent.version', 'useragent.os_full'],
  to: (name, version, os) => {
    if (name === undefined || name === 'Other') return undefined
    const program = version === undefined ? name : `${name} ${version}`
    return os === undefined || os === 'Other' ? program : `${program} (${os})`
  },
}

const OWN_NAMES = ['initiated_by.username', 'initiated_by.email', 'username']

const events: JsonShape = {
  name: 'directory-insights',
  kind: 'json',
  signature: { has: ['event_type', 'service', 'timestamp', 'organization'], any: [['initiated_by', 'client_ip', '@version', 'resource']] },
  fields: {
    time: isoTime('timestamp'),
    id: 'id',
    account: 'initiated_by.id',
    username: OWN_NAMES,
    tenant: 'organization',
    client: ['application.name', 'application.display_label'],
    ip: ['client_ip', 'src_ip'],
    userAgent: agent,
    device: ['auth_context.system.id', 'system.id'],
    mfaMethod,
    country: 'geoip.country_code',
    region: 'geoip.region_name',
    lat: 'geoip.latitude',
    lon: 'geoip.longitude',
  },
  subjects: {
    target: {
      account: ['resource.id', 'initiated_by.id'],
      username: ['resource.username', 'resource.email', ...OWN_NAMES],
      actor: { from: ['initiated_by.id', 'resource.id'], to: (own, target) => (target === undefined || own === target ? undefined : own) },
    },
  },
  classify: { by: ['event_type', 'success', 'sso_token_success', 'error_message', emailChange], to: classify },
}

/** JumpCloud Directory Insights. */
export const format = defineFormat({
  id: 'jumpcloud',
  title: 'JumpCloud Directory Insights',
  provider: 'jumpcloud',
  zone: 'in-record',
  repeats: 'never',
  names: 'folded',
  successes: 'always',
  shapes: [events],
  spec: 'https://docs.jumpcloud.com/api/insights/directory/1.0/index.html',
  howToExport: {
    en: '`POST https://api.jumpcloud.com/insights/directory/v1/events` with `{"service":["all"],"start_time":"…","end_time":"…","limit":10000}`, following `X-Search_after`; or Insights > Directory > Export as JSON. 90 days are kept. The console’s CSV has the columns that somebody chose, up to eight, under names that are not published: it is not read.',
    ja: '`POST https://api.jumpcloud.com/insights/directory/v1/events` に `{"service":["all"],"start_time":"…","end_time":"…","limit":10000}` を渡し、`X-Search_after` でたどる。または Insights > Directory から JSON で出力。保持期間は 90 日。コンソールの CSV は選んだ列(最大 8)だけで列名も公開されていないため、読み込まない。',
  },
})
