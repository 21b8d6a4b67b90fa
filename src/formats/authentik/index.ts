import { defineFormat, isoTime, type JsonShape } from '../define-format.ts'
import { classifyEvent, classifyLine } from './classify.ts'
import { eventFields, eventSubjects, standing } from './fields.ts'

const events: JsonShape = {
  name: 'events',
  kind: 'json',
  signature: { has: ['pk', 'action', 'app', 'context', 'created', 'user'], any: [['brand', 'tenant', 'expires']] },
  fields: { time: isoTime('created'), id: 'pk', ...eventFields },
  subjects: eventSubjects,
  classify: {
    by: ['action', 'context.stage.model_name', 'context.model.model_name', standing, 'context.duo_response.status'],
    to: classifyEvent,
  },
}

const serverLog: JsonShape = {
  name: 'server-log',
  kind: 'json',
  signature: {
    has: ['event', 'timestamp', 'logger'],
    test: ({ logger }) => typeof logger === 'string' && logger.startsWith('authentik.'),
    reads: ['logger'],
  },
  fields: { time: isoTime('timestamp'), ...eventFields },
  subjects: eventSubjects,
  classify: {
    by: ['event', 'action', 'context.stage.model_name', 'context.model.model_name', standing, 'context.duo_response.status'],
    to: classifyLine,
  },
}

/** authentik: events of the API, and the same events in the server's own log, which keeps no ids. */
export const format = defineFormat({
  id: 'authentik',
  title: 'authentik events',
  provider: 'authentik',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [events, serverLog],
  spec: 'https://docs.goauthentik.io/sys-mgmt/events/',
  howToExport: {
    en: '`GET /api/v3/events/events/?ordering=created&page_size=1000`, page by page, with a token that may view events; or save the output of the server and worker containers (`docker logs`). authentik keeps events for 365 days by default.',
    ja: '`GET /api/v3/events/events/?ordering=created&page_size=1000` を 1 ページずつ取得する(イベント閲覧権限のトークン)。または server と worker のコンテナの出力(`docker logs`)を保存する。保持期間の既定は 365 日。',
  },
})
