import { defineFormat } from '../define-format.ts'
import { evtxJson, nxlog, winlogbeat } from './layouts.ts'
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
  shapes: [evtxJson, winlogbeat, nxlog, xml],
  spec: 'https://learn.microsoft.com/windows-server/identity/ad-ds/plan/appendix-l--events-to-monitor',
  unverified: ['nxlog-json'],
  howToExport: {
    en: '`wevtutil epl Security security.evtx` on the machine (domain controllers first), then `evtx_dump -o jsonl security.evtx > security.ndjson`; or `wevtutil qe Security /f:xml > security.xml` (one event per line). Winlogbeat and NXLog JSON are read as they are. Auditing of logon events must be on for both success and failure.',
    ja: '対象のコンピューター(ドメインコントローラーを優先)で `wevtutil epl Security security.evtx`、続いて `evtx_dump -o jsonl security.evtx > security.ndjson`。または `wevtutil qe Security /f:xml > security.xml`(1行1イベント)。Winlogbeat と NXLog の JSON はそのまま読み取れる。ログオンイベントの監査は成功・失敗の両方を有効にしておくこと。',
  },
})
