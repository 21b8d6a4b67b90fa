import type { Outcome, Reason } from '../model/vocabulary.ts'

/** form: answers with a page whatever the outcome · api: answers by status · xmlrpc: answers 200 with the outcome inside. */
export type LoginKind = 'form' | 'api' | 'xmlrpc'

/**
 * Paths that passwords are posted to, wherever the application is installed: the longest entry that a path ends with counts.
 * Sites with another path need a mapping of their own.
 */
export const loginPaths: Readonly<Record<string, LoginKind>> = {
  '/login': 'form',
  '/signin': 'form',
  '/sign-in': 'form',
  '/user/login': 'form',
  '/users/sign_in': 'form',
  '/wp-login.php': 'form',
  '/login.aspx': 'form',
  '/customer/account/loginpost': 'form',
  '/j_security_check': 'form',
  '/login-actions/authenticate': 'form',
  '/xmlrpc.php': 'xmlrpc',
  '/oauth/token': 'api',
  '/oauth2/token': 'api',
  '/connect/token': 'api',
  '/api/login': 'api',
  '/api/auth/login': 'api',
}

/** What a status says about an attempt. */
export interface StatusMeaning {
  readonly outcome: Outcome
  readonly reason?: Reason
}

/** Statuses that say the same wherever a password is posted to. */
export const statuses: Readonly<Record<string, StatusMeaning>> = {
  '401': { outcome: 'failure', reason: 'bad-credentials' },
  '403': { outcome: 'failure', reason: 'other' },
  '429': { outcome: 'blocked', reason: 'rate-limited' },
}

/** Statuses of interfaces that answer by status (RFC 6749, 5.1 and 5.2). Of a form, 200 and 302 say nothing: some redirect on failure, too. */
export const apiStatuses: Readonly<Record<string, StatusMeaning>> = {
  '200': { outcome: 'success' },
  '400': { outcome: 'failure', reason: 'other' },
}
