import { anyTime, defineFormat, type Computed, type CsvShape, type FieldMap, type JsonShape, type TimeField } from '../define-format.ts'
import { classifyFile, classifyText } from './classify.ts'

const utc = (...path: readonly string[]): TimeField => ({ path, syntax: 'any', zone: 'UTC' })

/** Login history names browser and system apart, and says `Unknown` or `N/A` for what it does not know. */
const agent = (browser: string, platform: string): Computed => ({
  from: [browser, platform],
  to: (name, system) => {
    const [family, os] = [name, system].map((part) => (part === undefined || /^(?:unknown|n\/a)$/i.test(part) ? undefined : part))
    return family === undefined ? undefined : os === undefined ? family : `${family} (${os})`
  },
})

const known = (path: string): Computed => ({
  from: [path],
  to: (value) => (value === undefined || /^n\/a$/i.test(value) ? undefined : value),
})

const fileFields: FieldMap = {
  time: utc('TIMESTAMP_DERIVED', 'TIMESTAMP'),
  // One request may write several events, but one of a kind.
  id: { from: ['REQUEST_ID', 'EVENT_TYPE'], to: (request, type) => (request === undefined ? undefined : `${request}/${type}`) },
  account: ['USER_ID_DERIVED', 'USER_ID'],
  username: ['USER_NAME', 'USERNAME'],
  tenant: 'ORGANIZATION_ID',
  client: ['CONNECTED_APP_NAME', 'APPLICATION'],
  ip: ['SOURCE_IP', 'CLIENT_IP'],
  forwardedFor: 'FORWARDED_FOR_IP',
  userAgent: 'BROWSER_TYPE',
  session: ['LOGIN_KEY', 'SESSION_KEY'],
  mfaMethod: 'AUTHENTICATION_METHOD_REFERENCE',
  protocol: 'LOGIN_TYPE',
  providerRisk: 'SCORE',
}
/** The row is about the account that was used; the delegate is who used it. */
const fileSubjects = { impersonated: { actor: ['DELEGATED_USER_ID_DERIVED', 'DELEGATED_USER_ID', 'DELEGATED_USER_NAME'] } }
const fileClassifier = { by: ['EVENT_TYPE', 'LOGIN_STATUS', 'LOGIN_SUB_TYPE'], to: classifyFile }

const fileJson: JsonShape = {
  name: 'event-log-file-json',
  kind: 'json',
  signature: { has: ['EVENT_TYPE', 'ORGANIZATION_ID'], any: [['TIMESTAMP_DERIVED', 'TIMESTAMP']] },
  fields: fileFields,
  subjects: fileSubjects,
  classify: fileClassifier,
}

const fileCsv: CsvShape = {
  name: 'event-log-file-csv',
  kind: 'csv',
  signature: { columns: ['event_type', 'organization_id', 'timestamp_derived'] },
  fields: fileFields,
  subjects: fileSubjects,
  classify: fileClassifier,
}

const historyFields: FieldMap = {
  time: utc('EventDate', 'LoginTime'),
  id: ['EventIdentifier', 'LoginHistoryId', 'Id'],
  account: 'UserId',
  username: 'Username',
  client: known('Application'),
  ip: 'SourceIp',
  forwardedFor: 'ForwardedForIp',
  userAgent: agent('Browser', 'Platform'),
  session: 'LoginKey',
  mfaMethod: 'AuthMethodReference',
  protocol: 'LoginType',
  country: 'CountryIso',
  region: 'Subdivision',
  city: 'City',
  lat: 'LoginLatitude',
  lon: 'LoginLongitude',
}
const historyClassifier = { by: ['Status', 'LoginSubType'], to: classifyText }

/** `LoginEvent`: object and stream. */
const loginEvent: JsonShape = {
  name: 'login-event',
  kind: 'json',
  signature: { has: ['EventDate', 'Status', 'LoginUrl'], any: [['EventIdentifier', 'LoginKey', 'LoginHistoryId']] },
  fields: historyFields,
  classify: historyClassifier,
}

const historyJson: JsonShape = {
  name: 'login-history-json',
  kind: 'json',
  signature: { has: ['LoginTime', 'SourceIp', 'Status', 'UserId'], not: ['EventDate'] },
  fields: historyFields,
  classify: historyClassifier,
}

/** A query of `LoginHistory` saved as CSV. */
const historyQuery: CsvShape = {
  name: 'login-history-query-csv',
  kind: 'csv',
  signature: { columns: ['logintime', 'sourceip', 'status', 'userid'] },
  fields: historyFields,
  classify: historyClassifier,
}

/** Setup > Login History > Download: in the zone and the words of whoever downloads it. */
const setup: CsvShape = {
  name: 'setup-csv',
  kind: 'csv',
  signature: { columns: ['username', 'login time', 'source ip', 'login type', 'status'] },
  fields: {
    time: anyTime('login time'),
    username: 'username',
    client: known('application'),
    ip: 'source ip',
    userAgent: agent('browser', 'platform'),
    protocol: 'login type',
    country: { from: ['location'], to: (place) => (place !== undefined && /^[A-Z]{2}$/.test(place) ? place : undefined) },
  },
  classify: { by: ['status', 'login subtype'], to: classifyText },
}

/** Salesforce: login history, login events, event log files. */
export const format = defineFormat({
  id: 'salesforce',
  title: 'Salesforce login history and event logs',
  provider: 'salesforce',
  zone: 'option',
  repeats: 'never',
  names: 'folded',
  successes: 'always',
  shapes: [fileJson, fileCsv, loginEvent, historyJson, historyQuery, setup],
  spec: 'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_loginhistory.htm',
  unverified: ['event-log-file-csv', 'login-history-json', 'login-history-query-csv', 'setup-csv'],
  howToExport: {
    en: 'Setup > Login History > Download Now (six months, all logins; times are in your own zone: give --timezone), or the query `SELECT … FROM LoginHistory`; with Event Monitoring: the event log files Login, LoginAs, Logout, or `LoginEvent`.',
    ja: '設定 > ログイン履歴 > 今すぐダウンロード(6か月、すべてのログイン。時刻は操作者のタイムゾーンのため --timezone を指定)。または `SELECT … FROM LoginHistory`。イベントモニタリングがあれば EventLogFile の Login・LoginAs・Logout または `LoginEvent`。',
  },
})
