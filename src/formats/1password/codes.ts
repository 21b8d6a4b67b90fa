import type { Classification } from '../define-format.ts'
import type { Outcome, Reason } from '../../model/vocabulary.ts'

/** `category` of a sign-in attempt: how it went. Source: https://developer.1password.com/docs/events-api/reference (compared in November 2026) */
export const categories = {
  success: { outcome: 'success' },
  firewall_reported_success: { outcome: 'success' },
  credentials_failed: { outcome: 'failure', reason: 'bad-credentials' },
  mfa_failed: { outcome: 'failure', reason: 'mfa-failed' },
  sso_failed: { outcome: 'failure', reason: 'other' },
  modern_version_failed: { outcome: 'blocked', reason: 'device-denied' },
  firewall_failed: { outcome: 'blocked', reason: 'policy-denied' },
} as const satisfies Readonly<Record<string, { readonly outcome: Outcome; readonly reason?: Reason }>>

/** `type` of an attempt that failed, where it says more than the category. `u2f_timout` is 1Password's spelling. */
export const types = {
  mfa_missing: 'mfa-required',
  totp_timeout: 'mfa-timeout',
  u2f_timout: 'mfa-timeout',
  duo_timeout: 'mfa-timeout',
  code_timeout: 'mfa-timeout',
  service_account_sso_denied: 'policy-denied',
  non_sso_user: 'not-assigned',
  sso_user_mismatch: 'bad-credentials',
  ip_blocked: 'blocked-ip',
  // An address of a relay or a VPN.
  anonymous_blocked: 'blocked-ip',
  all_blocked: 'policy-denied',
  continent_blocked: 'location-denied',
  country_blocked: 'location-denied',
} as const satisfies Readonly<Record<string, Reason>>

/** The factor that `type` speaks of. */
export const factors = {
  mfa_ok: 'mfa',
  totp_disabled: 'totp',
  totp_bad: 'totp',
  totp_timeout: 'totp',
  u2f_disabled: 'u2f',
  u2f_bad: 'u2f',
  u2f_timout: 'u2f',
  duo_disabled: 'duo',
  duo_bad: 'duo',
  duo_timeout: 'duo',
  duo_native_bad: 'duo',
  code_disabled: 'code',
  code_bad: 'code',
  code_timeout: 'code',
} as const satisfies Readonly<Record<string, string>>

/** `action` of item usages, of which items leave the vault. Source: https://developer.1password.com/docs/events-api/reference#itemusage */
export const itemActions = {
  export: { action: 'data-export', outcome: 'success', accountKnown: true },
  share: { action: 'data-export', outcome: 'success', accountKnown: true },
} as const satisfies Readonly<Record<string, Pick<Classification, 'action' | 'outcome' | 'accountKnown'>>>
