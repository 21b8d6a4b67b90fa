import type { Classified } from '../define-format.ts'

const toUser = (
  action:
    | 'account-create'
    | 'account-delete'
    | 'account-disable'
    | 'account-enable'
    | 'password-reset'
    | 'other'
    | 'mfa-remove'
    | 'mfa-enroll'
    | 'role-grant'
    | 'session-revoke'
    | 'token-revoke'
    | 'recovery-change'
    | 'email-change',
) => ({ action, outcome: 'success', subject: 'target' }) as const
const byAdmin = (action: 'data-export' | 'policy-change' | 'identity-provider-change' | 'consent-grant') =>
  ({ action, outcome: 'success' }) as const

/**
 * Admin console events that touch an account or the ways in; everything else an admin does is ignored and counted.
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
  GENERATE_2SV_SCRATCH_CODES: toUser('mfa-enroll'),
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
} as const satisfies Readonly<Record<string, Classified>>

/** OAuth tokens of third-party applications: https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token */
export const TOKEN_EVENTS = {
  authorize: { action: 'consent-grant', outcome: 'success' },
  revoke: { action: 'token-revoke', outcome: 'success' },
  activity: { ignore: 'api-activity' },
  request: { ignore: 'api-activity' },
} as const satisfies Readonly<Record<string, Classified>>
