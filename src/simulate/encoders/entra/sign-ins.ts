import type { SimEvent } from '../../event.ts'
import type { Reason } from '../../../model/vocabulary.ts'

export interface SignInResult {
  readonly errorCode: number
  readonly failureReason: string
  readonly additionalDetails: string | null
}

const result = (errorCode: number, failureReason: string, additionalDetails: string | null = null): SignInResult => ({
  errorCode,
  failureReason,
  additionalDetails,
})

const FACTOR = 'Authentication failed during strong authentication request.'

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const FAILED: Readonly<Partial<Record<Reason, SignInResult>>> = {
  'bad-password': result(50126, 'Error validating credentials due to invalid username or password.'),
  'unknown-account': result(50034, 'The user account does not exist in the directory.'),
  'password-expired': result(50055, 'The password is expired.'),
  'must-change-password': result(50055, 'The password is expired.'),
  'mfa-denied': result(500121, FACTOR, 'MFA denied; user declined the authentication'),
  'mfa-timeout': result(500121, FACTOR, 'MFA denied; user did not respond to mobile app notification'),
  'mfa-failed': result(500121, FACTOR, 'MFA denied; invalid verification code'),
}

/** A second factor that is passed is part of the sign-in that succeeds, and no record of its own. */
export const signInOf = ({ action, outcome, reason }: SimEvent): SignInResult | undefined => {
  if (outcome === 'success') return action === 'login' || action === 'session-use' ? result(0, 'Other.') : undefined
  if (outcome === 'challenge') return result(50074, 'Strong Authentication is required.')
  return reason === undefined ? undefined : FAILED[reason]
}
