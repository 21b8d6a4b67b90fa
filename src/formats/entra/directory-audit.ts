import { directoryOperation, updateUserAction } from '../../kernel/entra-directory-operations.ts'
import type { Outcome } from '../../model/vocabulary.ts'
import { isoTime, type Classified, type Computed, type FieldMap, type JsonShape, type SubjectFields } from '../define-format.ts'
import { firstOf } from './read.ts'

/** `success` and `failure` are the directory's words; anything else (timeout) says neither. */
const outcomeOf = (result: string | undefined): Outcome => {
  if (result?.toLowerCase() === 'success') return 'success'
  return result?.toLowerCase() === 'failure' ? 'failure' : 'info'
}

const byActivity = (
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

const USER = 'targetResources[type=User]'

/** Who did it, unless that is the account itself. An application acts under its name. */
const actor = (at: string): Computed => ({
  from: [`${at}initiatedBy.user.id`, `${at}${USER}.id`, `${at}initiatedBy.user.userPrincipalName`, `${at}initiatedBy.app.displayName`],
  to: (doer, target, name, app) => (doer === undefined ? (name ?? app) : doer === target ? undefined : (name ?? doer)),
})

const initiator = (at: string): SubjectFields => ({
  account: `${at}initiatedBy.user.id`,
  username: `${at}initiatedBy.user.userPrincipalName`,
  actor: { from: [], to: () => undefined },
})

const fieldsUnder = (at: string): FieldMap => ({
  time: isoTime(`${at}activityDateTime`),
  id: `${at}id`,
  account: `${at}${USER}.id`,
  // A display name is no login: two people may share one.
  username: `${at}${USER}.userPrincipalName`,
  actor: actor(at),
  ip: [`${at}initiatedBy.user.ipAddress`, `${at}additionalDetails[key=ipaddr].value`],
  userAgent: [`${at}userAgent`, `${at}additionalDetails[key=User-Agent].value`],
  client: `${at}loggedByService`,
})

const CHANGED = `${USER}.modifiedProperties`

const classifyUnder = (at: string, result: Computed, operation: string): JsonShape['classify'] => ({
  by: [
    `${at}activityDisplayName`,
    operation,
    result,
    `${at}${USER}.type`,
    {
      from: [`${at}initiatedBy.user.id`, `${at}initiatedBy.user.userPrincipalName`],
      to: (id, name) => (id === undefined && name === undefined ? undefined : 'user'),
    },
    `${at}${CHANGED}[displayName=Included Updated Properties].newValue`,
    firstOf(`${at}${CHANGED}[displayName=StrongAuthenticationMethod].newValue`, `${at}${CHANGED}[displayName=AccountEnabled].newValue`),
  ],
  to: byActivity,
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
  fields: fieldsUnder(''),
  subjects: { initiator: initiator('') },
  classify: classifyUnder('', firstOf('result'), 'operationName'),
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
  fields: {
    ...fieldsUnder('properties.'),
    tenant: ['tenantId', 'properties.tenantId'],
    ip: ['properties.initiatedBy.user.ipAddress', 'properties.additionalDetails[key=ipaddr].value', 'callerIpAddress', 'ipAddress'],
  },
  subjects: { initiator: initiator('properties.') },
  classify: classifyUnder('properties.', firstOf('properties.result', 'result'), 'operationName'),
}
