import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an event type means. */
export interface EventMeaning {
  readonly action: Action
  readonly protocol?: string
  /** It is about the user named as `resource`, not about whoever acted. */
  readonly subject?: 'target'
  /** The name itself says how it went; such events carry no flag. */
  readonly outcome?: Outcome
  readonly reason?: Reason
}

const byAdmin = (action: Action): EventMeaning => ({ action, outcome: 'success' })
const onUser = (action: Action): EventMeaning => ({ action, subject: 'target', outcome: 'success' })

/** `event_type`. Source: https://docs.jumpcloud.com/api/insights/directory/1.0/ (compared in November 2026 with the directory service's events) */
export const eventTypes = {
  user_login_attempt: { action: 'login' },
  admin_login_attempt: { action: 'login', protocol: 'admin' },
  radius_auth_attempt: { action: 'login', protocol: 'radius' },
  ldap_bind: { action: 'login', protocol: 'ldap' },
  login_attempt: { action: 'login', protocol: 'device' },
  sso_auth: { action: 'session-use' },
  user_create: onUser('account-create'),
  user_delete: onUser('account-delete'),
  user_update: onUser('profile-change'),
  'user_update email': onUser('email-change'),
  user_suspended: onUser('account-disable'),
  user_activated: onUser('account-enable'),
  user_unsuspended: onUser('account-enable'),
  user_password_set: onUser('password-change'),
  user_admin_granted: onUser('role-grant'),
  user_admin_revoked: onUser('other'),
  user_unlocked: onUser('account-unlock'),
  user_lockout: { action: 'account-lock', subject: 'target', outcome: 'success', reason: 'locked' },
  user_password_change: onUser('password-change'),
  user_password_reset_request: onUser('password-reset-request'),
  admin_create: onUser('account-create'),
  admin_update: onUser('profile-change'),
  'admin_update email': onUser('email-change'),
  admin_delete: onUser('account-delete'),
  admin_password_change: onUser('password-change'),
  admin_password_reset_request: onUser('password-reset-request'),
  admin_totp_finish_enrollment: onUser('mfa-enroll'),
  admin_totp_disable: onUser('mfa-remove'),
  admin_totp_disable_request: onUser('mfa-remove'),
  totp_finish_enrollment: onUser('mfa-enroll'),
  totp_delete_enrollment: onUser('mfa-remove'),
  authnpolicy_create: byAdmin('policy-change'),
  authnpolicy_update: byAdmin('policy-change'),
  authnpolicy_delete: byAdmin('policy-change'),
  authpolicy_update: byAdmin('policy-change'),
  iplist_create: byAdmin('policy-change'),
  iplist_update: byAdmin('policy-change'),
  iplist_delete: byAdmin('policy-change'),
  idsource_create: byAdmin('identity-provider-change'),
  idsource_update: byAdmin('identity-provider-change'),
  idsource_delete: byAdmin('identity-provider-change'),
} as const satisfies Readonly<Record<string, EventMeaning>>

/** `success`, or `sso_token_success`. */
export const flags = {
  true: 'success',
  false: 'failure',
} as const satisfies Readonly<Record<string, Outcome>>
