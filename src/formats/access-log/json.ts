import { anyTime, type Computed, type JsonShape } from '../define-format.ts'
import { classify } from './classify.ts'
import { memberInJson } from './member.ts'
import { MEMBER_KEYS, SESSION_KEYS } from '../web-json-names.ts'
import { aboutAt } from '../web-paths.ts'
import { requestLine, sessionCookie } from '../web-request.ts'

type Value = string | undefined

/** A CDN's own header, where no chain was logged: https://developers.cloudflare.com/fundamentals/reference/http-headers/ */
const CLIENT_HEADERS = ['Cf-Connecting-Ip', 'True-Client-Ip', 'X-Real-Ip']

const isThere = (value: Value): boolean => value !== undefined && value !== '-'

/**
 * Caddy sets `user_id` once it has checked the password; one that it refused shows as a redacted header only, which is a password
 * (and no token) where the answer asks for one.
 */
const caddyName: Computed = {
  from: ['user_id', 'request.headers.Authorization[0]', 'resp_headers.Www-Authenticate[0]'],
  to: (id, sent, asked) => {
    if (isThere(id)) return 'checked'
    return isThere(sent) && /^basic\b/i.test(asked ?? '') ? 'sent' : undefined
  },
}

/** Caddy's access log. `client_ip` is behind the proxies that Caddy was told to trust. */
export const caddy: JsonShape = {
  name: 'caddy',
  kind: 'json',
  signature: { has: ['request.method', 'request.uri', 'status', 'ts'], any: [['request.remote_ip', 'request.remote_addr']] },
  fields: {
    // A number, unless `time_format` of the encoder says otherwise: https://caddyserver.com/docs/caddyfile/directives/log#format-modules
    time: anyTime('ts'),
    username: 'user_id',
    client: 'request.host',
    ip: ['request.client_ip', 'request.remote_ip', 'request.remote_addr'],
    port: {
      from: ['request.client_ip', 'request.remote_ip', 'request.remote_port'],
      to: (client, peer, port) => (client === undefined || client === peer ? port : undefined),
    },
    forwardedFor: ['request.headers.X-Forwarded-For', ...CLIENT_HEADERS.map((name) => `request.headers.${name}`)],
    userAgent: 'request.headers.User-Agent[0]',
    session: { from: ['request.headers.Cookie[0]'], to: sessionCookie },
  },
  classify: { by: [aboutAt(['request.method', 'request.uri'], (method, target) => [method, target]), 'status', caddyName], to: classify },
}

const REQUEST = ['request', 'request_method', 'request_uri', 'uri']
const requestOf = (request: Value, method: Value, target: Value, uri: Value): readonly [Value, Value] =>
  request === undefined ? [method, target ?? uri] : requestLine(request)

/** nginx with a `log_format … escape=json` that keeps the names of its variables. */
export const nginxJson: JsonShape = {
  name: 'nginx-json',
  kind: 'json',
  signature: {
    has: ['remote_addr', 'status'],
    any: [
      ['request', 'request_uri', 'uri'],
      ['time_iso8601', 'time_local', 'msec'],
    ],
  },
  fields: {
    time: anyTime('time_iso8601', 'time_local', 'msec'),
    username: ['remote_user', ...MEMBER_KEYS],
    client: ['host', 'server_name', 'http_host'],
    ip: 'remote_addr',
    port: 'remote_port',
    forwardedFor: ['http_x_forwarded_for', ...CLIENT_HEADERS.map((name) => `http_${name.toLowerCase().replaceAll('-', '_')}`)],
    userAgent: 'http_user_agent',
    session: { from: ['http_cookie', ...SESSION_KEYS], to: (cookies, ...told) => told.find(isThere) ?? sessionCookie(cookies) },
  },
  classify: {
    by: [
      aboutAt(REQUEST, requestOf),
      'status',
      { from: ['remote_user'], to: (user) => (isThere(user) ? 'sent' : undefined) },
      memberInJson(REQUEST, requestOf),
    ],
    to: classify,
  },
}
