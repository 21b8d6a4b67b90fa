import { recall } from '../../kernel/recall.ts'

/** The pairs of one event message; `ambiguous` when a client could have written some of them. */
export interface Message {
  readonly pairs: ReadonlyMap<string, string>
  readonly ambiguous: boolean
}

/** Written once each, before anything a user typed; seen twice, one of the two is somebody's `clientId` or `username`. */
export const ONCE = ['type', 'operationType', 'realmId', 'userId', 'ipAddress', 'error'] as const
const once: ReadonlySet<string> = new Set(ONCE)

/** `, name=` opens the next pair of the older notation, which does not quote; newer versions quote and escape with a backslash. */
const NEXT = /, ([A-Za-z][\w.-]{0,63})=/g
const QUOTED = /([A-Za-z][\w.-]{0,63})="((?:[^"\\]|\\.)*)"(?:, |$)/y

const parseQuoted = (text: string): Message => {
  const pairs = new Map<string, string>()
  QUOTED.lastIndex = 0
  for (let match = QUOTED.exec(text); match !== null; match = QUOTED.exec(text)) {
    const [, name = '', value = ''] = match
    if (!pairs.has(name)) pairs.set(name, value.replace(/\\(["\\])/g, '$1'))
    if (QUOTED.lastIndex >= text.length) return { pairs, ambiguous: false }
  }
  // Something that is not `name="value"` in between: cut off, or not escaped.
  return { pairs, ambiguous: true }
}

const unquote = (value: string): string => (value.length > 1 && value.startsWith("'") && value.endsWith("'") ? value.slice(1, -1) : value)

const parsePlain = (text: string): Message => {
  const starts = [...`, ${text}`.matchAll(NEXT)].map((match) => ({
    name: match[1] ?? '',
    from: match.index + match[0].length - 2,
    at: match.index - 2,
  }))
  const pairs = new Map<string, string>()
  let ambiguous = false
  for (const [index, { name, from }] of starts.entries()) {
    if (pairs.has(name)) ambiguous ||= once.has(name)
    else pairs.set(name, unquote(text.slice(from, starts[index + 1]?.at ?? text.length)))
  }
  return { pairs, ambiguous }
}

/** `type=LOGIN_ERROR, realmId=…, details…` → its pairs, in both notations; the first of a name counts. Never throws. */
export const parseMessage = recall((text): Message => (/^\w{1,20}="/.test(text) ? parseQuoted(text) : parsePlain(text)))

/** Keycloak writes `null` for what is not there, in quotes or not. */
export const wordOf = (value: string | undefined): string | undefined => (value === 'null' || value === '' ? undefined : value)

/** The pairs of a message that say something. */
export const wordsOf = recall(
  (text): ReadonlyMap<string, string> => new Map([...parseMessage(text).pairs].filter(([, value]) => wordOf(value) !== undefined)),
)

/** An error as a code. `unknown` is an error as well: read as "nothing here", it would make a failure a success. */
export const errorOf = (value: string | undefined): string | undefined => {
  const error = wordOf(value)
  return error?.toLowerCase() === 'unknown' ? 'unknown_error' : error
}
