import type { CsvShape } from '../define-format.ts'
import { readFrom, shapeOf } from './event-values.ts'

/** `Get-EventLog … | Export-Csv`. */
export const eventLogCsv: CsvShape = {
  name: 'get-eventlog-csv',
  kind: 'csv',
  signature: { columns: ['eventid', 'entrytype', 'timegenerated', 'message', 'source'] },
  ...shapeOf(
    readFrom({
      EventID: ['eventid'],
      Message: ['message'],
      Provider: ['source'],
      EventRecordID: ['index'],
      Channel: [],
      Computer: ['machinename'],
      Keywords: [],
      AuditOutcome: ['entrytype'],
    }),
    { path: 'timegenerated', syntax: 'any' },
  ),
}

/** Columns that an application's table has, and PowerShell's has not. */
const OF_APPLICATIONS = ['user', 'username', 'account', 'ip', 'ipaddress', 'action', 'event', 'type', 'status', 'result']

/** `Get-WinEvent … | Export-Csv`, of some columns too: who asked the Security log may leave its name out. */
export const winEventCsv: CsvShape = {
  name: 'get-winevent-csv',
  kind: 'csv',
  signature: { columns: ['id', 'timecreated', 'message'], not: OF_APPLICATIONS },
  ...shapeOf(
    readFrom({
      EventID: ['id'],
      Message: ['message'],
      Provider: ['providername'],
      EventRecordID: ['recordid'],
      Channel: ['logname'],
      Computer: ['machinename'],
      Keywords: ['keywords'],
      AuditOutcome: ['keywordsdisplaynames'],
    }),
    { path: 'timecreated', syntax: 'any' },
  ),
}

/** Event Viewer, "Save All Events As … CSV": the message stands behind the last named column, and no record number is there. */
const viewer = (name: string, columns: { readonly [Key in 'time' | 'source' | 'id' | 'category' | 'keywords']: string }): CsvShape => ({
  name,
  kind: 'csv',
  signature: { columns: [columns.time, columns.source, columns.id, columns.category, ''] },
  ...shapeOf(
    readFrom({
      EventID: [columns.id],
      Message: [''],
      Provider: [columns.source],
      EventRecordID: [],
      Channel: [],
      Computer: [],
      Keywords: [columns.keywords],
      AuditOutcome: [],
    }),
    { path: columns.time, syntax: 'any' },
  ),
})

export const viewerEnglish = viewer('event-viewer-csv', {
  time: 'date and time',
  source: 'source',
  id: 'event id',
  category: 'task category',
  keywords: 'keywords',
})

export const viewerJapanese = viewer('event-viewer-csv-ja', {
  time: '日付と時刻',
  source: 'ソース',
  id: 'イベント id',
  category: 'タスクのカテゴリ',
  keywords: 'キーワード',
})
