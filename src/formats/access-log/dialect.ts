import { anyTime, type JsonShape, type Path } from '../define-format.ts'
import { aboutAt } from '../web-paths.ts'
import { sessionCookie } from '../web-request.ts'
import { classify } from './classify.ts'

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
}: Dialect): JsonShape => ({
  name,
  kind: 'json',
  signature,
  fields: {
    time: anyTime(...time),
    ip,
    userAgent: agent,
    ...(user !== undefined && { username: user }),
    ...(host !== undefined && { client: host }),
    ...(port !== undefined && { port }),
    ...(forwardedFor !== undefined && { forwardedFor }),
    ...(cookie !== undefined && { session: { from: [cookie], to: sessionCookie } }),
  },
  classify: {
    by: [
      aboutAt([...method, ...target], (...values) =>
        requestOf(first(...values.slice(0, method.length)), first(...values.slice(method.length))),
      ),
      { from: status, to: first },
      { from: user === undefined ? [] : [user], to: (sent) => (isThere(sent) ? 'sent' : undefined) },
    ],
    to: classify,
  },
})
