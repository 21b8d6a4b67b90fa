import type { Action } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'

const done = <Act extends Action>(action: Act) => ({ action, outcome: 'success' }) as const

/**
 * User pool calls that change an account, when AWS refused nothing (`errorCode` empty); sign-ins are decided apart,
 * what was sent to a page in page-codes.ts. Compared in November 2026 with
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html
 */
export const POOL_CALLS = {
  SignUp: done('signup'),
  ChangePassword: done('password-change'),
  ForgotPassword: done('password-reset-request'),
  ConfirmForgotPassword: done('password-reset'),
  AdminResetUserPassword: done('password-reset'),
  AdminSetUserPassword: done('password-reset'),
  AssociateSoftwareToken: { ignore: 'prompt' },
  VerifySoftwareToken: done('mfa-enroll'),
  SetUserMFAPreference: done('mfa-enroll'),
  AdminSetUserMFAPreference: done('mfa-enroll'),
  UpdateUserAttributes: done('profile-change'),
  AdminUpdateUserAttributes: done('profile-change'),
  RevokeToken: done('token-revoke'),
  GlobalSignOut: done('session-revoke'),
  RevokeUserSession: done('session-revoke'),
  AdminUserGlobalSignOut: done('session-revoke'),
  AdminCreateUser: done('account-create'),
  AdminDisableUser: done('account-disable'),
  AdminEnableUser: done('account-enable'),
  AdminRevokeUserSession: done('session-revoke'),
  AdminDeleteSoftwareToken: done('mfa-remove'),
  AdminForgetDevice: done('mfa-remove'),
  AdminAddUserToGroup: done('role-grant'),
  AdminRemoveUserFromGroup: done('other'),
  AdminDeleteUser: done('account-delete'),
  DeleteUser: done('account-delete'),
  ConfirmSignUp: done('other'),
  AdminConfirmSignUp: done('other'),
  VerifyUserAttribute: done('other'),
  // What UpdateUserAttributes changed is hidden; an address or a number is the account's once the code that was sent there is entered.
  'VerifyUserAttribute/email': done('email-change'),
  'VerifyUserAttribute/phone_number': done('phone-change'),
  DeleteUserAttributes: done('profile-change'),
  AdminDeleteUserAttributes: done('profile-change'),
  SetUserSettings: done('mfa-enroll'),
  AdminSetUserSettings: done('mfa-enroll'),
  CompleteWebAuthnRegistration: done('mfa-enroll'),
  DeleteWebAuthnCredential: done('mfa-remove'),
  ForgetDevice: done('mfa-remove'),
  GetTokensFromRefreshToken: done('session-use'),
  // Somebody's account elsewhere becomes a second way into this one.
  AdminLinkProviderForUser: done('identity-provider-change'),
  AdminDisableProviderForUser: done('identity-provider-change'),
  CreateIdentityProvider: done('identity-provider-change'),
  UpdateIdentityProvider: done('identity-provider-change'),
  DeleteIdentityProvider: done('identity-provider-change'),
  SetUserPoolMfaConfig: done('policy-change'),
  SetRiskConfiguration: done('policy-change'),
  SetLogDeliveryConfiguration: done('policy-change'),
  UpdateUserPool: done('policy-change'),
  DeleteUserPool: done('policy-change'),
  CreateUserPoolClient: done('policy-change'),
  UpdateUserPoolClient: done('policy-change'),
  DeleteUserPoolClient: done('policy-change'),
  AddUserPoolClientSecret: done('policy-change'),
  DeleteUserPoolClientSecret: done('policy-change'),
  SetUserPoolSessionConfiguration: done('policy-change'),
  SetUserPoolClientSessionConfiguration: done('policy-change'),
} as const satisfies Readonly<Record<string, Classified>>

/** Why the pool refused: exception names of the API reference. `NotAuthorizedException` is split by its message, see `refusal`. */
export const POOL_ERRORS = {
  NotAuthorizedException: { outcome: 'failure', reason: 'bad-credentials' },
  UserNotFoundException: { outcome: 'failure', reason: 'unknown-account', accountKnown: false },
  // Also what a sign-in with a leaked password gets under threat protection.
  PasswordResetRequiredException: { outcome: 'failure', reason: 'must-change-password', accountKnown: true },
  UserNotConfirmedException: { outcome: 'blocked', reason: 'policy-denied', accountKnown: true },
  CodeMismatchException: { outcome: 'failure', reason: 'mfa-failed', accountKnown: true },
  ExpiredCodeException: { outcome: 'failure', reason: 'mfa-failed' },
  TooManyRequestsException: { outcome: 'blocked', reason: 'rate-limited' },
  LimitExceededException: { outcome: 'blocked', reason: 'rate-limited' },
  TooManyFailedAttemptsException: { outcome: 'blocked', reason: 'rate-limited' },
  UserLambdaValidationException: { outcome: 'blocked', reason: 'policy-denied' },
  UserLambdaException: { outcome: 'failure', reason: 'system-error' },
  InternalErrorException: { outcome: 'failure', reason: 'system-error' },
} as const

/** What a challenge asks for, once the first factor was right. */
export const CHALLENGES = {
  SMS_MFA: 'mfa-required',
  SOFTWARE_TOKEN_MFA: 'mfa-required',
  EMAIL_OTP: 'mfa-required',
  SMS_OTP: 'mfa-required',
  MFA_SETUP: 'mfa-required',
  SELECT_MFA_TYPE: 'mfa-required',
  NEW_PASSWORD_REQUIRED: 'must-change-password',
} as const

/** Steps of one password proof or a custom flow: nothing was verified yet. */
export const HANDSHAKES: ReadonlySet<string> = new Set([
  'PASSWORD_VERIFIER',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'WEB_AUTHN',
])
