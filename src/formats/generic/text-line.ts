import { addressIn } from '../../kernel/forwarded-chain.ts'
import { CARRIED_MESSAGES, carriedEvent } from './carried-event.ts'
import { nameKey } from './column-name.ts'
import { FIRST_WORDS } from './phrase-pieces.ts'
import { COLUMN_WORDS } from './column-words.ts'
import { isOfAccounts, OF_ACCOUNTS } from './message-logs.ts'
import { jsonRow } from './table.ts'
import { TIME_FORMS } from './text-tokens.ts'
import { ACTIONS_SAID, readWord } from './value-words.ts'

/** Names of what a line holds without a name of its own. */
export const TIME_IN_LINE = 'time'
export const MESSAGE_IN_LINE = 'message'
export const MAIL_IN_LINE = 'mail'
export const NAME_IN_LINE = 'user'
export const ADDRESS_IN_LINE = 'address'

/** A time stands near the start of a line, behind a level, a bracket or the like. */
const LATEST_TIME = 60
/** CEF and LEEF may say it in a pair. */
export const LINE_WITH_TIME = new RegExp(`^(?=(?:CEF|LEEF):\\d|[^]{0,${LATEST_TIME}}?(?:${TIME_FORMS}))(?<line>[^]*)$`, 'u')
const TIME = new RegExp(TIME_FORMS, 'u')
/** Said again in the sentence: `… at 2026-11-21 11:14:05 UTC`. */
const OTHER_TIMES = new RegExp(`(?:\\bat )?(?:${TIME_FORMS})(?: (?:UTC|GMT|JST))?`, 'gu')

const KNOWN_NAMES: ReadonlySet<string> = new Set(Object.values(COLUMN_WORDS).flat())
/** In a line of text an `id` is somebody's; numberings of lines have no name there. */
export const ID_IN_LINE = 'id'
export const SUBJECT_NAMES: ReadonlySet<string> = new Set([...(COLUMN_WORDS.username ?? []), ...(COLUMN_WORDS.account ?? [])])
const ADDRESS_NAMES: ReadonlySet<string> = new Set(COLUMN_WORDS.ip)

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.-]{0,40}'
const PAIR = new RegExp(`(?<![\\p{L}\\p{N}_.])(${NAME}) ?= ?(?:"((?:[^"\\\\]|\\\\.)*)"|'([^']*)'|([^\\s,;|()\\[\\]{}"']*))`, 'gu')
/** `ユーザー:hanako`: a word before a colon is a name only where it is known for one. */
const COLON = new RegExp(`(?<![\\p{L}\\p{N}_/.-])(${NAME})(?:: ?|：)(?:"([^"]*)"|'([^']*)'|([^\\s,;|()\\[\\]{}"']+))`, 'gu')
const MAIL = /[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+/gu
const ADDRESS = /(?<![\w.:])(?:(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?|(?:[0-9a-f]{1,4}:){2,7}[0-9a-f:]{1,40})(?![\w.:]*\w)/giu
/** `after 5 failed attempts` */
const NUMBER = /(?<![\p{L}\p{N}])\d+(?![\p{L}\p{N}])/gu
/** `auth - password changed`: a module, which may as well be a part of what is said (`login: failed`). */
const MODULE = /^[\w.-]+(?: [-:]|:) +/u
/** What is quoted, in braces, or the path of a page says nothing of its own. */
const ASIDE = /"[^"]*"|'[^']*'|\{[^{}]*\}|(?<=\s)\/[^\s"']*/gu

/** What programs write before what they have to say, each again and again: levels, threads, numbers, names of classes and of programs. */
const BEFORE: readonly RegExp[] = [
  /^[\s,;:|\-–>#\])]+/u,
  /^(?:[A-Z],|(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|ERR|FATAL|CRIT(?:ICAL)?|SEVERE|ALERT|EMERG)\b)/iu,
  /^(?:\[[^\]]*\]|\([^)]*\)|<[^>]*>)/u,
  /^#?\d+(?![\p{L}\p{N}])/u,
  /^(?:GET|POST|PUT|PATCH|DELETE)\b/u,
  // `web1 shop[123]: `, as syslog has it; `signals 321 140 `, a module with numbers of process and thread; RFC 5424.
  /^(?:[\w.-]+ )?[\w./-]+\[\d+\]: /u,
  /^[\w.:-]+ [\w./-]+ (?:\d+|-) [\w.-]+ (?:-|\[[^\]]*\]) /u,
  /^[\w.$/-]+(?: \d+){1,3} /u,
  // `c.e.shop.AuthListener : `, `production.INFO:`, `LoginAction - `.
  /^(?:[\w.-]+ )?\w+(?:[.$]\w+)+(?:\([\w.:]{0,80}\))? *(?:[:-] |:$|: *)/u,
  /^[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]* *[:-] /u,
  // `auth/login.go:42`, as zap, slog and Python name the line of the program.
  /^[\w./@-]+\.(?:go|py|rb|js|mjs|ts|php|java|kt|cs|rs|cc?|cpp):\d+(?![\p{L}\p{N}])/u,
]

/** No program writes more than so much before it: whoever does wants to keep this busy. */
const MOST_BEFORE = 40

const withoutStart = (text: string): string => {
  let rest = text
  for (let taken = 0; taken < MOST_BEFORE; taken += 1) {
    const found = BEFORE.find((form) => form.test(rest))
    if (found === undefined) break
    rest = rest.replace(found, '')
  }
  return rest.trim()
}

const unescaped = (text: string): string => text.replace(/\\(["\\])/g, '$1')

type Found = Map<string, string>

const keep = (found: Found, name: string, value: string): void => {
  if (value !== '' && !found.has(name)) found.set(name, value)
}

/** An object in the line: where it stands, and what is left of the line without it. */
const takeObject = (text: string, found: Found): string => {
  const from = text.indexOf('{"')
  const to = text.lastIndexOf('}')
  if (from < 0 || to < from) return text
  try {
    for (const [name, value] of jsonRow(JSON.parse(text.slice(from, to + 1)))) keep(found, name, value)
    return `${text.slice(0, from)} ${text.slice(to + 1)}`
  } catch {
    return text
  }
}

const takePairs = (text: string, form: RegExp, found: Found, isPair: (name: string, value: string) => boolean): string =>
  text.replace(form, (whole: string, name: string, double?: string, single?: string, bare?: string) => {
    const value = double === undefined ? (single ?? bare ?? '') : unescaped(double)
    if (!isPair(name, value)) return whole
    keep(found, name, value)
    return ' '
  })

/** Labeled Tab-separated Values (http://ltsv.org/): all cells have a name. */
const LABELED = /^([0-9A-Za-z_.-]+):(.*)$/su
const takeLabeled = (text: string, found: Found): string => {
  const cells = text.split('\t').filter((cell) => cell.trim() !== '')
  if (cells.length < 3 || !cells.every((cell) => LABELED.test(cell))) return text
  for (const cell of cells) {
    const [, name = '', value = ''] = LABELED.exec(cell) ?? []
    keep(found, name, value)
  }
  return ''
}

/** `user hanako`, `account 'taro'`: what stands behind the word is no word of a phrase. */
const NAMED =
  /\b((?:user(?:name)?|account|member|customer)\b:?|(?:for|by|as)(?= ['"`])) +(?:(['"`])([^'"`]{1,128})\2|([\w.@+-]{0,63}[\w@+-]))/giu
const takeNamed = (text: string, found: Found): string =>
  text.replace(NAMED, (whole: string, word: string, _quote?: string, quoted?: string, bare?: string) => {
    if (namesSomebody(found) || (bare !== undefined && FIRST_WORDS.has(bare.toLowerCase()))) return whole
    keep(found, NAME_IN_LINE, quoted ?? bare ?? '')
    return word
  })

/** What stands there once: of two addresses nobody knows whose they are. */
const takeOnly = (text: string, form: RegExp, name: string, found: Found, is: (value: string) => boolean = () => true): string => {
  const values = new Set((text.match(form) ?? []).filter(is))
  const [only] = values
  if (only !== undefined && values.size === 1) keep(found, name, only)
  return text.replace(form, ' ')
}

/** `login: invalid password` is a sentence, `user: hanako` is not. */
const isValueOfColumn = (name: string, value: string): boolean =>
  KNOWN_NAMES.has(nameKey(name)) && !(SUBJECT_NAMES.has(nameKey(name)) && FIRST_WORDS.has(value.toLowerCase()))
const hasNameOf = (found: Found, names: ReadonlySet<string>): boolean =>
  [...found.keys()].some((name) => names.has(nameKey(name.slice(name.lastIndexOf('.') + 1))))
const namesSomebody = (found: Found): boolean => found.has(MAIL_IN_LINE) || hasNameOf(found, SUBJECT_NAMES)
const hasAddress = (found: Found): boolean => found.has(ADDRESS_IN_LINE) || hasNameOf(found, ADDRESS_NAMES)
const hasId = (found: Found): boolean => [...found.keys()].some((name) => nameKey(name) === ID_IN_LINE)

const MESSAGES = [MESSAGE_IN_LINE, 'msg', '@message', 'event', 'text']

/** `Login failure by …. Created new record in the database.`: what else was done is said behind it, if it has nothing to do with accounts. */
const firstSentence = (said: string): readonly string[] => {
  const [, first = '', rest = ''] = /^(.+?)(?:[.;] |。)(.+)$/u.exec(said.replace(MODULE, '')) ?? []
  return first === '' || isOfAccounts(rest) ? [] : [first]
}

/** `[AUTH]`, `[shop.login]`: what such a part of a program says is of logins, whatever words it has for it. */
const TAGGED = /\[(?:[\w.:/-]*[.:/-])?(?:auth|authentication|login|signin)\]/iu

/** The first that is understood; else one that should be, because a word for logins stands beside somebody or an address. */
const messageOf = (candidates: readonly string[], found: Found, isTagged: boolean): string | undefined => {
  const isSomebodys = namesSomebody(found)
  const isAboutLogins = (text: string): boolean => (isTagged || isOfAccounts(text)) && (isSomebodys || hasId(found) || hasAddress(found))
  return (
    candidates.find((text) => (isSomebodys || isAboutLogins(text)) && readWord(ACTIONS_SAID, text) !== undefined) ??
    candidates.find(isAboutLogins)
  )
}

/** A server takes headers of 8 KB. What tells of a login in a longer line is not understood, and so a reject. */
const LONGEST_LINE = 1 << 16
const TOO_LONG: ReadonlyMap<string, string> = new Map([[MESSAGE_IN_LINE, 'login in a line too long to be read']])

/** Without any of these a line names nobody and is not of logins: most of what an application says is told by this alone. */
const MAY_NAME_SOMEBODY = new RegExp(
  `@|user|usr|identi|member|account|customer|subject|principal|actor|mail|upn|uid|sub|whodunnit|authenticatable|\\bid\\b|メール|アカウント|ユーザ|会員|メンバー|顧客|お客様|利用者|${OF_ACCOUNTS.source}`,
  'iu',
)
const NOBODY: ReadonlyMap<string, string> = new Map()

/** The name of a pair whose value the time was, and the bracket round it, go with it. */
const withoutTime = (line: string, { 0: time, index }: RegExpExecArray): string =>
  `${line.slice(0, index).replace(/(?:[\w@]+[=:])?["[(]?$/u, '')} ${line.slice(index + time.length).replace(/^(?:[,.]\d+)?["\])]?/u, '')}`

const read = (line: string): ReadonlyMap<string, string> => {
  if (!MAY_NAME_SOMEBODY.test(line)) return NOBODY
  const found: Found = new Map()
  if (line.length > LONGEST_LINE) return isOfAccounts(line) ? TOO_LONG : found
  const carried = carriedEvent(line)
  const time = carried?.time === undefined ? TIME.exec(line) : undefined
  const at = carried?.time ?? time?.[0]
  if (at === undefined) return found
  found.set(TIME_IN_LINE, at)
  if (carried !== undefined) for (const [name, value] of carried.pairs) keep(found, name, value)
  let text = carried === undefined && time ? withoutTime(line, time) : ''
  text = takeObject(text.replace(OTHER_TIMES, ' '), found)
  text = takeLabeled(text, found)
  text = takePairs(text, PAIR, found, () => true)
  text = takePairs(text, COLON, found, isValueOfColumn)
  text = takeNamed(text, found)
  text = takeOnly(text, MAIL, MAIL_IN_LINE, found)
  text = takeOnly(text, ADDRESS, ADDRESS_IN_LINE, found, (value) => addressIn(value) !== undefined)
  const said = withoutStart(text.replace(ASIDE, ' ')).replace(NUMBER, ' ').replace(/\s+/gu, ' ').trim()
  const named = [...MESSAGES, ...CARRIED_MESSAGES].flatMap((name) => found.get(name) ?? [])
  const isTagged = TAGGED.test(text)
  const message = messageOf(
    [said, said.replace(MODULE, ''), ...firstSentence(said), ...named].filter((candidate) => candidate !== ''),
    found,
    isTagged,
  )
  if (message === undefined) found.delete(MESSAGE_IN_LINE)
  else found.set(MESSAGE_IN_LINE, message)
  return found
}

let lastLine: string | undefined
let lastFound: ReadonlyMap<string, string> = new Map()

/**
 * A line of a home-made log as a record: its time, its pairs (`key=value`, an object, `会員番号:123`), an address and a mail address without a
 * name, and what its words say, `message`. That is left out where it has nothing to do with accounts. Fields of a record
 * ask in turn, so the last answer is kept.
 */
export const readLine = (line: string): ReadonlyMap<string, string> => {
  if (line !== lastLine) {
    lastFound = read(line)
    lastLine = line
  }
  return lastFound
}
