import { defineFormat } from '../define-format.ts'
import { keepOneTeller } from '../one-teller.ts'
import { auditCsvShape } from './audit-csv.ts'
import { applicationShape, auditShape } from './log-shapes.ts'
import { requestShape } from './request-shape.ts'

/** GitLab's structured logs. Several of them tell of the same login: the one with the most lines is counted. */
export const format = defineFormat({
  id: 'gitlab',
  title: 'GitLab logs (production_json, application_json, audit_json)',
  provider: 'gitlab',
  zone: 'in-record',
  repeats: 'legitimate',
  names: 'folded',
  successes: 'always',
  attempt: keepOneTeller(['request', 'audit', 'application'], 2_000),
  shapes: [requestShape, applicationShape, auditShape, auditCsvShape],
  spec: 'https://docs.gitlab.com/administration/logs/',
  // application_json.log and audit_json.log: samples of the gitlab package of https://github.com/elastic/integrations
  unverified: ['audit-csv'],
  howToExport: {
    en: 'Copy production_json.log, application_json.log and audit_json.log from /var/log/gitlab/gitlab-rails/, with the rotated ones (30 days by default). On GitLab.com: export the audit events of the group as CSV, or stream them (Ultimate).',
    ja: '/var/log/gitlab/gitlab-rails/ の production_json.log、application_json.log、audit_json.log を、ローテート済みのもの(既定で 30 日分)とともに複製する。GitLab.com ではグループの監査イベントをCSVで書き出すか、ストリーミングを使う(Ultimate)。',
  },
})
