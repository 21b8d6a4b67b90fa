import { ENVELOPE_KEYS, ENVELOPES, isBeside, isPlain, type Envelope, type Plain } from './envelopes.ts'
import { hasFewKeys } from './few-keys.ts'

/** What is inside an envelope. A value that is a string is a line of text. */
export interface Peeled {
  readonly value: unknown
  /** Where it lay, for the origin: `detail`, `result._raw`, `json(message)`; empty when nothing was peeled. */
  readonly path: string
}

const MAX_DEPTH = 3

const jsonObject = (text: string): Plain | undefined => {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isPlain(value) ? value : undefined
  } catch {
    return undefined
  }
}

const OPENERS: readonly string[] = [...ENVELOPE_KEYS]

const isAround = (envelope: Envelope, value: Plain): boolean =>
  (envelope.needs?.every((key) => value[key] !== undefined) ?? true) &&
  (envelope.marks?.some((key) => value[key] !== undefined) ?? true) &&
  envelope.unless?.(value) !== true &&
  (envelope.beside === undefined || Object.keys(value).every((key) => isBeside(envelope, key)))

const ofLine = (text: string, key: string): Peeled => {
  const parsed = jsonObject(text)
  return parsed === undefined ? { value: text.replace(/[\r\n]+$/, ''), path: key } : { value: parsed, path: `json(${key})` }
}

const contentOf = ({ holds, key, inner, line }: Envelope, value: Plain): Peeled | undefined => {
  if (line !== undefined) {
    const text = line(value)
    return text === undefined ? undefined : ofLine(text, key)
  }
  const outer = value[key]
  const content = inner === undefined ? outer : isPlain(outer) ? outer[inner] : undefined
  const path = inner === undefined ? key : `${key}.${inner}`
  if (isPlain(content)) return holds.includes('object') ? { value: content, path } : undefined
  if (typeof content !== 'string' || content === '') return undefined
  const parsed = holds.includes('json') ? jsonObject(content) : undefined
  if (parsed !== undefined) return { value: parsed, path: `json(${path})` }
  return holds.includes('text') ? { value: content.replace(/[\r\n]+$/, ''), path } : undefined
}

const isNamedCell = (cell: unknown): cell is { readonly field: string; readonly value?: unknown } =>
  isPlain(cell) && typeof cell['field'] === 'string'

/** A record that is an array: Loki's `[nanoseconds, line]`, a row of CloudWatch Insights. */
const peelRow = (row: readonly unknown[]): Peeled | undefined => {
  const [time, line] = row
  if (typeof time === 'string' && /^\d{16,}$/.test(time) && typeof line === 'string') return ofLine(line, '[1]')
  if (row.length === 0 || !row.every(isNamedCell)) return undefined
  const message = row.find(({ field }) => field === '@message')?.value
  if (typeof message === 'string') return ofLine(message, '@message')
  return { value: Object.fromEntries(row.map(({ field, value }) => [field, value])), path: 'row' }
}

const peelOnce = (value: unknown): Peeled | undefined => {
  if (Array.isArray(value)) return peelRow(value)
  if (typeof value === 'string') {
    const parsed = jsonObject(value)
    return parsed === undefined ? undefined : { value: parsed, path: 'json()' }
  }
  if (!isPlain(value) || !hasFewKeys(value) || !OPENERS.some((key) => value[key] !== undefined)) return undefined
  for (const envelope of ENVELOPES) {
    if ((envelope.line === undefined && value[envelope.key] === undefined) || !isAround(envelope, value)) continue
    const content = contentOf(envelope, value)
    if (content !== undefined) return content
  }
  return undefined
}

const TAB = 9
const DOT = 46
const SLASH = 47
const DASH = 45
const CLOSE_BRACE = 125
const hasIsoStart = (line: string): boolean => line.charCodeAt(4) === DASH && line.charAt(10) === 'T'

const SPACE = 32
const NINE = 57

/** A path of a log up to the first colon. Most lines begin with a digit or a month, and are spared the search. */
const isNamed = (line: string): boolean => {
  if (line.charCodeAt(3) === SPACE || (line.charCodeAt(0) <= NINE && line.charCodeAt(0) !== SLASH && line.charCodeAt(0) !== DOT))
    return false
  const colon = line.indexOf(':')
  return colon > 3 && colon < 255 && line.lastIndexOf('log', colon) >= 0
}

const FOUR_DIGITS = /^\d{4}-\d\d-\d\d[T ]\d\d:/
/** An object, or a line that says itself when it was written: whoever carried it only repeats its time. */
const SELF_DATED = '\\{.*\\}|\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:.*|time=.*'
const ISO = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?'
const BSD = '[A-Z][a-z]{2} [ \\d]\\d (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?'

/** Behind most of these heads stands an object, which ends the line, or a date of this century. */
const mayHold = (line: string): boolean =>
  line.charCodeAt(line.length - 1) === CLOSE_BRACE || line.includes(' 20', 16) || line.includes(' [20', 16) || line.includes(' time=', 16)

/**
 * What runtimes and exports write before a line: CRI (`<time> stdout F …`), docker compose (`service-1  | …`), `kubectl logs` with
 * `--prefix` and `--timestamps`, `aws logs tail` (time and stream), Fluentd's files (time, tag), pm2 (`0|app | …`), stern (pod, container); syslog in any of its forms,
 * BusyBox's (`user.info app: `) and Heroku's included, and the time of CloudWatch's export to S3, which only go where an object or a time of
 * the line's own follows; `grep`'s name of the file, Grafana's two times.
 * `may` is cheaper than the head, and true of every line that begins with it.
 */
const LINE_HEADS: readonly { readonly may: (line: string) => boolean; readonly head: RegExp }[] = [
  {
    may: hasIsoStart,
    head: /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) (?:stdout|stderr) [FP] (.+)$/s,
  },
  {
    may: (line) => line.includes(' | '),
    head: /^[\w.-]{1,80}[-_]\d{1,4} +\| (.+)$/s,
  },
  {
    may: (line) => line.charCodeAt(line.length - 1) === CLOSE_BRACE,
    head: /^(?:\d{1,4}\|[^|\s]{1,80} *\| |[\w.-]{1,253} [\w.-]{1,253} )(\{.*\})$/s,
  },
  {
    may: (line) => line.startsWith('[pod/'),
    head: new RegExp(`^\\[pod/[^\\]\\s]{1,512}\\] (?:${ISO} (?=${SELF_DATED}))?(.+)$`, 's'),
  },
  {
    may: hasIsoStart,
    head: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ((?:\{|time=|[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d[T ]\d\d:|\S{2,45} \S{1,80} \S{1,80} \[\d\d\/).*)$/s,
  },
  {
    may: (line) => FOUR_DIGITS.test(line) && mayHold(line),
    head: new RegExp(`^${ISO}(?:\\t\\S{1,255}\\t| (?:\\S{1,512} )?)(${SELF_DATED})$`, 's'),
  },
  {
    may: isNamed,
    head: /^[^\s:]{0,200}(?:\.log|\/log\/|syslog)(?![a-z])[^\s:]{0,200}:(?:\d{1,9}:)?((?:\{|time=|<\d|\[?\d|[A-Z][a-z]{2} [ \d]\d \d\d:).*)$/s,
  },
  {
    may: (line) => line.charCodeAt(13) === TAB,
    head: /^\d{13}\t\d{4}-\d\d-\d\dT[\d:.]{8,18}Z\t(.+)$/s,
  },
  {
    may: mayHold,
    head: new RegExp(
      `^(?:<\\d{1,3}>)?(?:1 \\S{1,40}(?: \\S{1,255}){4} (?:(?:-|\\[[^\\]]{0,1000}\\]) )?|(?:${BSD}|${ISO}) (?:\\S{1,255} )?(?:[a-z\\d]{1,16}\\.[a-z]{3,7} )?[^\\s:]{1,80}: )(?:\\ufeff)?(${SELF_DATED})$`,
      's',
    ),
  },
]

const behindHead = (line: string): string | undefined => {
  for (const { may, head } of LINE_HEADS) {
    const rest = may(line) ? head.exec(line)?.[1] : undefined
    if (rest !== undefined) return rest
  }
  return undefined
}

/** Takes what is logged out of a line of text: an object, or the line behind a head. */
export const peelLine = (line: string): Peeled => {
  const rest = behindHead(line)
  if (rest === undefined) return { value: line, path: '' }
  const { value, path } = peel(rest)
  return { value, path: path === '' ? 'line' : `line.${path}` }
}

/** Takes a record out of its envelopes, at most three deep. Auth0's `{log_id, data}` stays: its format reads it. */
export const peel = (value: unknown): Peeled => {
  let peeled: Peeled = { value, path: '' }
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const inner = peelOnce(peeled.value)
    if (inner === undefined) break
    peeled = { value: inner.value, path: peeled.path === '' ? inner.path : `${peeled.path}.${inner.path}` }
  }
  return peeled
}
