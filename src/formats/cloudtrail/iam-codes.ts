import type { Classified } from '../define-format.ts'

/** Done to the user that the request names, or to the caller where it names none. */
const toUser = (
  action:
    | 'account-create'
    | 'account-delete'
    | 'account-disable'
    | 'password-change'
    | 'password-reset'
    | 'token-create'
    | 'token-revoke'
    | 'mfa-enroll'
    | 'mfa-remove'
    | 'role-grant',
) => ({ action, outcome: 'success', subject: 'target' }) as const
const byCaller = (action: 'identity-provider-change' | 'policy-change') => ({ action, outcome: 'success' }) as const

/** Calls to `iam.amazonaws.com` that change who can get in: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html */
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
  CreateSAMLProvider: byCaller('identity-provider-change'),
  UpdateSAMLProvider: byCaller('identity-provider-change'),
  DeleteSAMLProvider: byCaller('identity-provider-change'),
  CreateOpenIDConnectProvider: byCaller('identity-provider-change'),
  DeleteOpenIDConnectProvider: byCaller('identity-provider-change'),
  UpdateAccountPasswordPolicy: byCaller('policy-change'),
  DeleteAccountPasswordPolicy: byCaller('policy-change'),
} as const satisfies Readonly<Record<string, Classified>>
