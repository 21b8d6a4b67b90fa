import { consentedTo, directoryOperation, updateUserAction } from '../entra-directory-operations.ts'
import type { Outcome } from '../../model/vocabulary.ts'
import {
  isoTime,
  type Classified,
  type Classifier,
  type Computed,
  type FieldMap,
  type JsonShape,
  type Path,
  type SubjectFields,
} from '../define-format.ts'
import { firstOf } from './read.ts'

/** `success` and `failure` are the directory's words; anything else (timeout) says neither. */
const outcomeOf = (result: string | undefined): Outcome => {
  if (result?.toLowerCase() === 'success') return 'success'
  return result?.toLowerCase() === 'failure' ? 'failure' : 'info'
}

/** For every export of the directory's log. */
export const byActivity = (
  activity?: string,
  operation?: string,
  result?: string,
  targetType?: string,
  initiatedBy?: string,
  updated?: string,
  value?: string,
): Classified => {
  const known = directoryOperation(activity ?? '') ?? directoryOperation(operation ?? '')
  if (known === undefined) return { ignore: 'other-operation' }
  if ('ignore' in known) return known
  const action = known.action === 'profile-change' ? updateUserAction(updated, value) : known.action
  if (action === undefined) return { ignore: 'nothing-changed' }
  if (known.about === 'target' && targetType === undefined) return { ignore: 'no-user-target' }
  if (known.about === 'initiator' && initiatedBy === undefined) return { ignore: 'machine-login' }
  const outcome = outcomeOf(result)
  const code = activity ?? operation
  return {
    action,
    outcome,
    ...(outcome === 'failure' ? { reason: 'other' } : {}),
    ...(code === undefined ? {} : { code }),
    ...(known.about === 'initiator' ? { subject: 'initiator' } : {}),
  }
}

/** Where the values of one export stand. */
export interface AuditPaths {
  readonly activity: Path
  readonly operation: Path
  readonly result: Computed
  /** The first target that is a user. */
  readonly user: Path
  readonly initiatedBy: Path
  readonly additional: Path
}

const pathsUnder = (at: string, result: Computed): AuditPaths => ({
  activity: `${at}activityDisplayName`,
  operation: 'operationName',
  result,
  user: `${at}targetResources[type=User]`,
  initiatedBy: `${at}initiatedBy`,
  additional: `${at}additionalDetails`,
})

/** Who did it, unless that is the account itself. An application acts under its name. */
const actor = ({ initiatedBy, user }: AuditPaths): Computed => ({
  from: [`${initiatedBy}.user.id`, `${user}.id`, `${initiatedBy}.user.userPrincipalName`, `${initiatedBy}.app.displayName`],
  to: (doer, target, name, app) => {
    if (doer === undefined) return name ?? app
    return doer === target ? undefined : (name ?? doer)
  },
})

const initiator = ({ initiatedBy }: AuditPaths): SubjectFields => ({
  account: `${initiatedBy}.user.id`,
  username: `${initiatedBy}.user.userPrincipalName`,
  actor: { from: [], to: () => undefined },
})

const auditFields = (paths: AuditPaths): Omit<FieldMap, 'time' | 'id' | 'client'> => ({
  account: `${paths.user}.id`,
  // A display name is no login: two people may share one.
  username: `${paths.user}.userPrincipalName`,
  actor: actor(paths),
  ip: [`${paths.initiatedBy}.user.ipAddress`, `${paths.additional}[key=ipaddr].value`],
  userAgent: `${paths.additional}[key=User-Agent].value`,
})

const classifyAt = ({ activity, operation, result, user, initiatedBy }: AuditPaths): Classifier => ({
  by: [
    activity,
    operation,
    result,
    `${user}.type`,
    {
      from: [`${initiatedBy}.user.id`, `${initiatedBy}.user.userPrincipalName`],
      to: (id, name) => (id === undefined && name === undefined ? undefined : 'user'),
    },
    `${user}.modifiedProperties[displayName=Included Updated Properties].newValue`,
    firstOf(
      `${user}.modifiedProperties[displayName=StrongAuthenticationMethod].newValue`,
      `${user}.modifiedProperties[displayName=AccountEnabled].newValue`,
    ),
  ],
  to: byActivity,
})

/** All of a shape that follows from where its values stand. */
export const auditAt = (
  paths: AuditPaths,
  fields: Pick<FieldMap, 'time' | 'id' | 'client'> & Partial<FieldMap>,
): Pick<JsonShape, 'fields' | 'subjects' | 'classify'> => ({
  fields: { ...auditFields(paths), ...fields },
  subjects: { initiator: initiator(paths) },
  classify: classifyAt(paths),
})

/** An application has the name here that sign-ins give it, too. */
export const clientOf = (activity: Path, targets: Path, service: Path): Computed => ({
  from: [activity, `${targets}[type=ServicePrincipal].displayName`, service],
  to: consentedTo,
})

const fieldsUnder = (at: string): Pick<FieldMap, 'time' | 'id' | 'client' | 'userAgent'> => ({
  time: isoTime(`${at}activityDateTime`),
  id: `${at}id`,
  userAgent: [`${at}userAgent`, `${at}additionalDetails[key=User-Agent].value`],
  client: clientOf(`${at}activityDisplayName`, `${at}targetResources`, `${at}loggedByService`),
})

/** Sign-ins of B2C tenants stand in the same log; they are a format of their own. */
const B2C = 'B2C'

/** Graph `GET /auditLogs/directoryAudits`. */
export const graphAudit: JsonShape = {
  name: 'graph-audit',
  kind: 'json',
  signature: {
    has: ['activityDateTime', 'activityDisplayName', 'initiatedBy'],
    test: ({ loggedByService }) => loggedByService !== B2C,
    reads: ['loggedByService'],
  },
  ...auditAt(pathsUnder('', firstOf('result')), fieldsUnder('')),
}

/** Azure Monitor, category AuditLogs; some collectors put the activity's own category there. */
export const azureAudit: JsonShape = {
  name: 'azure-monitor-audit',
  kind: 'json',
  signature: {
    has: ['category', 'operationName', 'properties.activityDateTime', 'properties.initiatedBy'],
    test: ({ properties }) => (properties as Readonly<Record<string, unknown>> | undefined)?.['loggedByService'] !== B2C,
    reads: ['properties.loggedByService'],
  },
  ...auditAt(pathsUnder('properties.', firstOf('properties.result', 'result')), {
    ...fieldsUnder('properties.'),
    tenant: ['tenantId', 'properties.tenantId'],
    ip: ['properties.initiatedBy.user.ipAddress', 'properties.additionalDetails[key=ipaddr].value', 'callerIpAddress', 'ipAddress'],
  }),
}
