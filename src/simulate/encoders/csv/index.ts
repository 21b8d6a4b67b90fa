import { idOf, defineEncoder, isoOf } from '../../define-encoder.ts'

const account = (index: number): string => `M${String(100_000 + index)}`

const cell = (text = ''): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A shop's own log as a spreadsheet would hold it. */
export const encoder = defineEncoder({
  id: 'csv',
  title: { en: "A service's own log, CSV", ja: '自社サービスのログ(CSV)' },
  file: 'login.csv',
  header: 'timestamp,user_id,email,action,result,reason,ip,user_agent,session_id,device_id',
  account,
  encode: (event) =>
    [
      isoOf(event.timeMs),
      idOf(event, account),
      event.name,
      event.action,
      event.outcome,
      event.reason,
      event.line.ip,
      event.userAgent,
      event.session,
      event.device,
    ]
      .map(cell)
      .join(','),
})
