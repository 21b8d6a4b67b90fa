import type { LinePlan } from '../../model/line-plan.ts'
import type { Computed, TextShape } from '../define-format.ts'
import { classify } from './classify.ts'
import { memberAt } from './member.ts'
import { aboutAt } from '../web-paths.ts'
import { extrasOf, isExtraName, type WebExtras } from '../web-pairs.ts'
import { requestLine } from '../web-request.ts'

type Value = string | undefined

const BSD_TIME = '[A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d'
const ISO_TIME = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)'
const SYSLOG = `(?:(?:<\\d{1,3}>)?(?:${BSD_TIME}|${ISO_TIME}) [\\w.:%-]{1,255} [\\w./-]{1,64}(?:\\[\\d+\\])?: )?`
const CLF_TIME = '\\d{1,2}/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}'
/** Servers escape a quote that a client sends, so the first bare one ends the text. */
const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"'
const named = (name: string): string => QUOTED.replace('((?:', `(?<${name}>(?:`)

/** `head [time] "request" status bytes`: the head is hosts, addresses and the user, and may hold what clients typed. */
const START = `^${SYSLOG}(?<head>[^\\n]{1,2000}?) \\[(?<time>${CLF_TIME})\\] ${named('request')} (?<status>\\d{3}) (?<bytes>\\d+|-)`

const LINE = new RegExp(`${START}(?: ${named('referrer')} ${named('agent')}(?: ${named('forwarded')})?)?(?: (?<extras>.*))?$`)

/** What most lines are: one address, no syslog head, nothing escaped, and not more behind them than a forwarded chain. */
const cut: LinePlan = {
  signs: ['] "GET /'],
  heads: ['{head:visitor} [{time:clf}] "{request:quoted}" {status:status} {:count}'],
  bodies: ['', ' "{:quoted}" "{agent:quoted}"', ' "{:quoted}" "{agent:quoted}" "{forwarded:quoted}"'].map((line) => ({ line, values: {} })),
  modes: new Map([['time', 'time']]),
}

interface Head {
  readonly host: Value
  readonly ip: Value
  readonly chain: Value
  readonly user: Value
  /** What the site put in front of all that. */
  readonly extras: Value
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:.]*:[\da-f:.]+|\[[\da-f:.]+\](?::\d{1,5})?)$/i

/** `member:2048`, which a site may put in front; a host with its port has no such name. */
const isExtra = (part: string): boolean => {
  const [, name] = /^([\p{L}_][\p{L}\p{N}_-]*)[=:]/u.exec(part) ?? []
  return name !== undefined && isExtraName(name)
}

/** `host[:port] "a, b" peer - user`: before ` - ` only the server wrote; the user's name may hold anything. */
const parseHead = (head: string): Head => {
  const dash = head.indexOf(' -')
  const front = (dash < 0 ? head : head.slice(0, dash)).split(/[\s]/)
  const extras = front.filter(isExtra)
  const peers = (extras.length === 0 ? front : front.filter((part) => !isExtra(part)))
    .join(' ')
    .replaceAll(/[",]/g, ' ')
    .split(' ')
    .filter((part) => part !== '')
  const rest = dash < 0 ? '' : head.slice(dash + 2).trim()
  const addresses = peers.filter((part) => ADDRESS.test(part))
  const [first] = peers
  // The last is the peer; what stands before it was forwarded. A host in front of a list that is itself an address is the server's.
  return {
    host: peers.length > 1 && first !== undefined && !ADDRESS.test(first) ? first : undefined,
    ip: addresses.at(-1),
    chain: addresses.length > 1 ? addresses.join(', ') : undefined,
    user: rest === '' || rest === '-' ? undefined : rest.replaceAll(/\\x22|\\"/g, '"'),
    extras: extras.length === 0 ? undefined : extras.join(' '),
  }
}

let lastHead: string | undefined
let last: Head = { host: undefined, ip: undefined, chain: undefined, user: undefined, extras: undefined }
const headOf = (head: Value): Head => {
  if (head !== undefined && head !== lastHead) {
    last = parseHead(head)
    lastHead = head
  }
  return last
}

const fromHead = (key: keyof Head): Computed => ({ from: ['head'], to: (head) => headOf(head)[key] })

/** What the site added, behind the line or in front of it. */
const extra = (key: keyof WebExtras, head: Value, behind: Value): Value => extrasOf(behind)[key] ?? extrasOf(headOf(head).extras)[key]

/** nginx and Apache: common and combined format, with a virtual host, a forwarded chain or a syslog head in front. */
export const line: TextShape = {
  name: 'combined',
  kind: 'text',
  signature: new RegExp(START),
  patterns: { line: LINE },
  other: 'other-line',
  cut,
  fields: {
    time: { path: 'time', syntax: 'clf' },
    username: { from: ['head', 'extras'], to: (head, extras) => headOf(head).user ?? extra('username', head, extras) },
    client: fromHead('host'),
    ip: fromHead('ip'),
    forwardedFor: {
      from: ['forwarded', 'head', 'extras'],
      to: (forwarded, head, extras) =>
        (forwarded === '-' ? undefined : forwarded) ?? headOf(head).chain ?? extra('forwardedFor', head, extras),
    },
    session: { from: ['extras', 'head'], to: (extras, head) => extra('session', head, extras) },
    userAgent: 'agent',
  },
  classify: {
    by: [
      aboutAt(['request'], requestLine),
      'status',
      { from: ['head'], to: (head) => (headOf(head).user === undefined ? undefined : 'sent') },
      memberAt(['extras', 'head', 'request'], (extras, head, request) => [
        extra('username', head, extras),
        extra('session', head, extras),
        ...requestLine(request),
      ]),
    ],
    to: classify,
  },
}
