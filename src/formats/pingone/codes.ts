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
 * Source: https://docs.pingidentity.com/pingone/monitoring/p1_event_types.html (compared in November 2026)
 */
export const activities = {
  'USER.ACCESS_ALLOWED': { action: 'login', outcome: 'success', only: 'SUCCESS' },
  'USER.ACCESS_DENIED': { action: 'login', outcome: 'blocked', reason: 'policy-denied' },
  'USER.KERBEROS_FAILED': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'USER.KERBEROS_SUCCEEDED': { action: 'other', outcome: 'success' },
  'PASSWORD.CHECK_FAILED': { action: 'login', outcome: 'failure', reason: 'bad-password' },
  'PASSWORD.CHECK_SUCCEEDED': { action: 'other', outcome: 'success' },
  'OTP.CHECK_FAILED': mfaFailed,
  'OTP.CHECK_INVALID': mfaFailed,
  'OTP.CHECK_SUCCESS': { action: 'mfa', outcome: 'success', only: 'SUCCESS' },
  'DEVICE_PAYLOAD.CHECK_INVALID': mfaFailed,
  'DEVICE_PAYLOAD.CHECK_SUCCESS': { action: 'mfa', outcome: 'success', only: 'SUCCESS' },
  'AUTHENTICATION.CREATED': { action: 'mfa', outcome: 'challenge', reason: 'mfa-required' },
  'DEVICE.FRAUD_REPORTED': { action: 'mfa', outcome: 'failure', reason: 'mfa-fraud-reported' },
  'SESSION.CREATED': act('session-use'),
  'SESSION.UPDATED': act('session-use'),
  'RADIUS_SESSION.CREATED': act('session-use'),
  'SESSION.DELETED': act('logout'),
  'USER.SLO_SUCCESS': { action: 'logout', outcome: 'success' },
  'USER.SLO_PARTIAL_LOGOUT': { action: 'logout', outcome: 'info' },
  'USER.SLO_FAILURE': { action: 'logout', outcome: 'failure' },
  'USER.LOCKED': { action: 'account-lock', outcome: 'success', reason: 'locked' },
  'USER.UNLOCKED': act('account-unlock'),
  'PASSWORD.UNLOCKED': act('account-unlock'),
  'PASSWORD.RECOVERY': act('password-reset-request'),
  'PASSWORD.RESET': act('password-reset'),
  'PASSWORD.SET': act('password-change'),
  'PASSWORD.UNSET': act('password-reset'),
  'PASSWORD.FORCE_CHANGE': { action: 'password-reset', reason: 'must-change-password' },
  'DEVICE.CREATED': act('mfa-enroll'),
  'DEVICE.ACTIVATED': act('mfa-enroll'),
  'DEVICE.DELETED': act('mfa-remove'),
  'DEVICE.ACTIVATION_OTP_FAILED': { action: 'mfa-enroll', outcome: 'failure', reason: 'mfa-failed' },
  'DEVICE.ACTIVATION_OTP_INVALID': { action: 'mfa-enroll', outcome: 'failure', reason: 'mfa-failed' },
  'DEVICE.ACTIVATION_FAILED': { action: 'mfa-enroll', outcome: 'failure' },
  'DEVICE.PAIRING_FAILED_COMPROMISED': { action: 'mfa-enroll', outcome: 'blocked', reason: 'device-denied' },
  'DEVICE.LOCKED': { action: 'mfa', outcome: 'blocked', reason: 'locked' },
  'DEVICE.BLOCKED': { action: 'mfa', outcome: 'blocked', reason: 'locked' },
  'DEVICE.UNLOCKED': act('other'),
  'DEVICE.UNBLOCKED': act('other'),
  'USER.CREATED': act('account-create'),
  'USER.DELETED': act('account-delete'),
  'USER.UPDATED': act('profile-change'),
  'USER.INVITE_ACCEPTED': act('signup'),
  'MEMBER_OF_GROUP.CREATED': act('other'),
  'MEMBER_OF_GROUP.DELETED': act('other'),
  'ROLE_ASSIGNMENT.CREATED': act('role-grant'),
  'ROLE_ASSIGNMENT.DELETED': act('other'),
  'OAUTH_CONSENT.ACCEPTED': act('consent-grant'),
  'OAUTH_CONSENT.DECLINED': { action: 'consent-grant', outcome: 'failure', reason: 'consent-denied' },
  'OAUTH_CONSENT.DELETED': act('token-revoke'),
  'OAUTH_CONSENT.REVOKED': act('token-revoke'),
  'MFA_SETTINGS.UPDATED': policy,
  'POLICY.CREATED': policy,
  'POLICY.UPDATED': policy,
  'POLICY.DELETED': policy,
  'DEVICE_AUTHENTICATION_POLICY.CREATED': policy,
  'DEVICE_AUTHENTICATION_POLICY.UPDATED': policy,
  'DEVICE_AUTHENTICATION_POLICY.DELETED': policy,
  'FIDO_POLICY.CREATED': policy,
  'FIDO_POLICY.UPDATED': policy,
  'FIDO_POLICY.DELETED': policy,
  'RISK_POLICY_SET.CREATED': policy,
  'RISK_POLICY_SET.UPDATED': policy,
  'RISK_POLICY_SET.DELETED': policy,
  'SIGN_ON_POLICY_ASSIGNMENT.CREATED': policy,
  'SIGN_ON_POLICY_ASSIGNMENT.DELETED': policy,
  'IDENTITY_PROVIDER.CREATED': provider,
  'IDENTITY_PROVIDER.UPDATED': provider,
  'IDENTITY_PROVIDER.DELETED': provider,
  'SECRET.READ': act('data-export'),
  'KEY.READ': act('data-export'),
} as const satisfies Readonly<Record<string, Activity>>

/** `result.status`. */
export const statuses = {
  SUCCESS: 'success',
  FAILED: 'failure',
} as const satisfies Readonly<Record<string, Outcome>>
