import { anyTime, type JsonShape, type Path } from '../define-format.ts'
import { MEMBER_KEYS, SESSION_KEYS } from '../web-json-names.ts'
import { aboutAt } from '../web-paths.ts'
import { sessionCookie } from '../web-request.ts'
import { classify } from './classify.ts'
import { memberInJson } from './member.ts'

type Value = string | undefined

/** Under which names a product writes a request as JSON. */
interface Dialect {
  readonly name: string
  readonly signature: JsonShape['signature']
  readonly time: readonly Path[]
  readonly ip: readonly Path[]
  readonly port?: Path
  readonly forwardedFor?: readonly Path[]
  readonly agent: Path | readonly Path[]
  readonly host?: Path | readonly Path[]
  readonly method: readonly Path[]
  readonly target: readonly Path[]
  readonly status: readonly Path[]
  readonly user?: Path
  readonly cookie?: Path
  /** Keys of the site's own stand beside these, a member's and a session's among them. */
  readonly own?: true
}

const TIMES = ['time', 'timestamp', '@timestamp', 'ts', 'date']
const METHODS = ['method', 'request_method', 'http_method', 'verb']
const TARGETS = ['uri', 'url', 'path', 'request_uri', 'request_path', 'http_path']
const ADDRESSES = ['remote_addr', 'remote_ip', 'remoteAddr', 'remote_address', 'client_ip', 'clientip', 'clientIp', 'ip']
const STATUSES = ['status', 'status_code', 'statusCode']
/** Whoever names a person, or a part of a program, wrote an application's log: what it knows must not be lost. */
const OF_APPLICATIONS =
  'user username user_name user_id userId email login account uid sub uname controller component logger params request msg event action'.split(
    ' ',
  )
const OF_NGINX = ['time_iso8601', 'time_local', 'msec']

const isStatus = (value: unknown): boolean => /^[1-5]\d\d$/.test(String(value))

const DIALECTS: readonly Dialect[] = [
  // https://doc.traefik.io/traefik/observe/logs-and-access-logs/
  {
    name: 'traefik',
    signature: { has: ['RequestMethod', 'RequestPath', 'DownstreamStatus'] },
    time: ['StartUTC', 'time'],
    ip: ['ClientHost', 'ClientAddr'],
    port: 'ClientPort',
    forwardedFor: ['request_X-Forwarded-For'],
    agent: 'request_User-Agent',
    host: 'RequestHost',
    method: ['RequestMethod'],
    target: ['RequestPath'],
    status: ['DownstreamStatus'],
    user: 'ClientUsername',
    cookie: 'request_Cookie',
  },
  // Load balancers and Cloud Run of Google Cloud: https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#HttpRequest
  {
    name: 'google-cloud',
    signature: { has: ['httpRequest.requestMethod', 'httpRequest.requestUrl', 'timestamp'], not: ['protoPayload'] },
    time: ['timestamp'],
    ip: ['httpRequest.remoteIp'],
    agent: 'httpRequest.userAgent',
    method: ['httpRequest.requestMethod'],
    target: ['httpRequest.requestUrl'],
    status: ['httpRequest.status'],
  },
  // Front Door and Application Gateway: https://learn.microsoft.com/azure/frontdoor/monitor-front-door-reference#access-log
  {
    name: 'azure',
    signature: {
      has: ['properties.httpMethod', 'properties.requestUri'],
      any: [
        ['properties.clientIp', 'properties.clientIP'],
        ['time', 'timeStamp'],
      ],
    },
    time: ['time', 'timeStamp'],
    ip: ['properties.clientIp', 'properties.clientIP'],
    port: 'properties.clientPort',
    agent: 'properties.userAgent',
    host: ['properties.originalHost', 'properties.hostName', 'properties.host'],
    method: ['properties.httpMethod'],
    target: ['properties.requestUri'],
    status: ['properties.httpStatusCode', 'properties.httpStatus'],
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
  {
    name: 'api-gateway',
    signature: {
      has: ['httpMethod', 'ip', 'status'],
      any: [
        ['resourcePath', 'routeKey', 'path'],
        ['requestTime', 'requestTimeEpoch'],
      ],
    },
    time: ['requestTime', 'requestTimeEpoch'],
    ip: ['ip'],
    agent: 'userAgent',
    host: 'domainName',
    method: ['httpMethod'],
    target: ['path', 'resourcePath'],
    status: ['status'],
  },
  // https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage, Istio's names
  {
    name: 'envoy',
    signature: { has: ['start_time', 'method', 'path', 'response_code'] },
    time: ['start_time'],
    ip: ['downstream_remote_address'],
    forwardedFor: ['x_forwarded_for'],
    agent: 'user_agent',
    host: 'authority',
    method: ['method'],
    target: ['path'],
    status: ['response_code'],
  },
  // pino-http, restify, bunyan's own serializers: https://github.com/pinojs/pino-http
  {
    name: 'node',
    signature: { has: ['req.method', 'req.url', 'res.statusCode', 'time'] },
    time: ['time'],
    ip: ['req.remoteAddress'],
    port: 'req.remotePort',
    forwardedFor: ['req.headers.x-forwarded-for'],
    agent: 'req.headers.user-agent',
    host: 'req.headers.host',
    method: ['req.method'],
    target: ['req.url'],
    status: ['res.statusCode'],
    cookie: 'req.headers.cookie',
  },
  // Names of somebody's own, which nobody can take for anything else.
  {
    name: 'own-json',
    signature: {
      has: [],
      any: [METHODS, TARGETS, ADDRESSES, TIMES, STATUSES],
      not: [...OF_APPLICATIONS, ...OF_NGINX],
      test: (record) => STATUSES.some((name) => isStatus(record[name])),
      reads: STATUSES,
    },
    time: TIMES,
    ip: ADDRESSES,
    port: 'remote_port',
    forwardedFor: ['x_forwarded_for', 'http_x_forwarded_for', 'xff', 'forwarded_for'],
    agent: ['user_agent', 'http_user_agent', 'userAgent', 'agent', 'ua'],
    host: ['host', 'server_name', 'http_host', 'vhost'],
    method: METHODS,
    target: TARGETS,
    status: STATUSES,
    user: 'remote_user',
    own: true,
  },
]

const isThere = (value: Value): boolean => value !== undefined && value !== '' && value !== '-'

const first = (...values: readonly Value[]): Value => values.find(isThere)

const requestIn = (values: readonly Value[], methods: number): readonly [Value, Value] => [
  first(...values.slice(0, methods)),
  first(...values.slice(methods)),
]

const toShape = ({
  name,
  signature,
  time,
  ip,
  port,
  forwardedFor,
  agent,
  host,
  method,
  target,
  status,
  user,
  cookie,
  own,
}: Dialect): JsonShape => ({
  name,
  kind: 'json',
  signature,
  fields: {
    time: anyTime(...time),
    ip,
    userAgent: agent,
    ...(user !== undefined && { username: own === true ? [user, ...MEMBER_KEYS] : user }),
    ...(host !== undefined && { client: host }),
    ...(port !== undefined && { port }),
    ...(forwardedFor !== undefined && { forwardedFor }),
    ...(own === true && { session: SESSION_KEYS }),
    ...(cookie !== undefined && { session: { from: [cookie], to: sessionCookie } }),
  },
  classify: {
    by: [
      aboutAt([...method, ...target], (...values) => requestIn(values, method.length)),
      { from: status, to: first },
      { from: user === undefined ? [] : [user], to: (sent) => (isThere(sent) ? 'sent' : undefined) },
      ...(own === true ? [memberInJson([...method, ...target], (...values) => requestIn(values, method.length))] : []),
    ],
    to: classify,
  },
})

/** Requests as JSON, by whoever wrote them. */
export const dialects: readonly JsonShape[] = DIALECTS.map(toShape)
