import type { Classified } from '../define-format.ts'

/**
 * `errorMessage` of a failed console sign-in.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export const CONSOLE_ERRORS = {
  'Failed authentication': { action: 'login', outcome: 'failure', reason: 'bad-credentials', accountKnown: true },
  'No username found in supplied account': { action: 'login', outcome: 'failure', reason: 'unknown-account', accountKnown: false },
} as const satisfies Readonly<Record<string, Classified>>

/** Events of `signin.amazonaws.com` that say in `responseElements.<event>` how they ended, by `event/Success` and `event/Failure`. */
export const SIGNIN_RESULTS = {
  'ConsoleLogin/Success': { action: 'login', outcome: 'success', accountKnown: true },
  'ConsoleLogin/Failure': { action: 'login', outcome: 'failure', reason: 'other' },
  // The console asked for the second factor; whether the code was right stands in the ConsoleLogin that follows.
  'CheckMfa/Success': { action: 'mfa', outcome: 'challenge', reason: 'mfa-required', accountKnown: true },
  'CheckMfa/Failure': { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', accountKnown: true },
  'SwitchRole/Success': { action: 'session-use', outcome: 'success' },
  'SwitchRole/Failure': { action: 'session-use', outcome: 'failure', reason: 'policy-denied' },
  'ExternalIdPDirectoryLogin/Success': { action: 'login', outcome: 'success', protocol: 'saml' },
  'ExternalIdPDirectoryLogin/Failure': { action: 'login', outcome: 'failure', reason: 'other', protocol: 'saml' },
  'PasswordUpdated/Success': { action: 'password-change', outcome: 'success' },
  'PasswordUpdated/Failure': { action: 'password-change', outcome: 'failure', reason: 'other' },
  'PasswordRecoveryRequested/Success': { action: 'password-reset-request', outcome: 'success' },
  'PasswordRecoveryRequested/Failure': { action: 'password-reset-request', outcome: 'failure', reason: 'other' },
  'PasswordRecoveryCompleted/Success': { action: 'password-reset', outcome: 'success' },
  'PasswordRecoveryCompleted/Failure': { action: 'password-reset', outcome: 'failure', reason: 'other' },
  'EmailUpdated/Success': { action: 'email-change', outcome: 'success' },
  'EmailUpdated/Failure': { action: 'email-change', outcome: 'failure', reason: 'other' },
} as const satisfies Readonly<Record<string, Classified>>

/**
 * IAM Identity Center: one credential asked for, tried, and finally the user signed in (which is never logged as failed).
 * By `event/credential/result`. https://docs.aws.amazon.com/singlesignon/latest/userguide/understanding-sign-in-events.html
 */
export const IDENTITY_CENTER_RESULTS = {
  'UserAuthentication/Success': { action: 'login', outcome: 'success', accountKnown: true },
  'CredentialVerification/PASSWORD/Success': { action: 'login', outcome: 'challenge', accountKnown: true },
  'CredentialVerification/PASSWORD/Failure': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'CredentialVerification/EXTERNAL_IDP/Success': { action: 'login', outcome: 'challenge' },
  'CredentialVerification/EXTERNAL_IDP/Failure': { action: 'login', outcome: 'failure', reason: 'bad-credentials' },
  'CredentialVerification/TOTP/Success': { action: 'mfa', outcome: 'success', accountKnown: true, mfaMethod: 'totp' },
  'CredentialVerification/TOTP/Failure': { action: 'mfa', outcome: 'failure', reason: 'mfa-failed', accountKnown: true, mfaMethod: 'totp' },
  'CredentialVerification/WEBAUTHN/Success': { action: 'mfa', outcome: 'success', accountKnown: true, mfaMethod: 'webauthn' },
  'CredentialVerification/WEBAUTHN/Failure': {
    action: 'mfa',
    outcome: 'failure',
    reason: 'mfa-failed',
    accountKnown: true,
    mfaMethod: 'webauthn',
  },
  'CredentialVerification/EMAIL_OTP/Success': { action: 'mfa', outcome: 'success', accountKnown: true, mfaMethod: 'email' },
  'CredentialVerification/EMAIL_OTP/Failure': {
    action: 'mfa',
    outcome: 'failure',
    reason: 'mfa-failed',
    accountKnown: true,
    mfaMethod: 'email',
  },
  // A device whose clock went astray is asked for two codes in a row.
  'CredentialVerification/RESYNC_TOTP/Success': { action: 'mfa', outcome: 'success', accountKnown: true, mfaMethod: 'totp' },
  'CredentialVerification/RESYNC_TOTP/Failure': {
    action: 'mfa',
    outcome: 'failure',
    reason: 'mfa-failed',
    accountKnown: true,
    mfaMethod: 'totp',
  },
  'CredentialChallenge/TOTP/Success': {
    action: 'mfa',
    outcome: 'challenge',
    reason: 'mfa-required',
    accountKnown: true,
    mfaMethod: 'totp',
  },
  'CredentialChallenge/WEBAUTHN/Success': {
    action: 'mfa',
    outcome: 'challenge',
    reason: 'mfa-required',
    accountKnown: true,
    mfaMethod: 'webauthn',
  },
  'CredentialChallenge/EMAIL_OTP/Success': {
    action: 'mfa',
    outcome: 'challenge',
    reason: 'mfa-required',
    accountKnown: true,
    mfaMethod: 'email',
  },
  // The password prompt itself: nothing was typed yet.
  'CredentialChallenge/PASSWORD/Success': { ignore: 'prompt' },
} as const satisfies Readonly<Record<string, Classified>>

/** Calls whose end is told by `errorCode` alone. */
export const SIGNIN_CALLS = {
  'signin.amazonaws.com/GetSigninToken': { action: 'token-create', outcome: 'success' },
  'signin.amazonaws.com/Logout': { action: 'logout', outcome: 'success' },
  'sso.amazonaws.com/Authenticate': { action: 'login', outcome: 'success' },
  'sso.amazonaws.com/Federate': { action: 'session-use', outcome: 'success' },
  'sso.amazonaws.com/CreateToken': { action: 'token-create', outcome: 'success' },
  'sso.amazonaws.com/Logout': { action: 'logout', outcome: 'success' },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html: people come in by SAML, mostly machines by a token; keys for a while, of which those of a federation outlive a change of the user's own
  'sts.amazonaws.com/AssumeRoleWithSAML': { action: 'login', outcome: 'success', protocol: 'saml' },
  'sts.amazonaws.com/AssumeRoleWithWebIdentity': { action: 'session-use', outcome: 'success', protocol: 'oidc' },
  'sts.amazonaws.com/GetSessionToken': { action: 'session-use', outcome: 'success' },
  'sts.amazonaws.com/GetFederationToken': { action: 'token-create', outcome: 'success' },
} as const satisfies Readonly<Record<string, Classified>>
