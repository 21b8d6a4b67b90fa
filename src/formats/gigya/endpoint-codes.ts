import type { Classification, IgnoredRecord } from '../define-format.ts'

/** Calls of the accounts and socialize interfaces, in lower case. */
export const endpoints: Readonly<Record<string, Pick<Classification, 'action' | 'protocol'> | IgnoredRecord>> = {
  'accounts.login': { action: 'login', protocol: 'password' },
  'accounts.sociallogin': { action: 'login', protocol: 'social' },
  'socialize.login': { action: 'login', protocol: 'social' },
  'accounts.notifylogin': { action: 'login', protocol: 'server' },
  'accounts.logout': { action: 'logout' },
  'accounts.register': { action: 'signup' },
  'accounts.finalizeregistration': { action: 'signup' },
  'accounts.initregistration': { ignore: 'step-only' },
  'accounts.isavailableloginid': { ignore: 'login-id-looked-up' },
  'accounts.resetpassword': { action: 'password-reset-request' },
  'accounts.setaccountinfo': { action: 'profile-change' },
  'accounts.deleteaccount': { action: 'account-delete' },
  'accounts.tfa.inittfa': { ignore: 'step-only' },
  'accounts.tfa.finalizetfa': { action: 'mfa' },
  'accounts.tfa.deactivateprovider': { action: 'mfa-remove' },
}

/** What a call really does, by a parameter that is there: the first one counts. */
export const parameters: Readonly<Record<string, Readonly<Record<string, Pick<Classification, 'action'>>>>> = {
  'accounts.resetpassword': {
    newPassword: { action: 'password-reset' },
  },
  'accounts.setaccountinfo': {
    newPassword: { action: 'password-change' },
    addLoginEmails: { action: 'email-change' },
  },
}
