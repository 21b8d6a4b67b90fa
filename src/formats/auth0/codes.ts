import type { Classification, Classified } from '../define-format.ts'

/** Known records that are about the tenant's machinery, not about anybody's account. */
const OPERATIONAL = { ignore: 'other-event' } as const

const mfaAsked = { action: 'mfa', outcome: 'challenge', reason: 'mfa-required' } as const
const mfaFailed = { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' } as const
const mfaPassed = { action: 'mfa', outcome: 'success', accountKnown: true } as const
const notSent = { action: 'mfa', outcome: 'failure', reason: 'system-error' } as const
const tokenRefused = { outcome: 'failure', reason: 'token-invalid' } as const
const throttled = { action: 'other', outcome: 'info', reason: 'rate-limited' } as const

/**
 * What each `type` of a tenant log means. `sapi` and `fapi` are decided by the call (admin-codes.ts), and the failures listed in
 * `REFINED` by their error text. Source: https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 *
 * `seacft` and `seccft` are `other`: the first is the application's back end fetching the tokens of a login that is in the log as
 * `s`, from its own address; the second is a machine.
 */
export const eventCodes = {
  s: { action: 'login', outcome: 'success', accountKnown: true },
  sens: { action: 'login', outcome: 'success', accountKnown: true },
  scoa: { action: 'login', outcome: 'success', accountKnown: true },
  sepft: { action: 'login', outcome: 'success', accountKnown: true, protocol: 'password-grant' },
  f: { action: 'login', outcome: 'failure', reason: 'other' },
  fp: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true },
  fu: { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  fc: { action: 'login', outcome: 'failure', reason: 'system-error' },
  fco: { action: 'login', outcome: 'failure', reason: 'client-misconfigured' },
  fcoa: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  fens: { action: 'login', outcome: 'failure', reason: 'token-invalid' },
  fepft: { action: 'login', outcome: 'failure', reason: 'bad-credentials', protocol: 'password-grant' },
  fepotpft: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', protocol: 'password-grant' },
  passkey_challenge_started: { action: 'login', outcome: 'challenge', mfaMethod: 'passkey' },
  passkey_challenge_failed: { action: 'login', outcome: 'failure', reason: 'bad-credentials', mfaMethod: 'passkey' },
  cs: { action: 'login', outcome: 'challenge', mfaMethod: 'code' },
  cls: { action: 'login', outcome: 'challenge', mfaMethod: 'code-or-link' },
  pwd_leak: { action: 'login', outcome: 'blocked', reason: 'breached-password' },
  signup_pwd_leak: { action: 'signup', outcome: 'blocked', reason: 'breached-password' },
  reset_pwd_leak: { action: 'password-reset', outcome: 'blocked', reason: 'breached-password' },
  // Ten failures of one address on one account, a hundred failures of one address, twenty logins a minute of both.
  limit_wc: { action: 'login', outcome: 'blocked', reason: 'locked' },
  limit_mu: { action: 'login', outcome: 'blocked', reason: 'blocked-ip' },
  limit_sul: { action: 'login', outcome: 'blocked', reason: 'rate-limited' },
  limit_ui: throttled,
  limit_delegation: throttled,
  api_limit: throttled,
  api_limit_warning: throttled,
  pla: { action: 'other', outcome: 'info' },

  ssa: { action: 'session-use', outcome: 'success', accountKnown: true },
  fsa: { action: 'session-use', outcome: 'failure', reason: 'other' },
  sertft: { action: 'session-use', outcome: 'success', accountKnown: true },
  fertft: { action: 'session-use', ...tokenRefused },
  // A rotated refresh token came back: two parties hold it.
  ferrt: { action: 'session-use', outcome: 'failure', reason: 'token-reuse' },
  slo: { action: 'logout', outcome: 'success' },
  flo: { action: 'logout', outcome: 'failure' },
  oidc_backchannel_logout_succeeded: { action: 'logout', outcome: 'success' },
  universal_logout_succeeded: { action: 'session-revoke', outcome: 'success' },
  srrt: { action: 'token-revoke', outcome: 'success' },
  refresh_tokens_revoked_by_session: { action: 'token-revoke', outcome: 'success' },

  mfar: mfaAsked,
  gd_start_auth: mfaAsked,
  gd_send_pn: { ...mfaAsked, mfaMethod: 'push' },
  gd_send_sms: { ...mfaAsked, mfaMethod: 'sms' },
  gd_send_voice: { ...mfaAsked, mfaMethod: 'voice' },
  gd_send_email: { ...mfaAsked, mfaMethod: 'email' },
  gd_send_pn_failure: { ...notSent, mfaMethod: 'push' },
  gd_send_sms_failure: { ...notSent, mfaMethod: 'sms' },
  gd_send_voice_failure: { ...notSent, mfaMethod: 'voice' },
  gd_auth_succeed: mfaPassed,
  gd_auth_failed: mfaFailed,
  gd_auth_rejected: { action: 'mfa', outcome: 'failure', reason: 'mfa-denied', mfaMethod: 'push' },
  gd_otp_rate_limit_exceed: { action: 'mfa', outcome: 'blocked', reason: 'rate-limited' },
  gd_recovery_rate_limit_exceed: { action: 'recovery-code-use', outcome: 'blocked', reason: 'rate-limited' },
  gd_recovery_succeed: { action: 'recovery-code-use', outcome: 'success', accountKnown: true },
  gd_recovery_failed: { action: 'recovery-code-use', outcome: 'failure', reason: 'mfa-failed' },
  gd_webauthn_challenge_failed: { ...mfaFailed, mfaMethod: 'webauthn' },
  seotpft: { ...mfaPassed, mfaMethod: 'otp' },
  seoobft: { ...mfaPassed, mfaMethod: 'oob' },
  sercft: { action: 'recovery-code-use', outcome: 'success', accountKnown: true },
  feotpft: { ...mfaFailed, mfaMethod: 'otp' },
  feoobft: { ...mfaFailed, mfaMethod: 'oob' },
  fercft: { action: 'recovery-code-use', outcome: 'failure', reason: 'mfa-failed' },
  gd_start_enroll: { action: 'mfa-enroll', outcome: 'info' },
  gd_enrollment_complete: { action: 'mfa-enroll', outcome: 'success', accountKnown: true },
  gd_update_device_account: { action: 'mfa-enroll', outcome: 'success', accountKnown: true, mfaMethod: 'push' },
  gd_unenroll: { action: 'mfa-remove', outcome: 'success', accountKnown: true },
  gd_user_delete: { action: 'mfa-remove', outcome: 'success' },
  gd_tenant_update: { action: 'policy-change', outcome: 'success' },

  seacft: { action: 'other', outcome: 'success', accountKnown: true },
  feacft: { action: 'other', ...tokenRefused },
  seccft: { action: 'other', outcome: 'success' },
  feccft: { action: 'other', ...tokenRefused },
  // The device flow hands tokens to whoever started it, which need not be who approved it.
  sede: { action: 'token-create', outcome: 'success', accountKnown: true },
  fede: { action: 'token-create', ...tokenRefused },
  fecte: { action: 'token-create', ...tokenRefused },
  fdecc: { action: 'consent-grant', outcome: 'failure', reason: 'consent-denied' },
  fdeac: { action: 'other', outcome: 'failure' },
  fdeaz: { action: 'other', outcome: 'failure' },

  ss: { action: 'signup', outcome: 'success', accountKnown: true },
  fs: { action: 'signup', outcome: 'failure', reason: 'other' },
  scp: { action: 'password-change', outcome: 'success', accountKnown: true },
  fcp: { action: 'password-change', outcome: 'failure' },
  scpr: { action: 'password-reset-request', outcome: 'success', accountKnown: true },
  fcpr: { action: 'password-reset-request', outcome: 'failure' },
  sce: { action: 'email-change', outcome: 'success', accountKnown: true },
  fce: { action: 'email-change', outcome: 'failure' },
  scu: { action: 'profile-change', outcome: 'success', accountKnown: true },
  fcu: { action: 'profile-change', outcome: 'failure' },
  scpn: { action: 'phone-change', outcome: 'success', accountKnown: true },
  fcpn: { action: 'phone-change', outcome: 'failure' },
  sv: { action: 'other', outcome: 'success', accountKnown: true },
  fv: { action: 'other', outcome: 'failure' },
  svr: { action: 'other', outcome: 'info' },
  fvr: { action: 'other', outcome: 'failure' },
  du: { action: 'account-delete', outcome: 'success' },
  sdu: { action: 'account-delete', outcome: 'success' },
  fdu: { action: 'account-delete', outcome: 'failure' },
  ublkdu: { action: 'account-unlock', outcome: 'success' },
  si: { action: 'signup', outcome: 'success' },
  fi: { action: 'signup', outcome: 'failure' },
  w: { action: 'other', outcome: 'info' },
  mgmt_api_read: { action: 'other', outcome: 'info' },

  depnote: OPERATIONAL,
  fn: OPERATIONAL,
  fui: OPERATIONAL,
  sui: OPERATIONAL,
  con: OPERATIONAL,
  coff: OPERATIONAL,
  fcpro: OPERATIONAL,
  fd: OPERATIONAL,
  sd: OPERATIONAL,
} as const satisfies Readonly<Record<string, Classified>>

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
