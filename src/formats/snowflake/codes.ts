import type { Outcome, Reason } from '../../model/vocabulary.ts'

/** `IS_SUCCESS`. */
export const results = {
  YES: 'success',
  NO: 'failure',
} as const satisfies Readonly<Record<string, Outcome>>

/**
 * `ERROR_MESSAGE`, else `ERROR_CODE`. Sources: Snowflake's pages on key pairs, network policies, Duo and
 * federated authentication (user-guide/errors-saml), and its drivers' error tables.
 * Whether a login failed does not hang on these: that is `IS_SUCCESS`.
 */
export const reasons = {
  INCORRECT_USERNAME_PASSWORD: 'bad-credentials',
  USER_ACCESS_DISABLED: 'disabled',
  USER_LOCKED_TEMP: 'locked',
  INCOMING_IP_BLOCKED: 'blocked-ip',
  EXT_AUTHN_DENIED: 'mfa-denied',
  EXT_AUTHN_PENDING: 'mfa-required',
  EXT_AUTHN_NOT_ENROLLED: 'mfa-required',
  EXT_AUTHN_LOCKED: 'locked',
  EXT_AUTHN_REQUESTED: 'mfa-required',
  EXT_AUTHN_SMS_SENT: 'mfa-required',
  EXT_AUTHN_TIMEOUT: 'mfa-timeout',
  EXT_AUTHN_INVALID: 'mfa-failed',
  OVERFLOW_FAILURE_EVENTS_ELIDED: 'rate-limited',
  FED_REAUTH_PENDING: 'interrupted',
  FED_REAUTH: 'interrupted',
  FED_REAUTH_TIMEOUT: 'interrupted',
  AUTHENTICATOR_NOT_SUPPORTED: 'policy-denied',
  FED_PASSWORD_EXPIRED: 'password-expired',
  USERNAMES_MISMATCH: 'bad-credentials',
  INTERNAL_ERROR: 'system-error',
  390100: 'bad-credentials',
  390120: 'mfa-denied',
  390126: 'mfa-timeout',
  390127: 'mfa-failed',
  390136: 'interrupted',
  390137: 'interrupted',
  390138: 'interrupted',
  390139: 'policy-denied',
  390140: 'password-expired',
  390144: 'token-invalid',
  390191: 'bad-credentials',
  390422: 'blocked-ip',
} as const satisfies Readonly<Record<string, Reason>>

/** Messages that are not listed above, by what they begin with. */
export const reasonFamilies = {
  JWT_TOKEN_: 'token-invalid',
  OAUTH_: 'token-invalid',
  EXT_OAUTH_: 'token-invalid',
  SAML_: 'client-misconfigured',
} as const satisfies Readonly<Record<string, Reason>>
