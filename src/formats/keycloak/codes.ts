import type { Action, Reason } from '../../model/vocabulary.ts'
import type { Classification } from '../define-format.ts'

/** What an event type means; `TYPE_ERROR` is the same action, failed. */
export interface TypeMeaning {
  readonly action: Action
  readonly reason?: Reason
  /** Does a success prove that the account exists? */
  readonly accountKnown?: true
  /** Where the type itself names the way: not every listener writes `grant_type`. */
  readonly protocol?: string
}

const other = { action: 'other' } as const
const ofAccount = { action: 'other', accountKnown: true } as const
const linked = { action: 'identity-provider-change', accountKnown: true } as const
const tokens = { action: 'token-create' } as const
const locked = { action: 'account-lock', reason: 'locked', accountKnown: true } as const
const consent = { action: 'consent-grant', accountKnown: true } as const

/**
 * Every value of Keycloak's EventType, without `_ERROR`.
 * Source: https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/events/EventType.java
 *
 * CODE_TO_TOKEN, USER_INFO_REQUEST and the like are `other`: the application's back end asks, from its own address.
 */
export const eventTypes = {
  LOGIN: { action: 'login', accountKnown: true },
  IDENTITY_PROVIDER_LOGIN: { action: 'login', accountKnown: true },
  REGISTER: { action: 'signup', accountKnown: true },
  LOGOUT: { action: 'logout' },
  REFRESH_TOKEN: { action: 'session-use', accountKnown: true },
  CODE_TO_TOKEN: ofAccount,
  CLIENT_LOGIN: other,
  INTROSPECT_TOKEN: other,
  VALIDATE_ACCESS_TOKEN: other,
  USER_INFO_REQUEST: other,
  PERMISSION_TOKEN: other,
  TOKEN_EXCHANGE: tokens,
  OAUTH2_DEVICE_CODE_TO_TOKEN: { ...tokens, protocol: 'device_code' },
  AUTHREQID_TO_TOKEN: tokens,
  OAUTH2_EXTENSION_GRANT: tokens,
  JWT_BEARER: tokens,
  OAUTH2_DEVICE_AUTH: other,
  OAUTH2_DEVICE_VERIFY_USER_CODE: ofAccount,
  PUSHED_AUTHORIZATION_REQUEST: other,

  UPDATE_PASSWORD: { action: 'password-change', accountKnown: true },
  SEND_RESET_PASSWORD: { action: 'password-reset-request', accountKnown: true },
  RESET_PASSWORD: { action: 'password-reset', accountKnown: true },
  UPDATE_EMAIL: { action: 'email-change', accountKnown: true },
  UPDATE_PROFILE: { action: 'profile-change', accountKnown: true },
  UPDATE_TOTP: { action: 'mfa-enroll', accountKnown: true },
  REMOVE_TOTP: { action: 'mfa-remove', accountKnown: true },
  UPDATE_CREDENTIAL: { action: 'mfa-enroll', accountKnown: true },
  REMOVE_CREDENTIAL: { action: 'mfa-remove', accountKnown: true },
  DELETE_ACCOUNT: { action: 'account-delete', accountKnown: true },
  USER_DISABLED_BY_PERMANENT_LOCKOUT: locked,
  USER_DISABLED_BY_TEMPORARY_LOCKOUT: locked,
  IMPERSONATE: { action: 'impersonation', accountKnown: true },
  USER_SESSION_DELETED: { action: 'session-revoke' },
  GRANT_CONSENT: consent,
  UPDATE_CONSENT: consent,
  REVOKE_GRANT: { action: 'token-revoke' },

  FEDERATED_IDENTITY_LINK: linked,
  REMOVE_FEDERATED_IDENTITY: linked,
  IDENTITY_PROVIDER_LINK_ACCOUNT: linked,
  IDENTITY_PROVIDER_FIRST_LOGIN: linked,
  CLIENT_INITIATED_ACCOUNT_LINKING: linked,
  FEDERATED_IDENTITY_OVERRIDE_LINK: linked,
  IDENTITY_PROVIDER_POST_LOGIN: other,
  IDENTITY_PROVIDER_RESPONSE: other,
  IDENTITY_PROVIDER_RETRIEVE_TOKEN: other,
  SEND_IDENTITY_PROVIDER_LINK: other,

  VERIFY_EMAIL: ofAccount,
  VERIFY_PROFILE: ofAccount,
  SEND_VERIFY_EMAIL: other,
  CUSTOM_REQUIRED_ACTION: ofAccount,
  EXECUTE_ACTIONS: ofAccount,
  EXECUTE_ACTION_TOKEN: other,
  RESTART_AUTHENTICATION: other,
  INVITE_ORG: other,
  CLIENT_INFO: other,
  CLIENT_REGISTER: other,
  CLIENT_UPDATE: other,
  CLIENT_DELETE: other,
  REGISTER_NODE: other,
  UNREGISTER_NODE: other,
  INVALID_SIGNATURE: other,
} as const satisfies Readonly<Record<string, TypeMeaning>>

type ErrorMeaning = Pick<Classification, 'reason' | 'accountKnown'> & Partial<Pick<Classification, 'outcome'>>

const unknownAccount = { reason: 'unknown-account', accountKnown: false } as const
const expired = { reason: 'session-expired' } as const
const client = { reason: 'client-misconfigured' } as const
const badToken = { reason: 'token-invalid' } as const
const invalidInput = { reason: 'other' } as const
const broker = { reason: 'system-error' } as const
const denied = { reason: 'policy-denied', outcome: 'blocked' } as const

/**
 * Values of `error` (Keycloak's Errors); extensions add their own, which are `other`.
 * Source: https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/events/Errors.java
 */
export const errors = {
  invalid_user_credentials: { reason: 'bad-password', accountKnown: true },
  user_not_found: unknownAccount,
  username_missing: { reason: 'unknown-account' },
  user_disabled: { reason: 'disabled', accountKnown: true },
  user_temporarily_disabled: { reason: 'locked', accountKnown: true, outcome: 'blocked' },
  // The password was right; something is still to be done (new password, second factor, terms), which this grant cannot ask for.
  resolve_required_actions: { reason: 'must-change-password', accountKnown: true, outcome: 'challenge' },
  different_user_authenticated: { reason: 'other' },
  rejected_by_user: { reason: 'consent-denied' },
  consent_denied: { reason: 'consent-denied' },
  not_allowed: denied,
  access_denied: denied,
  realm_disabled: denied,
  expired_code: expired,
  session_expired: expired,
  invalid_code: expired,
  user_session_not_found: expired,
  cookie_not_found: expired,
  not_logged_in: expired,
  invalid_token: badToken,
  invalid_token_type: badToken,
  invalid_signature: badToken,
  invalid_issuer: badToken,
  invalid_saml_response: badToken,
  client_not_found: client,
  client_disabled: client,
  invalid_client: client,
  invalid_client_credentials: client,
  invalid_redirect_uri: client,
  invalid_request: client,
  invalid_authn_request: client,
  invalid_logout_request: client,
  invalid_logout_response: client,
  invalid_code_challenge_method: client,
  display_unsupported: client,
  invalid_config: client,
  illegal_origin: client,
  ssl_required: client,
  code_verifier_missing: client,
  invalid_code_verifier: client,
  pkce_verification_failed: client,
  identity_provider_login_failure: broker,
  identity_provider_error: broker,
  unknown_identity_provider: broker,
  email_send_failed: broker,
  password_rejected: invalidInput,
  password_missing: invalidInput,
  password_confirm_error: invalidInput,
  email_in_use: invalidInput,
  username_in_use: invalidInput,
  invalid_email: invalidInput,
  invalid_form: invalidInput,
  invalid_registration: invalidInput,
  registration_disabled: { reason: 'policy-denied' },
  reset_credential_disabled: { reason: 'policy-denied' },
  federated_identity_account_exists: invalidInput,
} as const satisfies Readonly<Record<string, ErrorMeaning>>

/**
 * Requests that an application's back end makes from its own address: they carry the user's session id, but are no use of
 * the session by whoever holds it, and would look as if it had moved.
 */
export const BACK_END_TYPES: ReadonlySet<string> = new Set(
  ['CODE_TO_TOKEN', 'INTROSPECT_TOKEN', 'VALIDATE_ACCESS_TOKEN', 'USER_INFO_REQUEST', 'PERMISSION_TOKEN', 'CLIENT_LOGIN'].flatMap(
    (type) => [type, `${type}_ERROR`],
  ),
)
