import type { Action } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'

const toUser = <Act extends Action>(action: Act) => ({ action, outcome: 'success', subject: 'target' }) as const
const byAdmin = <Act extends Action>(action: Act) => ({ action, outcome: 'success' }) as const

/**
 * Admin console events that touch an account or the ways in; everything else an admin does is ignored and counted. Compared in November 2026
 * with the API's list of event names.
 * https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-user-settings
 */
export const ADMIN_EVENTS = {
  CREATE_USER: toUser('account-create'),
  DELETE_USER: toUser('account-delete'),
  SUSPEND_USER: toUser('account-disable'),
  UNSUSPEND_USER: toUser('account-enable'),
  UNDELETE_USER: toUser('account-enable'),
  CHANGE_PASSWORD: toUser('password-reset'),
  // Asks the user for a new password; nothing has changed yet.
  CHANGE_PASSWORD_ON_NEXT_LOGIN: toUser('other'),
  TURN_OFF_2_STEP_VERIFICATION: toUser('mfa-remove'),
  UNENROLL_USER_FROM_STRONG_AUTH: toUser('mfa-remove'),
  UNENROLL_USER_FROM_TITANIUM: toUser('mfa-remove'),
  REVOKE_SECURITY_KEY: toUser('mfa-remove'),
  ADD_SECURITY_KEY: toUser('mfa-enroll'),
  GENERATE_2SV_SCRATCH_CODES: toUser('recovery-change'),
  DELETE_2SV_SCRATCH_CODES: toUser('mfa-remove'),
  RESET_SIGNIN_COOKIES: toUser('session-revoke'),
  REVOKE_3LO_TOKEN: toUser('token-revoke'),
  REVOKE_ASP: toUser('token-revoke'),
  CHANGE_RECOVERY_EMAIL: toUser('recovery-change'),
  CHANGE_RECOVERY_PHONE: toUser('recovery-change'),
  RENAME_USER: toUser('email-change'),
  GRANT_ADMIN_PRIVILEGE: toUser('role-grant'),
  GRANT_DELEGATED_ADMIN_PRIVILEGES: toUser('role-grant'),
  ASSIGN_ROLE: toUser('role-grant'),
  REVOKE_ADMIN_PRIVILEGE: toUser('other'),
  UNASSIGN_ROLE: toUser('other'),
  ARCHIVE_USER: toUser('account-disable'),
  UNARCHIVE_USER: toUser('account-enable'),
  UNBLOCK_USER_SESSION: toUser('account-unlock'),
  ADD_RECOVERY_EMAIL: toUser('recovery-change'),
  ADD_RECOVERY_PHONE: toUser('recovery-change'),
  REMOVE_RECOVERY_EMAIL: toUser('recovery-change'),
  REMOVE_RECOVERY_PHONE: toUser('recovery-change'),
  SECURITY_KEY_REGISTERED_FOR_USER: toUser('mfa-enroll'),
  USER_ENROLLED_IN_TWO_STEP_VERIFICATION: toUser('mfa-enroll'),
  // May log in with the password alone for a while.
  USER_PUT_IN_TWO_STEP_VERIFICATION_GRACE_PERIOD: toUser('mfa-remove'),
  PASSKEY_REVOKED: toUser('mfa-remove'),
  USER_CREATED_PASSKEY_REVOKE: toUser('mfa-remove'),
  REVOKE_3LO_DEVICE_TOKENS: toUser('token-revoke'),
  VIEW_TEMP_PASSWORD: toUser('data-export'),
  REQUEST_MAILBOX_DUMP: toUser('data-export'),
  REQUEST_ACCOUNT_INFO: toUser('data-export'),
  // Copies of somebody's mail to somebody else.
  CREATE_EMAIL_MONITOR: toUser('forwarding-change'),
  DELETE_EMAIL_MONITOR: toUser('forwarding-change'),
  MAIL_ROUTING_DESTINATION_ADDED: toUser('forwarding-change'),
  MAIL_ROUTING_DESTINATION_REMOVED: toUser('forwarding-change'),
  DOWNLOAD_USERLIST_CSV: byAdmin('data-export'),
  DOWNLOAD_USERLIST: byAdmin('data-export'),
  CUSTOMER_TAKEOUT_SUCCEEDED: byAdmin('data-export'),
  CUSTOMER_TAKEOUT_CREATED: { action: 'data-export', outcome: 'info' },
  AUTHORIZE_API_CLIENT_ACCESS: byAdmin('consent-grant'),
  CHANGE_SSO_SETTINGS: byAdmin('identity-provider-change'),
  // A provider of logins beside the one there is: https://support.google.com/a/answer/12032922
  INBOUND_SSO_PROFILE_CREATED: byAdmin('identity-provider-change'),
  INBOUND_SSO_PROFILE_UPDATED: byAdmin('identity-provider-change'),
  INBOUND_SSO_PROFILE_DELETED: byAdmin('identity-provider-change'),
  ENFORCE_STRONG_AUTHENTICATION: byAdmin('policy-change'),
  CHANGE_ALLOWED_TWO_STEP_VERIFICATION_METHODS: byAdmin('policy-change'),
  ALLOW_STRONG_AUTHENTICATION: byAdmin('policy-change'),
  CHANGE_TWO_STEP_VERIFICATION_ENROLLMENT_PERIOD_DURATION: byAdmin('policy-change'),
  CHANGE_TWO_STEP_VERIFICATION_FREQUENCY: byAdmin('policy-change'),
  CHANGE_TWO_STEP_VERIFICATION_GRACE_PERIOD_DURATION: byAdmin('policy-change'),
  CHANGE_TWO_STEP_VERIFICATION_START_DATE: byAdmin('policy-change'),
  CHANGE_PASSWORD_MAX_LENGTH: byAdmin('policy-change'),
  CHANGE_PASSWORD_MIN_LENGTH: byAdmin('policy-change'),
  CHANGE_SESSION_LENGTH: byAdmin('policy-change'),
  SESSION_CONTROL_SETTINGS_CHANGE: byAdmin('policy-change'),
  WEAK_PROGRAMMATIC_LOGIN_SETTINGS_CHANGED: byAdmin('policy-change'),
  TOGGLE_CAA_ENABLEMENT: byAdmin('policy-change'),
  TOGGLE_ALLOW_ADMIN_PASSWORD_RESET: byAdmin('policy-change'),
  ENABLE_NON_ADMIN_USER_PASSWORD_RECOVERY: byAdmin('policy-change'),
  UNBLOCK_ALL_THIRD_PARTY_API_ACCESS: byAdmin('policy-change'),
  ADD_TO_TRUSTED_OAUTH2_APPS: byAdmin('policy-change'),
  MULTIPLE_ADD_TO_TRUSTED_OAUTH2_APPS: byAdmin('policy-change'),
  TRUST_DOMAIN_OWNED_OAUTH2_APPS: byAdmin('policy-change'),
  CREATE_ROLE: byAdmin('policy-change'),
  UPDATE_ROLE: byAdmin('policy-change'),
  DELETE_ROLE: byAdmin('policy-change'),
  ADD_PRIVILEGE: byAdmin('policy-change'),
  REMOVE_PRIVILEGE: byAdmin('policy-change'),
  TOGGLE_SSO_ENABLED: byAdmin('identity-provider-change'),
  UPDATE_PUBLIC_KEY_CERTIFICATE: byAdmin('identity-provider-change'),
} as const satisfies Readonly<Record<string, Classified>>

/** OAuth tokens of third-party applications: https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token */
export const TOKEN_EVENTS = {
  authorize: { action: 'consent-grant', outcome: 'success' },
  revoke: { action: 'token-revoke', outcome: 'success' },
  activity: { ignore: 'api-activity' },
  request: { ignore: 'api-activity' },
} as const satisfies Readonly<Record<string, Classified>>

/** Application `context_aware_access`. Source: https://developers.google.com/workspace/admin/reports/v1/appendix/activity/context-aware-access */
export const ACCESS_EVENTS = {
  ACCESS_DENY_EVENT: { action: 'session-use', outcome: 'blocked', reason: 'policy-denied' },
  ACCESS_DENY_INTERNAL_ERROR_EVENT: { action: 'session-use', outcome: 'failure', reason: 'system-error' },
  // Nobody was kept out: the rule was only tried.
  MONITOR_MODE_ACCESS_DENY_EVENT: { ignore: 'other-event' },
} as const satisfies Readonly<Record<string, Classified>>
