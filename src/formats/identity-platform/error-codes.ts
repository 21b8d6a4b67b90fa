import type { Classification } from '../define-format.ts'

/** `status.message`, its first word. Whatever else fails fails for a reason that is not ours to know. */
export const errors: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason' | 'accountKnown'>>> = {
  INVALID_PASSWORD: { outcome: 'failure', reason: 'bad-password', accountKnown: true },
  EMAIL_NOT_FOUND: { outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  USER_NOT_FOUND: { outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  INVALID_LOGIN_CREDENTIALS: { outcome: 'failure', reason: 'bad-credentials' },
  USER_DISABLED: { outcome: 'blocked', reason: 'disabled', accountKnown: true },
  TOO_MANY_ATTEMPTS_TRY_LATER: { outcome: 'blocked', reason: 'rate-limited' },
  QUOTA_EXCEEDED: { outcome: 'blocked', reason: 'rate-limited' },
  BLOCKING_FUNCTION_ERROR_RESPONSE: { outcome: 'blocked', reason: 'policy-denied' },
  PASSWORD_LOGIN_DISABLED: { outcome: 'failure', reason: 'policy-denied' },
  OPERATION_NOT_ALLOWED: { outcome: 'failure', reason: 'policy-denied' },
  SESSION_EXPIRED: { outcome: 'failure', reason: 'session-expired' },
  TOKEN_EXPIRED: { outcome: 'failure', reason: 'session-expired' },
  CREDENTIAL_TOO_OLD_LOGIN_AGAIN: { outcome: 'failure', reason: 'session-expired' },
  INVALID_REFRESH_TOKEN: { outcome: 'failure', reason: 'token-invalid' },
  INVALID_OOB_CODE: { outcome: 'failure', reason: 'token-invalid' },
  EXPIRED_OOB_CODE: { outcome: 'failure', reason: 'token-invalid' },
  EMAIL_EXISTS: { outcome: 'failure', reason: 'other', accountKnown: true },
}
