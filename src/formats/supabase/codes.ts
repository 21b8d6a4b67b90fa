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
  user_signedup: done('signup'),
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
