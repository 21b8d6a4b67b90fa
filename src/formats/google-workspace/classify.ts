import { lookup } from '../../kernel/lookup.ts'
import type { Action } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'
import { ACCESS_EVENTS, ADMIN_EVENTS, TOKEN_EVENTS } from './admin-codes.ts'
import { ACCOUNT_EVENTS, FAILURE_TYPES, NO_SECOND_FACTOR } from './login-codes.ts'

/** "Challenge Passed." and "Challenge Failed."; an empty text means that Google does not know. */
const byChallenge = (method?: string, status?: string): Classified => {
  const failedFor = lookup(NO_SECOND_FACTOR, method?.toLowerCase())
  const action: Action = failedFor === undefined ? 'mfa' : 'login'
  if (/failed/i.test(status ?? '')) return { action, outcome: 'failure', reason: failedFor ?? 'mfa-failed', accountKnown: true }
  if (/passed/i.test(status ?? '') && failedFor === undefined) return { action, outcome: 'success', accountKnown: true }
  return { action, outcome: 'challenge', accountKnown: true, ...(failedFor === undefined ? { reason: 'mfa-required' } : {}) }
}

const byLogin = (name: string, failure?: string, method?: string, status?: string): Classified | undefined => {
  if (name === 'login_failure') return lookup<Classified>(FAILURE_TYPES, failure) ?? FAILURE_TYPES.login_failure_unknown
  if (name === 'login_challenge' || name === 'login_verification') return byChallenge(method, status)
  return lookup<Classified>(ACCOUNT_EVENTS, name)
}

/** A SAML application let an already signed-in user through, or its set-up did not. */
const bySaml = (name: string): Classified | undefined => {
  if (name === 'login_success') return { action: 'session-use', outcome: 'success', protocol: 'saml' }
  return name === 'login_failure' ? { action: 'session-use', outcome: 'failure', reason: 'other', protocol: 'saml' } : undefined
}

const withCode = (classified: Classified, ...code: readonly (string | undefined)[]): Classified =>
  'action' in classified ? { ...classified, code: code.filter((part) => part !== undefined).join('/') } : classified

/** What happened in these is about an account: a record that does not say what is refused, not skipped. */
const LOGIN_APPLICATIONS: ReadonlySet<string> = new Set(['login', 'user_accounts', 'token', 'saml'])

/** Decides on one event of an activity. */
export const byActivity = (application?: string, eventName?: string, failure?: string, method?: string, status?: string): Classified => {
  const name = eventName?.trim()
  if (name === undefined || name === '')
    return LOGIN_APPLICATIONS.has(application ?? '') ? { reject: 'unknown-code' } : { ignore: 'no-event-name' }
  if (application === 'login' || application === 'user_accounts') {
    return withCode(byLogin(name, failure, method, status) ?? { ignore: 'other-event' }, name, failure)
  }
  if (application === 'admin') return withCode(lookup<Classified>(ADMIN_EVENTS, name) ?? { ignore: 'admin-setting' }, name)
  if (application === 'token') return withCode(lookup<Classified>(TOKEN_EVENTS, name) ?? { ignore: 'other-event' }, name)
  if (application === 'context_aware_access') return withCode(lookup<Classified>(ACCESS_EVENTS, name) ?? { ignore: 'other-event' }, name)
  if (application === 'saml') return withCode(bySaml(name) ?? { ignore: 'other-event' }, `saml:${name}`)
  return { ignore: 'other-application' }
}
