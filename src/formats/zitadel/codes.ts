import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an event means, and the factor it speaks of. */
export interface EventMeaning {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason?: Reason
  readonly mfaMethod?: string
  readonly subject?: 'session'
}

const done = (action: Action): EventMeaning => ({ action, outcome: 'success' })
const factorOk = (mfaMethod: string): EventMeaning => ({ action: 'mfa', outcome: 'success', mfaMethod })
const factorBad = (mfaMethod: string): EventMeaning => ({ action: 'mfa', outcome: 'failure', reason: 'mfa-failed', mfaMethod })
const enrolled = (mfaMethod: string): EventMeaning => ({ action: 'mfa-enroll', outcome: 'success', mfaMethod })
const removed = (mfaMethod: string): EventMeaning => ({ action: 'mfa-remove', outcome: 'success', mfaMethod })

/**
 * Event types; those of the first generation (`user.password…` for `user.human.password…`) are read as the newer ones.
 * The right password is only the first half of a login: the login itself is the token or the OIDC session that follows.
 * Source: https://github.com/zitadel/zitadel/tree/main/internal/repository
 */
export const eventTypes = {
  'user.human.password.check.failed': { action: 'login', outcome: 'failure', reason: 'bad-password' },
  'user.human.password.check.succeeded': done('other'),
  'user.human.externallogin.check.succeeded': done('login'),
  'user.human.passwordless.token.check.succeeded': { action: 'login', outcome: 'success', mfaMethod: 'passkey' },
  'user.human.passwordless.token.check.failed': { action: 'login', outcome: 'failure', reason: 'bad-credentials', mfaMethod: 'passkey' },
  'user.token.added': done('login'),
  'oidc_session.added': { action: 'login', outcome: 'success', subject: 'session' },
  'saml_session.added': { action: 'login', outcome: 'success', subject: 'session' },
  'user.human.mfa.otp.check.succeeded': factorOk('otp'),
  'user.human.mfa.otp.check.failed': factorBad('otp'),
  'user.human.otp.sms.check.succeeded': factorOk('sms'),
  'user.human.otp.sms.check.failed': factorBad('sms'),
  'user.human.otp.email.check.succeeded': factorOk('email'),
  'user.human.otp.email.check.failed': factorBad('email'),
  'user.human.mfa.u2f.token.check.succeeded': factorOk('u2f'),
  'user.human.mfa.u2f.token.check.failed': factorBad('u2f'),
  'user.human.signed.out': done('logout'),
  'session.terminated': { action: 'logout', outcome: 'success', subject: 'session' },
  'oidc_session.access_token.revoked': { action: 'token-revoke', outcome: 'success', subject: 'session' },
  'oidc_session.refresh_token.revoked': { action: 'token-revoke', outcome: 'success', subject: 'session' },
  'user.human.refresh.token.renewed': done('session-use'),
  'user.locked': { action: 'account-lock', outcome: 'success', reason: 'locked' },
  'user.unlocked': done('account-unlock'),
  'user.deactivated': done('account-disable'),
  'user.reactivated': done('account-enable'),
  'user.removed': done('account-delete'),
  'user.human.added': done('account-create'),
  'user.human.selfregistered': done('signup'),
  'user.human.password.changed': done('password-change'),
  'user.human.password.code.added': done('password-reset-request'),
  'user.human.email.changed': done('email-change'),
  'user.human.phone.changed': done('phone-change'),
  'user.human.phone.removed': done('phone-change'),
  'user.human.profile.changed': done('profile-change'),
  'user.human.address.changed': done('address-change'),
  'user.username.changed': done('profile-change'),
  'user.human.mfa.otp.verified': enrolled('otp'),
  'user.human.mfa.otp.removed': removed('otp'),
  'user.human.mfa.u2f.token.verified': enrolled('u2f'),
  'user.human.mfa.u2f.token.removed': removed('u2f'),
  'user.human.passwordless.token.verified': enrolled('passkey'),
  'user.human.passwordless.token.removed': removed('passkey'),
  'user.human.externalidp.added': done('identity-provider-change'),
  'user.human.externalidp.removed': done('identity-provider-change'),
  'user.machine.key.added': done('token-create'),
  'user.machine.key.removed': done('token-revoke'),
  'user.pat.added': done('token-create'),
  'user.pat.removed': done('token-revoke'),
} as const satisfies Readonly<Record<string, EventMeaning>>

/** Steps of a login by session that are written for the user as well, and messages on their way. */
export const ignored = {
  'session.added': 'login-step',
  'session.user.checked': 'login-step',
  'session.password.checked': 'login-step',
  'session.totp.checked': 'login-step',
  'user.human.mfa.u2f.token.begin.login': 'login-step',
  'user.human.passwordless.token.begin.login': 'login-step',
} as const satisfies Readonly<Record<string, string>>
