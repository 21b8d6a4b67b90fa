import type { Reason } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'

/**
 * Events of the applications `login` and `user_accounts` whose name alone decides; the rest is in `classify.ts`.
 * https://developers.google.com/workspace/admin/reports/v1/appendix/activity/login
 */
export const ACCOUNT_EVENTS = {
  login_success: { action: 'login', outcome: 'success', accountKnown: true },
  logout: { action: 'logout', outcome: 'success' },
  password_edit: { action: 'password-change', outcome: 'success' },
  recovery_email_edit: { action: 'recovery-change', outcome: 'success' },
  recovery_phone_edit: { action: 'recovery-change', outcome: 'success' },
  recovery_secret_qa_edit: { action: 'recovery-change', outcome: 'success' },
  '2sv_enroll': { action: 'mfa-enroll', outcome: 'success' },
  '2sv_disable': { action: 'mfa-remove', outcome: 'success' },
  titanium_enroll: { action: 'mfa-enroll', outcome: 'success' },
  titanium_unenroll: { action: 'mfa-remove', outcome: 'success' },
  passkey_enrolled: { action: 'mfa-enroll', outcome: 'success', mfaMethod: 'passkey' },
  passkey_removed: { action: 'mfa-remove', outcome: 'success', mfaMethod: 'passkey' },
  email_forwarding_out_of_domain: { action: 'forwarding-change', outcome: 'success' },
  suspicious_login: { action: 'provider-alert', outcome: 'info', accountKnown: true },
  suspicious_login_less_secure_app: { action: 'provider-alert', outcome: 'info', accountKnown: true, protocol: 'legacy:less_secure_app' },
  suspicious_programmatic_login: { action: 'provider-alert', outcome: 'info', accountKnown: true },
  user_signed_out_due_to_suspicious_session_cookie: {
    action: 'provider-alert',
    outcome: 'blocked',
    reason: 'token-reuse',
    accountKnown: true,
  },
  account_disabled_generic: { action: 'account-disable', outcome: 'success', accountKnown: true },
  account_disabled_hijacked: { action: 'account-disable', outcome: 'success', accountKnown: true },
  account_disabled_spamming: { action: 'account-disable', outcome: 'success', accountKnown: true },
  account_disabled_spamming_through_relay: { action: 'account-disable', outcome: 'success', accountKnown: true },
  account_disabled_password_leak: { action: 'account-disable', outcome: 'success', reason: 'breached-password', accountKnown: true },
  gov_attack_warning: { action: 'provider-alert', outcome: 'info', accountKnown: true },
  risky_sensitive_action_allowed: { action: 'provider-alert', outcome: 'info', accountKnown: true },
  risky_sensitive_action_blocked: { action: 'provider-alert', outcome: 'blocked', reason: 'policy-denied', accountKnown: true },
} as const satisfies Readonly<Record<string, Classified>>

/**
 * Methods of `login_challenge_method` that are no second factor, and why a login ends that fails in one: the password, whether a person is
 * there, the identity provider of the domain. The page above says of `none` that no challenge was faced.
 */
export const NO_SECOND_FACTOR = {
  password: 'bad-password',
  none: 'other',
  captcha: 'other',
  saml: 'other',
  oidc: 'other',
} as const satisfies Readonly<Record<string, Reason>>

/** `login_failure_type`; Google stopped writing it, so a failure without one is just a failure. */
export const FAILURE_TYPES = {
  login_failure_invalid_password: { action: 'login', outcome: 'failure', reason: 'bad-password', accountKnown: true },
  login_failure_account_disabled: { action: 'login', outcome: 'failure', reason: 'disabled', accountKnown: true },
  login_failure_access_code_disallowed: { action: 'login', outcome: 'failure', reason: 'policy-denied', accountKnown: true },
  login_failure_invalid_second_factor: { action: 'login', outcome: 'failure', reason: 'mfa-failed', accountKnown: true },
  login_failure_unknown: { action: 'login', outcome: 'failure', reason: 'other', accountKnown: true },
} as const satisfies Readonly<Record<string, Classified>>
