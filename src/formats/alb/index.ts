import { defineFormat, type Computed, type TextShape } from '../define-format.ts'
import { aboutAt } from '../web-paths.ts'
import { requestLine } from '../web-request.ts'
import { classify } from './classify.ts'
import { cutLines } from './cut-lines.ts'

const TIME = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z?'
const QUOTED = '(?:[^"\\\\]|\\\\.)*'
const PEERS = '(?<client>\\S{1,64}) (?<peer>\\S{1,64})'
const TIMES = '-?[\\d.]+ -?[\\d.]+ -?[\\d.]+'
const REQUEST = `(?<status>\\d{3}|-) (?<target>\\d{3}|-) \\d+ \\d+ "(?<request>${QUOTED})" "(?<agent>${QUOTED})"`
/** Network load balancers write of connections, not of requests; so does the connection log of the others, which ends with a trace id. */
const CONNECTION = `tls \\d\\.\\d ${TIME} net/|${TIME} \\S{1,64} \\d{1,5} \\d{1,5} \\S{1,32} \\S{1,64} [\\d.-]{1,16} "[^"]{0,2000}" \\S{1,128} \\S{1,64} \\S{1,64}(?: TID_|$)`

const LINE = `(?:https?|h2|wss?|grpcs) (?<time>${TIME}) app/\\S{1,128} ${PEERS} ${TIMES} ${REQUEST}`

/** `address:port`: the port is behind the last colon, whether or not a v6 address stands in brackets. */
const peer = (part: 'address' | 'port'): Computed => ({
  from: ['client'],
  cut: part === 'port' ? 'port' : 'ip',
  to: (client) => {
    const colon = client?.lastIndexOf(':') ?? -1
    if (client === undefined || colon < 0) return undefined
    return part === 'port' ? client.slice(colon + 1) : client.slice(0, colon).replaceAll(/[[\]]/g, '')
  },
})

/** The name that was asked for: the load balancer writes the whole address into the request line. */
const HOST = /^\S+ https?:\/\/([^/:?#\s]+)/i

const log: TextShape = {
  name: 'log',
  kind: 'text',
  signature: new RegExp(`^(?:(?:https?|h2|wss?|grpcs) ${TIME} app/|${CONNECTION})`),
  patterns: { request: new RegExp(`^${LINE}`) },
  other: 'connection',
  cut: cutLines,
  fields: {
    time: { path: 'time', syntax: 'iso', zone: 'UTC' },
    client: { from: ['request'], to: (request) => HOST.exec(request ?? '')?.[1] },
    ip: peer('address'),
    port: peer('port'),
    userAgent: 'agent',
  },
  classify: {
    by: [aboutAt(['request'], requestLine), 'status', 'target'],
    to: classify,
  },
}

/** Access logs of AWS load balancers: passwords posted to known logins, by the status of the answer. */
export const format = defineFormat({
  id: 'alb',
  title: 'AWS load balancer access log (Application Load Balancer)',
  provider: 'generic',
  zone: 'utc',
  // The trace id may be set by the client: it must not make a record a duplicate.
  repeats: 'legitimate',
  names: 'exact',
  edge: true,
  successes: 'configurable',
  shapes: [log],
  spec: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
  howToExport: {
    en: 'Turn on access logs of the load balancer (attribute access_logs.s3.enabled) and copy the period: `aws s3 sync s3://BUCKET/PREFIX/AWSLogs/ACCOUNT/elasticloadbalancing/REGION/YYYY/MM/DD/ logs/`. It knows no account, and how a login ended only from what its clients do next, or by --map: the application’s own log answers more. Behind a CDN its addresses are the CDN’s.',
    ja: 'ロードバランサーのアクセスログ(属性 access_logs.s3.enabled)を有効にし、対象期間を取得する: `aws s3 sync s3://BUCKET/PREFIX/AWSLogs/ACCOUNT/elasticloadbalancing/REGION/YYYY/MM/DD/ logs/`。アカウントはなく、ログインの成否も直後の動きからの判断か --map での指定になるため、アプリケーション側のログも入手すること。CDN 配下では記録される IP は CDN のもの。',
  },
})
