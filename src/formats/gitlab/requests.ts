import type { Classified } from '../define-format.ts'
import { refusals, requests } from './codes.ts'

type Value = string | undefined

const isRedirect = (status: Value): boolean => /^30[1237]$/.test(status ?? '')

const refusal = (status: Value): (typeof refusals)[keyof typeof refusals] | undefined =>
  status !== undefined && Object.hasOwn(refusals, status) ? refusals[status as keyof typeof refusals] : undefined

/**
 * The sign-in form. A right password leads away (302), or to the page that asks for the second factor (200); a right second
 * factor completes the login (302), a wrong one gets that page again.
 */
const signIn = (status: Value, hasCode: boolean): Classified => {
  const code = `request/sign-in${hasCode ? '-code' : ''}/${status ?? ''}`
  const refused = refusal(status)
  if (refused !== undefined) {
    const wrongCode =
      hasCode && refused.reason === 'bad-credentials' ? ({ action: 'mfa', reason: 'mfa-failed' } as const) : ({ action: 'login' } as const)
    return { ...refused, ...wrongCode, code }
  }
  if (isRedirect(status)) return { action: 'login', outcome: 'success', accountKnown: true, ...(hasCode && { mfaMethod: 'code' }), code }
  if (status !== '200') return { reject: 'ambiguous-value', detail: status?.slice(0, 40) ?? 'no status' }
  return hasCode
    ? { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', accountKnown: true, code }
    : { action: 'login', outcome: 'challenge', reason: 'mfa-required', accountKnown: true, code }
}

/** The way back from an outside identity provider: GitLab redirects whether it let the person in or not. */
const callback = (action: Value, status: Value, isSomebody: boolean): Classified => {
  const code = `request/callback/${action === 'failure' ? 'failure' : (status ?? '')}`
  if (action === 'failure') return { action: 'login', outcome: 'failure', reason: 'bad-credentials', code }
  const refused = refusal(status)
  if (refused !== undefined) return { action: 'login', ...refused, code }
  if (isRedirect(status) && isSomebody) return { action: 'login', outcome: 'success', accountKnown: true, code }
  return { reject: 'ambiguous-value', detail: 'callback without a user' }
}

/** An act in the settings: a page that leads on has saved it; one that is shown again may say why not. */
const act = (name: keyof typeof requests, status: Value): Classified => {
  const code = `request/${name}`
  const refused = refusal(status)
  if (refused !== undefined)
    return { action: requests[name], outcome: refused.outcome, reason: refused.reason === 'rate-limited' ? 'rate-limited' : 'other', code }
  const subject = requests[name] === 'impersonation' ? { subject: 'impersonated' } : {}
  return { action: requests[name], outcome: isRedirect(status) ? 'success' : 'info', ...subject, code }
}

/** Controller, action, status, method, whether a second factor was sent, and whether the record names a user. */
export const classifyRequest = (controller: Value, action: Value, status: Value, hasCode: Value, somebody: Value): Classified => {
  const name = `${controller ?? ''}#${action ?? ''}`
  if (name === 'SessionsController#create') return signIn(status, hasCode !== undefined)
  if (controller === 'OmniauthCallbacksController') return callback(action, status, somebody !== undefined)
  return Object.hasOwn(requests, name) ? act(name as keyof typeof requests, status) : { ignore: 'other-request' }
}
