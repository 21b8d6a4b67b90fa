import type { Action } from '../../model/vocabulary.ts'

/** What a visitor sent to a page of the pool. */
export interface PageAct {
  readonly action: Action
  readonly protocol?: string
  readonly mfaMethod?: string
}

const login = { action: 'login' } as const
const federated = (protocol: string) => ({ action: 'login', protocol }) as const
const signup = { action: 'signup' } as const
const code = { action: 'mfa' } as const
const enrolled = { action: 'mfa-enroll' } as const
const confirmed = { action: 'other' } as const
const tokens = { action: 'token-create' } as const
const left = { action: 'logout' } as const

/**
 * Pages of the classic hosted UI and, with a small first letter, of managed login.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logging-using-cloudtrail.html (compared in November 2026)
 */
export const PAGE_ACTS = {
  CognitoAuthentication: login,
  Login_POST: login,
  login_POST: login,
  selectChallenge_POST: login,
  verifyCode_POST: { action: 'login', mfaMethod: 'code' },
  login_passkey_POST: { action: 'login', mfaMethod: 'passkey' },
  login_continue_POST: { action: 'session-use' },
  OAuth2Response_GET: federated('oidc'),
  OAuth2Response_POST: federated('oidc'),
  SAML2Response_POST: federated('saml'),
  Beta_SAML2Response_POST: federated('saml'),
  Mfa_POST: code,
  mfa_totp_POST: { action: 'mfa', mfaMethod: 'totp' },
  mfa_phone_verify_POST: { action: 'mfa', mfaMethod: 'sms' },
  MfaRegister_POST: enrolled,
  mfa_phone_register_POST: enrolled,
  passkeys_add_POST: { action: 'mfa-enroll', mfaMethod: 'passkey' },
  SignUp_POST: signup,
  Signup_POST: signup,
  signup_POST: signup,
  Confirm_POST: confirmed,
  Confirm_With_Link_GET: confirmed,
  confirmUser_GET: confirmed,
  signup_confirm_POST: confirmed,
  ForgotPassword_POST: { action: 'password-reset-request' },
  forgotPassword_POST: { action: 'password-reset-request' },
  ConfirmForgotPassword_POST: { action: 'password-reset' },
  ResetPassword_POST: { action: 'password-reset' },
  Token_POST: tokens,
  Beta_Token_POST: tokens,
  Logout: left,
  Logout_GET: left,
  SAML2Logout_POST: left,
} as const satisfies Readonly<Record<string, PageAct>>
