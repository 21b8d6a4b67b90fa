import type { TextShape } from '../define-format.ts'
import { aboutAt } from '../web-paths.ts'
import { classify } from './classify.ts'

const QUOTED = (name: string): string => `"(?<${name}>(?:[^"\\\\]|\\\\.)*)"`
/** Of a page from elsewhere, what the cache and the server behind said comes before the status that the visitor got. */
const STATUS = '(?:(?:-|[A-Z]{3,12}) (?:-|\\d{3}(?:[,:] *\\d{3})*) )?(?<status>\\d{3}) -'
const START = `^\\[(?<time>\\d{1,2}/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4})\\] ${STATUS} (?<method>[A-Z]{1,16}) https? (?<host>\\S{1,255}) `
const LINE = `${START}${QUOTED('target')} \\[Client (?<ip>[^\\]]{1,64})\\](?: \\[[^\\]]{0,255}\\]){2,6} ${QUOTED('agent')} ${QUOTED('referrer')}$`

/** Nginx Proxy Manager's own forms, `proxy` and `standard`: https://github.com/NginxProxyManager/nginx-proxy-manager, log-proxy.conf */
export const proxyManager: TextShape = {
  name: 'nginx-proxy-manager',
  kind: 'text',
  signature: new RegExp(START),
  patterns: { line: new RegExp(LINE) },
  other: 'other-line',
  fields: {
    time: { path: 'time', syntax: 'clf' },
    client: 'host',
    ip: 'ip',
    userAgent: 'agent',
  },
  classify: {
    by: [aboutAt(['method', 'target'], (method, target) => [method, target]), 'status', { from: ['host'], to: () => undefined }],
    to: classify,
  },
}
