import type { Computed, SubjectFields } from '../define-format.ts'

/** AWS writes this where a name was typed that is no user's: it may be a password. */
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS'

/** A name that is one: never the mask, never blank. */
const shown = (name: string | undefined): string | undefined =>
  name === undefined || name === HIDDEN || name.trim() === '' ? undefined : name

/** The session of an assumed role as `role/session`, so that it is never taken for the IAM user of that name. */
const roleSession = (arn: string | undefined): string | undefined => {
  const found = arn === undefined ? null : /:assumed-role\/(.+)$/.exec(arn)
  return shown(found?.[1])
}

const callerName = (type?: string, userName?: string, arn?: string, signInName?: string): string | undefined => {
  if (type === 'Root') return 'root'
  if (type === 'AssumedRole') return roleSession(arn)
  return shown(userName) ?? shown(signInName)
}

const CALLER = ['userIdentity.type', 'userIdentity.userName', 'userIdentity.arn', 'additionalEventData.UserName'] as const
const TARGET = 'requestParameters.userName'

/**
 * Only the root user is the account itself. Identity Center writes the account's number for every user who is still
 * signing in; taken for an id it would merge them all.
 */
const ownId = (type?: string, principal?: string, accountId?: string): string | undefined =>
  type !== 'Root' && (principal === accountId || principal === 'Anonymous') ? undefined : shown(principal)

const CALLER_ID = ['userIdentity.type', 'userIdentity.principalId', 'userIdentity.accountId'] as const

/** IAM ids do not change with the name; Identity Center's users have one of their own. */
const callerId: Computed = {
  from: [...CALLER_ID, 'userIdentity.onBehalfOf.userId'],
  to: (type, principal, accountId, behalf) => shown(behalf) ?? ownId(type, principal, accountId),
}

const isOther = (target: string | undefined, own: string | undefined): boolean => shown(target) !== undefined && shown(target) !== own

/** The one who called: whose sign-in it is. */
export const caller: SubjectFields = { account: callerId, username: { from: CALLER, to: callerName } }

/** The user named in the request, otherwise the caller; then the caller is the actor. */
export const target: SubjectFields = {
  account: {
    from: [TARGET, ...CALLER_ID, ...CALLER],
    to: (named, type, principal, accountId, ...own) => (isOther(named, callerName(...own)) ? undefined : ownId(type, principal, accountId)),
  },
  username: { from: [TARGET, ...CALLER], to: (named, ...own) => shown(named) ?? callerName(...own) },
  actor: {
    from: [TARGET, 'userIdentity.invokedBy', ...CALLER],
    to: (named, service, ...own) => (isOther(named, callerName(...own)) ? (callerName(...own) ?? service) : undefined),
  },
}

/** The user of the directory named in the request, by id alone; the caller is the actor. */
export const member: SubjectFields = {
  account: ['requestParameters.userId', 'requestParameters.memberId.userId', 'responseElements.userId', 'responseElements.user.userId'],
  username: { from: ['requestParameters.userName'], to: shown },
  actor: { from: ['userIdentity.invokedBy', ...CALLER], to: (service, ...own) => callerName(...own) ?? service },
}

/** The second factor: its kind where the record says one, otherwise only that there was one. */
export const mfaMethod: Computed = {
  from: ['additionalEventData.MfaType', 'additionalEventData.MFAIdentifier', 'additionalEventData.MFAUsed'],
  to: (kind, identifier, used) => {
    if (kind !== undefined) return kind
    if (identifier?.includes(':u2f/') === true) return 'u2f'
    return used === 'Yes' ? 'mfa' : undefined
  },
}
