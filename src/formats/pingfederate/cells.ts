import type { Computed } from '../define-format.ts'

const PAIR = /(?<=^|\s)([A-Za-z]+)="([^"]*)"(?=\s|$)/g

/** Pairs whose values are read. */
export const ASKED = [
  'trackingid',
  'event',
  'subject',
  'ip',
  'app',
  'connectionid',
  'connectionname',
  'protocol',
  'status',
  'granttype',
  'attributes',
] as const
const asked: ReadonlySet<string> = new Set(ASKED)

/** The pairs of a line; none when one that is read is written twice: a subject with a quote in it could otherwise say how its login went. */
const parse = (rest: string): ReadonlyMap<string, string> | undefined => {
  const pairs = new Map<string, string>()
  for (const [, key = '', value = ''] of rest.matchAll(PAIR)) {
    if (!asked.has(key)) continue
    if (pairs.has(key)) return undefined
    pairs.set(key, value)
  }
  return pairs
}

let lastRest: string | undefined
let lastPairs: ReadonlyMap<string, string> | undefined

/** Fields of a record ask in turn, so the last answer is kept. */
const pairsOf = (rest: string): ReadonlyMap<string, string> | undefined => {
  if (rest !== lastRest) {
    lastPairs = parse(rest)
    lastRest = rest
  }
  return lastPairs
}

const trimmed = (value: string | undefined): string | undefined => {
  const text = value?.trim()
  return text === '' ? undefined : text
}

/** A cell by its name: of the piped layout a group, otherwise a pair; `event` is `torn` where pairs cannot be trusted. */
export const cell = (name: string): Computed => ({
  from: ['pairs', name],
  to: (rest, group) => {
    if (rest === undefined) return trimmed(group)
    const pairs = pairsOf(rest)
    if (pairs === undefined) return name === 'event' ? 'torn' : undefined
    return trimmed(pairs.get(name))
  },
})

/** The name that was typed, or the one that was asserted in its place. */
export const subject: Computed = {
  from: ['pairs', 'subject', 'attributes'],
  to: (rest, group, attributes) => {
    const named = cell('subject').to(rest, group)
    return named ?? /(?:^|,\s*)SAML_SUBJECT=([^,]+)/.exec(cell('attributes').to(rest, attributes) ?? '')?.[1]
  },
}

const CELL = '([^|]*)'
/** The event is a word; only so can a name with a pipe in it not move it into another cell. */
const EVENT = '(?<event> ?[A-Za-z_]+ ?)'
const TRANSACTION = '(?<transactionid>(?! ?[A-Z_]+\\|)(?=[^|]*\\d)[^|]*)'
const named = (names: readonly string[]): string => names.map((name) => (name === '' ? CELL : `(?<${name}>[^|]*)`)).join('\\|')

const TIME = '^\\s{0,8}(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3})'
const TRACKING = ' *(?<trackingid>[^|]*?) *'
const AFTER_EVENT = named([
  'subject',
  'ip',
  'app',
  'connectionid',
  'protocol',
  '',
  'role',
  'status',
  'adapterid',
  'description',
  'responsetime',
])

/**
 * The default layout before and since 12 (which has a transaction id), and the one with names. Cells are not escaped: a
 * line with one pipe more or less than it should have is torn, not shifted.
 */
export const patterns: Readonly<Record<string, RegExp>> = {
  pairs: new RegExp(`${TIME} (?<pairs>trackingid="tid:.*)$`),
  piped: new RegExp(`${[`${TIME} ?`, TRACKING, EVENT, AFTER_EVENT].join('\\|')}$`),
  'piped-12': new RegExp(`${[`${TIME} ?`, TRACKING, TRANSACTION, EVENT, AFTER_EVENT].join('\\|')}$`),
  torn: /^.*$/,
}
