import type { Classification } from '../define-format.ts'

/**
 * Messages of the user log, by the pattern of messages.ts. Source: https://lemonldap-ng.org/documentation/latest/logs.html and the
 * portal's sources (Auth/PAM, 2F, Issuer)
 *
 * A login writes three lines; `Session granted` is the one with the address, the other two are details of it.
 */
export const messages = {
  notFound: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  badPassword: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true },
  allFailed: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  granted: { action: 'login', outcome: 'success', accountKnown: true },
  disconnected: { action: 'logout', outcome: 'info' },
  passwordChanged: { action: 'password-change', outcome: 'success' },
  pamFailed: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  factorFailed: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' },
  factorAdded: { action: 'mfa-enroll', outcome: 'success' },
  factorRemoved: { action: 'mfa-remove', outcome: 'success' },
  notAuthorized: { action: 'session-use', outcome: 'blocked', reason: 'not-assigned' },
  authorized: { action: 'session-use', outcome: 'success' },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>

/** Messages that are not events of their own. */
export const others = {
  authenticated: 'detail-of-login',
  connected: 'detail-of-login',
  pamPassed: 'detail-of-login',
  redirected: 'other-message',
} as const satisfies Readonly<Record<string, string>>
