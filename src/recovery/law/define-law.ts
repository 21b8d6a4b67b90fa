import type { Bilingual } from '../bilingual.ts'

/** How long there is. Terms without a number are soft: what "promptly" means is for counsel. */
export type Term =
  | { readonly kind: 'promptly' }
  /** A guide value, not a limit: from this day to that day. */
  | { readonly kind: 'day-range'; readonly from: number; readonly to: number }
  /** Whole days of Japan: the day of coming to know is day 1, and a last day on which the authority is closed moves on. */
  | { readonly kind: 'days-japan'; readonly days: number }
  /** Whole days, not moved for holidays, so that the date errs on the early side; `firstCounts`: the day of coming to know is day 1. */
  | { readonly kind: 'calendar-days'; readonly days: number; readonly firstCounts: boolean }
  | { readonly kind: 'hours'; readonly hours: number }
  /** Counted from another act, not from coming to know. */
  | { readonly kind: 'days-after-act'; readonly days: number; readonly act: Bilingual }

export interface Clock {
  readonly id: string
  readonly recipient: Bilingual
  readonly what: Bilingual
  readonly term: Term
  readonly basis: string
  /** Ids of the sources in which this very term was read. */
  readonly readIn: readonly string[]
}

/** What was really looked at, as opposed to the law that it tells of. */
export interface LawSource {
  readonly id: string
  readonly what: Bilingual
  readonly at: string
  /** The state of the law that it shows (a day, or a version), where it says so. */
  readonly stood: string | null
  /** The day on which it was read for this file. */
  readonly read: string
}

/** What a category needs to know of a case to say how near it is; it may apply whatever these say. */
export interface LawFacts {
  /** The possible maximum. */
  readonly persons: number
  /** Money, points or goods are on record as used by somebody else. */
  readonly moneyOnRecord: boolean
  /** Somebody without the right to was, or may have been, in. */
  readonly intruded: boolean
}

export interface Category {
  readonly id: string
  readonly text: Bilingual
  /** What the case says about it so far; never that it does not apply. */
  readonly standing: (facts: LawFacts) => Bilingual
}

export interface Law {
  readonly id: string
  readonly title: Bilingual
  /** Zone in which its days are counted. */
  readonly zone: string
  readonly categories: readonly Category[]
  /** Facts that decide and that no log holds. */
  readonly unknown: readonly Bilingual[]
  readonly clocks: readonly Clock[]
  readonly sources: readonly LawSource[]
  /** What was read second hand, from memory, or is about to change: said, so that counsel checks it first. */
  readonly counsel: readonly Bilingual[]
}

export const defineLaw = <const Known extends Law>(law: Known): Known => law
