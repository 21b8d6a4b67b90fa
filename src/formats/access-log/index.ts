import { defineFormat } from '../define-format.ts'
import { dialects } from './dialects.ts'
import { haproxy } from './haproxy.ts'
import { caddy, nginxJson } from './json.ts'
import { iis } from './iis.ts'
import { line } from './line.ts'
import { proxyManager } from './proxy-manager.ts'

/** Web servers' access logs: passwords posted to known logins, and names sent by HTTP authentication. */
export const format = defineFormat({
  id: 'access-log',
  title: 'Web server access logs (nginx, Apache, Caddy, IIS, load balancers)',
  provider: 'generic',
  zone: 'in-record',
  repeats: 'legitimate',
  names: 'exact',
  edge: true,
  successes: 'configurable',
  shapes: [line, proxyManager, haproxy, caddy, nginxJson, iis, ...dialects],
  spec: 'https://httpd.apache.org/docs/current/logs.html#combined',
  // Requests and answers in objects of their own: OpenSearch Dashboards' log among the tests of https://github.com/crowdsecurity/hub
  unverified: ['nginx-json', 'iis', 'haproxy', ...dialects.flatMap(({ name }) => (name === 'nested-json' ? [] : [name]))],
  howToExport: {
    en: 'Copy access.log with its rotated parts (access.log.1, access.log.2.gz …) from every server (IIS: the folders inetpub\\logs\\LogFiles\\W3SVC*), combined format or better with `$http_x_forwarded_for` at the end. Behind a proxy name it with --trusted-proxy. Best with the member and a hash of the session’s cookie at the end of each line, as the application tells them (`member=… sid=…`). Without them it knows no account, and how a login ended is read from what its clients do next, or said with --map: the application’s own log answers more.',
    ja: 'すべてのサーバーから access.log とローテーション済みのファイル(access.log.1、access.log.2.gz など)を取得する。combined 形式、できれば末尾に `$http_x_forwarded_for` を付けたもの。プロキシ配下では --trusted-proxy を指定する。各行の末尾に会員番号とセッション Cookie のハッシュ(`member=… sid=…`)があると最もよい。なければアカウントは分からず、ログインの成否は直後の動きから読み取るか --map で指定するため、アプリケーション側のログも入手すること。',
  },
})
