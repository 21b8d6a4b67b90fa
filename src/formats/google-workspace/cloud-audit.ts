import { isoTime, type JsonShape } from '../define-format.ts'
import { APPLICATIONS } from './cloud-logging.ts'

const SERVICE = 'protoPayload.serviceName'
const METHOD = 'protoPayload.methodName'

/** Identity Platform's methods are logins, and a format of their own. */
const IDENTITY_PLATFORM = /identitytoolkit|securetoken/i

type Payload = Readonly<Record<string, unknown>> | undefined

const isOfOtherService = (payload: Payload): boolean => {
  const [service, method] = [payload?.['serviceName'], payload?.['methodName']].map(String) as [string, string]
  return !Object.hasOwn(APPLICATIONS, service) && !IDENTITY_PLATFORM.test(service) && !IDENTITY_PLATFORM.test(method)
}

/**
 * What stands beside Workspace's records in an export of the Logs Explorer: audit records of Google Cloud's own services, none of
 * which is a login. https://cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog
 */
export const cloudAudit: JsonShape = {
  name: 'cloud-audit',
  kind: 'json',
  signature: {
    has: [SERVICE, METHOD],
    test: ({ protoPayload }) => isOfOtherService(protoPayload as Payload),
    reads: [SERVICE, METHOD],
  },
  fields: { time: isoTime('timestamp', 'receiveTimestamp'), id: 'insertId' },
  classify: { by: [SERVICE], to: () => ({ ignore: 'other-service' }) },
}
