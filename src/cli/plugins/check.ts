/** What is wrong with a part of a plug-in, and where in it. */
export interface Flaw {
  /** `shapes[0].classify`; empty: the part itself. */
  readonly at: string
  readonly value: unknown
  /** A kind of value (i18n `plugin-value.…`), or the words of a closed list. */
  readonly wants: Kind | readonly string[]
}

export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'function' | 'map' | 'pattern' | 'texts' | 'time' | 'field' | 'value'

/** The first flaw of a value, or undefined. A missing value is the business of whoever holds it. */
export type Check = (value: unknown, at: string) => Flaw | undefined

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp)

const ofKind =
  (wants: Kind, is: (value: unknown) => boolean): Check =>
  (value, at) =>
    is(value) ? undefined : { at, value, wants }

export const text = ofKind('text', (value) => typeof value === 'string' && value !== '')
/** An empty one, too. */
export const anyText = ofKind('text', (value) => typeof value === 'string')
export const number = ofKind('number', (value) => typeof value === 'number')
export const truth = ofKind('boolean', (value) => typeof value === 'boolean')
export const callable = ofKind('function', (value) => typeof value === 'function')
export const pattern = ofKind('pattern', (value) => value instanceof RegExp)
export const anything: Check = () => undefined

export const oneOf =
  (known: readonly string[]): Check =>
  (value, at) =>
    typeof value === 'string' && known.includes(value) ? undefined : { at, value, wants: known }

const firstFlaw = (flaws: Iterable<Flaw | undefined>): Flaw | undefined => {
  for (const flaw of flaws) if (flaw !== undefined) return flaw
  return undefined
}

export const listOf =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value) ? firstFlaw(value.map((item, index) => check(item, `${at}[${index}]`))) : { at, value, wants: 'list' }

const inside = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`)

/** Any keys, and values of one kind. */
export const mapOf =
  (check: Check): Check =>
  (value, at) =>
    isMap(value) ? firstFlaw(Object.entries(value).map(([key, item]) => check(item, inside(at, key)))) : { at, value, wants: 'map' }

/** What is good enough for one of the checks; otherwise what is wanted is said in one word. */
export const either =
  (wants: Kind, ...checks: readonly Check[]): Check =>
  (value, at) =>
    checks.some((check) => check(value, at) === undefined) ? undefined : { at, value, wants }

type Keys = Readonly<Record<string, Check>>

/** At least these keys. */
export const mapHolding =
  (needed: Keys): Check =>
  (value, at) => {
    if (!isMap(value)) return { at, value, wants: 'map' }
    const missing = Object.keys(needed).find((key) => value[key] === undefined)
    if (missing !== undefined) return { at: inside(at, missing), value: undefined, wants: 'value' }
    return firstFlaw(Object.entries(needed).map(([key, check]) => check(value[key], inside(at, key))))
  }

/** These keys and no other: of one that is misspelt nobody would ever hear. */
export const mapWith =
  (needed: Keys, optional: Keys = {}): Check =>
  (value, at) => {
    const flaw = mapHolding(needed)(value, at)
    if (flaw !== undefined || !isMap(value)) return flaw
    const known = [...Object.keys(needed), ...Object.keys(optional)]
    const strange = Object.keys(value).find((key) => !known.includes(key))
    if (strange !== undefined) return { at, value: strange, wants: known }
    const given = Object.entries(optional).filter(([key]) => value[key] !== undefined)
    return firstFlaw(given.map(([key, check]) => check(value[key], inside(at, key))))
  }

/** One text, or one in each language. */
export const texts = either('texts', text, mapWith({ en: text, ja: text }))
export const bilingual = mapWith({ en: text, ja: text })
