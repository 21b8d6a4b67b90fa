import { defineFormat, type JsonShape } from '../define-format.ts'
import { classifierAt } from './classify.ts'
import { eventCodes } from './codes.ts'
import { fieldsAt, subjectsAt } from './fields.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Ids of tenant logs are a nine and at least thirty more digits; older exports lack them, so a known code beside tenant fields will do. */
const isTenantLog = (log: unknown, id: unknown): boolean => {
  if (!isRecord(log) || typeof log.type !== 'string' || !/^[a-z_]{1,60}$/.test(log.type)) return false
  const isKnown = Object.hasOwn(eventCodes, log.type) || log.type === 'sapi' || log.type === 'fapi'
  if (isKnown && ['client_id', 'connection_id', 'tenant_name'].some((name) => log[name] !== undefined)) return true
  return [log.log_id, log._id, id].some((text) => typeof text === 'string' && /^9\d{30,}$/.test(text))
}

const LOG_READS = ['type', 'log_id', '_id', 'client_id', 'connection_id', 'tenant_name']

const api: JsonShape = {
  name: 'api',
  kind: 'json',
  signature: { has: ['type', 'date'], test: (record) => isTenantLog(record, undefined), reads: LOG_READS },
  fields: fieldsAt(''),
  subjects: subjectsAt(''),
  classify: classifierAt(''),
}

const stream: JsonShape = {
  name: 'stream',
  kind: 'json',
  signature: {
    has: ['data.type', 'data.date'],
    test: (record) => isTenantLog(record.data, record.log_id),
    reads: ['log_id', ...LOG_READS.map((key) => `data.${key}`)],
  },
  fields: { ...fieldsAt('data.'), id: ['data.log_id', 'log_id', 'data._id'] },
  subjects: subjectsAt('data.'),
  classify: classifierAt('data.'),
}

/** Auth0 tenant logs: Management API, dashboard exports and log streams. */
export const format = defineFormat({
  id: 'auth0',
  title: 'Auth0 tenant logs',
  provider: 'auth0',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [api, stream],
  spec: 'https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes',
  howToExport: {
    en: '`auth0 logs list -n 1000 --json` or `GET /api/v2/logs` (100 a page; follow `from`), or the files of a log stream (Amazon S3, HTTP). The tenant keeps logs only for 1 to 30 days, by plan: export first. CSV made by extensions and scripts has columns of their own choice: read it with a mapping.',
    ja: '`auth0 logs list -n 1000 --json` か `GET /api/v2/logs`(1 ページ 100 件、`from` で続き)、またはログストリームのファイル。保持期間は契約により 1~30 日と短いため、まず書き出すこと。拡張機能やスクリプトが作る CSV は列が決まっていないため、マッピングで読み込む。',
  },
})
