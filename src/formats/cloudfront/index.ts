import { defineFormat, type CsvShape, type JsonShape, type TextShape } from '../define-format.ts'
import { classifierAt, fieldsAt, type Place } from './fields.ts'

/** The fields of the standard log, in their order: it never changes, new ones are added at the end. Those that nobody asks for have no name. */
const COLUMNS: readonly (readonly [name: string | undefined, pattern: string])[] = [
  ['date', '\\d{4}-\\d\\d-\\d\\d'],
  ['time', '\\d\\d:\\d\\d:\\d\\d'],
  [undefined, '[A-Z]{3}\\d[\\w-]*'],
  [undefined, '\\d+'],
  ['ip', '[\\da-fA-F:.]+'],
  ['method', '[A-Z]+'],
  ['host', '[^\\t]*'],
  ['stem', '[^\\t]*'],
  ['status', '\\d{3}|-'],
  [undefined, '[^\\t]*'],
  ['agent', '[^\\t]*'],
  [undefined, '[^\\t]*'],
  ['cookie', '[^\\t]*'],
  ['result', '[A-Za-z]+'],
  ['request', '[^\\t]*'],
  ['asked', '[^\\t]*'],
  [undefined, '[^\\t]*'],
  [undefined, '[^\\t]*'],
  [undefined, '[^\\t]*'],
]
/** Older logs end before these. */
const LATER: readonly (string | undefined)[] = ['forwarded', ...Array.from({ length: 6 }, () => undefined), 'port', undefined, 'detailed']

const NAMES: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  'c-ip': 'ip',
  'cs-method': 'method',
  'cs(Host)': 'host',
  'cs-uri-stem': 'stem',
  'sc-status': 'status',
  'cs(User-Agent)': 'agent',
  'cs(Cookie)': 'cookie',
  'x-edge-result-type': 'result',
  'x-edge-request-id': 'request',
  'x-host-header': 'asked',
  'x-forwarded-for': 'forwarded',
  'c-port': 'port',
  'x-edge-detailed-result-type': 'detailed',
}

const column = (name: string | undefined, pattern: string): string => (name === undefined ? `(?:${pattern})` : `(?<${name}>${pattern})`)

const ROW = COLUMNS.map(([name, pattern]) => column(name, pattern)).join('\\t')
/** Every later field only behind the one before it. */
const TAIL = LATER.reduceRight((rest, name) => `(?:\\t${column(name, '[^\\t]*')}${rest})?`, '')

const inRow: Place = (name) => NAMES[name] ?? name

const log: TextShape = {
  name: 'log',
  kind: 'text',
  signature: new RegExp(
    `^(?:#Version: 1\\.0$|#Fields: date time x-edge-location |${COLUMNS.slice(0, 9)
      .map(([, pattern]) => `(?:${pattern})`)
      .join('\\t')}\\t)`,
  ),
  patterns: { row: new RegExp(`^${ROW}${TAIL}`) },
  other: 'header-line',
  fields: fieldsAt(inRow),
  classify: classifierAt(inRow),
}

const inCell: Place = (name) => name.toLowerCase()

/** Logs with a header line of names: standard logging v2 as plain text, queries over the logs. */
const csv: CsvShape = {
  name: 'csv',
  kind: 'csv',
  signature: {
    columns: ['date', 'time', 'c-ip', 'cs-method', 'cs-uri-stem', 'sc-status'],
    // What web servers write in the same format.
    not: ['s-ip', 's-port', 's-sitename', 's-computername', 'cs-username', 'sc-substatus', 'sc-win32-status'],
  },
  fields: fieldsAt(inCell),
  classify: classifierAt(inCell),
}

const inRecord: Place = (name) => `'${name}'`

/** Standard logging v2 as JSON. */
const json: JsonShape = {
  name: 'json',
  kind: 'json',
  signature: { has: ["'c-ip'", "'cs-method'", "'cs-uri-stem'", "'sc-status'"] },
  fields: fieldsAt(inRecord),
  classify: classifierAt(inRecord),
}

/** CloudFront's standard logs: passwords posted to known logins, by the status of the answer. */
export const format = defineFormat({
  id: 'cloudfront',
  title: 'AWS CloudFront standard log',
  provider: 'generic',
  zone: 'utc',
  repeats: 'never',
  names: 'exact',
  edge: true,
  successes: 'configurable',
  shapes: [log, csv, json],
  spec: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html',
  unverified: ['csv', 'json'],
  howToExport: {
    en: 'Turn on standard logging of the distribution and copy the period: `aws s3 sync s3://BUCKET/PREFIX/ logs/ --exclude "*" --include "*.2026-11-21-*"`. It knows no account, and how a login ended only from what its clients do next, or by --map: the application’s own log answers more.',
    ja: 'ディストリビューションの標準ログを有効にし、対象期間を取得する: `aws s3 sync s3://BUCKET/PREFIX/ logs/ --exclude "*" --include "*.2026-11-21-*"`。アカウントはなく、ログインの成否も直後の動きからの判断か --map での指定になるため、アプリケーション側のログも入手すること。',
  },
})
