import type { SimEvent } from '../../event.ts'
import type { Action, Reason } from '../../../model/vocabulary.ts'

/** https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes */
const DONE: Readonly<Partial<Record<Action, string>>> = {
  login: 's',
  mfa: 'gd_auth_succeed',
  'session-use': 'ssa',
  logout: 'slo',
  signup: 'ss',
  'password-change': 'scp',
  'password-reset-request': 'scpr',
  'password-reset': 'scp',
  'email-change': 'sce',
  'phone-change': 'scpn',
  'mfa-enroll': 'gd_enrollment_complete',
  'mfa-remove': 'gd_unenroll',
}

const SENT = { push: 'gd_send_pn', sms: 'gd_send_sms', otp: 'gd_start_auth' } as const

/** A prompt that runs out has no record of its own. */
const FAILED: Readonly<Partial<Record<Reason, string>>> = {
  'bad-password': 'fp',
  'unknown-account': 'fu',
  'mfa-denied': 'gd_auth_rejected',
  'mfa-failed': 'gd_auth_failed',
  'password-expired': 'f',
  'must-change-password': 'f',
}

export const typeOf = ({ action, outcome, reason, mfaMethod }: SimEvent): string | undefined => {
  if (outcome === 'success') return DONE[action]
  if (outcome === 'challenge') return SENT[mfaMethod ?? 'otp']
  return reason === undefined ? undefined : FAILED[reason]
}
