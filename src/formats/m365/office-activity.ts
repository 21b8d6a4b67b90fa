import {
  anyTime,
  type Classified,
  type Computed,
  type CsvShape,
  type FieldMap,
  type JsonShape,
  type SubjectFields,
} from '../define-format.ts'
import { mailboxOperation } from './operation-codes.ts'

type Value = string | undefined

/** https://learn.microsoft.com/azure/azure-monitor/reference/tables/officeactivity: what Sentinel keeps of Exchange, SharePoint and Teams. */
const fields = (time: readonly string[]): FieldMap => ({
  time: anyTime(...time),
  id: 'OfficeId',
  username: 'UserId',
  tenant: ['OrganizationId', 'OfficeTenantId'],
  client: ['ClientAppId', 'AppId'],
  ip: ['ClientIP', 'Client_IPAddress', 'ActorIpAddress'],
  userAgent: ['UserAgent', 'ClientInfoString'],
  session: 'SessionId',
})

const parameter = (name: string): string => `json(Parameters)[Name=${name}].Value`

/** Whose mailbox it is, and who did it where that is somebody else. */
const of = (...owner: readonly string[]): SubjectFields => ({
  username: [...owner, 'UserId'],
  actor: {
    from: ['UserId', ...owner],
    to: (doer, ...owners) => {
      const holder = owners.find((value) => value !== undefined)
      return holder === undefined || holder.toLowerCase() === doer?.toLowerCase() ? undefined : doer
    },
  },
})

const forwards: Computed = {
  from: ['ForwardingSmtpAddress', 'ForwardingAddress'].map(parameter),
  to: (...values) => (values.some((value) => value !== undefined && value.trim() !== '') ? 'forwards' : undefined),
}

const classify = (operation: Value, workload: Value, forwardsTo: Value): Classified => {
  if (operation === undefined) return { reject: 'unknown-code', detail: 'no operation' }
  const isOfFiles = workload === 'OneDrive' || workload === 'SharePoint'
  return mailboxOperation(operation, forwardsTo) ?? { ignore: isOfFiles ? 'file-activity' : 'other-operation' }
}

const rest = {
  subjects: { mailbox: of('MailboxOwnerUPN'), identity: of(parameter('Identity')) },
  classify: { by: ['Operation', 'OfficeWorkload', forwards], to: classify },
}

export const officeActivity: JsonShape = {
  name: 'office-activity',
  kind: 'json',
  signature: { has: ['OfficeWorkload', 'Operation', 'TimeGenerated', 'UserId'] },
  fields: fields(['TimeGenerated']),
  ...rest,
}

/** The same out of the portal, which says in the column's name that it shows UTC, or from a query of one's own. */
export const officeActivityCsv: CsvShape = {
  name: 'office-activity-csv',
  kind: 'csv',
  signature: { columns: ['officeworkload', 'operation', 'userid'] },
  fields: fields(['timegenerated [utc]', 'timegenerated']),
  ...rest,
}
