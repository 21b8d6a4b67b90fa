import type { Classification } from '../define-format.ts'

const login = { action: 'login', outcome: 'success', accountKnown: true } as const
const refused = { action: 'login', outcome: 'failure', reason: 'bad-credentials' } as const
const used = { action: 'session-use', outcome: 'success', accountKnown: true } as const

/**
 * Audited actions. Source: https://apereo.github.io/cas/development/audits/Audits.html and AuditableActions of the code;
 * the suffix says how it went. A ticket-granting ticket is the session that follows a login, a service ticket one use of it.
 */
export const actions = {
  AUTHENTICATION_SUCCESS: login,
  AUTHENTICATION_FAILED: refused,
  TICKET_GRANTING_TICKET_CREATED: used,
  SERVICE_TICKET_CREATED: used,
  SERVICE_TICKET_NOT_CREATED: { action: 'session-use', outcome: 'failure', reason: 'policy-denied' },
  TICKET_DESTROYED: { action: 'logout', outcome: 'info' },
  TICKET_GRANTING_TICKET_DESTROYED: { action: 'logout', outcome: 'info' },
  CHANGE_PASSWORD_SUCCESS: { action: 'password-change', outcome: 'success', accountKnown: true },
  CHANGE_PASSWORD_FAILED: { action: 'password-change', outcome: 'failure', reason: 'other' },
  REQUEST_CHANGE_PASSWORD_SUCCESS: { action: 'password-reset-request', outcome: 'success' },
  REQUEST_CHANGE_PASSWORD_FAILED: { action: 'password-reset-request', outcome: 'failure', reason: 'other' },
  ACCOUNT_REGISTRATION_SUCCESS: { action: 'signup', outcome: 'success' },
  SAVE_CONSENT_SUCCESS: { action: 'consent-grant', outcome: 'success' },
} as const satisfies Readonly<Record<string, Omit<Classification, 'code'>>>

/** Actions that tell nothing of a person: the applications' own calls, and steps whose result is written again. */
export const others = {
  SERVICE_TICKET_VALIDATED: 'back-channel',
  SERVICE_TICKET_VALIDATE_SUCCESS: 'back-channel',
  SERVICE_TICKET_VALIDATE_FAILED: 'back-channel',
  PROXY_TICKET_CREATED: 'back-channel',
  PROXY_GRANTING_TICKET_CREATED: 'back-channel',
  TICKET_GRANTING_TICKET_NOT_CREATED: 'detail-of-login',
  AUTHENTICATION_EVENT_TRIGGERED: 'detail-of-login',
  SERVICE_ACCESS_ENFORCEMENT_TRIGGERED: 'detail-of-login',
  SAVE_SERVICE_SUCCESS: 'server-event',
} as const satisfies Readonly<Record<string, string>>

/** Credentials that are a second factor: what was tried was not a password. */
export const factors = {
  GoogleAuthenticatorTokenCredential: 'totp',
  DuoSecurityCredential: 'duo',
  CasSimpleMultifactorTokenCredential: 'token',
  WebAuthnCredential: 'webauthn',
} as const satisfies Readonly<Record<string, string>>
