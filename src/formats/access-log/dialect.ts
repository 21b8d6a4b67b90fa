import { anyTime, type JsonShape, type Path } from '../define-format.ts'
import { MEMBER_KEYS, SESSION_KEYS } from '../web-json-names.ts'
import { aboutAt } from '../web-paths.ts'
import { sessionCookie } from '../web-request.ts'
import { classify } from './classify.ts'
import { memberInJson } from './member.ts'

type Value = string | undefined

/** Under which names a product writes a request as JSON. */
export interface Dialect {
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

const isThere = (value: Value): boolean => value !== undefined && value !== '' && value !== '-'

const first = (...values: readonly Value[]): Value => values.find(isThere)

/** Of a line as it was sent, or of a route, its method goes before the path. */
const SENT = /^([A-Z]{3,16}) (\S+)/

const requestOf = (method: Value, target: Value): readonly [method: Value, target: Value] => {
  const [, sent, path] = SENT.exec(target ?? '') ?? []
  // Node writes methods in small letters where it is asked for them.
  return path === undefined ? [method?.toUpperCase(), target] : [sent, path]
}

const requestIn = (values: readonly Value[], methods: number): readonly [method: Value, target: Value] =>
  requestOf(first(...values.slice(0, methods)), first(...values.slice(methods)))

export const toShape = ({
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
