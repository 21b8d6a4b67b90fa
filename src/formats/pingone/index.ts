import { lookup } from '../../kernel/lookup.ts'
import type { Outcome } from '../../model/vocabulary.ts'
import { defineFormat, isoTime, type Classified, type Computed, type JsonShape } from '../define-format.ts'
import { activities, statuses, type Activity } from './codes.ts'

/** Of these, an unknown one may say whether somebody got in: never skipped in silence. */
const LOGIN_FAMILY = /^(?:PASSWORD|OTP|DEVICE_PAYLOAD)\.|^USER\.(?:ACCESS|KERBEROS)_/

const unknown = (type: string): Classified =>
  LOGIN_FAMILY.test(type) ? { reject: 'unknown-code', detail: type.slice(0, 60) } : { ignore: 'other-event' }

const classify = (type?: string, status?: string): Classified => {
  if (type === undefined) return { reject: 'unknown-code' }
  const activity = lookup<Activity>(activities, type)
  if (activity === undefined) return unknown(type)
  const { action, reason, only } = activity
  const outcome = activity.outcome ?? lookup<Outcome>(statuses, status)
  if (outcome === undefined || (only !== undefined && status !== only)) return { reject: 'ambiguous-value', detail: 'result.status' }
  const known = action === 'login' ? { accountKnown: true } : {}
  return { action, outcome, ...known, ...(reason !== undefined && { reason }), code: `${type}/${status ?? ''}` }
}

const actor: Computed = {
  from: ['actors.user.id', 'resources[type=USER].id'],
  to: (own, user) => (user === undefined || own === user ? undefined : own),
}

/** `…/environments/<id>/activities/…`: every activity says where it belongs, even when nobody acted. */
const environment: Computed = {
  from: ['resources[type=USER].environment.id', 'actors.user.environment.id', '_links.self.href'],
  to: (ofUser, ofActor, href) => ofUser ?? ofActor ?? /\/environments\/([^/]+)\//.exec(href ?? '')?.[1],
}

const activity: JsonShape = {
  name: 'activity',
  kind: 'json',
  signature: {
    has: ['action.type', 'recordedAt', 'result.status'],
    test: (record) => /^[A-Z_]+\.[A-Z_]+$/.test(String((record['action'] as { readonly type?: unknown } | null)?.type)),
    reads: ['action.type'],
  },
  fields: {
    // `createdAt` is when it was stored.
    time: isoTime('recordedAt', 'createdAt'),
    id: 'id',
    account: ['resources[type=USER].id', 'actors.user.id'],
    username: ['resources[type=USER].name', 'actors.user.name'],
    actor,
    tenant: environment,
    client: 'actors.client.name',
    ip: 'source.ipAddress',
    userAgent: 'source.userAgent',
  },
  classify: { by: ['action.type', 'result.status'], to: classify },
}

/** PingOne audit activities: API, webhooks. */
export const format = defineFormat({
  id: 'pingone',
  title: 'PingOne audit activities',
  provider: 'pingone',
  zone: 'in-record',
  repeats: 'never',
  successes: 'always',
  shapes: [activity],
  spec: 'https://apidocs.pingidentity.com/pingone/platform/v1/api/#audit-activities',
  howToExport: {
    en: '`GET /v1/environments/{id}/activities?filter=recordedat gt "…" and recordedat lt "…"`, following `_links.next`; or a webhook (Integrations > Webhooks, format PingOne). Address and agent are in newer events only. The columns of a CSV report are not published: it is not read.',
    ja: '`GET /v1/environments/{id}/activities?filter=recordedat gt "…" and recordedat lt "…"` を `_links.next` でたどる。または Webhook(Integrations > Webhooks、形式 PingOne)。IP アドレスとユーザーエージェントは新しいイベントにだけある。CSV レポートの列名は公開されていないため、読み込まない。',
  },
})
