import type { Action } from '../../model/vocabulary.ts'

/** Event types of threat protection: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AuthEventType.html (compared in November 2026, with the kinds of risk and challenges) */
export const USER_EVENT_TYPES = {
  SignIn: 'login',
  SignUp: 'signup',
  ForgotPassword: 'password-reset-request',
  PasswordChange: 'password-change',
  ResendCode: 'other',
} as const satisfies Readonly<Record<string, Action>>
