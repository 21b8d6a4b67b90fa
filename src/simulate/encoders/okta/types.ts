import type { SimEvent } from '../../event.ts'
import type { Action, Reason } from '../../../model/vocabulary.ts'

export interface OktaEvent {
  readonly eventType: string
  readonly result: 'SUCCESS' | 'FAILURE' | 'CHALLENGE'
  readonly reason?: string
  readonly factor?: string
  /** Written by the system about a user, who is then the target. */
  readonly about?: true
}

/** https://developer.okta.com/docs/reference/api/event-types/ */
const DONE: Readonly<Partial<Record<Action, string>>> = {
  login: 'user.session.start',
  mfa: 'user.authentication.auth_via_mfa',
  'session-use': 'user.authentication.sso',
  logout: 'user.session.end',
  signup: 'user.lifecycle.create',
  'password-change': 'user.account.update_password',
  'password-reset': 'user.account.reset_password',
  'email-change': 'user.account.update_primary_email',
  'phone-change': 'user.account.update_profile',
  'profile-change': 'user.account.update_profile',
  'recovery-change': 'user.account.update_secondary_email',
  'mfa-enroll': 'user.mfa.factor.activate',
  'mfa-remove': 'user.mfa.factor.deactivate',
  'consent-grant': 'app.oauth2.as.consent.grant',
}

const ABOUT: ReadonlySet<Action> = new Set<Action>([
  'signup',
  'password-change',
  'password-reset',
  'email-change',
  'phone-change',
  'profile-change',
  'recovery-change',
  'mfa-enroll',
  'mfa-remove',
])

const FACTORS = { push: 'OKTA_VERIFY_PUSH', otp: 'OKTA_SOFT_TOKEN', sms: 'SMS_FACTOR' } as const
const SENT = {
  push: { eventType: 'system.push.send_factor_verify_push', result: 'SUCCESS', about: true },
  sms: { eventType: 'system.sms.send_factor_verify_message', result: 'SUCCESS', about: true },
  otp: { eventType: 'policy.evaluate_sign_on', result: 'CHALLENGE', reason: 'Sign-on policy evaluation resulted in CHALLENGE' },
} as const satisfies Readonly<Record<string, OktaEvent>>

const REASONS: Readonly<Partial<Record<Reason, string>>> = {
  'bad-password': 'INVALID_CREDENTIALS',
  'unknown-account': 'INVALID_CREDENTIALS',
  'password-expired': 'PASSWORD_EXPIRED',
  'must-change-password': 'PASSWORD_EXPIRED',
}

const failed = ({ action, reason, mfaMethod }: SimEvent): OktaEvent | undefined => {
  if (action === 'mfa') {
    if (reason === 'mfa-denied') return { eventType: 'user.mfa.okta_verify.deny_push', result: 'FAILURE', factor: FACTORS.push }
    return {
      eventType: 'user.authentication.auth_via_mfa',
      result: 'FAILURE',
      reason: 'VERIFICATION_ERROR',
      factor: FACTORS[mfaMethod ?? 'otp'],
    }
  }
  const said = reason === undefined ? undefined : REASONS[reason]
  return said === undefined ? undefined : { eventType: 'user.session.start', result: 'FAILURE', reason: said }
}

export const oktaEventOf = (event: SimEvent): OktaEvent | undefined => {
  if (event.outcome === 'challenge') return SENT[event.mfaMethod ?? 'otp']
  if (event.outcome !== 'success') return failed(event)
  const eventType = DONE[event.action]
  if (eventType === undefined) return undefined
  return {
    eventType,
    result: 'SUCCESS',
    ...(event.action === 'mfa' ? { factor: FACTORS[event.mfaMethod ?? 'otp'] } : {}),
    ...(ABOUT.has(event.action) ? { about: true } : {}),
  }
}
