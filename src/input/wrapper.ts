import { isPlain, type Plain } from './envelope.ts'
import { hasFewKeys } from './few-keys.ts'
import { createJsonScan } from './json-scan.ts'
import { isBesideList } from './page-keys.ts'

/**
 * Pages of an API or of an export: an object that only holds an array of records. Keys are matched as vendors write
 * them: CloudTrail `Records`, Azure diagnostics `records`, Graph `value`, Google Reports `items`, Zitadel and CloudWatch
 * `events`, AWS lookup-events `Events`, Cognito `AuthEvents`, Duo `authlogs` and `response`, OneLogin `data`, ForgeRock
 * `result`, Splunk and CloudWatch Insights `results`, Loki `values` and `streams`, Auth0 `logs`, CloudWatch subscriptions `logEvents`, OTLP
 * `resourceLogs`, `scopeLogs` and `logRecords`, Pub/Sub `receivedMessages`, SQS `Messages`, Google SecOps `entries`, Elastic's test files `expected`.
 */
export const RECORD_KEYS: ReadonlySet<string> = new Set([
  'Records',
  'records',
  'value',
  'items',
  'events',
  'Events',
  'AuthEvents',
  'authlogs',
  'response',
  'data',
  'result',
  'results',
  'logs',
  'logEvents',
  'messages',
  'values',
  'streams',
  'resourceLogs',
  'scopeLogs',
  'logRecords',
  'receivedMessages',
  'Messages',
  'entries',
  'expected',
])

/** Objects in which such an array lies one level deeper: Duo v2, PingOne (HAL), Elasticsearch, Loki, event hooks of Okta, Google SecOps. */
const NESTS: Readonly<Record<string, readonly string[]>> = {
  response: ['authlogs', 'items', 'events'],
  _embedded: ['activities', 'events', 'items'],
  hits: ['hits'],
  data: ['result', 'events'],
  inline_source: ['logs'],
  inlineSource: ['logs'],
}

export const NEST_KEYS: ReadonlySet<string> = new Set(Object.keys(NESTS))

/** Arrays whose elements are arrays of one record each: `[time, line]` of Loki, `[{field, value}, …]` of CloudWatch Insights. */
const ROW_KEYS: ReadonlySet<string> = new Set(['values', 'results'])

export const holdsRows = (key: string | undefined, value: unknown): boolean =>
  key !== undefined && ROW_KEYS.has(key) && Array.isArray(value) && Array.isArray(value[0])

const holdsRecords = (key: string, value: unknown): boolean =>
  Array.isArray(value) && (value.length === 0 || isPlain(value[0]) || holdsRows(key, value))

/** Of several lists the first that is not empty: Splunk's `messages` to the caller stand before its `results`. */
const keyOfRecords = (value: Plain, allowed: (key: string) => boolean): string | undefined => {
  const lists = Object.keys(value).filter((key) => allowed(key) && Array.isArray(value[key]))
  return lists.find((key) => (value[key] as readonly unknown[]).length > 0) ?? lists[0]
}

const onlyPageKeysBeside = (value: Plain, key: string): boolean =>
  Object.keys(value).every((other) => other === key || isBesideList(key, other))

/** Google writes `…#activities` on a page and `…#activity` on a single record. */
const isSingle = (value: Plain): boolean => typeof value['kind'] === 'string' && value['kind'].endsWith('#activity')

/** The path of the array of records when `value` is such a page; undefined when it is a record itself. */
export const wrapperPath = (value: unknown): readonly string[] | undefined => {
  if (!isPlain(value) || !hasFewKeys(value) || isSingle(value)) return undefined
  const direct = keyOfRecords(value, (key) => RECORD_KEYS.has(key))
  if (direct !== undefined) return holdsRecords(direct, value[direct]) && onlyPageKeysBeside(value, direct) ? [direct] : undefined
  const nest = Object.keys(value).find((key) => Object.hasOwn(NESTS, key))
  const inner = nest === undefined ? undefined : value[nest]
  if (nest === undefined || !isPlain(inner) || !onlyPageKeysBeside(value, nest)) return undefined
  const key = keyOfRecords(inner, (name) => NESTS[nest]?.includes(name) === true)
  return key !== undefined && holdsRecords(key, inner[key]) && onlyPageKeysBeside(inner, key) ? [nest, key] : undefined
}

export interface RecordsPlace {
  readonly path: readonly string[]
  /** Index of the array's bracket. */
  readonly open: number
  /** Page keys only before the array, and its first element is an object. */
  readonly isLikely: boolean
}

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_OBJECT = 123
const OPEN_ARRAY = 91
const CLOSE_ARRAY = 93

const pastSpace = (bytes: Buffer, from: number): number => {
  let at = from
  while (at < bytes.length && (bytes[at] as number) <= 32) at++
  return at
}

const keyText = (bytes: Buffer, from: number, to: number): string => {
  try {
    return String(JSON.parse(bytes.toString('utf8', from, to)))
  } catch {
    return ''
  }
}

/** One key of an object and where its value begins. */
interface Member {
  readonly key: string
  readonly at: number
}

const memberAt = (bytes: Buffer, at: number): Member | undefined => {
  const keyEnd = bytes[at] === QUOTE ? createJsonScan().scan(bytes, at) : -1
  const colon = pastSpace(bytes, Math.max(0, keyEnd))
  return keyEnd >= 0 && bytes[colon] === COLON ? { key: keyText(bytes, at, keyEnd), at: pastSpace(bytes, colon + 1) } : undefined
}

/** Where the next key begins, behind the value at `at`; undefined at the end of the object or of the bytes. */
const behindValue = (bytes: Buffer, at: number): number | undefined => {
  const end = createJsonScan().scan(bytes, at)
  const comma = pastSpace(bytes, Math.max(0, end))
  return end >= 0 && bytes[comma] === COMMA ? pastSpace(bytes, comma + 1) : undefined
}

const isRecordKey = (key: string, nest: string | undefined): boolean =>
  nest === undefined ? RECORD_KEYS.has(key) : NESTS[nest]?.includes(key) === true

const isNest = (key: string, nest: string | undefined): boolean => nest === undefined && Object.hasOwn(NESTS, key)

/** Where the array of records opens in the object at `from`, which may be cut off behind it: as `keyOfRecords`, the first that is not empty. */
export const locateRecords = (bytes: Buffer, from: number, nest?: string): RecordsPlace | undefined => {
  const before: string[] = []
  const isLikelyPage = (list: string): boolean => before.every((key) => isBesideList(list, key))
  let empty: RecordsPlace | undefined
  for (let next: number | undefined = pastSpace(bytes, from + 1); next !== undefined;) {
    const member = memberAt(bytes, next)
    if (member === undefined) return empty
    const { key, at } = member
    if (bytes[at] === OPEN_ARRAY && isRecordKey(key, nest)) {
      const first = bytes[pastSpace(bytes, at + 1)]
      const found = { path: nest === undefined ? [key] : [nest, key], open: at, isLikely: isLikelyPage(key) && first === OPEN_OBJECT }
      if (first !== CLOSE_ARRAY) return found
      empty ??= found
    }
    const inside = bytes[at] === OPEN_OBJECT && isNest(key, nest) ? locateRecords(bytes, at, key) : undefined
    if (inside !== undefined) return { ...inside, isLikely: isLikelyPage(key) && inside.isLikely }
    before.push(key)
    next = behindValue(bytes, at)
  }
  return empty
}
