import type { Classification, IgnoredRecord } from '../define-format.ts'

/** What a call does, or why it is nothing of ours. */
export interface Endpoint extends Pick<Classification, 'action' | 'protocol'> {
  /** A later call says that it went well (`finalizeTFA`): only refusals are told here. */
  readonly refusedOnly?: true
}

const code: Endpoint = { action: 'mfa', refusedOnly: true }

/**
 * Calls of the accounts and socialize interfaces, in lower case. Names of the newer ones as SAP's SDKs call them:
 * https://github.com/SAP/gigya-swift-sdk, https://github.com/SAP/gigya-android-sdk
 */
export const endpoints: Readonly<Record<string, Endpoint | IgnoredRecord>> = {
  'accounts.login': { action: 'login', protocol: 'password' },
  'accounts.sociallogin': { action: 'login', protocol: 'social' },
  'socialize.login': { action: 'login', protocol: 'social' },
  'accounts.notifylogin': { action: 'login', protocol: 'server' },
  'socialize.notifylogin': { action: 'login', protocol: 'server' },
  'accounts.otp.sendcode': { ignore: 'step-only' },
  'accounts.otp.login': { action: 'login', protocol: 'otp' },
  'accounts.auth.fido.verifyassertion': { action: 'login', protocol: 'passkey' },
  'accounts.auth.fido.registercredentials': { action: 'mfa-enroll', protocol: 'passkey' },
  'accounts.auth.fido.removecredential': { action: 'mfa-remove', protocol: 'passkey' },
  'socialize.logout': { action: 'logout' },
  'accounts.logout': { action: 'logout' },
  'accounts.register': { action: 'signup' },
  'accounts.finalizeregistration': { action: 'signup' },
  'accounts.initregistration': { ignore: 'step-only' },
  'accounts.isavailableloginid': { ignore: 'login-id-looked-up' },
  'accounts.resetpassword': { action: 'password-reset-request' },
  'accounts.setaccountinfo': { action: 'profile-change' },
  'accounts.deleteaccount': { action: 'account-delete' },
  'accounts.tfa.inittfa': { ignore: 'step-only' },
  'accounts.tfa.totp.verify': code,
  'accounts.tfa.phone.completeverification': code,
  'accounts.tfa.email.completeverification': code,
  'accounts.tfa.backupcodes.verify': code,
  'accounts.tfa.finalizetfa': { action: 'mfa' },
  'accounts.tfa.resettfa': { action: 'mfa-remove' },
  'accounts.rba.unlock': { action: 'account-unlock' },
  'socialize.addconnection': { action: 'identity-provider-change' },
  'socialize.removeconnection': { action: 'identity-provider-change' },
  'accounts.tfa.deactivateprovider': { action: 'mfa-remove' },
}

/** What a call really does, by a parameter that is there, or has this value: the first one counts. */
export const parameters: Readonly<Record<string, Readonly<Record<string, Pick<Classification, 'action'>>>>> = {
  'accounts.resetpassword': {
    newPassword: { action: 'password-reset' },
  },
  'accounts.setaccountinfo': {
    newPassword: { action: 'password-change' },
    addLoginEmails: { action: 'email-change' },
    removeLoginEmails: { action: 'email-change' },
    'isActive=false': { action: 'account-disable' },
    'isActive=true': { action: 'account-enable' },
  },
}
