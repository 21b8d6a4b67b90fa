import { consentedTo } from '../entra-directory-operations.ts'
import { isoTime, type Classifier, type Computed, type FieldMap, type Path, type SubjectFields } from '../define-format.ts'
import { byOperation } from './classify.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The object id, where the text is one: directory records put a legacy id (PUID@tenant) or "Not Available" there. */
const objectId = (text: string | undefined): string | undefined =>
  text !== undefined && GUID.test(text) && text !== NOBODY ? text : undefined

const name = (text: string | undefined): string | undefined =>
  text === undefined || /^(?:Not Available|Unknown|ServicePrincipal_.*)$/i.test(text) ? undefined : text

/** Lists of who did it and to whom hold up to seven ids of differing kinds; more is not read. */
const entries = (at: string, list: 'Actor' | 'Target'): Path[] => [0, 1, 2, 3, 4, 5, 6, 7].map((index) => `${at}${list}[${index}].ID`)

/** The object id is the one that is written as `User_<id>` too. */
const userIn = (...ids: readonly (string | undefined)[]): string | undefined => {
  const tagged = ids.find((id) => id?.startsWith('User_') === true)
  return (
    objectId(tagged?.slice('User_'.length)) ?? (tagged === undefined ? undefined : objectId(ids.find((id) => objectId(id) !== undefined)))
  )
}
const nameIn = (...ids: readonly (string | undefined)[]): string | undefined => ids.find((id) => id?.includes('@') === true)

/** The directory's records keep the agent in a JSON text of its own. */
const detailAgent = (details: string | undefined): string | undefined => {
  const found = details === undefined ? null : /"User-Agent"\s*:\s*("(?:[^"\\]|\\.){0,2000}")/.exec(details)
  if (found?.[1] === undefined) return undefined
  try {
    return JSON.parse(found[1]) as string
  } catch {
    return undefined
  }
}

/** Older basic authentication shows as the request type `bind:Bind`. */
const protocol = (requestType: string | undefined): string | undefined => (requestType === 'bind:Bind' ? 'legacy:bind:Bind' : requestType)

const property = (at: string, list: string, of: string, key = 'NewValue'): Path => `${at}${list}[Name=${of}].${key}`

/** Fields of one audit record that stands at `at` (`''` or `json(AuditData).`). */
export const auditFields = (at: string): FieldMap => ({
  // No offset in the record; documented as UTC.
  time: isoTime(`${at}CreationTime`, `${at}creationtime`),
  id: [`${at}Id`, `${at}id`],
  account: { from: [`${at}UserKey`], to: objectId },
  username: { from: [`${at}UserId`, `${at}userid`], to: (id, folded) => name(id ?? folded) },
  tenant: [`${at}OrganizationId`, `${at}organizationid`],
  // A consent has the application's own id for its object, perhaps with more names of it.
  client: {
    from: [`${at}Operation`, `${at}ObjectId`, `${at}ApplicationId`, `${at}ClientAppId`, `${at}AppId`],
    to: (operation, object, login, mailbox, app) => consentedTo(operation, objectId(object?.split(';')[0]), login ?? mailbox ?? app),
  },
  ip: [`${at}ActorIpAddress`, `${at}ClientIP`, `${at}ClientIPAddress`, `${at}clientip`],
  userAgent: {
    from: [
      property(at, 'ExtendedProperties', 'UserAgent', 'Value'),
      property(at, 'ExtendedProperties', 'additionalDetails', 'Value'),
      `${at}ClientInfoString`,
    ],
    to: (sent, details, info) => sent ?? detailAgent(details) ?? info,
  },
  device: property(at, 'DeviceProperties', 'Id', 'Value'),
  session: [property(at, 'DeviceProperties', 'SessionId', 'Value'), `${at}AppAccessContext.AADSessionId`, `${at}SessionId`],
  protocol: { from: [property(at, 'ExtendedProperties', 'RequestType', 'Value')], to: protocol },
})

const actorUnlessSelf = (
  at: string,
  self: readonly Path[],
  read: (...values: readonly (string | undefined)[]) => string | undefined,
): Computed => ({
  from: [`${at}UserId`, ...self],
  to: (doer, ...values) => (doer?.toLowerCase() === read(...values)?.toLowerCase() ? undefined : doer),
})

/** Whose event it is, where that is not simply the one who called. */
export const auditSubjects = (at: string): Readonly<Record<string, SubjectFields>> => {
  const mailbox = [`${at}MailboxOwnerUPN`, `${at}UserId`]
  const identity = [`${at}Parameters[Name=Identity].Value`, `${at}parameters[Name=Identity].Value`, `${at}UserId`, `${at}userid`]
  const first = (...values: readonly (string | undefined)[]): string | undefined => values.find((value) => name(value) !== undefined)
  const granted = [property(at, 'ModifiedProperties', 'User.UPN')]
  return {
    target: {
      account: { from: entries(at, 'Target'), to: userIn },
      username: { from: entries(at, 'Target'), to: nameIn },
      actor: actorUnlessSelf(at, entries(at, 'Target'), nameIn),
    },
    initiator: { account: { from: entries(at, 'Actor'), to: userIn }, username: { from: [`${at}UserId`], to: name } },
    grantee: {
      account: { from: [property(at, 'ModifiedProperties', 'User.ObjectID')], to: objectId },
      username: { from: granted, to: name },
      actor: actorUnlessSelf(at, granted, first),
    },
    mailbox: {
      account: { from: [], to: () => undefined },
      username: { from: mailbox, to: first },
      actor: actorUnlessSelf(at, mailbox, first),
    },
    identity: {
      account: { from: [], to: () => undefined },
      username: { from: identity, to: first },
      actor: {
        from: [`${at}UserId`, `${at}userid`, ...identity],
        to: (doer, folded, ...values) =>
          first(...values)?.toLowerCase() === (doer ?? folded)?.toLowerCase() ? undefined : (doer ?? folded),
      },
    },
  }
}

const FORWARDS = ['ForwardingSmtpAddress', 'ForwardingAddress']

/** Is anything forwarded? The address itself stays out of the tuple. */
const forwarding = (at: string): Computed => ({
  from: FORWARDS.flatMap((parameter) => [`${at}Parameters[Name=${parameter}].Value`, `${at}parameters[Name=${parameter}].Value`]),
  to: (...values) => (values.some((value) => value !== undefined && value.trim() !== '') ? 'forwards' : undefined),
})

const either = (...from: readonly Path[]): Computed => ({ from, to: (...values) => values.find((value) => value !== undefined) })

/** The values that decide, at `at`. */
export const auditClassifier = (at: string): Classifier => ({
  by: [
    either(`${at}Operation`, `${at}operation`),
    either(`${at}Workload`, `${at}workload`),
    `${at}ErrorNumber`,
    `${at}LogonError`,
    property(at, 'ModifiedProperties', 'MethodExecutionResult.'),
    `${at}Target[ID=User].ID`,
    `${at}Actor[ID=User].ID`,
    property(at, 'ModifiedProperties', 'Included Updated Properties'),
    either(property(at, 'ModifiedProperties', 'StrongAuthenticationMethod'), property(at, 'ModifiedProperties', 'AccountEnabled')),
    forwarding(at),
  ],
  to: byOperation,
})
