import type { CaseCampaign } from '../../model/case.ts'
import type { AttackSource } from '../sources/attack-source.ts'

export type Method = CaseCampaign['method']

const METHOD_OF_RULE: Readonly<Record<string, Method>> = {
  'single-source-stuffing': 'stuffing',
  'single-source-spray': 'spray',
  'low-and-slow-source': 'low-and-slow',
  'user-enumeration': 'enumeration',
  'distributed-wave': 'stuffing',
  'account-guessing': 'guessing',
  'distributed-guessing': 'distributed',
}
/** A stuffing tool also trips the rules for enumeration and guessing; the most telling name wins. */
const TELLING: readonly Method[] = ['stuffing', 'spray', 'low-and-slow', 'distributed', 'guessing', 'enumeration']

/** What an attack is called of whose parts each has a name. */
export const mostTelling = (methods: ReadonlySet<Method>): Method | undefined => TELLING.find((method) => methods.has(method))

/** Tries per name of a list with one password each, with the owners' typos on top; a spray comes back to the same names. */
const LIST_TRIES = 2
/** A source slower than this hides below limits per minute. */
const SLOW_PER_HOUR = 30

/** Many slow sources together are not slow: the pace at which `low-and-slow-source` stops to call one so. */
const FAST_PER_HOUR = 120

const attemptsOf = (sources: readonly AttackSource[]): number => sources.reduce((sum, source) => sum + source.attempts, 0)
const hoursOf = (first: number, last: number): number => Math.max(1, (last - first) / 3.6e9)

const isFast = (sources: readonly AttackSource[]): boolean => {
  const first = sources.reduce((least, source) => Math.min(least, source.first), Number.POSITIVE_INFINITY)
  const last = sources.reduce((most, source) => Math.max(most, source.last), Number.NEGATIVE_INFINITY)
  return attemptsOf(sources) / hoursOf(first, last) > FAST_PER_HOUR
}

/** Without a rule's word: by how often each name was tried, and how fast. */
const methodByShape = (sources: readonly AttackSource[]): Method => {
  const attempts = attemptsOf(sources)
  const names = new Set(sources.flatMap(({ tried }) => [...tried])).size
  if (names === 0) return 'mixed'
  if (names === 1) return sources.length > 1 ? 'distributed' : 'guessing'
  if (attempts / names > LIST_TRIES) return names < sources.length ? 'distributed' : 'spray'
  if (isFast(sources)) return 'stuffing'
  const hours = sources.reduce((sum, { first, last }) => sum + hoursOf(first, last), 0)
  return attempts / hours < SLOW_PER_HOUR ? 'low-and-slow' : 'stuffing'
}

export const methodOf = (sources: readonly AttackSource[]): Method => {
  const methods = new Set(sources.flatMap(({ rules }) => [...rules].flatMap((rule) => METHOD_OF_RULE[rule] ?? [])))
  const told = mostTelling(methods)
  return told === undefined || (told === 'low-and-slow' && isFast(sources)) ? methodByShape(sources) : told
}
