import type { Classification } from '../define-format.ts'
import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an event type means before its result is known. */
export interface EventMeaning {
  readonly action: Action
  /** Whose event it is: the actor's, or that of the `User` among the targets. */
  readonly subject?: 'target'
  /** Fixed where Okta's result speaks of something else than the outcome (`user.account.lock` is written with FAILURE). */
  readonly outcome?: Outcome
  readonly reason?: Reason
  /** The way a code was sent, for records without `factor`. */
  readonly mfaMethod?: string
}

const login = { action: 'login' } as const
const sessionUse = { action: 'session-use' } as const
const sent = { action: 'mfa', subject: 'target', outcome: 'challenge', reason: 'mfa-required' } as const
const enrolled = { action: 'mfa-enroll', subject: 'target' } as const
const removed = { action: 'mfa-remove', subject: 'target' } as const
const policy = { action: 'policy-change' } as const
const provider = { action: 'identity-provider-change' } as const
const disabled = { action: 'account-disable', subject: 'target' } as const
const enabled = { action: 'account-enable', subject: 'target' } as const
const unlocked = { action: 'account-unlock', subject: 'target' } as const
const alert = { action: 'provider-alert', outcome: 'info' } as const
const alertAbout = { ...alert, subject: 'target' } as const
const granted = { action: 'role-grant', subject: 'target' } as const
const other = { action: 'other' } as const
const otherOf = { action: 'other', subject: 'target' } as const
const throttled = { action: 'other', reason: 'rate-limited' } as const
const reused = { action: 'session-use', subject: 'target', outcome: 'failure', reason: 'token-reuse' } as const
const tokenRevoked = { action: 'token-revoke' } as const
const consentRevoked = { action: 'token-revoke', subject: 'target' } as const

/**
 * Event types of the System Log, those of people and of what protects them.
 * Source: https://developer.okta.com/docs/reference/api/event-types/ (the table `okta-event-types.csv`, compared in November 2026)
 *
 * A directory agent's check (`auth_via_AD_agent` …) is `other`: the login it belongs to is written as `user.session.start` as well.
 * A sign-on policy evaluation is `session-use`: it is written at every access to an app, and asks for more at any step.
 */
export const eventTypes = {
  'user.session.start': login,
  'user.authentication.auth_via_IDP': login,
  'user.authentication.auth_via_social': login,
  'user.authentication.auth_via_inbound_SAML': login,
  'user.authentication.auth_via_richclient': login,
  'user.authentication.auth_via_radius': login,
  'user.authentication.auth_via_AD_agent': other,
  'user.authentication.auth_via_LDAP_agent': other,
  'user.authentication.auth_via_inbound_delauth': other,
  'user.authentication.auth_via_iwa': other,
  'user.authentication.auth_unconfigured_identifier': login,
  // The LDAP interface logs refused binds only.
  'system.ldapi.bind': login,
  'user.authentication.auth': other,
  'user.authentication.authenticate': other,
  'user.authentication.auth_identifier_not_in_policy': other,
  'user.authentication.dsso_via_non_priority_source': alert,
  'user.authentication.auth_via_mfa': { action: 'mfa' },
  'user.authentication.sso': sessionUse,
  'user.authentication.verify': sessionUse,
  'user.session.access_admin_app': sessionUse,
  'policy.evaluate_sign_on': sessionUse,
  'app.oauth2.authorize.code': sessionUse,
  'app.oauth2.as.authorize.code': sessionUse,
  'app.generic.unauth_app_access_attempt': { action: 'session-use', reason: 'not-assigned' },
  'user.authentication.slo': { action: 'logout' },
  'user.session.expire': { action: 'logout' },
  'user.session.end': { action: 'logout' },
  'user.session.clear': { action: 'session-revoke', subject: 'target' },
  'user.authentication.universal_logout': { action: 'session-revoke', subject: 'target' },
  'user.authentication.universal_logout.scheduled': otherOf,

  'user.mfa.okta_verify.deny_push': { action: 'mfa', outcome: 'failure', reason: 'mfa-denied' },
  'user.mfa.okta_verify.deny_push_upgrade_needed': { action: 'mfa', outcome: 'failure', reason: 'mfa-failed' },
  'user.mfa.okta_verify': { action: 'mfa' },
  'user.mfa.attempt_bypass': { action: 'provider-alert', outcome: 'info' },
  'system.push.send_factor_verify_push': { ...sent, mfaMethod: 'push' },
  'system.sms.send_factor_verify_message': { ...sent, mfaMethod: 'sms' },
  'system.sms.send_phone_verification_message': { ...sent, mfaMethod: 'sms' },
  'system.voice.send_mfa_challenge_call': { ...sent, mfaMethod: 'voice' },
  'system.voice.send_phone_verification_call': { ...sent, mfaMethod: 'voice' },
  'system.email.send_factor_verify_message': { ...sent, mfaMethod: 'email' },
  'user.mfa.factor.activate': enrolled,
  'user.mfa.factor.update': enrolled,
  'user.mfa.factor.unsuspend': enrolled,
  'device.enrollment.create': enrolled,
  'device.user.add': enrolled,
  'user.mfa.factor.deactivate': removed,
  'user.mfa.factor.reset_all': removed,
  'user.mfa.factor.suspend': removed,
  'device.user.remove': removed,
  'system.mfa.factor.activate': policy,
  'system.mfa.factor.deactivate': policy,

  'user.account.lock': { action: 'account-lock', outcome: 'success', reason: 'locked' },
  'user.account.lock.limit': { action: 'account-lock', outcome: 'success', reason: 'locked' },
  'user.account.unlock': unlocked,
  'user.account.unlock_by_admin': unlocked,
  'user.account.update_password': { action: 'password-change', subject: 'target' },
  'user.account.reset_password': { action: 'password-reset', subject: 'target' },
  'system.sms.send_password_reset_message': { action: 'password-reset-request', subject: 'target' },
  'system.voice.send_password_reset_call': { action: 'password-reset-request', subject: 'target' },
  // "Invalid self service recovery token used by user."
  'user.account.use_token': { action: 'password-reset', outcome: 'failure', reason: 'token-invalid' },
  'user.account.expire_password': { action: 'password-reset', subject: 'target', reason: 'must-change-password' },
  'user.account.update_profile': { action: 'profile-change', subject: 'target' },
  'user.account.update_primary_email': { action: 'email-change', subject: 'target' },
  'user.account.update_secondary_email': { action: 'recovery-change', subject: 'target' },
  'user.account.privilege.grant': granted,
  'workflows.user.role.user.add': granted,
  'user.account.privilege.revoke': otherOf,
  'group.privilege.grant': { action: 'role-grant' },
  'iam.resourceset.bindings.add': { action: 'role-grant' },
  'user.account.report_suspicious_activity_by_enduser': alert,
  'user.lifecycle.create': { action: 'account-create', subject: 'target' },
  'user.lifecycle.activate': enabled,
  'user.lifecycle.reactivate': enabled,
  'user.lifecycle.unsuspend': enabled,
  'user.lifecycle.suspend': disabled,
  'user.lifecycle.deactivate': disabled,
  'user.lifecycle.delete.initiated': { action: 'account-delete', subject: 'target' },
  'user.lifecycle.delete.completed': { action: 'account-delete', subject: 'target' },
  'user.session.impersonation.grant': { action: 'impersonation' },
  'user.session.impersonation.initiate': { action: 'impersonation' },
  'user.session.impersonation.extend': { action: 'impersonation' },
  'user.session.impersonation.revoke': other,
  'user.session.impersonation.end': other,

  'user.risk.detect': alertAbout,
  'user.risk.change': alertAbout,
  // Identity Threat Protection: what is only weighed, at every step of a session, is left out; what is done about it is not.
  'policy.entity_risk.action': alertAbout,
  'policy.continuous_access.action': alert,
  'policy.auth_reevaluate.action': alert,
  'policy.auth_reevaluate.fail': alert,
  'security.events.provider.receive_event': alertAbout,
  'security.attack.start': alert,
  'security.request.blocked': { action: 'other', outcome: 'blocked', reason: 'blocked-ip' },
  'user.session.context.change': alert,
  'security.session.detect_client_roaming': alert,
  // Its result is always SUCCESS: the password was right, and is known from a breach.
  'security.breached_credential.detected': { ...alert, reason: 'breached-password' },
  'system.oauth2.token.request_outside_allowed_range': alert,
  'security.threat.detected': { action: 'provider-alert' },
  'app.oauth2.token.detect_reuse': reused,
  'app.oauth2.as.token.detect_reuse': reused,
  'app.token.reuse': reused,
  'app.oauth2.token.revoke': tokenRevoked,
  'app.oauth2.as.token.revoke': tokenRevoked,
  'system.api_token.create': { action: 'token-create' },
  'system.api_token.update': other,
  'system.api_token.revoke': tokenRevoked,
  'app.oauth2.as.consent.grant': { action: 'consent-grant' },
  'app.oauth2.as.consent.revoke': consentRevoked,
  'app.oauth2.as.consent.revoke.user': consentRevoked,
  'app.oauth2.consent.revoke': consentRevoked,
  'application.user_membership.show_password': { action: 'data-export' },
  'system.org.rate_limit.warning': throttled,
  'system.org.rate_limit.violation': throttled,
  'system.operation.rate_limit.violation': throttled,
  'application.integration.rate_limit_exceeded': throttled,

  'system.idp.lifecycle.create': provider,
  'system.idp.lifecycle.update': provider,
  'system.idp.lifecycle.activate': provider,
  'system.idp.lifecycle.deactivate': provider,
  'system.idp.lifecycle.delete': provider,
  'policy.lifecycle.create': policy,
  'policy.lifecycle.update': policy,
  'policy.lifecycle.activate': policy,
  'policy.lifecycle.deactivate': policy,
  'policy.lifecycle.delete': policy,
  'policy.rule.add': policy,
  'policy.rule.update': policy,
  'policy.rule.activate': policy,
  'policy.rule.deactivate': policy,
  'policy.rule.delete': policy,
  'policy.lifecycle.overwrite': policy,
  'policy.mapping.create': policy,
  'security.authenticator.lifecycle.create': policy,
  'security.authenticator.lifecycle.update': policy,
  'security.authenticator.lifecycle.activate': policy,
  'security.authenticator.lifecycle.deactivate': policy,
  'security.attack_protection.settings.update': policy,
  'security.protected_action.settings.update': policy,
  'security.session_protection.status.update': policy,
  'security.threat.configuration.update': policy,
  'security.behavior.settings.update': policy,
  'security.behavior.settings.delete': policy,
  'application.policy.sign_on.update': policy,
  'zone.create': policy,
  'zone.update': policy,
  'zone.activate': policy,
  'zone.deactivate': policy,
  'zone.delete': policy,
  'system.log_stream.lifecycle.create': policy,
  'system.log_stream.lifecycle.update': policy,
  'system.log_stream.lifecycle.activate': policy,
  'system.log_stream.lifecycle.deactivate': policy,
  'system.log_stream.lifecycle.delete': policy,
} as const satisfies Readonly<Record<string, EventMeaning>>

/** `outcome.result`. UNKNOWN and a missing result are not here: a login with one of these is refused, not guessed. */
export const results = {
  SUCCESS: 'success',
  ALLOW: 'success',
  FAILURE: 'failure',
  SKIPPED: 'failure',
  DENY: 'blocked',
  CHALLENGE: 'challenge',
} as const satisfies Readonly<Record<string, Outcome>>

/** `outcome.reason` of a result that is no success. Other texts are free (often the policy's name): `other`. */
export const reasons = {
  INVALID_CREDENTIALS: { reason: 'bad-credentials' },
  VERIFICATION_ERROR: { reason: 'bad-credentials' },
  INVALID_LOGIN: { reason: 'unknown-account', accountKnown: false },
  UNKNOWN_USER: { reason: 'unknown-account', accountKnown: false },
  LOCKED_OUT: { reason: 'locked', accountKnown: true },
  PASSWORD_EXPIRED: { reason: 'password-expired', accountKnown: true },
  USER_DEACTIVATED: { reason: 'disabled', accountKnown: true },
  USER_SUSPENDED: { reason: 'disabled', accountKnown: true },
  GENERAL_NONSUCCESS: { reason: 'other' },
  'FastPass declined phishing attempt': { reason: 'policy-denied' },
  'Sign-on policy evaluation resulted in DENY': { reason: 'policy-denied' },
  'Too many requests attempted by an individual user': { reason: 'rate-limited' },
} as const satisfies Readonly<Record<string, Pick<Classification, 'reason' | 'accountKnown'>>>

/** Reasons that mean something else where a second factor was asked for. */
export const factorReasons = {
  INVALID_CREDENTIALS: 'mfa-failed',
  VERIFICATION_ERROR: 'mfa-failed',
  'User rejected Okta push verify': 'mfa-denied',
} as const satisfies Readonly<Record<string, Reason>>
