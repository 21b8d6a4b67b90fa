import { lookup } from '../../kernel/lookup.ts'
import {
  defineFormat,
  epochTime,
  type Classified,
  type Classifier,
  type Computed,
  type FieldMap,
  type JsonShape,
} from '../define-format.ts'
import { byFrontStatus, decidedBefore, NOT_A_LOGIN } from '../web-login.ts'
import { aboutAt } from '../web-paths.ts'
import { percentDecoded, sessionCookie } from '../web-request.ts'
import { edgeErrors } from './error-codes.ts'

type Value = string | undefined

const classify = (login: Value, status: Value, error: Value): Classified => {
  if (login === undefined) return NOT_A_LOGIN
  const refused = lookup(edgeErrors, error?.split('|')[0])
  return refused === undefined ? byFrontStatus(login, status) : decidedBefore(login, refused, status)
}

/** Paths come with and without the slash in front. */
const targetOf = (path: Value): Value => (path === undefined || path.startsWith('/') ? path : `/${path}`)

const classifierAt = (at: string, status: string): Classifier => ({
  by: [
    aboutAt([`${at}reqMethod`, `${at}reqPath`], (method, path) => [method, targetOf(percentDecoded(path))]),
    `${at}${status}`,
    'errorCode',
  ],
  to: classify,
})

const decoded = (path: string): Computed => ({ from: [path], to: percentDecoded })
const upper = (path: string): Computed => ({
  from: [path],
  to: (code) => (/^[A-Za-z]{2}$/.test(code ?? '') ? code?.toUpperCase() : undefined),
})

const fieldsAt = (at: string): Omit<FieldMap, 'time'> => ({
  client: `${at}reqHost`,
  ip: `${at}cliIP`,
  userAgent: decoded(`${at}UA`),
})

/** DataStream 2 as JSON: every value is a text, `-` and empty ones are left out. */
const dataStream: JsonShape = {
  name: 'datastream-2',
  kind: 'json',
  signature: { has: ['reqTimeSec', 'cliIP', 'statusCode'], any: [['reqMethod', 'reqPath', 'reqHost']] },
  fields: {
    ...fieldsAt(''),
    time: epochTime('reqTimeSec'),
    forwardedFor: decoded('xForwardedFor'),
    session: { from: ['cookie'], to: (cookies) => sessionCookie(percentDecoded(cookies)) },
    country: upper('country'),
    region: 'state',
    city: decoded('city'),
    asn: 'asn',
  },
  classify: classifierAt('', 'statusCode'),
}

/** Cloud Monitor, its predecessor. */
const cloudMonitor: JsonShape = {
  name: 'cloud-monitor',
  kind: 'json',
  signature: { has: ['start', 'message.cliIP', 'message.reqMethod', 'message.status'] },
  fields: {
    ...fieldsAt('message.'),
    time: epochTime('start'),
    country: upper('geo.country'),
    city: decoded('geo.city'),
    asn: 'netPerf.asnum',
  },
  classify: classifierAt('message.', 'status'),
}

/** Akamai's edge: passwords posted to known logins, by the status of the answer. */
export const format = defineFormat({
  id: 'akamai',
  title: 'Akamai DataStream 2 / Cloud Monitor',
  provider: 'generic',
  zone: 'in-record',
  repeats: 'legitimate',
  names: 'exact',
  edge: true,
  successes: 'configurable',
  shapes: [dataStream, cloudMonitor],
  spec: 'https://techdocs.akamai.com/datastream2/docs/log-format-1',
  unverified: ['datastream-2', 'cloud-monitor'],
  howToExport: {
    en: 'A DataStream 2 stream in JSON with request time, client IP, method, host, path, status, user agent, X-Forwarded-For, country, ASN and error code, delivered to storage. It knows no account, and how a login ended only from what its clients do next, or by --map: the application’s own log answers more.',
    ja: 'DataStream 2 のストリーム(JSON)をストレージに配信する。項目は要求時刻、クライアント IP、メソッド、ホスト、パス、ステータス、ユーザーエージェント、X-Forwarded-For、国、ASN、エラーコード。アカウントはなく、ログインの成否も直後の動きからの判断か --map での指定になるため、アプリケーション側のログも入手すること。',
  },
})
