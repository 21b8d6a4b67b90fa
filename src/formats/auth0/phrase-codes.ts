import type { Classification } from '../define-format.ts'

/** Failures whose code says too little: their error text refines reason and outcome, never success. */
export const REFINED: ReadonlySet<string> = new Set(['f', 'fsa', 'fcoa', 'fens'])

/**
 * Phrases of `details.error` and `description`, lower case, first that is contained wins: what is meant is the tenant's or the
 * product's own wording, so the more special phrase comes first.
 */
export const errorPhrases = {
  'callback-url-mismatch': { outcome: 'failure', reason: 'client-misconfigured' },
  'account has been blocked': { outcome: 'blocked', reason: 'locked' },
  'too many attempts': { outcome: 'blocked', reason: 'locked' },
  'user is blocked': { outcome: 'blocked', reason: 'disabled' },
  too_many_requests: { outcome: 'blocked', reason: 'rate-limited' },
  password_leaked: { outcome: 'blocked', reason: 'breached-password' },
  'password has expired': { outcome: 'failure', reason: 'password-expired' },
  'verify your email': { outcome: 'blocked', reason: 'policy-denied' },
  'wrong email or password': { outcome: 'failure', reason: 'bad-credentials' },
  'wrong username or password': { outcome: 'failure', reason: 'bad-credentials' },
  'invalid user credentials': { outcome: 'failure', reason: 'bad-credentials' },
  'did not authorize': { outcome: 'failure', reason: 'consent-denied' },
  login_required: { outcome: 'failure', reason: 'session-expired' },
  'login required': { outcome: 'failure', reason: 'session-expired' },
  mfa_required: { outcome: 'failure', reason: 'mfa-required' },
  'multifactor authentication required': { outcome: 'failure', reason: 'mfa-required' },
  interaction_required: { outcome: 'failure', reason: 'interrupted' },
  consent_required: { outcome: 'failure', reason: 'interrupted' },
  'connection is not enabled': { outcome: 'failure', reason: 'client-misconfigured' },
  'connection was disabled': { outcome: 'failure', reason: 'client-misconfigured' },
  unauthorized_client: { outcome: 'failure', reason: 'client-misconfigured' },
  invalid_request: { outcome: 'failure', reason: 'client-misconfigured' },
  invalid_scope: { outcome: 'failure', reason: 'client-misconfigured' },
  server_error: { outcome: 'failure', reason: 'system-error' },
  temporarily_unavailable: { outcome: 'failure', reason: 'system-error' },
  timeout: { outcome: 'failure', reason: 'system-error' },
  access_denied: { outcome: 'blocked', reason: 'policy-denied' },
  'access denied': { outcome: 'blocked', reason: 'policy-denied' },
} as const satisfies Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'>>>
