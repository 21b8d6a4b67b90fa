import type { Classification } from '../define-format.ts'

/**
 * Messages of the channel `user` by the key of messages.ts. Source: Drupal's core/modules/user (7 to 11). Since Drupal 8 a failure for a
 * name that nobody has says the address only; Drupal 7 names whatever was typed.
 */
export const messages = {
  opened: { action: 'login', outcome: 'success', accountKnown: true },
  closed: { action: 'logout', outcome: 'info', accountKnown: true },
  failed: { action: 'login', outcome: 'failure', reason: 'bad-credentials', subject: 'named' },
  failedNameless: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false, subject: 'nobody' },
  floodOfAccount: { action: 'login', outcome: 'blocked', reason: 'rate-limited', accountKnown: true, subject: 'numbered' },
  flood: { action: 'login', outcome: 'blocked', reason: 'rate-limited', subject: 'nobody' },
  resetMailed: { action: 'password-reset-request', outcome: 'success', accountKnown: true, subject: 'named' },
  resetLinkUsed: { action: 'recovery-code-use', outcome: 'success', accountKnown: true, subject: 'named' },
  created: { action: 'account-create', outcome: 'success', accountKnown: true, subject: 'named' },
  deleted: { action: 'account-delete', outcome: 'success', accountKnown: true, subject: 'named' },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>
