import { createRandom } from '../../src/kernel/random.ts'
import type { Outcome, VictimOutcome } from './outcome.ts'

/** A share with a 95 % interval from resampling whole seeds. */
export interface Figure {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly of: number
}

export const isFound = ({ verdict }: VictimOutcome): boolean => verdict === 'compromised' || verdict === 'suspected'

const ROUNDS = 1000

/** `share` of some outcomes, and how much it moves when other seeds had been drawn. */
export const withInterval = (outcomes: readonly Outcome[], count: (outcome: Outcome) => readonly [hits: number, all: number]): Figure => {
  const counted = outcomes.map(count)
  const share = (rows: readonly (readonly [number, number])[]): number => {
    const all = rows.reduce((sum, row) => sum + row[1], 0)
    return all === 0 ? Number.NaN : rows.reduce((sum, row) => sum + row[0], 0) / all
  }
  const random = createRandom(1)
  const rounds = Array.from({ length: ROUNDS }, () => share(counted.map(() => random.pick(counted))))
    .filter((value) => !Number.isNaN(value))
    .toSorted((left, right) => left - right)
  const at = (quantile: number): number => rounds[Math.min(rounds.length - 1, Math.floor(rounds.length * quantile))] ?? Number.NaN
  return { value: share(counted), low: at(0.025), high: at(0.975), of: counted.reduce((sum, row) => sum + row[1], 0) }
}

const alarmsOf = ({ victims, falseAlarms }: Outcome, onlyJudged: boolean): readonly [number, number] => {
  const wanted = onlyJudged ? ['compromised'] : ['compromised', 'suspected']
  const hits = victims.filter(({ verdict }) => wanted.includes(verdict)).length
  return [hits, hits + falseAlarms.filter(({ verdict }) => wanted.includes(verdict)).length]
}

export const recall = (outcomes: readonly Outcome[], which: (victim: VictimOutcome) => boolean = () => true): Figure =>
  withInterval(outcomes, ({ victims }) => {
    const asked = victims.filter(which)
    return [asked.filter(isFound).length, asked.length]
  })
export const precision = (outcomes: readonly Outcome[]): Figure => withInterval(outcomes, (outcome) => alarmsOf(outcome, false))
export const judgedPrecision = (outcomes: readonly Outcome[]): Figure => withInterval(outcomes, (outcome) => alarmsOf(outcome, true))

export const f1 = (precise: number, recalled: number): number => (2 * precise * recalled) / (precise + recalled)

/** What the precision would be if one account in a thousand were a victim: false alarms stay, victims are as rare as said. */
export const precisionAt = (outcomes: readonly Outcome[], prevalence: number): number => {
  const victims = outcomes.reduce((sum, outcome) => sum + outcome.victims.length, 0)
  const others = outcomes.reduce((sum, outcome) => sum + outcome.accounts, 0) - victims
  const found = outcomes.reduce((sum, outcome) => sum + alarmsOf(outcome, false)[0], 0) / victims
  const wrong = outcomes.reduce((sum, outcome) => sum + outcome.falseAlarms.length, 0) / others
  return (found * prevalence) / (found * prevalence + wrong * (1 - prevalence))
}

/** Recall when only so many alerts per million logins are looked at, most urgent first. */
export const recallAtBudget = (outcomes: readonly Outcome[], perMillion: number): { readonly recall: number; readonly alerts: number } => {
  const logins = outcomes.reduce((sum, outcome) => sum + outcome.logins, 0)
  const budget = Math.max(1, Math.round((logins / 1e6) * perMillion))
  const victims = outcomes.flatMap((outcome) => outcome.victims)
  const ranked = [
    ...victims.filter(isFound).map(({ urgency }) => ({ urgency, real: true })),
    ...outcomes.flatMap(({ falseAlarms }) => falseAlarms.map(({ urgency }) => ({ urgency, real: false }))),
    // Of equals the false one is looked at first: no credit for luck.
  ].toSorted((left, right) => right.urgency - left.urgency || Number(left.real) - Number(right.real))
  return { recall: ranked.slice(0, budget).filter(({ real }) => real).length / victims.length, alerts: budget }
}

export const percent = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3))
export const shown = ({ value, low, high, of }: Figure): string =>
  Number.isNaN(value) ? '–' : `${value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}] (${of})`

export const countBy = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return new Map([...counts].toSorted((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)))
}
