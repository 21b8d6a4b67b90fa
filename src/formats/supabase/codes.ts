import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an audited action means. Wrong passwords are not among them: they stand in the HTTP log only. */
export interface AuditAction {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason?: Reason
  /** About the user named in `traits`, where one is. */
  readonly subject?: 'target'
}

const done = (action: Action): AuditAction => ({ action, outcome: 'success' })
const onUser = (action: Action): AuditAction => ({ action, outcome: 'success', subject: 'target' })

/** `action`. Source: https://github.com/supabase/auth/blob/master/internal/models/audit_log_entry.go (compared in November 2026) */
export const actions = {
  login: done('login'),
  logout: done('logout'),
  invite_accepted: done('signup'),
  // Of an administrator's making it names the new user in `traits`; of a person's own it names nobody there.
  user_signedup: onUser('signup'),
  // Somebody asked for an account that there is already: a sign of enumeration, and no account was made.
  user_repeated_signup: { action: 'signup', outcome: 'info' },
  user_invited: onUser('account-create'),
  user_deleted: onUser('account-delete'),
  user_modified: onUser('profile-change'),
  user_recovery_requested: done('password-reset-request'),
  user_reauthenticate_requested: { action: 'other', outcome: 'info' },
  user_confirmation_requested: { action: 'other', outcome: 'info' },
  user_updated_password: done('password-change'),
  token_refreshed: done('session-use'),
  generate_recovery_codes: done('recovery-change'),
  recovery_codes_deleted: done('recovery-change'),
  factor_in_progress: { action: 'mfa-enroll', outcome: 'info' },
  factor_updated: done('mfa-enroll'),
  factor_unenrolled: done('mfa-remove'),
  factor_deleted: onUser('mfa-remove'),
  challenge_created: { action: 'mfa', outcome: 'challenge', reason: 'mfa-required' },
  // Written once the code was found right, whatever its name says (internal/api/mfa.go); a wrong one leaves no entry.
  verification_attempted: done('mfa'),
  mfa_code_login: done('mfa'),
  identity_unlinked: done('identity-provider-change'),
  passkey_created: done('mfa-enroll'),
  passkey_updated: done('other'),
  passkey_deleted: done('mfa-remove'),
} as const satisfies Readonly<Record<string, AuditAction>>

/** Known actions that no person asked for. A refresh revokes the token before it: that is rotation. */
export const ignored = {
  token_revoked: 'token-rotation',
} as const satisfies Readonly<Record<string, string>>

const refused = (reason: Reason): AuditAction => ({ action: 'login', outcome: 'failure', reason })
const noRenewal = (reason: Reason): AuditAction => ({ action: 'session-use', outcome: 'failure', reason })

/** `error_code` of a refused request to sign in. Source: https://github.com/supabase/auth/blob/master/internal/api/apierrors/errorcode.go */
export const signInErrors = {
  invalid_credentials: refused('bad-credentials'),
  user_banned: refused('disabled'),
  email_not_confirmed: refused('other'),
  phone_not_confirmed: refused('other'),
  otp_expired: refused('token-invalid'),
  captcha_failed: { action: 'login', outcome: 'blocked', reason: 'policy-denied' },
  over_request_rate_limit: { action: 'login', outcome: 'blocked', reason: 'rate-limited' },
  refresh_token_not_found: noRenewal('token-invalid'),
  refresh_token_already_used: noRenewal('token-reuse'),
  session_not_found: noRenewal('session-expired'),
  session_expired: noRenewal('session-expired'),
} as const satisfies Readonly<Record<string, AuditAction>>

/** The same of a second factor, whatever the path. */
export const factorErrors = {
  mfa_verification_failed: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' },
  mfa_verification_rejected: { action: 'mfa', outcome: 'blocked', reason: 'policy-denied' },
  mfa_challenge_expired: { action: 'mfa', outcome: 'failure', reason: 'mfa-timeout' },
} as const satisfies Readonly<Record<string, AuditAction>>
