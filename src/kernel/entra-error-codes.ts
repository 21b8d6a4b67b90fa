import type { Outcome, Reason } from '../model/vocabulary.ts'
import { lookup } from './lookup.ts'

/** What one Entra sign-in error code says. `accountKnown`: the code proves that the account exists, or that it does not. */
export interface EntraError {
  /** Microsoft's own name: `LogonError` of the unified audit log carries it. */
  readonly name: string
  readonly outcome: Outcome
  readonly reason: Reason
  readonly accountKnown?: boolean
}

const fails = (name: string, reason: Reason, accountKnown?: boolean): EntraError =>
  accountKnown === undefined ? { name, outcome: 'failure', reason } : { name, outcome: 'failure', reason, accountKnown }
const blocks = (name: string, reason: Reason, accountKnown?: boolean): EntraError =>
  accountKnown === undefined ? { name, outcome: 'blocked', reason } : { name, outcome: 'blocked', reason, accountKnown }
/** The password was right and something more is asked for; the account exists. */
const asks = (name: string, reason: Reason): EntraError => ({ name, outcome: 'challenge', reason, accountKnown: true })

/**
 * Codes and names: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 * Used by both logs that carry them, the sign-in logs and the unified audit log. Reasons are our reading.
 */
export const ENTRA_ERRORS = {
  '16000': { name: 'SelectUserAccount', outcome: 'challenge', reason: 'interrupted' },
  '16003': fails('SsoUserAccountNotFoundInResourceTenant', 'unknown-account', false),
  '50005': blocks('DevicePolicyError', 'policy-denied', true),
  '50011': fails('InvalidReplyTo', 'client-misconfigured'),
  '50020': fails('UserUnauthorized', 'not-assigned'),
  '50034': fails('UserAccountNotFound', 'unknown-account', false),
  // Locked by too many tries, or an address with malicious activity: see `entraError`.
  '50053': blocks('IdsLocked', 'locked'),
  // Entra says "expired" only after it has checked the old password.
  '50055': fails('InvalidPasswordExpiredPassword', 'password-expired', true),
  '50056': fails('InvalidOrNullPassword', 'bad-password', true),
  '50057': fails('UserDisabled', 'disabled', true),
  '50058': { name: 'UserInformationNotProvided', outcome: 'challenge', reason: 'interrupted' },
  '50059': fails('MissingTenantRealmAndNoUserInformationProvided', 'unknown-account', false),
  '50064': fails('CredentialAuthenticationError', 'bad-credentials'),
  '50072': asks('UserStrongAuthEnrollmentRequiredInterrupt', 'mfa-required'),
  '50074': asks('UserStrongAuthClientAuthNRequiredInterrupt', 'mfa-required'),
  '50076': asks('UserStrongAuthClientAuthNRequired', 'mfa-required'),
  '50078': asks('UserStrongAuthExpired', 'mfa-required'),
  '50079': asks('UserStrongAuthEnrollmentRequired', 'mfa-required'),
  '50088': blocks('MobileSignInLimitReached', 'rate-limited', true),
  '50089': fails('FlowTokenExpired', 'session-expired'),
  '50097': asks('DeviceAuthenticationRequired', 'device-denied'),
  '50105': fails('EntitlementGrantsNotFound', 'not-assigned', true),
  '50125': asks('PasswordResetRegistrationRequiredInterrupt', 'interrupted'),
  // 50034 is the answer for names that do not exist, so this one proves the account.
  '50126': fails('InvalidUserNameOrPassword', 'bad-credentials', true),
  '50128': fails('DomainNotFound', 'unknown-account', false),
  '50129': blocks('DeviceIsNotWorkplaceJoined', 'device-denied', true),
  '50131': blocks('ConditionalAccessFailed', 'policy-denied', true),
  '50132': fails('SsoArtifactInvalidOrExpired', 'session-expired'),
  '50133': fails('SsoArtifactRevoked', 'session-expired'),
  '50135': asks('PasswordChangeCompromisedPassword', 'breached-password'),
  '50140': asks('KmsiInterrupt', 'interrupted'),
  '50144': fails('InvalidPasswordExpiredOnPremPassword', 'password-expired', true),
  '50155': blocks('DeviceAuthenticationFailed', 'device-denied', true),
  '50158': asks('ExternalSecurityChallenge', 'mfa-required'),
  '50173': fails('FreshTokenNeeded', 'session-expired'),
  '50187': blocks('DeviceInformationNotProvided', 'device-denied', true),
  '50194': fails('NotMultiTenantApplication', 'client-misconfigured'),
  '50196': blocks('LoopDetected', 'rate-limited'),
  '50199': asks('CmsiInterrupt', 'interrupted'),
  '51004': fails('UserAccountNotInDirectory', 'unknown-account', false),
  '53000': blocks('DeviceNotCompliant', 'device-denied', true),
  '53001': blocks('DeviceNotDomainJoined', 'device-denied', true),
  '53002': blocks('ApplicationUsedIsNotAnApprovedApp', 'device-denied', true),
  '53003': blocks('BlockedByConditionalAccess', 'policy-denied', true),
  '53004': blocks('ProofUpBlockedDueToRisk', 'policy-denied', true),
  '53010': blocks('ProofUpBlockedDueToSecurityInfoAcr', 'policy-denied', true),
  '53011': blocks('UserBlockedDueToRisk', 'policy-denied', true),
  '54005': fails('OAuth2AuthorizationCodeAlreadyRedeemed', 'token-invalid'),
  '65001': fails('DelegationDoesNotExist', 'consent-denied', true),
  '65004': fails('UserDeclinedConsent', 'consent-denied', true),
  '70008': fails('ExpiredOrRevokedGrant', 'token-invalid'),
  '70043': fails('BadTokenDueToSignInFrequency', 'session-expired', true),
  '500011': fails('InvalidResourceServicePrincipalNotFound', 'client-misconfigured'),
  '500021': blocks('AccessDeniedByTenantRestriction', 'policy-denied'),
  '500022': blocks('AccessDeniedByTenantRestrictionHeader', 'policy-denied'),
  // Denied, timed out or reported as fraud: see `entraError`.
  '500121': fails('AuthenticationFailedDuringStrongAuthentication', 'mfa-failed', true),
  '500212': blocks('NotAllowedByOutboundPolicyTenant', 'policy-denied'),
  '500213': blocks('NotAllowedByInboundPolicyTenant', 'policy-denied'),
  '501481': fails('PkceCodeMismatch', 'token-invalid'),
  '530034': blocks('DelegatedAdminBlockedDueToSuspiciousActivity', 'policy-denied', true),
  '530035': blocks('BlockedBySecurityDefaults', 'policy-denied', true),
  '700016': fails('UnauthorizedClientApplicationNotFoundInDirectory', 'client-misconfigured'),
  '700082': fails('ExpiredOrRevokedGrantInactiveToken', 'session-expired', true),
  '900941': fails('AdminConsentRequiredDueToRiskyApp', 'client-misconfigured', true),
  '1000000': fails('UserNotBoundError', 'system-error'),
  // The application's secret, not the user's password.
  '7000215': fails('InvalidClientSecret', 'client-misconfigured'),
} as const satisfies Readonly<Record<string, EntraError>>

const CODE_BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(ENTRA_ERRORS).map(([code, { name }]) => [name, code]))

/** The code for a name, for records that carry the name alone. */
export const entraCodeOfName = (name: string): string | undefined => CODE_BY_NAME.get(name)

/** Texts of a failed second factor, most telling first; `MFA denied; …` is Microsoft's own prefix for all of them. */
const SECOND_FACTOR_TEXTS: readonly (readonly [RegExp, Reason])[] = [
  [/fraud/i, 'mfa-fraud-reported'],
  [/did not respond|no response|did not answer|voicemail|timed? ?out/i, 'mfa-timeout'],
  [/declined|denied by (?:the )?user|user denied/i, 'mfa-denied'],
  [/invalid (?:verification )?code|wrong code|incorrect|correct number|duplicate/i, 'mfa-failed'],
  [/MFA denied/i, 'mfa-denied'],
]

/**
 * Reads an error code other than 0; `text` is whatever the record says besides (failure reason, details).
 * A code that is not in the table is a failure for a reason unknown to us: Entra writes 0 for success and nothing else.
 */
export const entraError = (code: string, text: string): EntraError => {
  const error = lookup<EntraError>(ENTRA_ERRORS, code)
  if (error === undefined) return { name: code, outcome: 'failure', reason: 'other' }
  if (code === '50053' && /malicious|IP address/i.test(text)) return { ...error, reason: 'blocked-ip' }
  if (code !== '500121') return error
  return { ...error, reason: SECOND_FACTOR_TEXTS.find(([pattern]) => pattern.test(text))?.[1] ?? error.reason }
}
