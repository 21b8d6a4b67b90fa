import type { Classification } from '../define-format.ts'

/**
 * Events by the class that raises them, `core/` for `\core\event\`. A login that failed has its reason behind it: AUTH_LOGIN_… of
 * lib/authlib.php. Acts upon somebody else than who acts have `/other`. Source: Moodle's code, classes/event of core and of tool_mfa.
 */
export const events = {
  'core/user_loggedin': { action: 'login', outcome: 'success', accountKnown: true },
  'core/user_login_failed': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'core/user_login_failed/1': { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  'core/user_login_failed/2': { action: 'login', outcome: 'blocked', reason: 'disabled', accountKnown: true },
  'core/user_login_failed/3': { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true },
  'core/user_login_failed/4': { action: 'login', outcome: 'blocked', reason: 'locked', accountKnown: true },
  'core/user_login_failed/5': { action: 'login', outcome: 'blocked', reason: 'policy-denied', accountKnown: true },
  'core/user_login_failed/6': { action: 'login', outcome: 'blocked', reason: 'policy-denied' },
  'core/user_loggedout': { action: 'logout', outcome: 'info', accountKnown: true },
  'core/user_loggedinas/other': { action: 'impersonation', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_password_updated': { action: 'password-change', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_password_updated/reset': { action: 'password-reset', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_password_updated/other': { action: 'password-reset', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_created': { action: 'signup', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_created/other': { action: 'account-create', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_updated': { action: 'profile-change', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_updated/other': { action: 'profile-change', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_deleted': { action: 'account-delete', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/user_deleted/other': { action: 'account-delete', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/webservice_token_created': { action: 'token-create', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/webservice_token_created/other': { action: 'token-create', outcome: 'success', accountKnown: true, subject: 'target' },
  'core/role_assigned/site': { action: 'role-grant', outcome: 'success', accountKnown: true, subject: 'target' },
  'tool_mfa/user_passed_mfa': { action: 'mfa', outcome: 'success', accountKnown: true },
  'tool_mfa/user_failed_mfa': { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', accountKnown: true },
  'tool_mfa/user_setup_factor': { action: 'mfa-enroll', outcome: 'success', accountKnown: true },
  'tool_mfa/user_revoked_factor': { action: 'mfa-remove', outcome: 'success', accountKnown: true },
  'tool_mfa/user_deleted_factor': { action: 'mfa-remove', outcome: 'success', accountKnown: true, subject: 'target' },
  'tool_mfa/user_deleted_factor/other': { action: 'mfa-remove', outcome: 'success', accountKnown: true, subject: 'target' },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>
