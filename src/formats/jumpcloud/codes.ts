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

const onUser = (action: Action): EventMeaning => ({ action, subject: 'target', outcome: 'success' })

/** `event_type`. Source: https://docs.jumpcloud.com/api/insights/directory/1.0/ */
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
  user_suspended: onUser('account-disable'),
  user_unlocked: onUser('account-unlock'),
  user_lockout: { action: 'account-lock', subject: 'target', outcome: 'success', reason: 'locked' },
  user_password_change: onUser('password-change'),
  user_password_reset_request: onUser('password-reset-request'),
  admin_create: onUser('account-create'),
  admin_password_change: onUser('password-change'),
  admin_password_reset_request: onUser('password-reset-request'),
  admin_totp_finish_enrollment: onUser('mfa-enroll'),
  admin_totp_disable_request: onUser('mfa-remove'),
  totp_finish_enrollment: onUser('mfa-enroll'),
  totp_delete_enrollment: onUser('mfa-remove'),
} as const satisfies Readonly<Record<string, EventMeaning>>

/** `success`, or `sso_token_success`. */
export const flags = {
  true: 'success',
  false: 'failure',
} as const satisfies Readonly<Record<string, Outcome>>
