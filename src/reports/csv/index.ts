import { defineReport } from '../define-report.ts'
import { accountRows } from './accounts.ts'
import { csvLine } from './csv-line.ts'
import { timelineRows } from './timeline.ts'

/** Tables for spreadsheets and scripts: exact values as logged, RFC 4180 quoting, UTF-8, `\n`; column names never translated. */
export const report = defineReport({
  id: 'csv',
  title: 'Tables (CSV)',
  mediaType: 'text/csv; charset=utf-8',
  parts: ['timeline', 'accounts'],
  *render(document, { part, zone }) {
    const rows = part === 'accounts' ? accountRows(document, zone) : timelineRows(document, zone)
    for (const row of rows) yield csvLine(row)
  },
})
