import type { EventClass } from '../../model/event-class.ts'
import { harmOf } from './after-login.ts'
import type { LoginTable } from './login-table.ts'

/** What judging needs of one event in numbers, by row. */
export interface LoginReader {
  readonly cls: (row: number) => EventClass
  readonly time: (row: number) => number
  readonly source: (row: number) => number
  readonly isLogin: (row: number) => boolean
  readonly isSuccess: (row: number) => boolean
  /** A wrong guess, a block or a failed second factor: somebody tried. */
  readonly isAttempt: (row: number) => boolean
  /** Right password, second factor still open or failed. */
  readonly isPasswordKnown: (row: number) => boolean
  /** A prompt that the owner denied, ignored or reported. */
  readonly isRefusal: (row: number) => boolean
  /** A change of password, contact, factor, token or the like, by the account itself, that took effect. */
  readonly isChange: (row: number) => boolean
  /** Somebody else acted on the account: an administrator, a help desk, a program. Its address is not the account's. */
  readonly isByOther: (row: number) => boolean
  /** From a source that the organisation vouches for: no attempt, no refusal, no hit. */
  readonly isAllowed: (row: number) => boolean
}

const ATTEMPT_OUTCOMES = new Set(['failure', 'blocked'])
/** Failures that say nothing about a guess: faults of the system or of the client, expired sessions, refused consent. */
const NO_ATTEMPT_REASONS = new Set([
  'session-expired',
  'interrupted',
  'client-misconfigured',
  'system-error',
  'consent-denied',
  'not-assigned',
  'token-invalid',
])
const REFUSALS = new Set(['mfa-denied', 'mfa-timeout', 'mfa-fraud-reported'])
const SECOND_FACTOR_REASONS = new Set(['mfa-required', 'mfa-failed', 'mfa-denied', 'mfa-timeout', 'mfa-fraud-reported'])

const isFailedPush = ({ reason, mfaMethod }: EventClass): boolean =>
  reason === 'mfa-failed' && mfaMethod?.toLowerCase().includes('push') === true

/** What an event of a class is, as bits: every pass over the log asks, and one look into a small table answers. */
const LOGIN = 1
const SUCCESS = 2
const ATTEMPT = 4
const PASSWORD_KNOWN = 8
const REFUSAL = 16
const CHANGE = 32

const isStep = ({ action }: EventClass): boolean => action === 'login' || action === 'mfa'
const isOpen = (cls: EventClass): boolean => isStep(cls) && cls.outcome !== 'success'

const MEANINGS: readonly (readonly [bit: number, is: (cls: EventClass) => boolean])[] = [
  [LOGIN, ({ action }) => action === 'login'],
  [SUCCESS, (cls) => cls.outcome === 'success' && (isStep(cls) || cls.action === 'session-use')],
  [ATTEMPT, (cls) => isStep(cls) && ATTEMPT_OUTCOMES.has(cls.outcome) && !NO_ATTEMPT_REASONS.has(cls.reason ?? '')],
  [PASSWORD_KNOWN, (cls) => isOpen(cls) && SECOND_FACTOR_REASONS.has(cls.reason ?? '')],
  [REFUSAL, (cls) => isOpen(cls) && (REFUSALS.has(cls.reason ?? '') || isFailedPush(cls))],
  [CHANGE, ({ action, outcome }) => harmOf(action) === 'changed' && (outcome === 'success' || outcome === 'info')],
]

const bitsOfClass = (cls: EventClass): number => MEANINGS.reduce((bits, [bit, is]) => (is(cls) ? bits | bit : bits), 0)

/** By event: the key of its address. Read once, in order; asked for again and again. */
const sourceColumn = ({ size, place, places }: LoginTable): Int32Array => {
  const column = new Int32Array(size)
  for (let row = 0; row < size; row += 1) {
    const at = place.get(row)
    column[row] = at < 0 ? -1 : (places.source[at] as number)
  }
  return column
}

/** @param allowed per row, 1: from a source of `--allow` */
export const createLoginReader = (table: LoginTable, isByOther: (row: number) => boolean, allowed?: Uint8Array): LoginReader => {
  const bits = Uint8Array.from(table.classes, bitsOfClass)
  const is = (row: number, bit: number): boolean => ((bits[table.cls.get(row)] as number) & bit) !== 0
  const sources = sourceColumn(table)
  const isAllowed = (row: number): boolean => allowed !== undefined && allowed[row] === 1
  return {
    cls: (row) => table.classes[table.cls.get(row)]!,
    time: (row) => table.time.get(row),
    source: (row) => sources[row] as number,
    isLogin: (row) => is(row, LOGIN),
    isSuccess: (row) => is(row, SUCCESS) && !isByOther(row),
    isAttempt: (row) => is(row, ATTEMPT) && !isAllowed(row),
    isPasswordKnown: (row) => is(row, PASSWORD_KNOWN) && !isAllowed(row),
    isRefusal: (row) => is(row, REFUSAL) && !isAllowed(row),
    isChange: (row) => is(row, CHANGE) && !isByOther(row),
    isByOther,
    isAllowed,
  }
}
