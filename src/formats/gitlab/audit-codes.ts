import type { Action } from '../../model/vocabulary.ts'
import type { Classification } from '../define-format.ts'

/** What a type of audit event means; `subject` where it is its author's: what it was done to is no user. */
export type AuditType = Omit<Classification, 'code'> & { readonly subject?: 'author' }

const login = { action: 'login', outcome: 'success', accountKnown: true } as const
const toUser = (action: Action): AuditType => ({ action, outcome: 'success' })
const byAuthor = (action: Action): AuditType => ({ action, outcome: 'success', subject: 'author' })
const wrongFactor = { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', accountKnown: true } as const

/**
 * `event_type` of streamed audit events, `event_name` of newer logs: those about accounts and the ways in.
 * Source: https://docs.gitlab.com/user/compliance/audit_event_types/ (compared in November 2026)
 */
export const auditTypes = {
  login_failed_with_standard_authentication: { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  omniauth_login_failed: { action: 'login', outcome: 'failure', reason: 'other', protocol: 'omniauth' },
  login_failed_with_otp_authentication: { ...wrongFactor, mfaMethod: 'code' },
  login_failed_with_webauthn_authentication: { ...wrongFactor, mfaMethod: 'webauthn' },
  authenticated_with_password: login,
  authenticated_with_ldap: { ...login, protocol: 'ldap' },
  authenticated_with_oauth: { ...login, protocol: 'oauth' },
  authenticated_with_group_saml: { ...login, protocol: 'saml' },
  authenticated_with_two_factor: { ...login, mfaMethod: 'code' },
  authenticated_with_webauthn: { ...login, mfaMethod: 'webauthn' },
  user_enable_admin_mode: toUser('session-use'),
  user_access_locked: { action: 'account-lock', outcome: 'success', reason: 'locked' },
  user_access_unlocked: toUser('account-unlock'),
  user_created: toUser('account-create'),
  user_provisioned_by_scim: toUser('account-create'),
  user_destroyed: toUser('account-delete'),
  user_rejected: toUser('account-delete'),
  ban_user: toUser('account-disable'),
  user_blocked: toUser('account-disable'),
  user_deactivate: toUser('account-disable'),
  unban_user: toUser('account-enable'),
  unblock_user: toUser('account-enable'),
  user_activate: toUser('account-enable'),
  user_approved: toUser('account-enable'),
  user_impersonation: toUser('impersonation'),
  password_reset_requested: toUser('password-reset-request'),
  password_reset_failed: { action: 'password-reset', outcome: 'failure', reason: 'other' },
  user_password_updated: toUser('password-change'),
  email_created: toUser('email-change'),
  email_destroyed: toUser('email-change'),
  user_email_address_updated: toUser('email-change'),
  user_email_changed_and_user_signed_in: toUser('email-change'),
  user_enable_two_factor: toUser('mfa-enroll'),
  user_disable_two_factor: toUser('mfa-remove'),
  user_admin_status_updated: toUser('role-grant'),
  user_auditor_status_updated: toUser('role-grant'),
  member_created: toUser('role-grant'),
  member_updated: toUser('role-grant'),
  member_destroyed: toUser('other'),
  user_name_updated: toUser('profile-change'),
  user_username_updated: toUser('profile-change'),
  update_mismatched_group_saml_extern_uid: toUser('identity-provider-change'),
  personal_access_token_created: byAuthor('token-create'),
  personal_access_token_revoked: byAuthor('token-revoke'),
  group_access_token_created: byAuthor('token-create'),
  group_access_token_deleted: byAuthor('token-revoke'),
  project_access_token_created: byAuthor('token-create'),
  project_access_token_deleted: byAuthor('token-revoke'),
  add_ssh_key: byAuthor('token-create'),
  remove_ssh_key: byAuthor('token-revoke'),
  oauth_application_created: byAuthor('token-create'),
  user_authorized_oauth_application: byAuthor('consent-grant'),
  group_saml_provider_create: byAuthor('identity-provider-change'),
  group_saml_provider_update: byAuthor('identity-provider-change'),
  application_setting_updated: byAuthor('policy-change'),
  group_require_two_factor_authentication_updated: byAuthor('policy-change'),
  group_two_factor_grace_period_updated: byAuthor('policy-change'),
  allow_mfa_for_subgroups_updated: byAuthor('policy-change'),
  ip_restrictions_changed: byAuthor('policy-change'),
  allowed_email_domain_updated: byAuthor('policy-change'),
  step_up_auth_required_oauth_provider_updated: byAuthor('policy-change'),
} as const satisfies Readonly<Record<string, AuditType>>
