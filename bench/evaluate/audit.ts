import { innocent, traced } from './plan.ts'
import { simulateOptions } from './runs.ts'
import type { SimEvent } from '../../src/simulate/event.ts'
import { simulate } from '../../src/simulate/simulate.ts'

/**
 * Would a trivial classifier tell attackers from customers by one attribute alone? Learned on one seed, asked on
 * another; 0.5: no better than a coin. Attributes that the simulator invents (which fields are there, fractions of a second) must not
 * tell anything; those that tell attackers in the real world, too (country, kind of network), must not tell too much.
 */
const ATTRIBUTES: Readonly<Record<string, (event: SimEvent) => string>> = {
  'fields present': ({ device, session }) => `${device !== undefined} ${session !== undefined}`,
  'last digit of the time': ({ timeMs }) => String(timeMs % 10),
  'second of the minute': ({ timeMs }) => String(Math.floor(timeMs / 1000) % 60),
  'length of the name': ({ name }) => String(Math.round(name.length / 3)),
  'last byte of the address': ({ line }) => (line.ip.split('.')[3] ?? '').length.toString(),
  'hour of the day': ({ timeMs }) => String(Math.floor(timeMs / 3_600_000) % 24),
  'agent, with version': ({ userAgent }) => userAgent,
  'agent, family': ({ userAgent }) => userAgent.replace(/[\d.]+/g, ''),
  country: ({ line }) => line.network.country,
  'kind of network': ({ line }) => line.network.kind,
  operator: ({ line }) => String(line.network.asn),
}

/** Attributes of the simulator's own making. */
export const MUST_NOT_TELL = [
  'fields present',
  'last digit of the time',
  'second of the minute',
  'length of the name',
  'last byte of the address',
] as const

interface Sample {
  readonly attack: readonly SimEvent[]
  readonly benign: readonly SimEvent[]
}

const isAttack = ({ mark }: SimEvent): boolean => mark !== undefined && mark.role !== 'benign'

/** An attack is one hand with one style: only many seeds show what attackers are like. */
const samples = (seeds: readonly number[], outcome: 'success' | 'failure', accounts: number): Sample => {
  const all = seeds.map((seed) => sample(seed, outcome, accounts))
  return { attack: all.flatMap(({ attack }) => attack), benign: all.flatMap(({ benign }) => benign) }
}

const sample = (seed: number, outcome: 'success' | 'failure', accounts: number): Sample => {
  const wishes = [
    ...traced.map((scenario) => ({ scenario, volume: '1' as const, spread: 50 as const })),
    ...innocent.map((scenario) => ({ scenario, volume: '1' as const, spread: 50 as const })),
  ]
  const { events } = simulate(simulateOptions({ seed, wishes, accounts }))
  // One busy client must not speak for all: every address counts once for each account.
  const attack = new Map<string, SimEvent>()
  const benign = new Map<string, SimEvent>()
  for (const event of events) {
    if (event.action !== 'login' || event.outcome !== outcome || event.person < 0) continue
    ;(isAttack(event) ? attack : benign).set(`${event.line.ip} ${event.person}`, event)
  }
  return { attack: [...attack.values()], benign: [...benign.values()] }
}

const shares = (events: readonly SimEvent[], valueOf: (event: SimEvent) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const event of events) counts.set(valueOf(event), (counts.get(valueOf(event)) ?? 0) + 1 / events.length)
  return counts
}

/** Area under the curve: how often a random attacker scores above a random customer, ties half. */
const area = (attack: readonly number[], benign: readonly number[]): number => {
  const all = [...attack.map((score) => ({ score, own: 1 })), ...benign.map((score) => ({ score, own: 0 }))].toSorted(
    (left, right) => left.score - right.score,
  )
  let below = 0
  let sum = 0
  for (let at = 0; at < all.length;) {
    let end = at
    while (end < all.length && all[end]?.score === all[at]?.score) end += 1
    const tied = all.slice(at, end)
    const attackers = tied.filter(({ own }) => own === 1).length
    const customers = tied.length - attackers
    sum += attackers * (below + customers / 2)
    below += customers
    at = end
  }
  return sum / (attack.length * benign.length)
}

const FLOOR = 1e-4

export interface Leak {
  readonly attribute: string
  readonly logins: number
  readonly attempts: number
}

export const auditLeaks = (learnSeeds: readonly number[], askSeeds: readonly number[], accounts = 1500): readonly Leak[] => {
  const auc = (learnt: Sample, asked: Sample, valueOf: (event: SimEvent) => string): number => {
    const [attack, benign] = [shares(learnt.attack, valueOf), shares(learnt.benign, valueOf)]
    const score = (event: SimEvent): number =>
      Math.log(((attack.get(valueOf(event)) ?? 0) + FLOOR) / ((benign.get(valueOf(event)) ?? 0) + FLOOR))
    return area(asked.attack.map(score), asked.benign.map(score))
  }
  const [learntIn, askedIn] = [samples(learnSeeds, 'success', accounts), samples(askSeeds, 'success', accounts)]
  const [learntOut, askedOut] = [samples(learnSeeds, 'failure', accounts), samples(askSeeds, 'failure', accounts)]
  return Object.entries(ATTRIBUTES).map(([attribute, valueOf]) => ({
    attribute,
    logins: auc(learntIn, askedIn, valueOf),
    attempts: auc(learntOut, askedOut, valueOf),
  }))
}
