import type { Random } from '../../../src/kernel/random.ts'

/** What a line of the log tells of. */
export type Kind =
  | 'login'
  | 'failure'
  | 'nobody'
  | 'second-factor'
  | 'use'
  | 'prompt'
  | 'refusal'
  | 'reset-request'
  | 'reset'
  | 'password'
  | 'mail'
  | 'recovery'
  | 'factor'

export interface Happening {
  readonly ms: number
  readonly kind: Kind
  /** undefined: somebody typed a name that nobody has. */
  readonly person: number | undefined
  readonly name: string
  readonly address: string
  readonly agent: string
  readonly session?: string
}

/** Where somebody sits, and with what. */
export interface Seat {
  readonly address: string
  readonly agent: string
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const DAYS = 28
/** Monday 7 September 2026, midnight UTC. */
export const START_MS = Date.UTC(2026, 8, 7)

/** Random numbers in the shapes that are needed here. */
export interface Dice extends Random {
  readonly between: (low: number, high: number) => number
  readonly chance: (share: number) => boolean
  /** Roughly normal, with this spread. */
  readonly around: (middle: number, spread: number) => number
}

export const diceOf = (random: Random): Dice => ({
  ...random,
  between: (low, high) => low + (high - low) * random.next(),
  chance: (share) => random.next() < share,
  around: (middle, spread) => middle + spread * (random.next() + random.next() + random.next() + random.next() - 2) * 1.7,
})
