import type { Action } from '../../model/vocabulary.ts'
import type { Classified } from '../define-format.ts'

/** Done to the user that the request names, or to the caller where it names none. */
const toUser = <Act extends Action>(action: Act) => ({ action, outcome: 'success', subject: 'target' }) as const
const byCaller = <Act extends Action>(action: Act) => ({ action, outcome: 'success' }) as const

/**
 * Calls to `iam.amazonaws.com` that change who can get in: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
 * (names of calls from memory of the API, not held against its list). Calls about roles and policies are known ways to more rights.
 */
export const IAM_EVENTS = {
  CreateUser: toUser('account-create'),
  DeleteUser: toUser('account-delete'),
  ChangePassword: toUser('password-change'),
  // A login profile is the console password: making one is a reset, taking it away shuts the console.
  CreateLoginProfile: toUser('password-reset'),
  UpdateLoginProfile: toUser('password-reset'),
  DeleteLoginProfile: toUser('account-disable'),
  CreateAccessKey: toUser('token-create'),
  'UpdateAccessKey/Active': toUser('token-create'),
  'UpdateAccessKey/Inactive': toUser('token-revoke'),
  DeleteAccessKey: toUser('token-revoke'),
  CreateServiceSpecificCredential: toUser('token-create'),
  UploadSSHPublicKey: toUser('token-create'),
  UploadSigningCertificate: toUser('token-create'),
  CreateVirtualMFADevice: toUser('mfa-enroll'),
  EnableMFADevice: toUser('mfa-enroll'),
  ResyncMFADevice: toUser('mfa-enroll'),
  DeactivateMFADevice: toUser('mfa-remove'),
  DeleteVirtualMFADevice: toUser('mfa-remove'),
  AttachUserPolicy: toUser('role-grant'),
  PutUserPolicy: toUser('role-grant'),
  AddUserToGroup: toUser('role-grant'),
  DeleteUserPermissionsBoundary: toUser('role-grant'),
  RemoveUserFromGroup: toUser('other'),
  DetachUserPolicy: toUser('other'),
  DeleteUserPolicy: toUser('other'),
  PutUserPermissionsBoundary: toUser('other'),
  UpdateUser: toUser('profile-change'),
  ResetServiceSpecificCredential: toUser('token-create'),
  DeleteServiceSpecificCredential: toUser('token-revoke'),
  DeleteSSHPublicKey: toUser('token-revoke'),
  DeleteSigningCertificate: toUser('token-revoke'),
  CreateRole: byCaller('policy-change'),
  UpdateAssumeRolePolicy: byCaller('policy-change'),
  AttachRolePolicy: byCaller('policy-change'),
  PutRolePolicy: byCaller('policy-change'),
  AttachGroupPolicy: byCaller('policy-change'),
  PutGroupPolicy: byCaller('policy-change'),
  CreatePolicyVersion: byCaller('policy-change'),
  SetDefaultPolicyVersion: byCaller('policy-change'),
  CreateSAMLProvider: byCaller('identity-provider-change'),
  UpdateSAMLProvider: byCaller('identity-provider-change'),
  DeleteSAMLProvider: byCaller('identity-provider-change'),
  CreateOpenIDConnectProvider: byCaller('identity-provider-change'),
  DeleteOpenIDConnectProvider: byCaller('identity-provider-change'),
  AddClientIDToOpenIDConnectProvider: byCaller('identity-provider-change'),
  UpdateOpenIDConnectProviderThumbprint: byCaller('identity-provider-change'),
  UpdateAccountPasswordPolicy: byCaller('policy-change'),
  DeleteAccountPasswordPolicy: byCaller('policy-change'),
} as const satisfies Readonly<Record<string, Classified>>
