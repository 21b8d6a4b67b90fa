import type { Classification } from '../define-format.ts'

/**
 * What the messages of messages.ts mean. `log` is nextcloud.log, `audit` the log of the app admin_audit, `throttle` the
 * brake on guessing; all three tell of one and the same refused login (see one-teller.ts).
 */
export const messages = {
  'log/login-failed': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'audit/login-failed': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'throttle/login': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'throttle/other': { action: 'provider-alert', outcome: 'info' },
  'audit/login-successful': { action: 'login', outcome: 'success', accountKnown: true },
  'audit/logout': { action: 'logout', outcome: 'info' },
  'audit/factor-failed': { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', accountKnown: true },
  'audit/factor-passed': { action: 'mfa', outcome: 'success', accountKnown: true },
  'audit/user-created': { action: 'account-create', outcome: 'success' },
  'audit/user-deleted': { action: 'account-delete', outcome: 'success' },
  'audit/user-enabled': { action: 'account-enable', outcome: 'success' },
  'audit/user-disabled': { action: 'account-disable', outcome: 'success' },
  'audit/password-changed': { action: 'password-change', outcome: 'success' },
  'audit/email-changed': { action: 'email-change', outcome: 'success' },
  // Of the group that manages the server; others hold files.
  'audit/made-admin': { action: 'role-grant', outcome: 'success' },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>

/** Known messages about nobody's login. */
export const others = {
  'audit/login-started': 'detail-of-login',
  'log/untrusted-domain': 'host-probe',
} as const satisfies Readonly<Record<string, string>>
