import type { Classification, Classified } from '../define-format.ts'
import type { Outcome } from '../../model/vocabulary.ts'
import { eventTypes, factorReasons, reasons, results, type EventMeaning } from './codes.ts'

type Value = string | undefined

const isKeyOf = <Table extends object>(table: Table, key: PropertyKey | undefined): key is keyof Table =>
  key !== undefined && Object.hasOwn(table, key)

/** Types of these families say whether somebody got in: an unknown one must not be skipped in silence. */
const LOGIN_FAMILY = /^user\.(?:session|authentication)\./

/** Okta writes the check of the password, too, as a "factor" in Identity Engine: not a second factor. */
const PASSWORD_FACTORS: ReadonlySet<string> = new Set(['PASSWORD', 'PASSWORD_AS_FACTOR'])

const outcomeOf = (meaning: EventMeaning, result: Value): Outcome | undefined => {
  const outcome = isKeyOf(results, result) ? results[result] : undefined
  if (meaning.action === 'provider-alert' && meaning.outcome === undefined) return outcome === 'blocked' ? 'blocked' : 'info'
  if (meaning.outcome !== undefined) return meaning.outcome
  if (meaning.reason === 'rate-limited') return outcome === 'blocked' ? 'blocked' : 'info'
  return outcome
}

type Explanation = Pick<Classification, 'reason' | 'accountKnown'>

const explain = (meaning: EventMeaning, outcome: Outcome, reason: Value): Explanation => {
  if (meaning.reason !== undefined && !(meaning.action === 'session-use' && outcome === 'success')) return { reason: meaning.reason }
  if (outcome !== 'failure' && outcome !== 'blocked') return {}
  if (meaning.action === 'mfa' && isKeyOf(factorReasons, reason)) return { reason: factorReasons[reason] }
  if (isKeyOf(reasons, reason)) return reasons[reason]
  return reason === undefined ? {} : { reason: 'other' }
}

/** A wrong password at the factor step is a failed login; a right one is only the first half of one, so it is no login yet. */
const passwordStep = (outcome: Outcome, reason: Value): Pick<Classification, 'action' | 'reason'> =>
  outcome === 'failure' && (reason === 'INVALID_CREDENTIALS' || reason === 'VERIFICATION_ERROR')
    ? { action: 'login', reason: 'bad-password' }
    : { action: 'other' }

const meaningOf = (type: string): EventMeaning | undefined => (isKeyOf(eventTypes, type) ? eventTypes[type] : undefined)

/** Free text of administrators and clients; a code is short. */
const codeOf = (...values: readonly Value[]): string =>
  values
    .filter((value) => value !== undefined && value !== '')
    .join('/')
    .slice(0, 120)

/** Whether a login succeeded is never guessed: without a usable result such a record is refused; an admin's act is reported as `info`. */
const withoutOutcome = (meaning: EventMeaning, code: string): Classified =>
  meaning.action === 'login' || meaning.action === 'mfa'
    ? { reject: 'ambiguous-value', detail: 'outcome.result' }
    : { action: meaning.action, outcome: 'info', ...(meaning.subject && { subject: meaning.subject }), code }

/** Event type, result, reason and factor of a System Log record → what happened. */
export const classify = (type: Value, result: Value, reason: Value, factor: Value): Classified => {
  if (type === undefined) return { reject: 'unknown-code' }
  const meaning = meaningOf(type)
  if (meaning === undefined) {
    return LOGIN_FAMILY.test(type) ? { reject: 'unknown-code', detail: type.slice(0, 60) } : { ignore: 'other-event' }
  }
  const code = codeOf(type, result, reason)
  const outcome = outcomeOf(meaning, result)
  if (outcome === undefined) return withoutOutcome(meaning, code)
  const subject = meaning.subject && { subject: meaning.subject }
  const known = meaning.action === 'login' && outcome === 'success' ? { accountKnown: true } : {}
  const method = factor === undefined && meaning.mfaMethod !== undefined && { mfaMethod: meaning.mfaMethod }
  const step = type === 'user.authentication.auth_via_mfa' && PASSWORD_FACTORS.has(factor ?? '') ? passwordStep(outcome, reason) : {}
  return { action: meaning.action, outcome, ...known, ...explain(meaning, outcome, reason), ...step, ...method, ...subject, code }
}
