import type { Classification } from '../define-format.ts'

/**
 * Messages of the user log, by the pattern of messages.ts. Source: https://lemonldap-ng.org/documentation/latest/logs.html
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
  authorized: { action: 'session-use', outcome: 'success' },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>

/** Messages that are not events of their own. */
export const others = {
  authenticated: 'detail-of-login',
  connected: 'detail-of-login',
  redirected: 'other-message',
} as const satisfies Readonly<Record<string, string>>
