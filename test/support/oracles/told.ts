import type { EventDraft } from '../../../src/model/event.ts'
import type { Outcome } from '../../../src/model/vocabulary.ts'

/** What another tool says about one record; only what it says is compared. */
export interface Told {
  /** ISO time; `-09-06T09:57:21Z` where the record has no year. */
  readonly time?: string
  readonly outcome?: 'success' | 'failure'
  /** Every id, name and address of the person: one of them must be ours. */
  readonly names?: readonly string[]
  readonly ip?: string
  readonly userAgent?: string
}

export const FIELDS = ['time', 'outcome', 'account', 'ip', 'userAgent'] as const
/** `event`: the other tool sees a login where we see none. */
export type ComparedField = (typeof FIELDS)[number] | 'event'

/** How one told record is found among our events. */
export type Match =
  | { readonly by: 'line'; readonly line: number }
  /** The event that agrees most; `once`: no other record may claim it. */
  | { readonly by: 'likeness'; readonly once: boolean }

/** One record of another tool's answer about a log. */
export interface OracleRecord {
  /** Number of the record in that answer, from 0. */
  readonly index: number
  readonly told: Told
  readonly match: Match
  /** Is it about a login, so that no event of ours is a disagreement? */
  readonly isLogin: boolean
}

/** Another tool's answer about one log of the corpus. */
export interface Oracle {
  readonly tool: 'Elastic' | 'OCSF' | 'CrowdSec' | 'Loghub'
  readonly file: string
  /** The log, one record a line, where the file wraps its records; otherwise the file is read as it is. */
  readonly lines?: readonly string[]
  readonly records: readonly OracleRecord[]
}

/** `blocked` and `challenge` have no word elsewhere; `info` says neither. */
const OURS: Readonly<Record<Outcome, Told['outcome'] | 'open'>> = {
  success: 'success',
  failure: 'failure',
  blocked: 'failure',
  challenge: 'failure',
  info: 'open',
}

const sameTime = (micros: number, told: string): boolean => {
  if (told.startsWith('-')) return new Date(Math.floor(micros / 1000)).toISOString().slice(4, 19) === told.slice(0, 15)
  const theirs = Date.parse(told)
  // Some tools keep seconds only.
  return Math.floor(micros / 1000) === theirs || (theirs % 1000 === 0 && Math.floor(micros / 1e6) === theirs / 1000)
}

type Test = (draft: EventDraft, told: Told) => boolean | undefined

const TESTS: Readonly<Record<(typeof FIELDS)[number], Test>> = {
  time: ({ time }, told) => (told.time === undefined ? undefined : sameTime(time, told.time)),
  outcome: ({ outcome }, told) => (told.outcome === undefined ? undefined : OURS[outcome] === told.outcome),
  account: ({ account, username }, { names = [] }) =>
    names.length === 0 ? undefined : [account, username].some((own) => own !== undefined && names.includes(own)),
  ip: ({ ip }, told) => (told.ip === undefined ? undefined : ip === told.ip),
  userAgent: ({ userAgent }, told) => (told.userAgent === undefined ? undefined : userAgent === told.userAgent),
}

/** Per field: does our event agree with what was told? A field that was not told is left out. */
export const agreementOf = (draft: EventDraft, told: Told): ReadonlyMap<ComparedField, boolean> =>
  new Map(
    FIELDS.flatMap((field) => {
      const agrees = TESTS[field](draft, told)
      return agrees === undefined ? [] : [[field, agrees] as const]
    }),
  )
