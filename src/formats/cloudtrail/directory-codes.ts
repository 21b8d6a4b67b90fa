import type { Action } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'

/** Done to the user of the directory whose id the request names. */
const toMember = <Act extends Action>(action: Act) => ({ action, outcome: 'success', subject: 'member' }) as const
const byCaller = <Act extends Action>(action: Act) => ({ action, outcome: 'success' }) as const

/**
 * Calls to IAM Identity Center (`sso`, `sso-directory`) and its identity store that change who can get in, and to what.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/sso-info-in-cloudtrail.html (compared in November 2026 with
 * the calls of the AWS SDK's clients `sso-admin` and `identitystore`, and with the actions of `sso-directory` in AWS's service reference)
 */
export const DIRECTORY_EVENTS = {
  CreateUser: toMember('account-create'),
  DeleteUser: toMember('account-delete'),
  EnableUser: toMember('account-enable'),
  DisableUser: toMember('account-disable'),
  UpdateUser: toMember('profile-change'),
  UpdateUserName: toMember('profile-change'),
  VerifyEmail: toMember('other'),
  UpdatePassword: toMember('password-reset'),
  CompleteVirtualMfaDeviceRegistration: toMember('mfa-enroll'),
  CompleteWebAuthnDeviceRegistration: toMember('mfa-enroll'),
  DeleteMfaDeviceForUser: toMember('mfa-remove'),
  AddMemberToGroup: toMember('role-grant'),
  RemoveMemberFromGroup: toMember('other'),
  CreateGroupMembership: toMember('role-grant'),
  DeleteGroupMembership: toMember('other'),
  CreateBearerToken: byCaller('token-create'),
  DeleteBearerToken: byCaller('token-revoke'),
  CreateAccountAssignment: byCaller('policy-change'),
  DeleteAccountAssignment: byCaller('other'),
  CreateApplicationAssignment: byCaller('policy-change'),
  DeleteApplicationAssignment: byCaller('other'),
  AttachManagedPolicyToPermissionSet: byCaller('policy-change'),
  AttachCustomerManagedPolicyReferenceToPermissionSet: byCaller('policy-change'),
  DetachManagedPolicyFromPermissionSet: byCaller('policy-change'),
  DetachCustomerManagedPolicyReferenceFromPermissionSet: byCaller('policy-change'),
  DeleteInlinePolicyFromPermissionSet: byCaller('policy-change'),
  PutPermissionsBoundaryToPermissionSet: byCaller('policy-change'),
  DeletePermissionsBoundaryFromPermissionSet: byCaller('policy-change'),
  CreatePermissionSet: byCaller('policy-change'),
  UpdatePermissionSet: byCaller('policy-change'),
  DeletePermissionSet: byCaller('policy-change'),
  PutApplicationAssignmentConfiguration: byCaller('policy-change'),
  PutApplicationAuthenticationMethod: byCaller('policy-change'),
  PutApplicationGrant: byCaller('policy-change'),
  CreateInstance: byCaller('policy-change'),
  DeleteInstance: byCaller('policy-change'),
  PutInlinePolicyToPermissionSet: byCaller('policy-change'),
  PutMfaDeviceManagementForDirectory: byCaller('policy-change'),
  UpdateSSOConfiguration: byCaller('policy-change'),
  CreateProvisioningTenant: byCaller('policy-change'),
  DeleteProvisioningTenant: byCaller('policy-change'),
  CreateTrustedTokenIssuer: byCaller('identity-provider-change'),
  UpdateTrustedTokenIssuer: byCaller('identity-provider-change'),
  DeleteTrustedTokenIssuer: byCaller('identity-provider-change'),
  ImportExternalIdPCertificate: byCaller('identity-provider-change'),
  DeleteExternalIdPCertificate: byCaller('identity-provider-change'),
  AssociateDirectory: byCaller('identity-provider-change'),
  DisassociateDirectory: byCaller('identity-provider-change'),
  CreateExternalIdPConfigurationForDirectory: byCaller('identity-provider-change'),
  UpdateExternalIdPConfigurationForDirectory: byCaller('identity-provider-change'),
  EnableExternalIdPConfigurationForDirectory: byCaller('identity-provider-change'),
  DisableExternalIdPConfigurationForDirectory: byCaller('identity-provider-change'),
  DeleteExternalIdPConfigurationForDirectory: byCaller('identity-provider-change'),
} as const satisfies Readonly<Record<string, Classified>>
