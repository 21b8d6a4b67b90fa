import type { JsonShape } from '../define-format.ts'
import { toShape, type Dialect } from './dialect.ts'
import { nested } from './nested-requests.ts'
import { ADDRESSES, METHODS, OF_APPLICATIONS, STATUSES, TARGETS, TIMES } from './request-names.ts'

/** What some call the path, and others the whole first line of a request. */
const REQUEST = 'request'
const OF_NGINX = ['time_iso8601', 'time_local', 'msec']

const isPathOrLine = (value: unknown): boolean =>
  value === undefined || /^(?:[A-Z]{3,8} )?(?:\/|https?:)\S*(?: HTTP\/\S+)?$/.test(String(value))
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
    target: ['path', 'resourcePath', 'routeKey'],
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
  // Tomcat's valve, whose times stand in brackets: https://tomcat.apache.org/tomcat-9.0-doc/config/valve.html#JSON_Access_Log_Valve
  {
    name: 'tomcat-json',
    signature: { has: ['host', 'logicalUserName', 'request', 'statusCode', 'time'] },
    time: ['time'],
    ip: ['host'],
    agent: 'requestHeaders.User-Agent',
    method: [],
    target: ['request'],
    status: ['statusCode'],
    user: 'user',
  },
  // AppServiceHTTPLogs: https://learn.microsoft.com/azure/azure-monitor/reference/tables/appservicehttplogs
  ...['', 'json(properties).'].map((at): Dialect => ({
    name: at === '' ? 'azure-app-service-table' : 'azure-app-service',
    signature:
      at === ''
        ? { has: ['CsMethod', 'CsUriStem', 'ScStatus', 'TimeGenerated'] }
        : { has: ['time'], is: { category: ['AppServiceHTTPLogs'] } },
    time: at === '' ? ['TimeGenerated'] : ['time'],
    ip: [`${at}CIp`],
    agent: `${at}UserAgent`,
    host: `${at}CsHost`,
    method: [`${at}CsMethod`],
    target: [`${at}CsUriStem`],
    status: [`${at}ScStatus`],
    user: `${at}CsUsername`,
    cookie: `${at}Cookie`,
  })),
  nested,
  // Names of somebody's own, which nobody can take for anything else.
  {
    name: 'own-json',
    signature: {
      has: [],
      any: [[...METHODS, REQUEST], [...TARGETS, REQUEST], ADDRESSES, TIMES, STATUSES],
      not: [...OF_APPLICATIONS, ...OF_NGINX],
      test: (record) => STATUSES.some((name) => isStatus(record[name])) && isPathOrLine(record[REQUEST]),
      reads: [...STATUSES, REQUEST],
    },
    time: TIMES,
    ip: ADDRESSES,
    port: 'remote_port',
    forwardedFor: ['x_forwarded_for', 'http_x_forwarded_for', 'xff', 'forwarded_for'],
    agent: ['user_agent', 'http_user_agent', 'userAgent', 'agent', 'ua'],
    host: ['host', 'server_name', 'http_host', 'vhost'],
    method: METHODS,
    target: [...TARGETS, REQUEST],
    status: STATUSES,
    user: 'remote_user',
    own: true,
  },
]

/** Requests as JSON, by whoever wrote them. */
export const dialects: readonly JsonShape[] = DIALECTS.map(toShape)
