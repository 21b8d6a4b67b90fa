import { anyTime, defineFormat, type Computed, type CsvShape, type FieldMap, type JsonShape, type TimeField } from '../define-format.ts'
import { classifyFile, classifyJapanese, classifyText } from './classify.ts'
import { SETUP_TRAIL } from './setup-trail.ts'

const utc = (...path: readonly string[]): TimeField => ({ path, syntax: 'any', zone: 'UTC' })

/** Login history names browser and system apart, and says `Unknown` or `N/A` for what it does not know. */
const agentOf: Computed['to'] = (name, system) => {
  const [family, os] = [name, system].map((part) => (part === undefined || /^(?:unknown|n\/a|不明)$/i.test(part) ? undefined : part))
  return family === undefined ? undefined : os === undefined ? family : `${family} (${os})`
}
const agent = (browser: string, platform: string): Computed => ({ from: [browser, platform], to: agentOf })

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
  signature: { has: ['EventDate', 'Status', 'LoginType'], any: [['EventIdentifier', 'LoginKey', 'LoginHistoryId']] },
  fields: historyFields,
  classify: historyClassifier,
}

/** Other real-time events tell of a session as well, and by these names of what was done in it. From memory, unverified. */
const OF_OTHER_EVENTS =
  'Status LoginType Operation QueriedEntities Query RowsProcessed PageUrl AppName AppId Name Message Score Summary DelegatedUsername LoginAsCategory VerificationMethod FileName FileAction'.split(
    ' ',
  )

/**
 * `LogoutEvent`: object and stream, written where somebody logs out by themselves. Held against the sample of the Salesforce package of
 * https://github.com/elastic/integrations.
 */
const logoutEvent: JsonShape = {
  name: 'logout-event',
  kind: 'json',
  signature: {
    has: ['EventDate', 'EventIdentifier', 'UserId', 'SessionKey', 'SessionLevel'],
    not: OF_OTHER_EVENTS,
  },
  fields: {
    time: utc('EventDate'),
    id: 'EventIdentifier',
    account: 'UserId',
    username: 'Username',
    ip: 'SourceIp',
    session: ['LoginKey', 'SessionKey'],
  },
  classify: {
    by: ['attributes.type'],
    // Answers of the REST API name the object, the stream does not.
    to: (object) =>
      object === undefined || object === 'LogoutEvent'
        ? { action: 'logout', outcome: 'success', code: 'LogoutEvent' }
        : { ignore: 'other-event' },
  },
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

const SOURCE_IP = ['送信元 ip', '発信元 ip', 'ソース ip', '送信元ip', '発信元ip', 'ソースip']

/** The same in Japanese. Its names of columns have been spelt in several ways. */
const setupJapanese: CsvShape = {
  name: 'setup-csv-ja',
  kind: 'csv',
  signature: { columns: ['ログイン日時', 'ログイン種別', '状況'], any: SOURCE_IP },
  fields: {
    time: anyTime('ログイン日時'),
    username: ['ユーザー名', 'ユーザ名'],
    client: known('アプリケーション'),
    ip: SOURCE_IP,
    userAgent: {
      from: ['ブラウザー', 'ブラウザ', 'プラットフォーム'],
      to: (browser, older, platform) => agentOf(browser ?? older, platform),
    },
    protocol: 'ログイン種別',
  },
  classify: { by: ['状況'], to: classifyJapanese },
}

/** Salesforce: login history, login events, event log files. */
export const format = defineFormat({
  id: 'salesforce',
  title: 'Salesforce login history, event logs and setup audit trail',
  provider: 'salesforce',
  zone: 'option',
  repeats: 'never',
  names: 'folded',
  successes: 'always',
  shapes: [fileJson, fileCsv, loginEvent, logoutEvent, historyJson, historyQuery, setup, setupJapanese, ...SETUP_TRAIL],
  spec: 'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_loginhistory.htm',
  unverified: [
    'event-log-file-csv',
    'login-history-json',
    'login-history-query-csv',
    'setup-csv',
    'setup-csv-ja',
    'setup-audit-trail-json',
    'setup-audit-trail-query-csv',
    'setup-audit-trail-csv',
  ],
  howToExport: {
    en: 'Setup > Login History > Download Now (six months, all logins; times are in your own zone: give --timezone), or the query `SELECT … FROM LoginHistory`; with Event Monitoring: the event log files Login, LoginAs, Logout, or `LoginEvent` and `LogoutEvent`. What administrators changed: Setup > View Setup Audit Trail > Download (read in English), or `SELECT Id, Action, Display, Section, CreatedDate, CreatedById, DelegateUser FROM SetupAuditTrail`.',
    ja: '設定 > ログイン履歴 > 今すぐダウンロード(6か月、すべてのログイン。時刻は操作者のタイムゾーンのため --timezone を指定)。または `SELECT … FROM LoginHistory`。イベントモニタリングがあれば EventLogFile の Login・LoginAs・Logout または `LoginEvent`・`LogoutEvent`。管理者による変更は、設定 > 設定変更履歴の参照 > ダウンロード(英語の文だけを読み取る)、または `SELECT Id, Action, Display, Section, CreatedDate, CreatedById, DelegateUser FROM SetupAuditTrail`。',
  },
})
