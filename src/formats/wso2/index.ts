import { defineFormat } from '../define-format.ts'
import { auditLog } from './audit-log.ts'
import { auditRecord } from './audit-record.ts'
import { foldRefusals } from './fold.ts'
import { webhooks } from './webhook.ts'

/** WSO2 Identity Server and Asgardeo: webhooks, audit.log, audit records. */
export const format = defineFormat({
  id: 'wso2',
  title: 'WSO2 Identity Server / Asgardeo',
  provider: 'generic',
  // Webhooks carry an epoch; audit.log is in the server's own time.
  zone: 'option',
  repeats: 'never',
  names: 'folded',
  successes: 'configurable',
  attempt: { key: ['name'], withinMs: 2_000, fold: foldRefusals },
  shapes: [...webhooks, auditLog, auditRecord],
  spec: 'https://is.docs.wso2.com/en/latest/references/webhook-events/',
  unverified: [...webhooks.map(({ name }) => name), auditLog.name, auditRecord.name],
  howToExport: {
    en: 'Copy repository/logs/audit.log* from every node (authentication audit logging must be on; --timezone is the server’s), or save what the webhooks for logins, sessions, credentials and users delivered, one event a line. Asgardeo: Console > Logs > Audit holds changes, not logins.',
    ja: '全ノードの repository/logs/audit.log* を取得する(認証の監査ログを有効にしておくこと。--timezone はサーバーのもの)。または、ログイン・セッション・資格情報・ユーザーの Webhook で届いたイベントを 1 行 1 件で保存する。Asgardeo の Console > Logs > Audit には変更のみがあり、ログインは残らない。',
  },
})
