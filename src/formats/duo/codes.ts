import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What a result means where its reason does not say more. */
export interface Result {
  readonly outcome: Outcome
  readonly reason?: Reason
}

/** `result` of the authentication log, in lower case. `failure` is what the older API and the panel write for `denied`. */
export const results = {
  success: { outcome: 'success' },
  denied: { outcome: 'failure', reason: 'other' },
  failure: { outcome: 'failure', reason: 'other' },
  error: { outcome: 'failure', reason: 'system-error' },
  fraud: { outcome: 'failure', reason: 'mfa-fraud-reported' },
} as const satisfies Readonly<Record<string, Result>>

const byPolicy = { outcome: 'blocked', reason: 'policy-denied' } as const
const byDevice = { outcome: 'blocked', reason: 'device-denied' } as const
const byAddress = { outcome: 'blocked', reason: 'blocked-ip' } as const
const denied = { outcome: 'failure', reason: 'mfa-denied' } as const
const unanswered = { outcome: 'failure', reason: 'mfa-timeout' } as const
const fault = { outcome: 'failure', reason: 'system-error' } as const

/**
 * `reason` of a result that is no success, in lower case with `_` for blanks (the older API writes "No response").
 * Source: https://duo.com/docs/adminapi#authentication-logs
 */
export const refusals = {
  user_marked_fraud: { outcome: 'failure', reason: 'mfa-fraud-reported' },
  user_mistake: denied,
  user_cancelled: denied,
  no_response: unanswered,
  no_keys_pressed: unanswered,
  call_timed_out: unanswered,
  invalid_passcode: { outcome: 'failure', reason: 'mfa-failed' },
  anomalous_push: { outcome: 'blocked', reason: 'mfa-denied' },
  locked_out: { outcome: 'failure', reason: 'locked' },
  user_disabled: { outcome: 'failure', reason: 'disabled' },
  deny_unenrolled_user: { outcome: 'blocked', reason: 'not-assigned' },
  denied_by_policy: byPolicy,
  factor_restricted: byPolicy,
  user_not_in_permitted_group: byPolicy,
  software_restricted: byPolicy,
  version_restricted: byPolicy,
  out_of_date: byPolicy,
  denied_network: byAddress,
  anonymous_ip: byAddress,
  location_restricted: { outcome: 'blocked', reason: 'location-denied' },
  endpoint_is_not_trusted: byDevice,
  endpoint_is_not_in_management_system: byDevice,
  endpoint_failed_google_verification: byDevice,
  no_duo_certificate_present: byDevice,
  invalid_device: byDevice,
  rooted_device: byDevice,
  no_disk_encryption: byDevice,
  no_screen_lock: byDevice,
  platform_restricted: byDevice,
  touchid_disabled: byDevice,
  touch_id_disabled: byDevice,
  no_activated_duo_mobile_account: byDevice,
  user_provided_invalid_certificate: byDevice,
  invalid_management_certificate_collection_state: byDevice,
  no_referring_hostname_provided: byPolicy,
  invalid_referring_hostname_provided: byPolicy,
  no_web_referer_match: byPolicy,
  could_not_determine_if_endpoint_was_trusted: fault,
  error: fault,
} as const satisfies Readonly<Record<string, Result>>

/** `reason` of a success for which nobody showed a second factor → what is written in its place. */
export const withoutFactor = {
  bypass_user: 'none: bypass user',
  allow_unenrolled_user: 'none: not enrolled',
  allow_unenrolled_user_on_trusted_network: 'none: not enrolled, trusted network',
  allowed_by_policy: 'none: policy',
  remembered_device: 'none: remembered device',
  trusted_network: 'none: trusted network',
  trusted_location: 'none: trusted location',
} as const satisfies Readonly<Record<string, string>>

/** What an administrator's act means; `target`: it is about the user named in `object`. */
export interface AdminAct {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason?: Reason
  readonly subject?: 'target' | 'nobody'
}

const success = 'success'
const target = 'target'
const policy = { action: 'policy-change', outcome: success, subject: 'nobody' } as const

/** `action` of the administrator log. Phones and tokens are named by themselves there, not by whom they belong to. */
export const adminActs = {
  admin_login: { action: 'login', outcome: success },
  admin_login_error: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  admin_2fa_error: { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' },
  admin_lockout: { action: 'account-lock', outcome: success, reason: 'locked' },
  admin_create: { action: 'account-create', outcome: success, subject: target },
  admin_delete: { action: 'account-delete', outcome: success, subject: target },
  admin_update: { action: 'profile-change', outcome: success },
  admin_reset_password: { action: 'password-reset', outcome: success, subject: target },
  admin_single_sign_on_update: { action: 'identity-provider-change', outcome: success, subject: 'nobody' },
  update_admin_factor_restrictions: policy,
  policy_create: policy,
  policy_update: policy,
  policy_delete: policy,
  user_create: { action: 'account-create', outcome: success, subject: target },
  user_update: { action: 'profile-change', outcome: success, subject: target },
  user_delete: { action: 'account-delete', outcome: success, subject: target },
  bypass_create: { action: 'recovery-change', outcome: success, subject: target },
  bypass_view: { action: 'data-export', outcome: success, subject: target },
  phone_create: { action: 'mfa-enroll', outcome: success, subject: 'nobody' },
  phone_delete: { action: 'mfa-remove', outcome: success, subject: 'nobody' },
  integration_create: { action: 'token-create', outcome: success, subject: 'nobody' },
  integration_skey_view: { action: 'data-export', outcome: success, subject: 'nobody' },
} as const satisfies Readonly<Record<string, AdminAct>>

/** `status` in the description of `user_update`. A user in bypass is let in without a second factor. */
export const userStates = {
  Bypass: 'mfa-remove',
  Disabled: 'account-disable',
  Active: 'account-enable',
} as const satisfies Readonly<Record<string, Action>>

/**
 * `action.name` of the activity log. Names: https://docs.cloud.google.com/chronicle/docs/ingestion/default-parsers/duo-activity; those of
 * users and administrators as the administrator log has them.
 */
export const activityActs = {
  admin_login: 'login',
  admin_create: 'account-create',
  admin_update: 'profile-change',
  admin_delete: 'account-delete',
  admin_reset_password: 'password-reset',
  admin_factor_restrictions: 'policy-change',
  policy_create: 'policy-change',
  policy_update: 'policy-change',
  policy_delete: 'policy-change',
  user_create: 'account-create',
  user_update: 'profile-change',
  user_delete: 'account-delete',
  user_adminapi_lockout: 'account-lock',
  user_not_enrolled_lockout: 'account-lock',
  user_lockout_cleared: 'account-unlock',
  bypass_create: 'recovery-change',
  bypass_view: 'data-export',
  phone_create: 'mfa-enroll',
  phone_associate: 'mfa-enroll',
  phone_activation_code_regenerated: 'mfa-enroll',
  phone_delete: 'mfa-remove',
  phone_disassociate: 'mfa-remove',
  webauthncredential_create: 'mfa-enroll',
  webauthncredential_delete: 'mfa-remove',
  u2ftoken_create: 'mfa-enroll',
  u2ftoken_delete: 'mfa-remove',
  deregister_devices: 'mfa-remove',
  integration_create: 'token-create',
  integration_skey_view: 'data-export',
  integration_skey_bulk_view: 'data-export',
} as const satisfies Readonly<Record<string, Action>>

/** `target.type` → the target is a person's account; devices and settings are named by themselves. */
export const personTargets = { user: 'target', user_bypass: 'target', admin: 'target' } as const satisfies Readonly<
  Record<string, 'target'>
>

/** `outcome.result`; none is written of what cannot fail. */
export const activityOutcomes = {
  SUCCESS: { outcome: success },
  FAILURE: { outcome: 'failure', reason: 'other' },
} as const satisfies Readonly<Record<string, Result>>
