import { isBarred, isBeside, isPlain, opens, type Envelope, type Plain } from './envelope.ts'
import { ENVELOPE_KEYS, ENVELOPES } from './envelopes.ts'
import { hasFewKeys } from './few-keys.ts'
import { behindHead } from './line-heads.ts'
import type { OuterTime } from './outer-time.ts'
import { decodeBase64 } from './packed.ts'
import { parseJsonText } from './parse-json.ts'
import { wrapperPath } from './wrapper.ts'

/** What is inside an envelope. A value that is a string is a line of text. */
export interface Peeled {
  readonly value: unknown
  /** Where it lay, for the origin: `detail`, `result._raw`, `json(message)`; empty when nothing was peeled. */
  readonly path: string
  /** Content that holds records of its own, where it is not one value: it is to be cut like a file. */
  readonly packed?: Buffer
  /** When the envelope says that it was written. */
  readonly outerTime?: OuterTime
}

const MAX_DEPTH = 3

/** An object, or a list of them, in a text. */
const jsonIn = (text: string): Plain | readonly unknown[] | undefined => {
  if (!/^\s*(?:\{|\[\s*\{)/.test(text)) return undefined
  const value = parseJsonText(text)
  return isPlain(value) || Array.isArray(value) ? value : undefined
}

const WIDE_ENVELOPES = ENVELOPES.filter(({ isMark }) => isMark !== undefined)
const opensWide = (key: string): boolean => WIDE_ENVELOPES.some((envelope) => opens(envelope, key))

/** Records have many keys, and most have none that opens an envelope. */
const mayBeWrapped = (value: Plain): boolean =>
  hasFewKeys(value) ? Object.keys(value).some((key) => ENVELOPE_KEYS.has(key) || opensWide(key)) : Object.keys(value).some(opensWide)

/** Does one of the keys stand in it that every such envelope has? */
const isOpened = ({ key: own, marks = [own], isMark }: Envelope, value: Plain): boolean =>
  isMark === undefined ? marks.some((key) => value[key] !== undefined) : Object.keys(value).some(isMark)

const isAround = (envelope: Envelope, value: Plain): boolean =>
  isOpened(envelope, value) &&
  (envelope.needs?.every((key) => value[key] !== undefined) ?? true) &&
  envelope.unless?.(value) !== true &&
  !isBarred(envelope, value) &&
  (envelope.beside === undefined || Object.keys(value).every((key) => isBeside(envelope, key)))

const ofLine = (text: string, key: string): Peeled => {
  const parsed = jsonIn(text)
  return parsed === undefined ? { value: text.replace(/[\r\n]+$/, ''), path: key } : { value: parsed, path: `json(${key})` }
}

/** Of a text in an envelope. */
const ofText = (text: string, holds: Envelope['holds'], path: string): Peeled | undefined => {
  const parsed = holds.includes('json') ? jsonIn(text) : undefined
  if (parsed !== undefined) return { value: parsed, path: `json(${path})` }
  const decoded = holds.includes('base64') ? decodeBase64(text) : undefined
  if (typeof decoded === 'string') return ofLine(decoded, `base64(${path})`)
  if (decoded !== undefined) return { value: undefined, path: `base64(${path})`, packed: decoded }
  return holds.includes('text') ? { value: text.replace(/[\r\n]+$/, ''), path } : undefined
}

const memberOf = (value: unknown, key: string): unknown => (isPlain(value) ? value[key] : undefined)

const contentOf = ({ holds, key, inner, line, object }: Envelope, value: Plain): Peeled | undefined => {
  if (line !== undefined) {
    const text = line(value)
    return text === undefined ? undefined : ofLine(text, key)
  }
  if (object !== undefined) {
    const found = object(value)
    return found && { value: found, path: key }
  }
  const content = inner === undefined ? value[key] : memberOf(value[key], inner)
  const path = inner === undefined ? key : `${key}.${inner}`
  if (isPlain(content)) return holds.includes('object') ? { value: content, path } : undefined
  if (typeof content !== 'string' || content === '') return undefined
  return ofText(content, holds, path)
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
    const parsed = jsonIn(value)
    return parsed === undefined ? undefined : { value: parsed, path: 'json()' }
  }
  if (!isPlain(value) || !mayBeWrapped(value)) return undefined
  for (const envelope of ENVELOPES) {
    if (!isAround(envelope, value)) continue
    const content = contentOf(envelope, value)
    if (content !== undefined) return content
  }
  return undefined
}

const isListOfObjects = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isPlain)

/** A page or a list inside an envelope: several records in one. */
const packedIn = (value: unknown): Buffer | undefined =>
  isListOfObjects(value) || wrapperPath(value) !== undefined ? Buffer.from(JSON.stringify(value)) : undefined

/** The same, said where in the framed record it lay. */
export const under = (path: string, inner: Peeled): Peeled => ({ ...inner, path: inner.path === '' ? path : `${path}.${inner.path}` })

const HEAD_TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,20}|[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d/

/** Names under which shippers and consoles say when they were given what they hand on. */
const OUTER_TIMES = ['@timestamp', 'timestamp', 'time', 'date', '_time'] as const

/** Where Datadog's API puts it, among what it was told of a line. */
const BESIDE_TIME = 'attributes'

const timeIn = (outer: unknown): OuterTime | undefined => {
  const told = isPlain(outer) ? [outer, outer[BESIDE_TIME]].filter(isPlain) : []
  const found = Array.isArray(outer)
    ? outer.find((cell) => isNamedCell(cell) && cell.field === '@timestamp')?.value
    : told.flatMap((value) => OUTER_TIMES.map((name) => value[name])).find((time) => time !== undefined)
  return typeof found === 'string' || typeof found === 'number' ? found : undefined
}

/** Takes what is logged out of a line of text: an object, or the line behind a head. */
export const peelLine = (line: string): Peeled => {
  const rest = behindHead(line)
  if (rest === undefined) return { value: line, path: '' }
  const [outerTime] = HEAD_TIME.exec(line.slice(0, line.length - rest.length)) ?? []
  const peeled = peel(rest)
  return under('line', outerTime === undefined ? peeled : { outerTime, ...peeled })
}

/** Takes a record out of its envelopes, at most three deep. Auth0's `{log_id, data}` stays: its format reads it. */
export const peel = (value: unknown): Peeled => {
  let peeled: Peeled = { value, path: '' }
  let time: OuterTime | undefined
  for (let depth = 0; depth < MAX_DEPTH && peeled.packed === undefined; depth++) {
    const inner = peelOnce(peeled.value)
    if (inner === undefined) break
    time = timeIn(peeled.value) ?? time
    peeled = peeled.path === '' ? inner : under(peeled.path, inner)
  }
  const packed = peeled.path === '' ? undefined : (peeled.packed ?? packedIn(peeled.value))
  if (packed !== undefined) return { ...peeled, packed }
  return time === undefined ? peeled : { ...peeled, outerTime: time }
}
