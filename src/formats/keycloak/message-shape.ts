import type { Classifier, Computed, Field, FieldMap, Guarded, Path, SubjectFields, TimeField } from '../define-format.ts'
import { adminEventKey, userInPath } from './admin-codes.ts'
import { classifyMessage } from './classify.ts'
import { BACK_END_TYPES } from './codes.ts'
import { errorOf, ONCE, parseMessage, wordsOf } from './message.ts'

type Value = string | undefined

/** All names of pairs that are asked for, and those that stand once in a message. */
export const PAIR_NAMES = [
  ...ONCE,
  'resourceType',
  'resourcePath',
  'credential_type',
  'updated_email',
  'grant_type',
  'auth_method',
  'username',
  'impersonator',
  'clientId',
  'user_agent',
  'userAgent',
  'sessionId',
  'code_id',
  'authSessionParentId',
] as const
type PairName = (typeof PAIR_NAMES)[number]

const SESSION = ['sessionId', 'code_id', 'authSessionParentId'] as const
/** Back ends have no session of a person. */
const isOfPerson = (type: Value): Value => (BACK_END_TYPES.has(type ?? '') ? undefined : 'yes')

/** How the pairs of an event message are asked for. */
export interface MessagePairs {
  /** The message in full. */
  readonly path: Path
  readonly first: (...names: readonly PairName[]) => Field
  readonly from: (names: readonly PairName[], to: Computed['to']) => Computed
  readonly session: Field | Guarded
}

/** Of a line, the names of pairs are paths. */
export const pairsOfLine = (path: Path): MessagePairs => ({
  path,
  first: (...names) => names,
  from: (names, to) => ({ from: names, to }),
  session: { first: SESSION, when: { from: ['type'], to: isOfPerson } },
})

/** Of a record, they stand in the text at this path. */
export const pairsInRecord = (path: Path): MessagePairs => {
  const from = (names: readonly PairName[], to: Computed['to']): Computed => ({
    from: [path],
    to: (text) => {
      const words = wordsOf(text ?? '')
      return to(...names.map((name) => words.get(name)))
    },
  })
  const firstOf = (...values: readonly Value[]): Value => values.find((value) => value !== undefined)
  return {
    path,
    first: (...names) => from(names, firstOf),
    from,
    session: from(['type', ...SESSION], (type, ...ids) => (isOfPerson(type) === undefined ? undefined : firstOf(...ids))),
  }
}

const asItIs = (value: Value): Value => value
const isThere = (value: Value): Value => (value === undefined ? undefined : 'yes')

/** How an event message is classified; it is a user event (`type=`) or an admin event (`operationType=`). */
export const messageClassifier = ({ path, from }: MessagePairs): Classifier => ({
  by: [
    // Of a line that was cut no pair is ambiguous.
    { from: [path], to: (text) => (text !== undefined && parseMessage(text).ambiguous ? 'yes' : undefined) },
    from(['operationType', 'resourceType', 'resourcePath'], (operation, type, resource) =>
      adminEventKey(operation, type, resource, undefined, undefined),
    ),
    from(['operationType'], isThere),
    from(['type'], asItIs),
    from(['error'], errorOf),
    from(['credential_type'], asItIs),
    from(['updated_email'], isThere),
    from(['grant_type'], asItIs),
  ],
  to: classifyMessage,
})

/** Where the fields stand in an event message. The user agent is there only with listeners that add it. */
export const messageFields = ({ first, from, session }: MessagePairs, time: TimeField): FieldMap => ({
  time,
  account: first('userId'),
  username: first('username'),
  actor: first('impersonator'),
  tenant: first('realmId'),
  client: first('clientId'),
  ip: first('ipAddress'),
  userAgent: first('user_agent', 'userAgent'),
  session,
  mfaMethod: from(['credential_type'], (type) => (type === 'password' ? undefined : type)),
  protocol: first('grant_type', 'auth_method'),
})

const nobody: Computed = { from: [], to: () => undefined }

/** Whose event it is where an administrator acts on a user. */
export const messageSubjects = ({ first, from }: MessagePairs): Readonly<Record<string, SubjectFields>> => ({
  target: { account: from(['resourcePath'], userInPath), username: nobody, actor: first('userId') },
})
