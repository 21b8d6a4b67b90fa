import { defineFormat, type CsvShape, type JsonShape } from '../define-format.ts'
import { classify } from './classify.ts'
import { csvFields, csvSubjects, elasticFields, elasticSubjects, jsonFields, jsonSubjects, type Spelling } from './fields.ts'

const jsonShape = (name: string, spelling: Spelling, also: readonly string[]): JsonShape => ({
  name,
  kind: 'json',
  // `published` is not asked for: a copy that lost it is still Okta's, and is refused for its time.
  signature: {
    has: [spelling.eventType],
    any: [[...also, 'uuid', 'actor.alternateId']],
    test: (record) => isOurs(record[spelling.eventType]),
    reads: [spelling.eventType],
  },
  fields: jsonFields(spelling),
  subjects: jsonSubjects,
  classify: { by: [spelling.eventType, 'outcome.result', 'outcome.reason', `${spelling.debugContext}.debugData.factor`], to: classify },
})

/** Event types are dotted names below a handful of roots; `eventType` alone is used by many products. */
const isOurs = (type: unknown): boolean =>
  typeof type === 'string' && /^[a-z][a-z0-9]*(?:[._][A-Za-z0-9]+){1,12}$/.test(type) && type.includes('.')

const api = jsonShape(
  'api',
  {
    eventType: 'eventType',
    authenticationContext: 'authenticationContext',
    debugContext: 'debugContext',
    securityContext: 'securityContext',
  },
  ['legacyEventType', 'published'],
)

/** As data lakes store it: names of the top-level members in lower case. */
const dataLake = jsonShape(
  'data-lake',
  {
    eventType: 'eventtype',
    authenticationContext: 'authenticationcontext',
    debugContext: 'debugcontext',
    securityContext: 'securitycontext',
  },
  ['legacyeventtype', 'displaymessage'],
)

/** https://www.elastic.co/docs/reference/beats/filebeat/exported-fields-okta; where the original is kept beside it, that is read instead. */
const elastic: JsonShape = {
  name: 'elastic',
  kind: 'json',
  signature: { has: ['@timestamp', 'okta.event_type'] },
  fields: elasticFields,
  subjects: elasticSubjects,
  classify: {
    by: ['okta.event_type', 'okta.outcome.result', 'okta.outcome.reason', 'okta.debug_context.debug_data.factor'],
    to: classify,
  },
}

const csv: CsvShape = {
  name: 'csv',
  kind: 'csv',
  signature: { columns: ['event_type', 'actor.alternate_id', 'outcome.result'] },
  fields: csvFields,
  subjects: csvSubjects,
  classify: { by: ['event_type', 'outcome.result', 'outcome.reason', 'debug_context.debug_data.factor'], to: classify },
}

/** Okta System Log: API and log streaming (JSON), administration console (CSV). */
export const format = defineFormat({
  id: 'okta',
  title: 'Okta System Log',
  provider: 'okta',
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [api, dataLake, elastic, csv],
  spec: 'https://developer.okta.com/docs/reference/api/system-log/',
  unverified: ['csv', 'elastic'],
  howToExport: {
    en: '`GET /api/v1/logs?since=…&until=…&limit=1000`, following the `next` link, with a token that may read logs; or Reports > System Log > Download CSV (fewer fields: no network, no risk). Okta keeps 90 days.',
    ja: '`GET /api/v1/logs?since=…&until=…&limit=1000` を `next` リンクでたどる(ログ閲覧権限のトークン)。または Reports > System Log > Download CSV(ネットワークとリスクの欄がない)。保持期間は 90 日。',
  },
})
