import { COLUMN_WORDS } from './generic/column-words.ts'
import { nameKey } from './generic/column-name.ts'
import { unlessNothing } from './generic/nothing.ts'
import { sessionCookie } from './web-request.ts'

/** What a site adds to its access log, by the meaning of the names. */
export interface WebExtras {
  readonly username?: string | undefined
  readonly session?: string | undefined
  readonly forwardedFor?: string | undefined
}
type Meaning = keyof WebExtras | 'cookies'

/** Names of access logs alone, in the spelling of `nameKey`: of members, and of hashes of the session's cookie. */
const OF_MEMBERS = ['member', 'loginuser', 'authuser', 'customer', 'memberlogin']
const OF_SESSIONS = ['jsessionid', 'phpsessid', 'sessid', 'sess', 'cookiehash', 'sessionhash', 'sidhash', 'aspnetsessionid', 'eccube']
const OF_COOKIES = ['cookie', 'cookies', 'httpcookie']
/** Whatever an event is about; in a request it may be anything. */
const TOO_WIDE: ReadonlySet<string> = new Set(['subject', 'principal', 'actor', 'actorname'])

/** By the words that any log is read with. Typed names come first: an attempt has no other. */
const MEANINGS: ReadonlyMap<string, readonly [meaning: Meaning, rank: number]> = new Map(
  (
    [
      [
        'username',
        [...(COLUMN_WORDS.username ?? []), ...OF_MEMBERS, ...(COLUMN_WORDS.account ?? [])].filter((word) => !TOO_WIDE.has(word)),
      ],
      ['session', [...(COLUMN_WORDS.session ?? []), ...OF_SESSIONS]],
      ['forwardedFor', COLUMN_WORDS.forwardedFor ?? []],
      ['cookies', OF_COOKIES],
    ] as const
  ).flatMap(([meaning, words]) => words.map((word, rank) => [word, [meaning, rank] as const] as const)),
)

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.-]{0,40}'
const TEXT = '"((?:[^"\\\\]|\\\\.)*)"'
/** `"name":"value"`, `name=value`, `name:"value"`; texts in quotes, which a client may have sent, and words are passed over whole. */
const PART = new RegExp(`"(${NAME})" ?: ?(?:${TEXT}|([^\\s,;|{}"]+))|(${NAME})[=:](?:${TEXT}|([^\\s,;|{}"]*))|${TEXT}|[^\\s,;|{}"]+`, 'gu')

/** nginx's userid module gives each browser a number of its own under this name, which is nobody's account: http://nginx.org/en/docs/http/ngx_http_userid_module.html */
const isVisitorNumber = (name: string, value: string): boolean => name === 'uid' && /^[\dA-F]{32}$/.test(value)

/** Names of a site are few: to spell each of them once is enough. */
const MOST_NAMES = 500
const spelled = new Map<string, ReturnType<typeof MEANINGS.get>>()
const meaningOf = (name: string): ReturnType<typeof MEANINGS.get> => {
  if (spelled.has(name)) return spelled.get(name)
  const meaning = MEANINGS.get(nameKey(name))
  if (spelled.size < MOST_NAMES) spelled.set(name, meaning)
  return meaning
}

const SESSION_LENGTH = { least: 6, most: 512 }

interface Found {
  readonly rank: number
  readonly value: string | undefined
}

const valueOf = (meaning: Meaning, value: string): readonly [keyof WebExtras, string | undefined] => {
  if (meaning === 'cookies') return ['session', sessionCookie(value)]
  if (meaning !== 'session') return [meaning, value]
  return [meaning, value.length >= SESSION_LENGTH.least && value.length <= SESSION_LENGTH.most ? value : undefined]
}

/** Of two different values under equally good names neither is known to be the server's. */
const better = (known: Found | undefined, found: Found): Found => {
  if (known === undefined || found.rank < known.rank) return found
  if (found.rank > known.rank || found.value === known.value) return known
  return { rank: known.rank, value: undefined }
}

/** The pairs in a stretch of an access log's line, in any order. */
export const readExtras = (text: string): WebExtras => {
  const found: Partial<Record<keyof WebExtras, Found>> = {}
  for (const [, json, jsonText, jsonBare, plain, plainText, plainBare] of text.matchAll(PART)) {
    const name = json ?? plain
    if (name === undefined) continue
    const [meaning, rank] = meaningOf(name) ?? []
    if (meaning === undefined || rank === undefined) continue
    const raw = unlessNothing(jsonText ?? jsonBare ?? plainText ?? plainBare)
    if (raw === undefined || raw === '' || isVisitorNumber(name, raw)) continue
    const [field, value] = valueOf(meaning, raw)
    if (value !== undefined) found[field] = better(found[field], { rank, value })
  }
  return { username: found.username?.value, session: found.session?.value, forwardedFor: found.forwardedFor?.value }
}

/** Is this the name of something that `readExtras` reads? */
export const isExtraName = (name: string): boolean => meaningOf(name) !== undefined

const NONE: WebExtras = {}

let lastText: string | undefined
let last: WebExtras = NONE
/** Fields of a record ask in turn, so the last answer is kept. */
export const extrasOf = (text: string | undefined): WebExtras => {
  if (text === undefined) return NONE
  if (text !== lastText) {
    last = readExtras(text)
    lastText = text
  }
  return last
}
