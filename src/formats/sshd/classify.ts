import type { Reason } from '../../model/vocabulary.ts'
import type { Classification, Classified } from '../define-format.ts'
import { NO_PASSWORD } from './patterns.ts'

const failure = (reason: Reason, accountKnown: boolean | undefined): Classification => ({
  action: 'login',
  outcome: 'failure',
  reason,
  ...(accountKnown === undefined ? {} : { accountKnown }),
})

/**
 * By code without its method. `…/invalid` is sshd's word for a name that is no account. sshd also says it of accounts that
 * AllowUsers shuts out; their `not-allowed` line is the one that stays (see fold.ts).
 */
const KINDS: Readonly<Record<string, Classification>> = {
  accepted: { action: 'login', outcome: 'success', accountKnown: true },
  failed: failure('bad-password', true),
  'failed/invalid': failure('unknown-account', false),
  postponed: { action: 'login', outcome: 'challenge' },
  'postponed/invalid': { action: 'login', outcome: 'challenge', accountKnown: false },
  partial: { action: 'login', outcome: 'challenge', reason: 'mfa-required', accountKnown: true },
  'invalid-user': failure('unknown-account', false),
  'userauth-invalid-user': failure('unknown-account', false),
  'pam-failure': failure('bad-password', true),
  'pam-failure/invalid': failure('unknown-account', false),
  'pam-other-failure': failure('bad-password', undefined),
  'pam-other-failure/invalid': failure('bad-credentials', undefined),
  'pam-more': failure('bad-password', true),
  'pam-more/invalid': failure('unknown-account', false),
  'pam-error': failure('bad-password', true),
  'pam-error/invalid': failure('unknown-account', false),
  'pam-lock': { action: 'account-lock', outcome: 'info', reason: 'locked', accountKnown: true },
  'pam-tally': { action: 'login', outcome: 'blocked', reason: 'locked', accountKnown: true },
  'account-expired': failure('account-expired', true),
  'password-expired': failure('password-expired', true),
  'not-allowed': { action: 'login', outcome: 'blocked', reason: 'policy-denied', accountKnown: true },
  'not-allowed/locked': { action: 'login', outcome: 'blocked', reason: 'locked', accountKnown: true },
  'too-many': { action: 'login', outcome: 'blocked', reason: 'rate-limited', accountKnown: true },
  'too-many/invalid': { action: 'login', outcome: 'blocked', reason: 'rate-limited', accountKnown: false },
  'too-many-named': { action: 'login', outcome: 'blocked', reason: 'rate-limited' },
  'too-many-bare': { action: 'login', outcome: 'blocked', reason: 'rate-limited' },
  // Where passwords are switched off this is the only trace of a try; a person who gives up at the prompt leaves the same.
  'peer-left': failure('interrupted', undefined),
  'peer-left/invalid': failure('interrupted', false),
  'session-opened': { action: 'session-use', outcome: 'info', accountKnown: true },
  'session-started': { action: 'session-use', outcome: 'info', accountKnown: true },
  'session-closed': { action: 'logout', outcome: 'info', accountKnown: true },
  'account-locked': { action: 'account-disable', outcome: 'success', accountKnown: true },
  'account-unlocked': { action: 'account-enable', outcome: 'success', accountKnown: true },
  'expiry-changed': { action: 'password-reset', outcome: 'success', reason: 'must-change-password', accountKnown: true },
  'password-changed': { action: 'password-change', outcome: 'success', accountKnown: true },
  'password-set': { action: 'password-reset', outcome: 'success', accountKnown: true },
  'account-made': { action: 'account-create', outcome: 'success', accountKnown: true },
  'power-given': { action: 'role-grant', outcome: 'success', accountKnown: true },
  'power-taken': { action: 'other', outcome: 'success', accountKnown: true },
  // What is done as root is no login, but the first thing that is asked after a stranger's.
  sudo: { action: 'other', outcome: 'success', accountKnown: true },
  'sudo-failed': { action: 'other', outcome: 'failure', reason: 'bad-password', accountKnown: true },
  'sudo-refused': { action: 'other', outcome: 'blocked', reason: 'policy-denied', accountKnown: true },
  su: { action: 'other', outcome: 'success', accountKnown: true },
  'su-failed': { action: 'other', outcome: 'failure', reason: 'bad-credentials', accountKnown: true },
  'user-left': { action: 'logout', outcome: 'info', accountKnown: true },
}

/** A code of message.ts (`failed/password/invalid`, `ignored/probe`) to what it means. */
export const classifyCode = (code: string | undefined): Classified => {
  const [kind = '', ...rest] = (code ?? '').split('/')
  if (kind === 'ignored') return { ignore: rest[0] ?? 'other-message' }
  if (kind === 'pam-check') return { ignore: 'detail-of-attempt' }
  if (kind === 'unlikely-count') return { reject: 'ambiguous-value', detail: 'a repeat count above 999' }
  const found = KINDS[['invalid', 'locked'].includes(rest.at(-1) ?? '') ? `${kind}/${rest.at(-1)}` : kind]
  if (found === undefined) return { ignore: 'other-message' }
  const isWeak = kind === 'failed' && NO_PASSWORD.has(rest[0] ?? '') && found.reason === 'bad-password'
  return isWeak ? { ...found, reason: 'bad-credentials' } : found
}
