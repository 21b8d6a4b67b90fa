import { defineFormat, isoTime, type Computed, type JsonShape } from '../define-format.ts'
import { classify } from './classify.ts'
import { changes } from './method-codes.ts'

type Value = string | undefined

const isOurs = (method: unknown): boolean =>
  typeof method === 'string' && /^google\.(?:cloud\.identitytoolkit|identity\.securetoken)\./.test(method)

const NOTHING: Computed = { from: [], to: () => undefined }

const CHANGED = Object.keys(changes)

/** Audit logs keep the call in `protoPayload`, activity logs of the product in `jsonPayload`. */
const shapeAt = (at: 'protoPayload' | 'jsonPayload', name: string): JsonShape => ({
  name,
  kind: 'json',
  signature: {
    has: [`${at}.methodName`],
    test: (record) => isOurs((record[at] as Readonly<Record<string, unknown>> | undefined)?.['methodName']),
    reads: [`${at}.methodName`],
  },
  fields: {
    time: isoTime('timestamp', 'receiveTimestamp'),
    id: 'insertId',
    account: [`${at}.response.localId`, `${at}.request.localId`, `${at}.response.userId`],
    username: [`${at}.request.email`, `${at}.response.email`, `${at}.request.phoneNumber`, `${at}.response.phoneNumber`],
    tenant: ['resource.labels.tenant_name', `${at}.request.tenantId`],
    client: 'resource.labels.project_id',
    ip: `${at}.requestMetadata.callerIp`,
    userAgent: `${at}.requestMetadata.callerSuppliedUserAgent`,
  },
  subjects: {
    // An address in the request is the new one: it names nobody yet. An administrator, or a server, is named by the credentials.
    managed: { username: NOTHING, actor: `${at}.authenticationInfo.principalEmail` },
    everybody: { account: NOTHING, username: NOTHING, actor: `${at}.authenticationInfo.principalEmail` },
  },
  classify: {
    by: [
      `${at}.methodName`,
      `${at}.status.code`,
      `${at}.status.message`,
      `${at}.response.mfaPendingCredential`,
      {
        from: CHANGED.map((field) => `${at}.request.${field}`),
        to: (...values: readonly Value[]) => CHANGED.find((_field, index) => values[index] !== undefined && values[index] !== 'false'),
      },
      // As the protocol names it, and as REST does.
      { from: [`${at}.request.reqType`, `${at}.request.requestType`], to: (type, rest) => type ?? rest },
    ],
    to: classify,
  },
})

/** Google Identity Platform and Firebase Authentication, as Cloud Logging exports them. */
export const format = defineFormat({
  id: 'identity-platform',
  title: 'Google Identity Platform / Firebase Authentication',
  provider: 'identity-platform',
  zone: 'in-record',
  repeats: 'never',
  successes: 'configurable',
  shapes: [shapeAt('protoPayload', 'audit-log'), shapeAt('jsonPayload', 'activity-log')],
  spec: 'https://cloud.google.com/identity-platform/docs/how-to-activity-logging',
  unverified: ['audit-log', 'activity-log'],
  howToExport: {
    en: 'Turn on user activity logging first (it is off by default), then `gcloud logging read \'resource.type=("identitytoolkit_project" OR "identitytoolkit_tenant") AND timestamp>="…"\' --format=json > logins.json`. Cloud Logging keeps 30 days unless told otherwise.',
    ja: '先にユーザー アクティビティのロギングを有効にする(既定は無効)。その後 `gcloud logging read \'resource.type=("identitytoolkit_project" OR "identitytoolkit_tenant") AND timestamp>="…"\' --format=json > logins.json`。保持期間は既定で 30 日。',
  },
})
