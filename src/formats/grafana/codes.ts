import type { Classification } from '../define-format.ts'

/** Messages that tell of an attempt, by who tells it: the middleware (`context`) or the request log (`request`). */
export const tellers = {
  'Invalid username or password': 'context',
  Unauthorized: 'context',
  'Failed to authenticate request': 'context',
  'Request Completed': 'request',
} as const satisfies Readonly<Record<string, string>>

/**
 * What the error says, by the word of error.ts. Source: pkg/services/authn of Grafana's code; Grafana 9 and older write the plain words.
 */
export const errors = {
  'wrong-password': { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true },
  'not-found': { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  'too-many': { action: 'login', outcome: 'blocked', reason: 'rate-limited' },
  disabled: { action: 'login', outcome: 'blocked', reason: 'disabled', accountKnown: true },
  password: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'api-key': { action: 'session-use', outcome: 'failure', reason: 'token-invalid' },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>
