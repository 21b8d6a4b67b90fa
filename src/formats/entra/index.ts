import { defineFormat } from '../define-format.ts'
import { portalAudit } from './audit-csv.ts'
import { azureAudit, graphAudit } from './directory-audit.ts'
import { logAnalytics, logAnalyticsNames } from './log-analytics.ts'
import { azureOther, azureRisk, azureRiskyUser, graphRisk, graphRiskyUser } from './risk.ts'
import { portalApplications, portalAuthDetails, portalSignIn, portalSignInJa, powershellSignIn } from './sign-in-csv.ts'
import { azureSignIn, graphSignIn } from './sign-in-json.ts'

/** Microsoft Entra ID: sign-ins, directory changes and risk detections, as Graph, Azure Monitor and the portal export them. */
export const format = defineFormat({
  id: 'entra',
  title: 'Microsoft Entra ID (Azure AD)',
  provider: 'entra',
  // Times carry Z; collectors that drop it leave UTC.
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [
    graphSignIn,
    azureSignIn,
    graphAudit,
    azureAudit,
    graphRisk,
    azureRisk,
    graphRiskyUser,
    azureRiskyUser,
    azureOther,
    portalSignIn,
    portalSignInJa,
    portalApplications,
    portalAuthDetails,
    portalAudit,
    powershellSignIn,
    ...logAnalytics,
  ],
  spec: 'https://learn.microsoft.com/graph/api/resources/signin',
  unverified: [
    'graph-sign-in',
    'graph-audit',
    'graph-risk-detection',
    'azure-monitor-risk-event',
    'graph-risky-user',
    'azure-monitor-risky-user',
    'azure-monitor-other',
    'portal-csv',
    'portal-csv-ja',
    'portal-csv-applications',
    'portal-csv-details',
    'portal-csv-audit',
    'powershell-csv',
    ...logAnalyticsNames,
  ],
  howToExport: {
    en: 'Entra admin center > Monitoring > Sign-in logs (and Audit logs) > Download, JSON or CSV, all tabs; or Graph /auditLogs/signIns and /auditLogs/directoryAudits; or diagnostic settings to a storage account; or Log Analytics and Sentinel: the tables SigninLogs, AADNonInteractiveUserSignInLogs, AuditLogs and AADUserRiskEvents, Export > CSV (all columns). The portal keeps 7 to 30 days.',
    ja: 'Entra 管理センター > 監視 > サインイン ログ(および監査ログ)> ダウンロード(JSON または CSV、全タブ)。または Graph の /auditLogs/signIns と /auditLogs/directoryAudits、診断設定でストレージへ。Log Analytics・Sentinel なら SigninLogs、AADNonInteractiveUserSignInLogs、AuditLogs、AADUserRiskEvents をエクスポート > CSV(すべての列)。ポータルの保存期間は 7~30 日。',
  },
})
