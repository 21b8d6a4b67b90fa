import { countryCode } from '../country-codes.ts'
import { defineFormat, type Computed, type CsvShape, type FieldMap, type JsonShape, type Path } from '../define-format.ts'
import { activityShape } from './activity.ts'
import { classifyAdmin, classifyLogin } from './classify.ts'

const country = (path: Path): Computed => ({ from: [path], to: countryCode })

/** Duo names browser and system apart. */
const agent = (...paths: readonly Path[]): Computed => ({
  from: paths,
  to: (browser, version, os, osVersion) => {
    const join = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' ')
    const system = join(os, osVersion)
    return browser === undefined ? undefined : `${join(browser, version)}${system === '' ? '' : ` (${system})`}`
  },
})

const accessAgent = agent('access_device.browser', 'access_device.browser_version', 'access_device.os', 'access_device.os_version')

const nothing: Computed = { from: [], to: () => undefined }

const place = {
  country: country('access_device.location.country'),
  region: 'access_device.location.state',
  city: 'access_device.location.city',
}

const authFields: FieldMap = {
  time: { path: ['isotimestamp', 'timestamp'], syntax: 'any', zone: 'UTC' },
  id: 'txid',
  account: 'user.key',
  username: ['user.name', 'email', 'alias'],
  client: ['application.name', 'application.key'],
  ip: 'access_device.ip',
  userAgent: accessAgent,
  device: ['access_device.epkey', 'auth_device.key'],
  mfaMethod: 'factor',
  providerRisk: ['adaptive_trust_assessments.more_secure_auth.trust_level', 'adaptive_trust_assessments.remember_me.trust_level'],
  ...place,
}

/** Admin API v2 and Duo Log Sync. The address is missing where the application shows no Duo prompt of its own. */
const auth: JsonShape = {
  name: 'auth-v2',
  kind: 'json',
  signature: { has: ['access_device', 'factor', 'result'], any: [['txid', 'application', 'auth_device', 'user']], not: ['integration'] },
  fields: authFields,
  classify: { by: ['event_type', 'result', 'reason', 'factor'], to: classifyLogin },
}

/** Admin API v1. */
const authV1: JsonShape = {
  name: 'auth-v1',
  kind: 'json',
  signature: { has: ['username', 'integration', 'factor', 'result', 'timestamp'] },
  fields: {
    ...authFields,
    account: nothing,
    username: ['username', 'email', 'alias'],
    client: 'integration',
    ip: 'ip',
    device: 'access_device.epkey',
    country: country('location.country'),
    region: 'location.state',
    city: 'location.city',
  },
  classify: { by: ['eventtype', 'result', 'reason', 'factor'], to: classifyLogin },
}

/** Reports > Authentication Log of the panel. */
const panel: CsvShape = {
  name: 'panel-csv',
  kind: 'csv',
  signature: { columns: ['factor', 'result', 'reason'] },
  fields: {
    time: { path: ['timestamp (utc)', 'timestamp', 'time'], syntax: 'any', zone: 'UTC' },
    id: ['txid', 'transaction id'],
    username: ['user', 'username', 'email'],
    client: ['application', 'integration'],
    ip: ['access device ip', 'access ip', 'ip', 'ip address'],
    userAgent: agent('browser', 'browser version', 'os', 'os version'),
    mfaMethod: 'factor',
    country: country('country'),
    region: 'state',
    city: 'city',
  },
  classify: { by: ['event type', 'result', 'reason', 'factor'], to: classifyLogin },
}

/** Administrator log: names are those of administrators, shown as people's names. */
const admin: JsonShape = {
  name: 'administrator',
  kind: 'json',
  signature: { has: ['action', 'username', 'isotimestamp', 'timestamp'], not: ['factor', 'access_device', 'actor'] },
  fields: {
    time: { path: ['isotimestamp', 'timestamp'], syntax: 'any', zone: 'UTC' },
    username: 'username',
    ip: 'json(description).ip_address',
    mfaMethod: 'json(description).factor',
    protocol: 'json(description).primary_auth_method',
  },
  subjects: {
    target: { account: 'json(description).user_id', username: 'object', actor: 'username' },
    nobody: { username: nothing, actor: 'username' },
  },
  classify: { by: ['action', 'json(description).error', 'json(description).status'], to: classifyAdmin },
}

/** Cisco Duo: authentication log (second factor), administrator log, and the newer activity log. */
export const format = defineFormat({
  id: 'duo',
  title: 'Cisco Duo authentication and administrator logs',
  provider: 'duo',
  zone: 'utc',
  repeats: 'never',
  names: 'folded',
  successes: 'always',
  shapes: [auth, authV1, activityShape({ userAgent: accessAgent, ...place }), admin, panel],
  spec: 'https://duo.com/docs/adminapi#authentication-logs',
  unverified: ['auth-v1', 'panel-csv'],
  howToExport: {
    en: 'Admin API `GET /admin/v2/logs/authentication?mintime=…&maxtime=…` (milliseconds; follow `next_offset`) and `GET /admin/v2/logs/activity` (or the older `GET /admin/v1/logs/administrator`), or Duo Log Sync. Duo keeps 180 days. The panel (Reports > Authentication Log > Export) gives CSV with fewer fields.',
    ja: 'Admin API の `GET /admin/v2/logs/authentication?mintime=…&maxtime=…`(ミリ秒。`next_offset` をたどる)と `GET /admin/v2/logs/activity`(または旧来の `GET /admin/v1/logs/administrator`)、または Duo Log Sync。保持期間は 180 日。管理パネル(Reports > Authentication Log > Export)の CSV は項目が少ない。',
  },
})
