import { defineFormat, type CsvShape, type JsonShape } from '../define-format.ts'
import { officeActivity, officeActivityCsv } from './office-activity.ts'
import { auditClassifier, auditFields, auditSubjects } from './shape.ts'

const bare: JsonShape = {
  name: 'audit-data',
  kind: 'json',
  signature: {
    has: [],
    any: [
      ['Operation', 'operation'],
      ['CreationTime', 'creationtime'],
      ['RecordType', 'recordtype'],
      ['OrganizationId', 'organizationid'],
    ],
  },
  fields: auditFields(''),
  subjects: auditSubjects(''),
  classify: auditClassifier(''),
}

const AUDIT_DATA = 'json(AuditData).'

const csv: CsvShape = {
  name: 'csv',
  kind: 'csv',
  signature: { columns: ['auditdata'] },
  fields: auditFields(AUDIT_DATA),
  subjects: auditSubjects(AUDIT_DATA),
  classify: auditClassifier(AUDIT_DATA),
}

/** Microsoft 365 unified audit log: logins with Entra's codes, directory changes, mailbox access and forwarding. */
export const format = defineFormat({
  id: 'm365',
  title: 'Microsoft 365 unified audit log',
  provider: 'entra',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [bare, csv, officeActivity, officeActivityCsv],
  unverified: ['office-activity', 'office-activity-csv'],
  spec: 'https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema',
  howToExport: {
    en: 'Purview > Audit > search > Export (CSV); or Search-UnifiedAuditLog | Export-Csv; or the Management Activity API. Keep the AuditData column.',
    ja: 'Purview > 監査 > 検索 > エクスポート(CSV)。または Search-UnifiedAuditLog | Export-Csv、Management Activity API。AuditData 列を残すこと。',
  },
})
