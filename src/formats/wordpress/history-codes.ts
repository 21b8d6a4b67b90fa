import type { Classification } from '../define-format.ts'

/** Simple History: message keys of its user logger and of the two-factor plugin. */
export const historyMessages: Readonly<
  Record<string, Pick<Classification, 'action' | 'outcome' | 'reason' | 'accountKnown' | 'subject' | 'protocol'>>
> = {
  user_logged_in: { action: 'login', outcome: 'success', accountKnown: true },
  user_unknown_logged_in: { action: 'login', outcome: 'success' },
  user_login_failed: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true, subject: 'typed' },
  user_unknown_login_failed: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false, subject: 'typed' },
  user_application_password_login_failed: {
    action: 'login',
    outcome: 'failure',
    reason: 'bad-password',
    accountKnown: true,
    subject: 'typed',
    protocol: 'application-password',
  },
  user_application_password_unknown_login_failed: {
    action: 'login',
    outcome: 'failure',
    reason: 'unknown-account',
    accountKnown: false,
    subject: 'typed',
    protocol: 'application-password',
  },
  user_two_factor_login_failed: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', accountKnown: true, subject: 'typed' },
  user_logged_out: { action: 'logout', outcome: 'success' },
  user_updated_profile: { action: 'profile-change', outcome: 'success', subject: 'target' },
  // Which it was stands in the context alone, so only where the export has it.
  'user_updated_profile/email': { action: 'email-change', outcome: 'success', subject: 'target' },
  'user_updated_profile/password': { action: 'password-change', outcome: 'success', subject: 'target' },
  user_created: { action: 'account-create', outcome: 'success', subject: 'target' },
  user_deleted: { action: 'account-delete', outcome: 'success', subject: 'target' },
  user_password_reseted: { action: 'password-reset', outcome: 'success' },
  user_requested_password_reset_link: { action: 'password-reset-request', outcome: 'success', subject: 'typed' },
  user_session_destroy_others: { action: 'session-revoke', outcome: 'success' },
  user_session_destroy_everywhere: { action: 'session-revoke', outcome: 'success', subject: 'target' },
  user_role_updated: { action: 'role-grant', outcome: 'success', subject: 'target' },
  user_role_added: { action: 'role-grant', outcome: 'success', subject: 'target' },
  user_application_password_created: { action: 'token-create', outcome: 'success', subject: 'target' },
  user_application_password_revoked: { action: 'token-revoke', outcome: 'success', subject: 'target' },
}
