import { defineFormat } from '../define-format.ts'
import { securityEvent, securityEventCsv, securityEventQuery, wazuh } from './collectors.ts'
import { evtxJson, nxlog, winlogbeat } from './layouts.ts'
import { eventLogJson, fluent, wevtutil, winEventJson } from './win-event.ts'
import { eventLogCsv, viewerEnglish, viewerJapanese, winEventCsv } from './win-event-tables.ts'
import { xml } from './xml.ts'

/** Windows Security log: logons, Kerberos and NTLM checks, changes to accounts and groups. */
export const format = defineFormat({
  id: 'windows',
  title: 'Windows Security log',
  provider: 'windows',
  zone: 'utc',
  repeats: 'never',
  names: 'folded',
  successes: 'configurable',
  shapes: [
    evtxJson,
    winlogbeat,
    nxlog,
    xml,
    winEventJson,
    winEventCsv,
    eventLogJson,
    eventLogCsv,
    wevtutil,
    fluent,
    viewerEnglish,
    viewerJapanese,
    wazuh,
    securityEvent,
    securityEventCsv,
    securityEventQuery,
  ],
  spec: 'https://learn.microsoft.com/windows-server/identity/ad-ds/plan/appendix-l--events-to-monitor',
  unverified: [
    'nxlog-json',
    'get-winevent-json',
    'get-winevent-csv',
    'get-eventlog-json',
    'get-eventlog-csv',
    'wevtutil-text',
    'fluent-json',
    'event-viewer-csv',
    'event-viewer-csv-ja',
    'wazuh',
    'security-event',
    'security-event-csv',
    'security-event-query',
  ],
  howToExport: {
    en: "`wevtutil epl Security security.evtx` on the machine (domain controllers first), then `evtx_dump -o jsonl security.evtx > security.ndjson`; or `wevtutil qe Security /f:xml > security.xml` (Event Viewer's “Save All Events As” XML is as good). With PowerShell: `Get-WinEvent -FilterHashtable @{LogName='Security'} | ConvertTo-Json -Depth 4`; at the default depth, in `Export-Csv` and in Event Viewer's CSV only the message tells the values, which is read in English and Japanese. Winlogbeat, NXLog, Fluent Bit, Fluentd and Wazuh JSON and Sentinel's table SecurityEvent are read as they are. Auditing of logon events must be on for both success and failure.",
    ja: "対象のコンピューター(ドメインコントローラーを優先)で `wevtutil epl Security security.evtx`、続いて `evtx_dump -o jsonl security.evtx > security.ndjson`。または `wevtutil qe Security /f:xml > security.xml`(イベント ビューアーの「すべてのイベントを名前を付けて保存」の XML でもよい)。PowerShell なら `Get-WinEvent -FilterHashtable @{LogName='Security'} | ConvertTo-Json -Depth 4`。深さの指定がない場合、`Export-Csv`、イベント ビューアーの CSV では値がメッセージにしか残らないため、日本語と英語のメッセージから読み取る。Winlogbeat・NXLog・Fluent Bit・Fluentd・Wazuh の JSON と Sentinel の表 SecurityEvent はそのまま読み取れる。ログオンイベントの監査は成功・失敗の両方を有効にしておくこと。",
  },
})
