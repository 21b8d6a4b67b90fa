import { lookup } from '../../kernel/lookup.ts'
import type { Action } from '../../model/vocabulary.ts'
import type { Classification, Classified } from '../define-format.ts'
import { USER_EVENT_TYPES } from './user-event-codes.ts'

/** What the challenges and the risk say about a failed sign-in; the risk's own verdict comes first. */
const failedSignIn = (decision?: string, leaked?: string, password?: string, mfa?: string): Classification => {
  if (leaked?.toLowerCase() === 'true') return { action: 'login', outcome: 'blocked', reason: 'breached-password', accountKnown: true }
  if (decision?.toLowerCase() === 'block') return { action: 'login', outcome: 'blocked', reason: 'policy-denied', accountKnown: true }
  if (mfa?.toLowerCase() === 'failure') return { action: 'login', outcome: 'failure', reason: 'mfa-failed', accountKnown: true }
  if (password?.toLowerCase() === 'failure') return { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true }
  return { action: 'login', outcome: 'failure', reason: 'other', accountKnown: true }
}

/** In progress: with the password right, only the second factor is missing. */
const openSignIn = (password?: string): Classification =>
  password?.toLowerCase() === 'success'
    ? { action: 'login', outcome: 'challenge', reason: 'mfa-required', accountKnown: true }
    : { action: 'login', outcome: 'challenge', accountKnown: true }

/**
 * In progress: the code was sent, as with AWS's own example of a sign-up; passed: it came back with a new password.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
 */
const forgottenPassword = (end: string): Classification => {
  if (end === 'pass') return { action: 'password-reset', outcome: 'success', accountKnown: true }
  return end === 'fail'
    ? { action: 'password-reset-request', outcome: 'failure', reason: 'other', accountKnown: true }
    : { action: 'password-reset-request', outcome: 'success', accountKnown: true }
}

const RESPONSES: ReadonlySet<string> = new Set(['pass', 'fail', 'inprogress'])

/** `SIGN_IN` and `IN_PROGRESS`, as the pool's own settings write them, for `SignIn` and `InProgress`. */
const asInApi = (name: string | undefined): string | undefined =>
  name !== undefined && /^[A-Z]+(?:_[A-Z]+)*$/.test(name)
    ? name
        .split('_')
        .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
        .join('')
    : name

/** Decides on one user event. The log is kept per user, so the account always exists. */
export const byUserEvent = (
  type?: string,
  response?: string,
  decision?: string,
  leaked?: string,
  password?: string,
  mfa?: string,
): Classified => {
  const action = lookup<Action>(USER_EVENT_TYPES, asInApi(type))
  if (action === undefined) return { reject: 'unknown-code', detail: 'unknown event type' }
  const code = `${type ?? ''}/${response ?? ''}`
  const end = asInApi(response)?.toLowerCase()
  if (end === undefined || !RESPONSES.has(end)) return { reject: 'unknown-code', detail: 'unknown event response' }
  if (action === 'password-reset-request') return { ...forgottenPassword(end), code }
  if (end === 'pass') return { action, outcome: 'success', accountKnown: true, code }
  if (end === 'fail') {
    return action === 'login'
      ? { ...failedSignIn(decision, leaked, password, mfa), code }
      : { action, outcome: 'failure', reason: 'other', accountKnown: true, code }
  }
  return action === 'login' ? { ...openSignIn(password), code } : { action, outcome: 'challenge', accountKnown: true, code }
}
