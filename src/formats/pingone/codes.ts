import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an activity means. Where `outcome` is missing, `result.status` decides; where it is set, the name itself says it. */
export interface Activity {
  readonly action: Action
  readonly outcome?: Outcome
  readonly reason?: Reason
  /** The status with which this name makes sense; any other is refused. */
  readonly only?: 'SUCCESS'
}

const act = (action: Action): Activity => ({ action })
const mfaFailed = { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' } as const satisfies Activity
const policy = act('policy-change')
const provider = act('identity-provider-change')

/**
 * `action.type`. The right password is only the first half of a login: the login itself is `USER.ACCESS_ALLOWED`.
 * Source: https://docs.pingidentity.com/pingone/monitoring/p1_event_types.html
 */
export const activities = {
  'USER.ACCESS_ALLOWED': { action: 'login', outcome: 'success', only: 'SUCCESS' },
  'USER.ACCESS_DENIED': { action: 'login', outcome: 'blocked', reason: 'policy-denied' },
  'USER.KERBEROS_FAILED': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'PASSWORD.CHECK_FAILED': { action: 'login', outcome: 'failure', reason: 'bad-password' },
  'PASSWORD.CHECK_SUCCEEDED': { action: 'other', outcome: 'success' },
  'OTP.CHECK_FAILED': mfaFailed,
  'OTP.CHECK_INVALID': mfaFailed,
  'OTP.CHECK_SUCCESS': { action: 'mfa', outcome: 'success', only: 'SUCCESS' },
  'DEVICE_PAYLOAD.CHECK_INVALID': mfaFailed,
  'DEVICE.FRAUD_REPORTED': { action: 'mfa', outcome: 'failure', reason: 'mfa-fraud-reported' },
  'SESSION.CREATED': act('session-use'),
  'SESSION.DELETED': act('logout'),
  'USER.SLO_SUCCESS': { action: 'logout', outcome: 'success' },
  'USER.LOCKED': { action: 'account-lock', outcome: 'success', reason: 'locked' },
  'USER.UNLOCKED': act('account-unlock'),
  'PASSWORD.UNLOCKED': act('account-unlock'),
  'PASSWORD.RECOVERY': act('password-reset-request'),
  'PASSWORD.RESET': act('password-reset'),
  'PASSWORD.SET': act('password-change'),
  'PASSWORD.FORCE_CHANGE': { action: 'password-reset', reason: 'must-change-password' },
  'DEVICE.CREATED': act('mfa-enroll'),
  'DEVICE.ACTIVATED': act('mfa-enroll'),
  'DEVICE.DELETED': act('mfa-remove'),
  'USER.CREATED': act('account-create'),
  'USER.DELETED': act('account-delete'),
  'USER.UPDATED': act('profile-change'),
  'ROLE_ASSIGNMENT.CREATED': act('role-grant'),
  'ROLE_ASSIGNMENT.DELETED': act('other'),
  'OAUTH_CONSENT.ACCEPTED': act('consent-grant'),
  'MFA_SETTINGS.UPDATED': policy,
  'POLICY.CREATED': policy,
  'POLICY.UPDATED': policy,
  'POLICY.DELETED': policy,
  'SIGN_ON_POLICY_ASSIGNMENT.CREATED': policy,
  'SIGN_ON_POLICY_ASSIGNMENT.DELETED': policy,
  'IDENTITY_PROVIDER.CREATED': provider,
  'IDENTITY_PROVIDER.UPDATED': provider,
  'IDENTITY_PROVIDER.DELETED': provider,
  'SECRET.READ': act('data-export'),
} as const satisfies Readonly<Record<string, Activity>>

/** `result.status`. */
export const statuses = {
  SUCCESS: 'success',
  FAILED: 'failure',
} as const satisfies Readonly<Record<string, Outcome>>
