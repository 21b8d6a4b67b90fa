import type { Path } from '../define-format.ts'
import type { Dialect } from './dialect.ts'
import { ADDRESSES, METHODS, STATUSES, TARGETS, TIMES, OF_PERSONS } from './request-names.ts'

/**
 * Loggers of application servers and gateways that put the request in one object and the answer in another: pino-http, restify and bunyan
 * (`req`, `res`), express-winston (`meta.req`), Kong and slog-http (`request`, `response`), chi's httplog (`httpRequest`), Vercel (`proxy`),
 * OpenSearch Dashboards and older Kibana (`req`, `res`), OpenTelemetry's and Elastic's names where nothing else was said (`http.request`, `url.path`).
 * https://github.com/pinojs/pino-http, https://github.com/bithavoc/express-winston, https://developer.konghq.com/plugins/http-log/,
 * https://github.com/samber/slog-http, https://github.com/go-chi/httplog, https://vercel.com/docs/drains/reference/logs
 */
const REQUESTS = ['req', 'request', 'httpRequest', 'meta.req', 'http.request', 'proxy']
const ANSWERS = ['res', 'response', 'httpResponse', 'meta.res', 'http.response', 'proxy']

const within = (objects: readonly string[], names: readonly string[]): readonly Path[] =>
  objects.flatMap((object) => names.map((name) => `${object}.${name}`))

const headers = (name: string): readonly Path[] => within(REQUESTS, [`headers.${name}`, `header.${name}`])

const methods = within(REQUESTS, [...METHODS, 'requestMethod'])
const targets = [...within(REQUESTS, ['originalUrl', ...TARGETS, 'requestURL', 'requestPath']), 'url.original', 'url.path']
const statuses = within(ANSWERS, STATUSES)
const addresses = [...within(REQUESTS, ['remoteAddress', ...ADDRESSES]), ...ADDRESSES, 'source.ip', 'client.ip', 'client.address']
const times = [...TIMES, 'started_at', 'start_time', ...within(REQUESTS, ['timestamp'])]
const forwarded = headers('x-forwarded-for')

export const nested: Dialect = {
  name: 'nested-json',
  signature: { has: [], any: [methods, targets, statuses, [...addresses, ...forwarded], times], not: [...OF_PERSONS, 'event'] },
  time: times,
  ip: addresses,
  port: 'req.remotePort',
  forwardedFor: forwarded,
  agent: [
    ...headers('user-agent'),
    ...within(REQUESTS, ['user-agent', 'user_agent', 'userAgent[0]']),
    'user_agent.original',
    'user_agent',
    'userAgent',
  ],
  host: [...within(REQUESTS, ['host', 'hostname']), ...headers('host')],
  method: methods,
  target: targets,
  status: statuses,
  cookie: 'req.headers.cookie',
}
