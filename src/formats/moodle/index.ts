import { defineFormat, epochTime, type CsvShape, type FieldMap, type JsonShape } from '../define-format.ts'
import { actor, classify, detail, loginName, upon, userId } from './classify.ts'

const COLUMNS = ['eventname', 'component', 'userid', 'timecreated', 'origin', 'ip', 'other']

const fields: FieldMap = {
  time: epochTime('timecreated'),
  id: 'id',
  account: userId('userid'),
  username: loginName,
  actor,
  ip: 'ip',
  protocol: 'origin',
}

const common = {
  fields,
  subjects: { target: { account: userId('relateduserid'), actor } },
  classify: { by: ['eventname', detail, upon, 'contextlevel'], to: classify },
} as const

const table: CsvShape = { name: 'table', kind: 'csv', signature: { columns: COLUMNS }, ...common }

const rows: JsonShape = {
  name: 'table-json',
  kind: 'json',
  signature: { has: ['eventname', 'userid', 'timecreated', 'origin'] },
  ...common,
}

/** Moodle's standard log, as its database keeps it. The report of the site's pages has times in the language of whoever exports it. */
export const format = defineFormat({
  id: 'moodle',
  title: 'Moodle standard log (logstore_standard_log)',
  provider: 'generic',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [table, rows],
  spec: 'https://docs.moodle.org/en/Logging_2',
  howToExport: {
    en: "Save the table mdl_logstore_standard_log with its column names, as CSV or JSON: SELECT * FROM mdl_logstore_standard_log WHERE eventname LIKE '%user%' OR eventname LIKE '%mfa%' OR eventname LIKE '%role_assigned%' OR eventname LIKE '%token_created%' ORDER BY id. The report under Site administration > Reports > Logs leaves out who failed, and its dates follow the language of whoever exports it: it needs a mapping.",
    ja: "mdl_logstore_standard_log 表を列名付きの CSV か JSON で保存する: SELECT * FROM mdl_logstore_standard_log WHERE eventname LIKE '%user%' OR eventname LIKE '%mfa%' OR eventname LIKE '%role_assigned%' OR eventname LIKE '%token_created%' ORDER BY id。「サイト管理 > レポート > ログ」の出力は失敗した利用者の列がなく、日付も出力した人の言語によるため、マッピングが必要。",
  },
})
