import { defineFormat } from '../define-format.ts'
import { activityLog } from './activity-log.ts'
import { auditor } from './auditor.ts'
import { failToBan } from './fail2ban.ts'
import { historyGelf, historyPlain, historySyslog } from './history-lines.ts'
import { historyCsv, historyTable } from './history-tables.ts'
import { historyJson } from './simple-history.ts'
import { wordfence } from './wordfence.ts'

const history = [historyJson, historyCsv, historyTable, historyPlain, historySyslog, historyGelf]

/** WordPress: it keeps no log itself, these plugins do. */
export const format = defineFormat({
  id: 'wordpress',
  title: 'WordPress (WP Activity Log, Simple History, WP fail2ban, Wordfence)',
  provider: 'wordpress',
  // Simple History writes UTC; the others the server's or the site's own time.
  zone: 'option',
  repeats: 'legitimate',
  names: 'folded',
  successes: 'configurable',
  shapes: [...activityLog, ...history, failToBan, auditor, wordfence],
  spec: 'https://developer.wordpress.org/reference/hooks/wp_login_failed/',
  unverified: [...activityLog.map(({ name }) => name), ...history.map(({ name }) => name), failToBan.name, wordfence.name],
  howToExport: {
    en: 'WP Activity Log: Log Viewer > export as CSV (--timezone is the site’s). Simple History: Export & Tools > JSON, which has more than its CSV; a log file where one is set up. WP fail2ban: the auth log of the server. Wordfence: the table wp_wfLogins as CSV, with `INET6_NTOA(IP)`. Without a plugin only the web server’s access log knows that somebody tried.',
    ja: 'WP Activity Log: ログビューアーから CSV を出力(--timezone はサイトのもの)。Simple History: Export & Tools から JSON を出力(CSV より項目が多い)。ログファイルを書き出す設定ならそのファイルも。WP fail2ban: サーバーの認証ログ。Wordfence: 表 wp_wfLogins を `INET6_NTOA(IP)` 付きで CSV に出力。プラグインがなければ、試行があったことは Web サーバーのアクセスログでしか分からない。',
  },
})
