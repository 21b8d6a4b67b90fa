import type { Classifier, Computed, FieldMap, Path, SubjectFields, TimeField } from '../define-format.ts'
import { adminEventKey, userInPath } from './admin-codes.ts'
import { classifyMessage } from './classify.ts'
import { BACK_END_TYPES } from './codes.ts'
import { errorOf, parseMessage, wordOf, type Message } from './message.ts'

type Value = string | undefined

const read = (path: Path, to: (message: Message) => Value): Computed => ({
  from: [path],
  to: (text) => (text === undefined ? undefined : wordOf(to(parseMessage(text)))),
})

const firstOf = (pairs: Message['pairs'], ...names: readonly string[]): Value =>
  names.map((name) => wordOf(pairs.get(name))).find((value) => value !== undefined)

const pair = (path: Path, ...names: readonly string[]): Computed => read(path, ({ pairs }) => firstOf(pairs, ...names))

/** How the event message at `path` is classified; a message is a user event (`type=`) or an admin event (`operationType=`). */
export const messageClassifier = (path: Path): Classifier => ({
  by: [
    read(path, ({ ambiguous }) => (ambiguous ? 'yes' : undefined)),
    read(path, ({ pairs }) =>
      adminEventKey(pairs.get('operationType'), pairs.get('resourceType'), pairs.get('resourcePath'), undefined, undefined),
    ),
    read(path, ({ pairs }) => (pairs.has('operationType') ? 'yes' : undefined)),
    pair(path, 'type'),
    read(path, ({ pairs }) => errorOf(pairs.get('error'))),
    pair(path, 'credential_type'),
    read(path, ({ pairs }) => (pairs.has('updated_email') ? 'yes' : undefined)),
    pair(path, 'grant_type'),
  ],
  to: classifyMessage,
})

/** Where the fields stand in the event message at `path`. The user agent is there only with listeners that add it. */
export const messageFields = (path: Path, time: TimeField): FieldMap => ({
  time,
  account: pair(path, 'userId'),
  username: pair(path, 'username'),
  actor: pair(path, 'impersonator'),
  tenant: pair(path, 'realmId'),
  client: pair(path, 'clientId'),
  ip: pair(path, 'ipAddress'),
  userAgent: pair(path, 'user_agent', 'userAgent'),
  session: read(path, ({ pairs }) =>
    BACK_END_TYPES.has(pairs.get('type') ?? '') ? undefined : firstOf(pairs, 'sessionId', 'code_id', 'authSessionParentId'),
  ),
  mfaMethod: read(path, ({ pairs }) => (pairs.get('credential_type') === 'password' ? undefined : pairs.get('credential_type'))),
  protocol: pair(path, 'grant_type', 'auth_method'),
})

const nobody: Computed = { from: [], to: () => undefined }

/** Whose event it is where an administrator acts on a user. */
export const messageSubjects = (path: Path): Readonly<Record<string, SubjectFields>> => ({
  target: { account: read(path, ({ pairs }) => userInPath(pairs.get('resourcePath'))), username: nobody, actor: pair(path, 'userId') },
})
