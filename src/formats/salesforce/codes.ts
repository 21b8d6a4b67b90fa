import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What a login status means. */
export interface LoginStatus {
  readonly outcome: Outcome
  readonly reason?: Reason
  readonly accountKnown?: boolean
}

const failed = (reason: Reason, accountKnown?: boolean): LoginStatus => ({
  outcome: 'failure',
  reason,
  ...(accountKnown !== undefined && { accountKnown }),
})
const blocked = (reason: Reason): LoginStatus => ({ outcome: 'blocked', reason })
const asked = { outcome: 'challenge', reason: 'mfa-required', accountKnown: true } as const satisfies LoginStatus

/**
 * `LOGIN_STATUS` of event log files.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_login_status.htm
 */
export const loginStatuses = {
  LOGIN_NO_ERROR: { outcome: 'success', accountKnown: true },
  LOGIN_ERROR_INVALID_PASSWORD: failed('bad-password', true),
  LOGIN_ERROR_SSO_PWD_INVALID: failed('bad-password', true),
  LOGIN_ERROR_INVALID_USERNAME: failed('unknown-account', false),
  LOGIN_SAML_INVALID_USERNAME: failed('unknown-account', false),
  LOGIN_ERROR_UNKNOWN_ERROR: failed('other'),
  LOGIN_ERROR_PASSWORD_LOCKOUT: failed('locked', true),
  LOGIN_ERROR_CSS_PW_LOCKOUT: failed('locked', true),
  LOGIN_ERROR_USER_FROZEN: failed('locked', true),
  LOGIN_ERROR_CSS_FROZEN: failed('locked', true),
  LOGIN_ERROR_USER_INACTIVE: failed('disabled', true),
  LOGIN_CHALLENGE_ISSUED: asked,
  LOGIN_CHALLENGE_PENDING: asked,
  LOGIN_TWOFACTOR_REQ: asked,
  LOGIN_ERROR_RESTRICTED_DOMAIN: blocked('blocked-ip'),
  LOGIN_OAUTH_INVALID_IP: blocked('blocked-ip'),
  LOGIN_ERROR_ORG_DOMAIN_ONLY: blocked('policy-denied'),
  LOGIN_ERROR_GLOBAL_BLOCK_DOMAIN: blocked('policy-denied'),
  LOGIN_ERROR_RESTRICTED_TIME: blocked('policy-denied'),
  LOGIN_END_SESSION_TXN_SECURITY_POLICY: blocked('policy-denied'),
  LOGIN_ERROR_MUST_USE_API_TOKEN: blocked('policy-denied'),
  LOGIN_ERROR_USER_API_ONLY: blocked('policy-denied'),
  // A password where the organisation asks for a login without one.
  LOGIN_LIGHTNING_LOGIN: blocked('policy-denied'),
  LOGIN_ERROR_EXPORT_RESTRICTED: blocked('location-denied'),
  LOGIN_OAUTH_INVALID_DEVICE: blocked('device-denied'),
  LOGIN_ERROR_LOGINS_EXCEEDED: blocked('rate-limited'),
  LOGIN_ERROR_RATE_EXCEEDED: blocked('rate-limited'),
  LOGIN_OAUTH_EXCEED_GET_AT_LMT: blocked('rate-limited'),
  LOGIN_ERROR_SESSION_TIMEOUT: failed('session-expired'),
  LOGIN_ERROR_PAGE_REQUIRES_LOGIN: failed('session-expired'),
  LOGIN_OAUTH_NONCE_REPLAY: failed('token-reuse'),
  LOGIN_SAML_REPLAY_ATTEMPTED: failed('token-reuse'),
  LOGIN_OAUTH_NO_CONSUMER: failed('client-misconfigured'),
  LOGIN_ORG_TRIAL_EXP: failed('system-error'),
} as const satisfies Readonly<Record<string, LoginStatus>>

/** Statuses that are not listed above, by what they begin with: every one of them is a failure. */
export const statusFamilies = {
  LOGIN_ERROR_ORG_: failed('system-error'),
  LOGIN_ERROR_: failed('other'),
  LOGIN_OAUTH_: failed('token-invalid'),
  LOGIN_SAML_: failed('client-misconfigured'),
} as const satisfies Readonly<Record<string, LoginStatus>>

/** Texts of login history, in lower case, without a leading "Failed:" → the status they stand for. */
export const statusTexts = {
  success: 'LOGIN_NO_ERROR',
  'invalid password': 'LOGIN_ERROR_INVALID_PASSWORD',
  'invalid login': 'LOGIN_ERROR_INVALID_USERNAME',
  'login invalid': 'LOGIN_ERROR_UNKNOWN_ERROR',
  'lightning login required': 'LOGIN_LIGHTNING_LOGIN',
  'trial expired': 'LOGIN_ORG_TRIAL_EXP',
  'username or sso id invalid': 'LOGIN_SAML_INVALID_USERNAME',
  'password lockout': 'LOGIN_ERROR_PASSWORD_LOCKOUT',
  'user is frozen': 'LOGIN_ERROR_USER_FROZEN',
  'user is inactive': 'LOGIN_ERROR_USER_INACTIVE',
  'computer activation required': 'LOGIN_CHALLENGE_ISSUED',
  'computer activation pending': 'LOGIN_CHALLENGE_PENDING',
  'two-factor required': 'LOGIN_TWOFACTOR_REQ',
  'multi-factor required': 'LOGIN_TWOFACTOR_REQ',
  'restricted ip': 'LOGIN_ERROR_RESTRICTED_DOMAIN',
  'ip address not allowed': 'LOGIN_OAUTH_INVALID_IP',
  'restricted domain': 'LOGIN_ERROR_ORG_DOMAIN_ONLY',
  'restricted time': 'LOGIN_ERROR_RESTRICTED_TIME',
  'restricted country': 'LOGIN_ERROR_EXPORT_RESTRICTED',
  'api security token required': 'LOGIN_ERROR_MUST_USE_API_TOKEN',
  'api-only user': 'LOGIN_ERROR_USER_API_ONLY',
  'maximum logins exceeded': 'LOGIN_ERROR_LOGINS_EXCEEDED',
  'login rate exceeded': 'LOGIN_ERROR_RATE_EXCEEDED',
  'replay detected': 'LOGIN_SAML_REPLAY_ATTEMPTED',
  'missing consumer key parameter': 'LOGIN_OAUTH_NO_CONSUMER',
} as const satisfies Readonly<Record<string, string>>

/** What a Japanese status says, by a word in it → the status it stands for; the first that is there counts. From knowledge of the language, not of a sample. */
export const japaneseStatuses = {
  成功: 'LOGIN_NO_ERROR',
  有効化が必要: 'LOGIN_CHALLENGE_ISSUED',
  要素認証が必要: 'LOGIN_TWOFACTOR_REQ',
  ロックアウト: 'LOGIN_ERROR_PASSWORD_LOCKOUT',
  凍結: 'LOGIN_ERROR_USER_FROZEN',
  無効なパスワード: 'LOGIN_ERROR_INVALID_PASSWORD',
  パスワードが無効: 'LOGIN_ERROR_INVALID_PASSWORD',
  ユーザーが無効: 'LOGIN_ERROR_USER_INACTIVE',
  ユーザが無効: 'LOGIN_ERROR_USER_INACTIVE',
  制限: 'LOGIN_ERROR_RESTRICTED_DOMAIN',
  失敗: 'LOGIN_ERROR_UNKNOWN_ERROR',
  無効: 'LOGIN_ERROR_UNKNOWN_ERROR',
} as const satisfies Readonly<Record<string, string>>

/** Event types of event log files beside `Login`. */
export const eventTypes = {
  LoginAs: { action: 'impersonation', outcome: 'success', subject: 'impersonated' },
  Logout: { action: 'logout', outcome: 'success' },
  ReportExport: { action: 'data-export', outcome: 'success' },
  BulkApiResultEventStore: { action: 'data-export', outcome: 'success' },
  ApiAnomalyEventStore: { action: 'provider-alert', outcome: 'info' },
  ReportAnomalyEventStore: { action: 'provider-alert', outcome: 'info' },
  SessionHijackingEventStore: { action: 'provider-alert', outcome: 'info' },
  CredentialStuffingEventStore: { action: 'provider-alert', outcome: 'info' },
} as const satisfies Readonly<Record<string, { readonly action: Action; readonly outcome: Outcome; readonly subject?: string }>>
