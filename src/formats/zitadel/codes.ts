import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'

/** What an event means, and the factor it speaks of. */
export interface EventMeaning {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason?: Reason
  readonly mfaMethod?: string
  /** Whose event it is where the aggregate is no user: entries of index.ts. */
  readonly subject?: 'session' | 'granted' | 'editor'
}

const done = (action: Action): EventMeaning => ({ action, outcome: 'success' })
const factorOk = (mfaMethod: string): EventMeaning => ({ action: 'mfa', outcome: 'success', mfaMethod })
const factorBad = (mfaMethod: string): EventMeaning => ({ action: 'mfa', outcome: 'failure', reason: 'mfa-failed', mfaMethod })
const enrolled = (mfaMethod: string): EventMeaning => ({ action: 'mfa-enroll', outcome: 'success', mfaMethod })
const removed = (mfaMethod: string): EventMeaning => ({ action: 'mfa-remove', outcome: 'success', mfaMethod })

const granted = (action: Action): EventMeaning => ({ action, outcome: 'success', subject: 'granted' })
const byEditor = (action: Action): EventMeaning => ({ action, outcome: 'success', subject: 'editor' })

/**
 * Event types; those of the first generation (`user.password…` for `user.human.password…`) are read as the newer ones.
 * The right password is only the first half of a login: the login itself is the token or the OIDC session that follows.
 * Members of instance, organisation and project, and what is set for them, are read without that first word.
 * Source: https://github.com/zitadel/zitadel/tree/main/internal/repository (compared in November 2026, with internal/static/i18n/en.yaml)
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
  'user.human.mfa.otp.sms.check.succeeded': factorOk('sms'),
  'user.human.mfa.otp.sms.check.failed': factorBad('sms'),
  'user.human.mfa.otp.email.check.succeeded': factorOk('email'),
  'user.human.mfa.otp.email.check.failed': factorBad('email'),
  'user.human.mfa.u2f.token.check.succeeded': factorOk('u2f'),
  'user.human.mfa.u2f.token.check.failed': factorBad('u2f'),
  'user.human.mfa.recoverycode.check.succeeded': done('recovery-code-use'),
  'user.human.mfa.recoverycode.check.failed': { action: 'recovery-code-use', outcome: 'failure', reason: 'bad-credentials' },
  'user.impersonated': done('impersonation'),
  'user.human.signed.out': done('logout'),
  'session.terminated': { action: 'logout', outcome: 'success', subject: 'session' },
  'oidc_session.access_token.revoked': { action: 'token-revoke', outcome: 'success', subject: 'session' },
  'oidc_session.refresh_token.revoked': { action: 'token-revoke', outcome: 'success', subject: 'session' },
  'user.human.refresh.token.renewed': done('session-use'),
  'user.human.refresh.token.removed': done('token-revoke'),
  'user.token.removed': done('token-revoke'),
  'user.locked': { action: 'account-lock', outcome: 'success', reason: 'locked' },
  'user.unlocked': done('account-unlock'),
  'user.deactivated': done('account-disable'),
  'user.reactivated': done('account-enable'),
  'user.removed': done('account-delete'),
  'user.human.added': done('account-create'),
  'user.machine.added': done('account-create'),
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
  // Codes go to an address that was proven before: adding them is all there is to it.
  'user.human.mfa.otp.sms.added': enrolled('sms'),
  'user.human.mfa.otp.sms.removed': removed('sms'),
  'user.human.mfa.otp.email.added': enrolled('email'),
  'user.human.mfa.otp.email.removed': removed('email'),
  'user.human.mfa.recoverycode.added': done('recovery-change'),
  'user.human.mfa.recoverycode.removed': done('recovery-change'),
  'user.human.mfa.u2f.token.verified': enrolled('u2f'),
  'user.human.mfa.u2f.token.removed': removed('u2f'),
  'user.human.passwordless.token.verified': enrolled('passkey'),
  'user.human.passwordless.token.removed': removed('passkey'),
  'user.human.externalidp.added': done('identity-provider-change'),
  'user.human.externalidp.removed': done('identity-provider-change'),
  'user.human.externalidp.cascade.removed': done('identity-provider-change'),
  'user.human.externalidp.id.migrated': done('identity-provider-change'),
  'user.machine.secret.set': done('token-create'),
  'user.machine.secret.removed': done('token-revoke'),
  'user.machine.key.added': done('token-create'),
  'user.machine.key.removed': done('token-revoke'),
  'user.pat.added': done('token-create'),
  'user.pat.removed': done('token-revoke'),
  'user.grant.added': granted('role-grant'),
  'user.grant.changed': granted('role-grant'),
  'member.added': granted('role-grant'),
  'member.changed': granted('role-grant'),
  'member.removed': granted('other'),
} as const satisfies Readonly<Record<string, EventMeaning>>

/** What is set for everybody, by the words its type begins with. */
export const settings = {
  'policy.login.': byEditor('policy-change'),
  'policy.lockout.': byEditor('policy-change'),
  'policy.password.': byEditor('policy-change'),
  'policy.domain.': byEditor('policy-change'),
  'idp.': byEditor('identity-provider-change'),
} as const satisfies Readonly<Record<string, EventMeaning>>

/** Steps of a login by session that are written for the user as well, messages on their way, and logins of machines. */
export const ignored = {
  'session.added': 'login-step',
  'session.user.checked': 'login-step',
  'session.password.checked': 'login-step',
  'session.totp.checked': 'login-step',
  'session.intent.checked': 'login-step',
  'session.webAuthN.checked': 'login-step',
  'session.otp.sms.checked': 'login-step',
  'session.otp.email.checked': 'login-step',
  'user.token.v2.added': 'login-step',
  // Names nobody: only the right's own number.
  'user.grant.removed': 'right-taken-back',
  'user.human.refresh.token.added': 'login-step',
  'user.human.invite.check.succeeded': 'account-set-up',
  'user.human.invite.check.failed': 'account-set-up',
  'user.machine.secret.check.succeeded': 'machine-login',
  'user.machine.secret.check.failed': 'machine-login',
  'project.application.oidc.secret.check.succeeded': 'machine-login',
  'project.application.oidc.secret.check.failed': 'machine-login',
  'project.application.api.secret.check.succeeded': 'machine-login',
  'project.application.api.secret.check.failed': 'machine-login',
  'user.human.mfa.u2f.token.begin.login': 'login-step',
  'user.human.passwordless.token.begin.login': 'login-step',
} as const satisfies Readonly<Record<string, string>>
