import { lookup } from '../../kernel/lookup.ts'
import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'
import type { Classification, Classified } from '../define-format.ts'
import { CHALLENGES, HANDSHAKES, POOL_CALLS, POOL_ERRORS } from './api-codes.ts'
import { PAGE_ACTS, type PageAct } from './page-codes.ts'

interface Refusal {
  readonly outcome: Outcome
  readonly reason: Reason
  readonly accountKnown?: boolean
}

const SIGN_INS: ReadonlySet<string> = new Set([
  'InitiateAuth',
  'AdminInitiateAuth',
  'RespondToAuthChallenge',
  'AdminRespondToAuthChallenge',
])
const REFRESH = /^REFRESH_TOKEN/

/** One exception stands for five things; only its message tells them apart. */
const NOT_AUTHORIZED: readonly (readonly [RegExp, Refusal])[] = [
  [/disabled/i, { outcome: 'failure', reason: 'disabled', accountKnown: true }],
  [/attempts exceeded/i, { outcome: 'blocked', reason: 'locked' }],
  [/refresh token|token has been revoked/i, { outcome: 'failure', reason: 'token-invalid' }],
  [/security reasons|unable to login/i, { outcome: 'blocked', reason: 'policy-denied' }],
]

const refusal = (action: Action, errorCode: string, message: string | undefined): Classified => {
  const special = errorCode === 'NotAuthorizedException' ? NOT_AUTHORIZED.find(([pattern]) => pattern.test(message ?? ''))?.[1] : undefined
  const known = special ?? lookup<Refusal>(POOL_ERRORS, errorCode) ?? { outcome: 'failure', reason: 'other' }
  return { action: known.reason === 'mfa-failed' && action === 'login' ? 'mfa' : action, ...known }
}

/** A sign-in step that AWS did not refuse. Without the answer the log cannot say how far the user got. */
const signInStep = (action: Action, flow?: string, challenge?: string, hasTokens?: string): Classified => {
  // Where a visitor chooses how to sign in, a code may be all that is asked for: no password was right yet.
  if (flow === 'USER_AUTH' && (challenge === 'EMAIL_OTP' || challenge === 'SMS_OTP')) return { action, outcome: 'challenge' }
  const asked = lookup<Reason>(CHALLENGES, challenge)
  if (asked !== undefined) return { action, outcome: 'challenge', reason: asked, accountKnown: true }
  if (challenge !== undefined && HANDSHAKES.has(challenge)) return { ignore: 'handshake' }
  if (hasTokens !== undefined) return { action, outcome: 'success', accountKnown: true }
  return { action, outcome: 'info' }
}

/** Pages that were only looked at, and steps that prove nothing. */
const LOOKED_AT = /_GET$|^(?:MFA|Authorize|MfaOption|ResendCode|UserInfo|mfa_(?:back|options|phone_resendCode)|Login_OIDC_SAML)(?:_|$)/

/** A page answers with a status: only a redirect leads on, and it says no more than that. Tokens and a logout are what they are. */
const byPage = ({ action, ...more }: PageAct, status: string | undefined): Classification => {
  if (Number(status) >= 400) return { action, outcome: 'failure', reason: action === 'token-create' ? 'token-invalid' : 'other', ...more }
  return { action, outcome: action === 'token-create' || action === 'logout' ? 'success' : 'info', ...more }
}

const meaningOf = (name: string, status: string | undefined): Classified | undefined => {
  const page = lookup<PageAct>(PAGE_ACTS, name)
  if (page !== undefined) return byPage(page, status)
  return lookup<Classified>(POOL_CALLS, name) ?? (LOOKED_AT.test(name) ? { ignore: 'page-view' } : undefined)
}

const withCode = (classified: Classified, code: string): Classified => ('action' in classified ? { ...classified, code } : classified)

/** Decides on one CloudTrail record of a user pool. */
export const byApiCall = (
  name?: string,
  errorCode?: string,
  message?: string,
  flow?: string,
  challenge?: string,
  hasTokens?: string,
  status?: string,
  attribute?: string,
): Classified => {
  if (name === undefined) return { reject: 'unknown-code', detail: 'no event name' }
  const refused = errorCode !== undefined && errorCode !== ''
  const call = name === 'VerifyUserAttribute' && attribute !== undefined ? `${name}/${attribute}` : name
  const code = [call, refused ? errorCode : challenge].filter((part) => part !== undefined).join('/')
  if (SIGN_INS.has(name)) {
    const action = REFRESH.test(flow ?? '') ? 'session-use' : 'login'
    return withCode(refused ? refusal(action, errorCode, message) : signInStep(action, flow, challenge, hasTokens), code)
  }
  const known = meaningOf(call, status) ?? meaningOf(name, status)
  if (known === undefined) return { ignore: 'other-event' }
  return withCode(refused && 'action' in known ? refusal(known.action, errorCode, message) : known, code)
}
