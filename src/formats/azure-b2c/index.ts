import { classifyB2c } from '../b2c-activities.ts'
import { defineFormat, isoTime, type Computed, type JsonShape } from '../define-format.ts'

/** Written where there is no user behind a record. */
const NOBODY = /^(?:0{8}-(?:0{4}-){3}0{12}|N\/A)$/i

const somebody = (...from: readonly string[]): Computed => ({
  from,
  to: (...ids) => ids.find((id) => id !== undefined && id !== '' && !NOBODY.test(id)),
})

/** Graph writes the record itself, Azure Monitor puts it into `properties`. */
const shapeAt = (at: string, name: string, category: string): JsonShape => {
  const user = `${at}targetResources[type=User]`
  const detail = (key: string): string => `${at}additionalDetails[key=${key}].value`
  return {
    name,
    kind: 'json',
    signature: { has: [`${at}activityDateTime`, `${at}activityDisplayName`], is: { [`${at}loggedByService`]: ['B2C'] } },
    fields: {
      time: isoTime(`${at}activityDateTime`),
      id: `${at}id`,
      account: somebody(`${user}.id`, `${at}initiatedBy.user.id`),
      username: somebody(`${user}.userPrincipalName`, `${at}initiatedBy.user.userPrincipalName`),
      tenant: [detail('TenantId'), 'tenantId'],
      client: somebody(detail('ApplicationId'), `${at}initiatedBy.app.appId`),
      ip: [detail('ClientIpAddress'), `${at}initiatedBy.user.ipAddress`],
      userAgent: [detail('Client'), detail('User-Agent')],
    },
    classify: { by: [`${at}activityDisplayName`, `${at}result`, category, detail('IdentityProviderName')], to: classifyB2c },
  }
}

/** Azure AD B2C: sign-ins of local accounts, which its tenants write to the audit log. */
export const format = defineFormat({
  id: 'azure-b2c',
  title: 'Azure AD B2C audit log',
  provider: 'azure-b2c',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [shapeAt('', 'graph-audit', 'category'), shapeAt('properties.', 'azure-monitor-audit', 'properties.category')],
  spec: 'https://learn.microsoft.com/azure/active-directory-b2c/view-audit-logs',
  unverified: ['graph-audit', 'azure-monitor-audit'],
  howToExport: {
    en: "In the B2C tenant: Graph `GET /v1.0/auditLogs/directoryAudits?$filter=loggedByService eq 'B2C' and activityDateTime gt …`, following @odata.nextLink; or Microsoft Entra ID > Audit logs > Download (JSON; CSV is read as Entra’s). B2C keeps 7 days. Sign-ins of External ID tenants are in the sign-in log instead.",
    ja: "B2C テナントで Graph の `GET /v1.0/auditLogs/directoryAudits?$filter=loggedByService eq 'B2C' and activityDateTime gt …` を @odata.nextLink でたどる。または Microsoft Entra ID > 監査ログ > ダウンロード(JSON。CSV は Entra のものとして読み取る)。保持期間は 7 日。External ID テナントのサインインはサインイン ログにある。",
  },
})
