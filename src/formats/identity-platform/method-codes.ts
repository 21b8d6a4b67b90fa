import type { Classification, IgnoredRecord } from '../define-format.ts'

type Method = Pick<Classification, 'action' | 'protocol' | 'mfaMethod' | 'subject'>

/** Set for everybody: whoever did it stands as the actor. */
const policy: Method = { action: 'policy-change', subject: 'everybody' }
const provider: Method = { action: 'identity-provider-change', subject: 'everybody' }

/**
 * Methods by their name behind `google.cloud.identitytoolkit.v1.` (v2, or `admin.v2`), otherwise behind `google.identity.securetoken.v1.`.
 * Sources: https://cloud.google.com/identity-platform/docs/audit-logging and …/activity-logging (compared in November 2026)
 */
export const methods: Readonly<Record<string, Method | IgnoredRecord>> = {
  'AuthenticationService.SignInWithPassword': { action: 'login', protocol: 'password' },
  'AuthenticationService.SignInWithPhoneNumber': { action: 'login', protocol: 'phone' },
  'AuthenticationService.SignInWithIdp': { action: 'login', protocol: 'idp' },
  'AuthenticationService.SignInWithEmailLink': { action: 'login', protocol: 'email-link' },
  'AuthenticationService.SignInWithCustomToken': { action: 'login', protocol: 'custom-token' },
  'AuthenticationService.SignInWithGameCenter': { action: 'login', protocol: 'game-center' },
  'AuthenticationService.SignUp': { action: 'signup' },
  'AuthenticationService.FinalizeMfaSignIn': { action: 'mfa' },
  'AuthenticationService.StartMfaSignIn': { ignore: 'step-only' },
  'AuthenticationService.SendVerificationCode': { ignore: 'step-only' },
  'AuthenticationService.GetRecaptchaParam': { ignore: 'step-only' },
  'AuthenticationService.VerifyIosClient': { ignore: 'step-only' },
  'AuthenticationService.CreateAuthUri': { ignore: 'sign-in-methods-looked-up' },
  'AccountManagementService.FinalizeMfaEnrollment': { action: 'mfa-enroll' },
  'AccountManagementService.StartMfaEnrollment': { ignore: 'step-only' },
  'AccountManagementService.WithdrawMfa': { action: 'mfa-remove' },
  'AccountManagementService.ResetPassword': { action: 'password-reset' },
  'AccountManagementService.DeleteAccount': { action: 'account-delete', subject: 'managed' },
  'AccountManagementService.BatchDeleteAccounts': { action: 'account-delete', subject: 'everybody' },
  'AccountManagementService.UploadAccount': { action: 'account-create', subject: 'everybody' },
  'AccountManagementService.SetAccountInfo': { action: 'profile-change', subject: 'managed' },
  'AccountManagementService.DownloadAccount': { action: 'data-export', subject: 'everybody' },
  'SessionManagementService.CreateSessionCookie': { action: 'session-use' },
  'ProjectConfigService.CreateDefaultSupportedIdpConfig': provider,
  'ProjectConfigService.UpdateDefaultSupportedIdpConfig': provider,
  'ProjectConfigService.DeleteDefaultSupportedIdpConfig': provider,
  'ProjectConfigService.CreateInboundSamlConfig': provider,
  'ProjectConfigService.UpdateInboundSamlConfig': provider,
  'ProjectConfigService.DeleteInboundSamlConfig': provider,
  'ProjectConfigService.CreateOAuthIdpConfig': provider,
  'ProjectConfigService.UpdateOAuthIdpConfig': provider,
  'ProjectConfigService.DeleteOAuthIdpConfig': provider,
  'ProjectConfigService.UpdateConfig': policy,
  'ProjectConfigService.SetProjectConfig': policy,
  'ProjectConfigService.SetIamPolicy': policy,
  'ProjectConfigService.VerifyDomain': policy,
  'TenantManagementService.CreateTenant': policy,
  'TenantManagementService.UpdateTenant': policy,
  'TenantManagementService.DeleteTenant': policy,
  'SecureToken.GrantToken': { action: 'session-use', protocol: 'refresh-token' },
}

/** What `SetAccountInfo` changes, by the field of the request that is there; the first one counts. */
export const changes: Readonly<Record<string, Pick<Classification, 'action'>>> = {
  password: { action: 'password-change' },
  email: { action: 'email-change' },
  phoneNumber: { action: 'phone-change' },
  disableUser: { action: 'account-disable' },
}

/** Mails with a code (GetOobCode), by their kind. Those that are not here ask for nothing that changes an account. */
export const codeMails: Readonly<Record<string, Pick<Classification, 'action'>>> = {
  PASSWORD_RESET: { action: 'password-reset-request' },
}
