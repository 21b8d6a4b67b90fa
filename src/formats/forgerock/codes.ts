import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** Audit events that are about somebody's login or session. */
export const events = {
  'AM-LOGIN-COMPLETED': 'login',
  'AM-LOGOUT': 'logout',
  'AM-SESSION-DESTROYED': 'session-revoke',
} as const satisfies Readonly<Record<string, Action>>

/** Known events that say nothing new: steps of a login that is written as well, the life of a session, traffic. */
export const ignored = {
  'AM-LOGIN-MODULE-COMPLETED': 'login-step',
  'AM-NODE-LOGIN-COMPLETED': 'login-step',
  'AM-TREE-LOGIN-COMPLETED': 'login-step',
  'AM-SESSION-CREATED': 'session-lifecycle',
  'AM-SESSION-LOGGED_OUT': 'session-lifecycle',
  'AM-SESSION-IDLE_TIMED_OUT': 'session-lifecycle',
  'AM-SESSION-MAX_TIMED_OUT': 'session-lifecycle',
  'AM-ACCESS-ATTEMPT': 'access',
  'AM-ACCESS-OUTCOME': 'access',
} as const satisfies Readonly<Record<string, string>>

/** `result`. */
export const results = {
  SUCCESSFUL: 'success',
  FAILED: 'failure',
} as const satisfies Readonly<Record<string, Outcome>>

/** `entries[].info.failureReason`. Source: AM's AuthenticationFailureReason. */
export const failureReasons = {
  INVALID_PASSWORD: { reason: 'bad-password', accountKnown: true },
  LOGIN_FAILED: { reason: 'bad-credentials' },
  NO_USER_PROFILE: { reason: 'unknown-account', accountKnown: false },
  USER_NOT_FOUND: { reason: 'unknown-account', accountKnown: false },
  USER_INACTIVE: { reason: 'disabled', accountKnown: true },
  LOCKED_OUT: { reason: 'locked', accountKnown: true },
  ACCOUNT_EXPIRED: { reason: 'account-expired', accountKnown: true },
  LOGIN_TIMEOUT: { reason: 'session-expired' },
  MAX_SESSION_REACHED: { reason: 'policy-denied' },
  MODULE_DENIED: { reason: 'policy-denied' },
  AUTH_TYPE_DENIED: { reason: 'policy-denied' },
  INVALID_LEVEL: { reason: 'policy-denied' },
  NO_CONFIG: { reason: 'system-error' },
  INVALID_REALM: { reason: 'system-error' },
  REALM_INACTIVE: { reason: 'system-error' },
  SESSION_CREATE_ERROR: { reason: 'system-error' },
} as const satisfies Readonly<Record<string, { readonly reason: Reason; readonly accountKnown?: boolean }>>
