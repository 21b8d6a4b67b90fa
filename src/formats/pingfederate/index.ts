import { defineFormat, type TextShape } from '../define-format.ts'
import { adminLog, apiLog } from './admin-logs.ts'
import { cell, patterns, subject } from './cells.ts'
import { cef } from './cef.ts'
import { classify } from './classify.ts'
import { cutLines } from './cut-lines.ts'
import { foldSteps } from './fold.ts'

const audit: TextShape = {
  name: 'audit-log',
  kind: 'text',
  signature: /^\s{0,8}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}(?: ?\| ?tid:| trackingid="tid:)/,
  patterns,
  other: 'other-line',
  cut: cutLines,
  fields: {
    time: { path: 'time', syntax: 'iso' },
    username: subject,
    client: {
      from: ['pairs', 'connectionid', 'app', 'connectionname'],
      to: (rest, connection, app, name) =>
        cell('connectionname').to(rest, name) ?? cell('connectionid').to(rest, connection) ?? cell('app').to(rest, app),
    },
    ip: cell('ip'),
    session: { ...cell('trackingid'), cut: 'trackingid' },
    protocol: cell('protocol'),
  },
  classify: { by: ['pattern', cell('event'), cell('status'), cell('granttype')], to: classify },
}

/** PingFederate's security audit log (`audit.log`), and what administrators do (`admin.log`, `admin-api.log`). */
export const format = defineFormat({
  id: 'pingfederate',
  title: 'PingFederate security audit log',
  provider: 'pingfederate',
  zone: 'option',
  repeats: 'legitimate',
  names: 'folded',
  successes: 'always',
  attempt: { key: ['session'], withinMs: 600_000, fold: foldSteps },
  shapes: [audit, cef, adminLog, apiLog],
  spec: 'https://docs.pingidentity.com/pingfederate/latest/administrators_reference_guide/pf_security_audit_loggin.html',
  // CEF as a server of version 12 sent it: samples of the ping_federate package of https://github.com/elastic/integrations
  unverified: ['audit-log', 'admin-log', 'api-log'],
  howToExport: {
    en: 'Copy <pf_install>/pingfederate/log/audit.log* of every engine node, and admin.log* and admin-api.log* of the console node. Times are local without an offset: give --timezone. What goes to a SIEM as CEF is read as well.',
    ja: '全エンジンノードの <pf_install>/pingfederate/log/audit.log*、管理ノードの admin.log*・admin-api.log* を複製する。時刻はオフセットのない現地時刻のため --timezone を指定する。SIEM へ CEF で送られるものも読み取れる。',
  },
})
