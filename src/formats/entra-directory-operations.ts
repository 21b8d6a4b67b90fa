import type { Action } from '../model/vocabulary.ts'
import { DIRECTORY_OPERATIONS, type DirectoryOperation } from './entra-directory-table.ts'
import { lookup } from '../kernel/lookup.ts'

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

/** Grants whose target is the interface that may be called (Microsoft Graph), not the application that may call it. */
const OF_INTERFACES: ReadonlySet<string> = new Set([
  'add delegated permission grant',
  'add oauth2permissiongrant',
  'add app role assignment to service principal',
])

/** The client of a record: what was consented to, so that those who use it can be counted; `otherwise` for all other operations. */
export const consentedTo = (
  operation: string | undefined,
  application: string | undefined,
  otherwise: string | undefined,
): string | undefined => {
  const known = directoryOperation(operation ?? '')
  if (known === undefined || 'ignore' in known || known.action !== 'consent-grant') return otherwise
  return OF_INTERFACES.has(normaliseOperation(operation ?? '')) ? undefined : application
}
