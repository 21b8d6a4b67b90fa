import type { Classification } from '../define-format.ts'

/** Events of the webhooks, by channel and type: https://schemas.identity.wso2.org/events/CHANNEL/event-type/TYPE. */
export const events: Readonly<Record<string, Pick<Classification, 'action' | 'outcome' | 'reason' | 'accountKnown'>>> = {
  'login/loginSuccess': { action: 'login', outcome: 'success', accountKnown: true },
  'login/loginFailed': { action: 'login', outcome: 'failure', reason: 'other' },
  'credential/credentialUpdated': { action: 'password-change', outcome: 'success', accountKnown: true },
  'registration/registrationSuccess': { action: 'signup', outcome: 'success', accountKnown: true },
  'registration/registrationFailed': { action: 'signup', outcome: 'failure', reason: 'other' },
  'user/userCreated': { action: 'account-create', outcome: 'success', accountKnown: true },
  'user/userDeleted': { action: 'account-delete', outcome: 'success', accountKnown: true },
  'user/userAccountLocked': { action: 'account-lock', outcome: 'success', accountKnown: true },
  'user/userAccountUnlocked': { action: 'account-unlock', outcome: 'success', accountKnown: true },
  'user/userEnabled': { action: 'account-enable', outcome: 'success', accountKnown: true },
  'user/userDisabled': { action: 'account-disable', outcome: 'success', accountKnown: true },
  'user/userProfileUpdated': { action: 'profile-change', outcome: 'success', accountKnown: true },
  'session/sessionEstablished': { action: 'session-use', outcome: 'success', accountKnown: true },
  'session/sessionPresented': { action: 'session-use', outcome: 'success', accountKnown: true },
  'session/sessionRevoked': { action: 'session-revoke', outcome: 'success', accountKnown: true },
}

/** What stands in a password event beside its type: an administrator resets, whatever the word for it. */
export const credentialChanges: Readonly<Record<string, Pick<Classification, 'action'>>> = {
  ADMIN: { action: 'password-reset' },
  RESET: { action: 'password-reset' },
}
