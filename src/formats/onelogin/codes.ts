import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an event type means. */
export interface EventMeaning {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason?: Reason
  readonly protocol?: string
}

const done = (action: Action): EventMeaning => ({ action, outcome: 'success' })
const failed = (action: Action, reason: Reason, protocol?: string): EventMeaning => ({
  action,
  outcome: 'failure',
  reason,
  ...(protocol !== undefined && { protocol }),
})
const through = (protocol: string): EventMeaning => ({ action: 'login', outcome: 'success', protocol })

/**
 * `event_type_id`. Sources: https://developers.onelogin.com/api-docs/1/events/event-types and the tables of two SIEM vendors,
 * which disagree on the locks by API (531, 532, 553): all of them are locks.
 */
export const eventTypes = {
  3: done('impersonation'),
  5: done('login'),
  6: failed('login', 'bad-credentials'),
  7: done('logout'),
  8: done('session-use'),
  9: failed('session-use', 'other'),
  10: done('password-reset-request'),
  11: done('password-change'),
  12: done('account-unlock'),
  13: done('account-create'),
  14: done('profile-change'),
  15: done('account-disable'),
  16: done('account-enable'),
  17: done('account-delete'),
  19: { action: 'account-lock', outcome: 'success', reason: 'locked' },
  21: done('account-disable'),
  22: done('mfa-enroll'),
  24: done('mfa-remove'),
  35: failed('session-use', 'locked'),
  36: done('mfa-remove'),
  68: through('radius'),
  69: failed('login', 'bad-credentials', 'radius'),
  72: done('role-grant'),
  74: done('identity-provider-change'),
  75: done('identity-provider-change'),
  76: done('identity-provider-change'),
  77: failed('session-use', 'other'),
  78: done('session-use'),
  86: failed('login', 'bad-credentials', 'remote'),
  90: { action: 'session-use', outcome: 'blocked', reason: 'not-assigned' },
  106: failed('password-change', 'other'),
  122: through('api'),
  123: failed('login', 'bad-credentials', 'api'),
  129: failed('login', 'bad-credentials', 'ldap'),
  130: through('ldap'),
  140: through('social'),
  141: failed('login', 'other', 'social'),
  151: done('role-grant'),
  170: done('mfa-enroll'),
  171: done('mfa-enroll'),
  172: done('mfa-remove'),
  173: done('recovery-change'),
  179: done('token-create'),
  211: done('password-reset'),
  240: done('data-export'),
  515: done('token-create'),
  527: failed('mfa', 'mfa-failed', 'api'),
  528: { action: 'mfa', outcome: 'success', protocol: 'api' },
  531: { action: 'account-lock', outcome: 'success', reason: 'locked' },
  532: { action: 'account-lock', outcome: 'success', reason: 'locked' },
  540: done('mfa-enroll'),
  550: done('session-revoke'),
  551: done('account-disable'),
  553: { action: 'account-lock', outcome: 'success', reason: 'locked' },
  554: done('account-unlock'),
  555: done('impersonation'),
  950: failed('mfa', 'mfa-denied'),
  1001: { action: 'mfa', outcome: 'challenge', reason: 'mfa-required' },
  1002: failed('mfa', 'mfa-failed'),
  1010: done('session-use'),
  1100: done('recovery-change'),
  1244: done('phone-change'),
  1245: done('phone-change'),
} as const satisfies Readonly<Record<number, EventMeaning>>
