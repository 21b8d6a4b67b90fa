import { once } from '../../kernel/once.ts'
import { recall } from '../../kernel/recall.ts'
import { compilePatterns, type MatchedLine } from '../line-patterns.ts'
import { readAccountAct } from './account-tools.ts'
import { IGNORED, MESSAGES } from './patterns.ts'
import { isRootTool, readRootAct } from './root-tools.ts'

/** What one sshd message says. `code` tells the kind and method (`failed/password/invalid`); `ignore` why it says nothing. */
export interface SshMessage {
  readonly code: string
  readonly user: string | undefined
  readonly ip: string | undefined
  readonly port: string | undefined
  readonly method: string | undefined
  /** Fingerprint of the key that was accepted or refused. */
  readonly key: string | undefined
  /** How often it happened. */
  readonly count: string | undefined
  /** Who did it to the account, where a tool names somebody. */
  readonly actor?: string | undefined
}

const REPEATED = /^message repeated (?<count>\d{1,9}) times: \[ ?(?<message>.*?) ?\]?$/
const ORIGIN_INSIDE = /^(?<user>\S*) from (?<ip>\S+) port (?<port>\d{1,5})/
/** sshd gives up after MaxAuthTries (6); syslog repeats within minutes. More than this is not a count that happened. */
const MOST_REPEATS = 999

const PREAUTH = '[preauth]'

const bare = (message: string): string => {
  const text = message.trimEnd()
  return text.endsWith(PREAUTH) ? text.slice(0, -PREAUTH.length).trimEnd() : text
}

const nothing = (code: string): SshMessage => ({
  code,
  user: undefined,
  ip: undefined,
  port: undefined,
  method: undefined,
  key: undefined,
  count: undefined,
})

type ReadGroup = (line: MatchedLine) => string | undefined
const GROUPS = ['user', 'method', 'count', 'ip', 'port', 'invalid', 'why', 'tail'] as const
type Groups = Readonly<Record<(typeof GROUPS)[number], string | undefined>>

const detailOf = (groups: Groups, code: string): string | undefined => {
  if (code === 'not-allowed') return /locked/.test(groups.why ?? '') ? 'locked' : undefined
  if (code === 'pam-failure' || code === 'pam-other-failure' || code === 'pam-more')
    return groups.user === undefined ? 'invalid' : undefined
  return groups.invalid === undefined ? undefined : 'invalid'
}

/**
 * A certificate's key id, chosen by the client, stands behind the address and may hold another ` from … port …`. Of an account that
 * exists the name has no blanks, so the first address is sshd's; of a typed name nobody can tell, and no address is better than a forged one.
 */
const believable = (groups: Groups): Groups => {
  const { tail, user, invalid } = groups
  if (tail === undefined || user === undefined || !/ from \S+ port \d/.test(user)) return groups
  const first = invalid === undefined ? ORIGIN_INSIDE.exec(user)?.groups : undefined
  return { ...groups, ip: undefined, port: undefined, ...first }
}

/**
 * The kind of key and its fingerprint, as sshkey_fingerprint of OpenSSH writes it: SHA256 in base64, MD5 by option, bare hex before 6.8.
 * Of a certificate its own stands first, then what the client may choose (its key id) and the authority's.
 */
const FINGERPRINT = /^: [A-Z][A-Z0-9-]* (SHA256:[A-Za-z0-9+/]+|(?:MD5:)?[0-9a-f]{2}(?::[0-9a-f]{2}){15})(?= |$)/

const understood = (code: string, groups: Groups): SshMessage => {
  const { user, method, count, ip, port } = believable(groups)
  return {
    code: [code, method, detailOf(groups, code)].filter((part) => part !== undefined).join('/'),
    user,
    method,
    key: FINGERPRINT.exec(groups.tail ?? '')?.[1],
    count,
    ip,
    port,
  }
}

type ReadBy = (message: string) => SshMessage | undefined

const compileReader = (messages: typeof MESSAGES): ReadBy => {
  const { match, compilePath } = compilePatterns(Object.fromEntries(messages.map(([code, , pattern]) => [code, pattern])))
  const codes = messages.map(([code]) => code)
  const [user, method, count, ip, port, invalid, why, tail] = GROUPS.map((name) => {
    const read = compilePath(name)
    return (line: MatchedLine) => read(line, undefined) as string | undefined
  }) as [ReadGroup, ReadGroup, ReadGroup, ReadGroup, ReadGroup, ReadGroup, ReadGroup, ReadGroup]
  return (message) => {
    const line = match(message)
    if (line === undefined) return undefined
    return understood(codes[line.pattern] ?? '', {
      user: user(line),
      method: method(line),
      count: count(line),
      ip: ip(line),
      port: port(line),
      invalid: invalid(line),
      why: why(line),
      tail: tail(line),
    })
  }
}

/** By the first letter of the message; made when first met, because not every log is sshd's. */
const READERS: ReadonlyMap<string, () => ReadBy> = new Map(
  [...new Set(MESSAGES.flatMap(([, starts]) => [...starts]))].map((letter) => [
    letter,
    once(() => compileReader(MESSAGES.filter(([, starts]) => starts.includes(letter)))),
  ]),
)

const read = (message: string): SshMessage => {
  const found = READERS.get(message.charAt(0))?.()(message)
  if (found !== undefined) return found
  const why = IGNORED.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other-message'
  return nothing(`ignored/${why}`)
}

const parse = (message: string): SshMessage => {
  const repeated = REPEATED.exec(message)?.groups
  const found = read(bare(repeated?.['message'] ?? bare(message)))
  const count = repeated?.['count'] ?? found.count
  if (count === undefined) return found
  return Number(count) >= 1 && Number(count) <= MOST_REPEATS ? { ...found, count } : nothing('unlikely-count')
}

const recalled = recall(parse)

/** Reads one message. */
export const readMessage = (message: string | undefined): SshMessage => recalled(message ?? '')

/** Reads one message of a tool that changes accounts, or by which somebody becomes another one. */
export const readAct = (message: string, tool: string | undefined): SshMessage => {
  if (tool !== undefined && isRootTool(tool)) {
    const { code, user } = readRootAct(message, tool) ?? {}
    return code === undefined ? nothing('ignored/other-program') : { ...nothing(code), user }
  }
  const act = readAccountAct(message, tool)
  return act === undefined ? nothing('ignored/other-message') : { ...nothing(act.code), user: act.user, actor: act.actor }
}
