import type { Reason } from '../model/vocabulary.ts'
import type { EntraError } from './entra-error.ts'
import { ENTRA_SERVICE_ERRORS } from './entra-service-errors.ts'
import { lookup } from '../kernel/lookup.ts'

const fails = (name: string, reason: Reason, accountKnown?: boolean): EntraError =>
  accountKnown === undefined ? { name, outcome: 'failure', reason } : { name, outcome: 'failure', reason, accountKnown }
const blocks = (name: string, reason: Reason, accountKnown?: boolean): EntraError =>
  accountKnown === undefined ? { name, outcome: 'blocked', reason } : { name, outcome: 'blocked', reason, accountKnown }
/** The password was right and something more is asked for; the account exists. */
const asks = (name: string, reason: Reason): EntraError => ({ name, outcome: 'challenge', reason, accountKnown: true })
/** A page or a detour on the way in: nothing was refused. */
const interrupts = (name: string): EntraError => ({ name, outcome: 'challenge', reason: 'interrupted' })

/**
 * Codes and names: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 * Used by both logs that carry them, the sign-in logs and the unified audit log. Reasons are our reading.
 * and, of those that the sign-in log shows besides, "Sign-in activity report error codes" of the Azure documentation (MicrosoftDocs/azure-docs,
 * articles/active-directory/reports-monitoring). Compared in November 2026; where the pages give no name, it is ours.
 */
export const ENTRA_ERRORS = {
  '16000': interrupts('SelectUserAccount'),
  '16003': fails('SsoUserAccountNotFoundInResourceTenant', 'unknown-account', false),
  '50002': blocks('NotAllowedTenant', 'policy-denied'),
  '50005': blocks('DevicePolicyError', 'policy-denied', true),
  '50008': fails('InvalidSamlToken', 'token-invalid'),
  '50011': fails('InvalidReplyTo', 'client-misconfigured'),
  '50013': fails('InvalidAssertion', 'token-invalid'),
  '50014': fails('GuestUserInPendingState', 'not-assigned'),
  '50015': interrupts('ViralUserLegalAgeConsentRequiredState'),
  '50020': fails('UserUnauthorized', 'not-assigned'),
  '50034': fails('UserAccountNotFound', 'unknown-account', false),
  // Locked by too many tries, or an address with malicious activity: see `entraError`.
  '50053': blocks('IdsLocked', 'locked'),
  // Entra says "expired" only after it has checked the old password.
  '50055': fails('InvalidPasswordExpiredPassword', 'password-expired', true),
  '50056': fails('InvalidOrNullPassword', 'bad-password', true),
  '50057': fails('UserDisabled', 'disabled', true),
  '50058': interrupts('UserInformationNotProvided'),
  '50059': fails('MissingTenantRealmAndNoUserInformationProvided', 'unknown-account', false),
  '50064': fails('CredentialAuthenticationError', 'bad-credentials'),
  '50072': asks('UserStrongAuthEnrollmentRequiredInterrupt', 'mfa-required'),
  '50074': asks('UserStrongAuthClientAuthNRequiredInterrupt', 'mfa-required'),
  '50076': asks('UserStrongAuthClientAuthNRequired', 'mfa-required'),
  '50078': asks('UserStrongAuthExpired', 'mfa-required'),
  '50079': asks('UserStrongAuthEnrollmentRequired', 'mfa-required'),
  '50085': fails('RefreshTokenNeedsSocialIdpLogin', 'session-expired'),
  '50088': blocks('MobileSignInLimitReached', 'rate-limited', true),
  '50089': fails('FlowTokenExpired', 'session-expired'),
  '50097': asks('DeviceAuthenticationRequired', 'device-denied'),
  '50105': fails('EntitlementGrantsNotFound', 'not-assigned', true),
  '50125': asks('PasswordResetRegistrationRequiredInterrupt', 'interrupted'),
  // 50034 is the answer for names that do not exist, so this one proves the account.
  '50126': fails('InvalidUserNameOrPassword', 'bad-credentials', true),
  '50127': interrupts('BrokerAppNotInstalled'),
  '50128': fails('DomainNotFound', 'unknown-account', false),
  '50129': blocks('DeviceIsNotWorkplaceJoined', 'device-denied', true),
  '50131': blocks('ConditionalAccessFailed', 'policy-denied', true),
  '50132': fails('SsoArtifactInvalidOrExpired', 'session-expired'),
  '50133': fails('SsoArtifactRevoked', 'session-expired'),
  '50135': asks('PasswordChangeCompromisedPassword', 'breached-password'),
  '50136': interrupts('RedirectMsaSessionToApp'),
  '50139': fails('SessionMissingMsaOAuth2RefreshToken', 'session-expired'),
  '50140': asks('KmsiInterrupt', 'interrupted'),
  '50142': asks('PasswordChangeRequiredConditionalAccess', 'must-change-password'),
  '50143': fails('SessionMismatch', 'session-expired'),
  '50144': fails('InvalidPasswordExpiredOnPremPassword', 'password-expired', true),
  '50155': blocks('DeviceAuthenticationFailed', 'device-denied', true),
  '50158': asks('ExternalSecurityChallenge', 'mfa-required'),
  '50168': interrupts('ChromeBrowserSsoInterruptRequired'),
  '50173': fails('FreshTokenNeeded', 'session-expired'),
  '50180': interrupts('WindowsIntegratedAuthMissing'),
  '50181': fails('OtpFailure', 'mfa-failed', true),
  '50187': blocks('DeviceInformationNotProvided', 'device-denied', true),
  '50194': fails('NotMultiTenantApplication', 'client-misconfigured'),
  '50196': blocks('LoopDetected', 'rate-limited'),
  '50197': fails('ConflictingIdentities', 'unknown-account'),
  '50199': asks('CmsiInterrupt', 'interrupted'),
  '50201': interrupts('MessagePromptInterrupt'),
  '50203': asks('AuthenticatorRegistrationInterrupt', 'interrupted'),
  '51004': fails('UserAccountNotInDirectory', 'unknown-account', false),
  '51005': interrupts('TemporaryRedirect'),
  '51006': interrupts('ForceReauthDueToInsufficientAuth'),
  '53000': blocks('DeviceNotCompliant', 'device-denied', true),
  '53001': blocks('DeviceNotDomainJoined', 'device-denied', true),
  '53002': blocks('ApplicationUsedIsNotAnApprovedApp', 'device-denied', true),
  '53003': blocks('BlockedByConditionalAccess', 'policy-denied', true),
  '53004': blocks('ProofUpBlockedDueToRisk', 'policy-denied', true),
  '53009': blocks('ApplicationNeedsIntuneProtection', 'device-denied', true),
  '53010': blocks('ProofUpBlockedDueToSecurityInfoAcr', 'policy-denied', true),
  '53011': blocks('UserBlockedDueToRisk', 'policy-denied', true),
  '54000': blocks('MinorUserBlockedLegalAgeGroupRule', 'policy-denied', true),
  '54005': fails('OAuth2AuthorizationCodeAlreadyRedeemed', 'token-invalid'),
  '65001': fails('DelegationDoesNotExist', 'consent-denied', true),
  '65004': fails('UserDeclinedConsent', 'consent-denied', true),
  '70000': fails('InvalidGrant', 'token-invalid'),
  '70008': fails('ExpiredOrRevokedGrant', 'token-invalid'),
  '70016': interrupts('AuthorizationPending'),
  '70018': fails('BadVerificationCode', 'token-invalid'),
  '70019': fails('CodeExpired', 'session-expired'),
  '70037': fails('IncorrectChallengeResponse', 'mfa-denied', true),
  '70043': fails('BadTokenDueToSignInFrequency', 'session-expired', true),
  '70044': fails('SessionExpiredDueToSignInFrequency', 'session-expired', true),
  '80012': blocks('OnPremisePasswordValidationAccountLogonInvalidHours', 'policy-denied', true),
  '81004': fails('DesktopSsoIdentityInTicketIsNotAuthenticated', 'token-invalid'),
  '81006': interrupts('DesktopSsoNoAuthorizationHeader'),
  '81009': fails('DesktopSsoAuthorizationHeaderValueWithBadFormat', 'token-invalid'),
  '81010': fails('DesktopSsoAuthTokenInvalid', 'token-invalid'),
  // Somebody else than the user of the device signs in: no error, says the page.
  '81012': interrupts('DesktopSsoOtherUser'),
  '90055': blocks('TenantThrottlingError', 'rate-limited'),
  '90072': fails('PassThroughUserMfaError', 'not-assigned'),
  '90094': fails('AdminConsentRequired', 'consent-denied', true),
  '90095': fails('AdminConsentRequiredRequestAccess', 'consent-denied', true),
  '90123': blocks('IdentityProviderAccessDenied', 'policy-denied'),
  '130005': fails('NgcInvalidSignature', 'token-invalid'),
  '130007': blocks('NgcDeviceIsDisabled', 'device-denied', true),
  '130008': blocks('NgcDeviceIsNotFound', 'device-denied', true),
  '135011': blocks('DeviceIsDisabled', 'device-denied'),
  '500011': fails('InvalidResourceServicePrincipalNotFound', 'client-misconfigured'),
  '500021': blocks('AccessDeniedByTenantRestriction', 'policy-denied'),
  '500022': blocks('AccessDeniedByTenantRestrictionHeader', 'policy-denied'),
  // Denied, timed out or reported as fraud: see `entraError`.
  '500121': fails('AuthenticationFailedDuringStrongAuthentication', 'mfa-failed', true),
  '500133': fails('AssertionNotWithinValidTimeRange', 'token-invalid'),
  '500208': fails('NotAValidLoginDomain', 'not-assigned'),
  '500212': blocks('NotAllowedByOutboundPolicyTenant', 'policy-denied'),
  '500213': blocks('NotAllowedByInboundPolicyTenant', 'policy-denied'),
  '500571': fails('GuestUserDisabled', 'disabled', true),
  '501481': fails('PkceCodeMismatch', 'token-invalid'),
  '530003': blocks('DeviceNotManaged', 'device-denied', true),
  '530021': blocks('ApplicationNotApproved', 'device-denied', true),
  '530031': blocks('TokenIssuanceNotAllowed', 'policy-denied', true),
  '530032': blocks('BlockedByConditionalAccessOnSecurityPolicy', 'policy-denied', true),
  '530034': blocks('DelegatedAdminBlockedDueToSuspiciousActivity', 'policy-denied', true),
  '530035': blocks('BlockedBySecurityDefaults', 'policy-denied', true),
  '700016': fails('UnauthorizedClientApplicationNotFoundInDirectory', 'client-misconfigured'),
  '700020': interrupts('InteractionRequired'),
  '700082': fails('ExpiredOrRevokedGrantInactiveToken', 'session-expired', true),
  '700084': fails('ExpiredOrRevokedGrantSinglePageApp', 'session-expired', true),
  '900941': fails('AdminConsentRequiredDueToRiskyApp', 'client-misconfigured', true),
  '9002341': interrupts('SingleSignOnNotPermitted'),
  '1000000': fails('UserNotBoundError', 'system-error'),
  '1000002': interrupts('BindCompleteInterruptError'),
  '1000031': blocks('ApplicationCannotBeAccessed', 'policy-denied'),
  // The application's secret, not the user's password.
  '7000215': fails('InvalidClientSecret', 'client-misconfigured'),
} as const satisfies Readonly<Record<string, EntraError>>

const CODE_BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...ENTRA_SERVICE_ERRORS, ...ENTRA_ERRORS }).map(([code, { name }]) => [name, code]),
)

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
  const error = lookup<EntraError>(ENTRA_ERRORS, code) ?? lookup<EntraError>(ENTRA_SERVICE_ERRORS, code)
  if (error === undefined) return { name: code, outcome: 'failure', reason: 'other' }
  if (code === '50053' && /malicious|IP address/i.test(text)) return { ...error, reason: 'blocked-ip' }
  if (code !== '500121') return error
  return { ...error, reason: SECOND_FACTOR_TEXTS.find(([pattern]) => pattern.test(text))?.[1] ?? error.reason }
}
