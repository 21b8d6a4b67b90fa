import { anyTime, defineFormat } from '../define-format.ts'
import { classifier, either, fields, subjects } from './fields.ts'

/** Elastic Common Schema: authentication and iam documents of sources that have no format of their own here. */
export const format = defineFormat({
  id: 'ecs',
  title: 'Elastic Common Schema documents',
  provider: 'generic',
  zone: 'in-record',
  repeats: 'never',
  names: 'exact',
  successes: 'always',
  shapes: [
    {
      name: 'document',
      kind: 'json',
      // Winlogbeat's documents are read as what Windows wrote, Okta's as what Okta did, which says more than ECS keeps.
      signature: {
        has: ['@timestamp'],
        any: [either('event.category')],
        not: [...either('winlog'), "'winlog.event_id'", 'okta.event_type'],
      },
      fields,
      subjects,
      classify: classifier,
    },
    {
      // Kibana's report of a saved search: names in one piece, times as Kibana shows them.
      name: 'csv',
      kind: 'csv',
      signature: { columns: ['@timestamp', 'event.category'] },
      zone: 'option',
      fields: { ...fields, time: anyTime('@timestamp') },
      subjects,
      classify: classifier,
    },
  ],
  unverified: ['csv'],
  spec: 'https://www.elastic.co/docs/reference/ecs/ecs-event',
  howToExport: {
    en: 'Query the index for `event.category: (authentication or iam)` and export the documents as JSON, one per line (elasticdump, `esql`, or the search API with `_source`). Where the original vendor log is still there, prefer it: ECS keeps outcomes but hardly any reasons.',
    ja: '`event.category: (authentication or iam)` でインデックスを検索し、文書を JSON(1行1件)で書き出す(elasticdump、または検索 API の `_source`)。元の製品のログが残っている場合はそちらを優先する(ECS には失敗理由がほとんど残らない)。',
  },
})
