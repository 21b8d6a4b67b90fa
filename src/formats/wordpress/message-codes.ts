import type { Classification } from '../define-format.ts'

/** WP fail2ban, by the pattern that a message fits. */
export const failToBanMessages: Readonly<Record<string, Pick<Classification, 'action' | 'outcome' | 'reason' | 'accountKnown'>>> = {
  accepted: { action: 'login', outcome: 'success', accountKnown: true },
  failed: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true },
  unknownUser: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  blocked: { action: 'login', outcome: 'blocked', reason: 'policy-denied' },
  multicall: { action: 'login', outcome: 'failure', reason: 'other' },
  emptyName: { action: 'login', outcome: 'failure', reason: 'other' },
  resetRequested: { action: 'password-reset-request', outcome: 'success' },
}

/** How the password came, by the words in front of the message or behind it. */
export const failToBanProtocols: Readonly<Record<string, string>> = {
  'XML-RPC': 'xmlrpc',
  REST: 'rest',
}

/** Hooks of WordPress that an auditing plugin writes to PHP's log. */
export const auditorEvents: Readonly<Record<string, Pick<Classification, 'action' | 'outcome'>>> = {
  user_register: { action: 'signup', outcome: 'success' },
  set_user_role: { action: 'role-grant', outcome: 'success' },
  retrieve_password_key: { action: 'password-reset-request', outcome: 'success' },
  profile_update: { action: 'profile-change', outcome: 'success' },
}

/** `action` of Wordfence's table of logins. Source: wfLog.php of the plugin. */
export const wordfenceActions = {
  loginOK: { action: 'login', outcome: 'success', accountKnown: true, code: 'loginOK' },
  loginFailValidUsername: {
    action: 'login',
    outcome: 'failure',
    reason: 'bad-password',
    accountKnown: true,
    code: 'loginFailValidUsername',
  },
  loginFailInvalidUsername: {
    action: 'login',
    outcome: 'failure',
    reason: 'unknown-account',
    accountKnown: false,
    code: 'loginFailInvalidUsername',
  },
  logout: { action: 'logout', outcome: 'info', code: 'logout' },
} as const satisfies Readonly<Record<string, Classification>>
