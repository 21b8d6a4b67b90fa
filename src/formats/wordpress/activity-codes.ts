import type { Classification } from '../define-format.ts'

/** WP Activity Log, by event id (its own list; events that are not about anybody's access are ignored). */
export const activityEvents: Readonly<Record<string, Pick<Classification, 'action' | 'outcome' | 'reason' | 'accountKnown' | 'subject'>>> =
  {
    '1000': { action: 'login', outcome: 'success', accountKnown: true },
    '1001': { action: 'logout', outcome: 'success' },
    '1002': { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true },
    '1003': { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
    '1004': { action: 'login', outcome: 'blocked', reason: 'policy-denied', accountKnown: true },
    // Written beside 1000 where the account has another session: not a second login.
    '1005': { action: 'session-use', outcome: 'success', accountKnown: true },
    '1006': { action: 'session-revoke', outcome: 'success' },
    '1007': { action: 'session-revoke', outcome: 'success', subject: 'target' },
    '1008': { action: 'impersonation', outcome: 'success', subject: 'target' },
    '1009': { action: 'logout', outcome: 'success' },
    '1010': { action: 'password-reset-request', outcome: 'success' },
    '4000': { action: 'signup', outcome: 'success', subject: 'target' },
    '4001': { action: 'account-create', outcome: 'success', subject: 'target' },
    '4002': { action: 'role-grant', outcome: 'success', subject: 'target' },
    '4003': { action: 'password-change', outcome: 'success' },
    '4004': { action: 'password-reset', outcome: 'success', subject: 'target' },
    '4005': { action: 'email-change', outcome: 'success' },
    '4006': { action: 'email-change', outcome: 'success', subject: 'target' },
    '4007': { action: 'account-delete', outcome: 'success', subject: 'target' },
  }
