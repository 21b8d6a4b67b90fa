import { idOf, defineEncoder, isoOf } from '../../define-encoder.ts'

const account = (index: number): string => `M${String(100_000 + index)}`

/** A service's own log: one JSON object a line, every field that Ashiato knows by its name. */
export const encoder = defineEncoder({
  id: 'ndjson',
  title: { en: "A service's own log, NDJSON", ja: '自社サービスのログ(NDJSON)' },
  file: 'login.ndjson',
  account,
  encode: (event) =>
    JSON.stringify({
      timestamp: isoOf(event.timeMs),
      user_id: idOf(event, account),
      email: event.name,
      action: event.action,
      result: event.outcome,
      reason: event.reason,
      ip: event.line.ip,
      user_agent: event.userAgent,
      session_id: event.session,
      device_id: event.device,
    }),
})
