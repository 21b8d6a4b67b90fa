import type { TextShape } from '../define-format.ts'
import { aboutAt } from '../web-paths.ts'
import { requestLine } from '../web-request.ts'
import { classify } from './classify.ts'

const TIME = '\\d{1,2}/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d\\.\\d{3}'
/** `client [time] frontend backend/server Tq/Tw/Tc/Tr/Tt status bytes - - state 1/1/1/1/0 0/0 {…} "request"` */
const START = `^[^\\n]{0,300}?\\bhaproxy\\[\\d+\\]: (?<ip>[0-9A-Fa-f:.]{3,60}):(?<port>\\d{1,5}) \\[(?<time>${TIME})\\] (?<host>\\S{1,255}) \\S{1,512} `
const LINE = `${START}[+-]?[\\d/+-]{5,80} (?<status>-1|\\d{3}) [+]?\\d+ .*?"(?<request>[^"\\n]{0,8192})"?$`

/** HAProxy's `option httplog`: https://docs.haproxy.org/3.0/configuration.html#8.2.3. Which headers stand in braces is the site's choice. */
export const haproxy: TextShape = {
  name: 'haproxy',
  kind: 'text',
  zone: 'option',
  signature: new RegExp(START),
  patterns: { line: new RegExp(LINE) },
  other: 'other-line',
  fields: { time: { path: 'time', syntax: 'clf' }, client: 'host', ip: 'ip', port: 'port' },
  classify: {
    by: [
      aboutAt(['request'], requestLine),
      { from: ['status'], to: (status) => (status === '-1' ? '000' : status) },
      { from: ['host'], to: () => undefined },
    ],
    to: classify,
  },
}
