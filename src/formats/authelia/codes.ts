import type { Classification } from '../define-format.ts'

/** Methods as Authelia writes them. 1FA is the password; what the rule for the site asks for beyond it the log does not say. */
export const methods = {
  '1FA': { action: 'login' },
  TOTP: { action: 'mfa', mfaMethod: 'totp' },
  U2F: { action: 'mfa', mfaMethod: 'u2f' },
  Webauthn: { action: 'mfa', mfaMethod: 'webauthn' },
  WebAuthn: { action: 'mfa', mfaMethod: 'webauthn' },
  Duo: { action: 'mfa', mfaMethod: 'duo' },
} as const satisfies Readonly<Record<string, Pick<Classification, 'action' | 'mfaMethod'>>>

/** What stands behind the name of an unsuccessful attempt, in one word (message.ts). */
export const details = {
  banned: { outcome: 'blocked', reason: 'locked' },
  'not-found': { outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  denied: { outcome: 'failure', reason: 'mfa-denied', accountKnown: true },
  error: { outcome: 'failure', reason: 'other' },
} as const satisfies Readonly<Record<string, Pick<Classification, 'outcome' | 'reason' | 'accountKnown'>>>
