import type { Action } from '../model/vocabulary.ts'
import { lookup } from './lookup.ts'

/**
 * What a directory operation is. `about`: the user it was done to, or the user who did it (consents, secrets, policies);
 * `ignore`: known, and not about anybody's account.
 */
export type DirectoryOperation = { readonly action: Action; readonly about: 'target' | 'initiator' } | { readonly ignore: string }

const toUser = (action: Action): DirectoryOperation => ({ action, about: 'target' })
const byUser = (action: Action): DirectoryOperation => ({ action, about: 'initiator' })

/**
 * Activities of Entra's directory log, as `normaliseOperation` writes them; the unified audit log uses the same names
 * with a trailing dot or blank: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 */
export const DIRECTORY_OPERATIONS = {
  'change user password': toUser('password-change'),
  'change password (self-service)': toUser('password-change'),
  'reset user password': toUser('password-reset'),
  'reset password (by admin)': toUser('password-reset'),
  'reset password (self-service)': toUser('password-reset'),
  'self-service password reset flow activity progress': toUser('password-reset-request'),
  'unlock user account (self-service)': toUser('account-unlock'),
  'user registered security info': toUser('mfa-enroll'),
  'user registered all required security info': toUser('mfa-enroll'),
  'user changed default security info': toUser('mfa-enroll'),
  'user updated security info': toUser('mfa-enroll'),
  'user deleted security info': toUser('mfa-remove'),
  'admin registered security info': toUser('mfa-enroll'),
  'admin updated security info': toUser('mfa-enroll'),
  'admin deleted security info': toUser('mfa-remove'),
  'enable strong authentication': toUser('mfa-enroll'),
  'disable strong authentication': toUser('mfa-remove'),
  'add user': toUser('account-create'),
  'invite external user': toUser('account-create'),
  'delete user': toUser('account-delete'),
  'hard delete user': toUser('account-delete'),
  'restore user': toUser('account-enable'),
  'disable account': toUser('account-disable'),
  'enable account': toUser('account-enable'),
  'update user': toUser('profile-change'),
  'update stsrefreshtokenvalidfrom timestamp': toUser('session-revoke'),
  'add member to role': toUser('role-grant'),
  'add eligible member to role': toUser('role-grant'),
  'add member to role in pim completed (permanent)': toUser('role-grant'),
  'add member to role in pim completed (timebound)': toUser('role-grant'),
  'add eligible member to role in pim completed (permanent)': toUser('role-grant'),
  'add eligible member to role in pim completed (timebound)': toUser('role-grant'),
  'add member to role completed (pim activation)': toUser('role-grant'),
  'remove member from role': toUser('other'),
  'remove eligible member from role': toUser('other'),
  'remove scoped member from role': toUser('other'),
  'remove member from role in pim completed (permanent)': toUser('other'),
  'remove member from role in pim completed (timebound)': toUser('other'),
  'remove eligible member from role in pim completed (permanent)': toUser('other'),
  'remove eligible member from role in pim completed (timebound)': toUser('other'),
  'add app role assignment grant to user': toUser('consent-grant'),
  'user has elevated their access to user access administrator for their azure resources': byUser('role-grant'),
  'consent to application': byUser('consent-grant'),
  'add delegated permission grant': byUser('consent-grant'),
  'add oauth2permissiongrant': byUser('consent-grant'),
  'remove delegated permission grant': byUser('token-revoke'),
  'remove oauth2permissiongrant': byUser('token-revoke'),
  'add service principal credentials': byUser('token-create'),
  'update application - certificates and secrets management': byUser('token-create'),
  'set federation settings on domain': byUser('identity-provider-change'),
  'set domain authentication': byUser('identity-provider-change'),
  'authentication methods policy update': byUser('policy-change'),
  'update authentication methods policy': byUser('policy-change'),
  'add policy': byUser('policy-change'),
  'added policy': byUser('policy-change'),
  'update policy': byUser('policy-change'),
  'delete policy': byUser('policy-change'),
  'add conditional access policy': byUser('policy-change'),
  'update conditional access policy': byUser('policy-change'),
  'delete conditional access policy': byUser('policy-change'),
  'recover device local administrator password': byUser('data-export'),
  // A request is followed by its own "completed" record; only that one grants anything.
  'add member to role in pim requested (permanent)': { ignore: 'request-only' },
  'add member to role in pim requested (timebound)': { ignore: 'request-only' },
  'add member to role requested (pim activation)': { ignore: 'request-only' },
} as const satisfies Readonly<Record<string, DirectoryOperation>>

/** Lower case, one blank between words, dashes plain, no trailing dot: `Update application – Certificates … ` and its kin. */
export const normaliseOperation = (name: string): string =>
  name
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trimStart()
    .toLowerCase()

/** The operation of that name in any spelling; undefined when it is not one we know. */
export const directoryOperation = (name: string): DirectoryOperation | undefined =>
  lookup<DirectoryOperation>(DIRECTORY_OPERATIONS, normaliseOperation(name))

/** Property names as Microsoft spells them in "Included Updated Properties", most telling first. */
const UPDATED_PROPERTIES: readonly (readonly [RegExp, Action])[] = [
  [/StrongAuthentication(?:Method|PhoneAppDetail|UserDetails)/, 'mfa-enroll'],
  [/AccountEnabled/, 'account-enable'],
  [/StsRefreshTokensValidFrom/, 'session-revoke'],
  [/\b(?:UserPrincipalName|Mail|OtherMail|AlternateEmailAddress)\b/, 'email-change'],
  [/\bMobile\b/, 'phone-change'],
]

/**
 * What an "Update user" did, by its list of updated properties. `value` is the new value of the authentication methods
 * or of AccountEnabled: an emptied list is a removal, `false` a block. Undefined: the record says that nothing changed.
 */
export const updateUserAction = (updated: string | undefined, value: string | undefined): Action | undefined => {
  const names = updated?.replace(/["[\]\s]+/g, ' ').trim() ?? ''
  if (names === '') return undefined
  const action = UPDATED_PROPERTIES.find(([pattern]) => pattern.test(names))?.[1] ?? 'profile-change'
  if (action === 'mfa-enroll' && value?.replace(/[\s"]/g, '') === '[]') return 'mfa-remove'
  if (action === 'account-enable' && value !== undefined && /false/i.test(value)) return 'account-disable'
  return action
}
