import { defineFormat } from '../define-format.ts'
import { classifier, fields, subjects } from './fields.ts'

/** Open Cybersecurity Schema Framework: Authentication (3002) and Account Change (3001), as Security Lake and others write it. */
export const format = defineFormat({
  id: 'ocsf',
  title: 'OCSF events (Authentication, Account Change)',
  provider: 'generic',
  zone: 'in-record',
  repeats: 'never',
  names: 'exact',
  successes: 'always',
  shapes: [
    {
      name: 'event',
      kind: 'json',
      signature: {
        has: ['class_uid', 'metadata'],
        any: [
          ['metadata.version', 'metadata.product'],
          ['activity_id', 'category_uid', 'type_uid'],
        ],
      },
      fields,
      subjects,
      classify: classifier,
    },
  ],
  spec: 'https://schema.ocsf.io/classes/authentication',
  howToExport: {
    en: "From Amazon Security Lake or another OCSF store, export the classes Authentication (3002) and Account Change (3001) as JSON, one event per line (with Athena: `CAST(ROW(…) AS JSON)`, or DuckDB `COPY (SELECT …) TO 'events.ndjson' (FORMAT json)` from Parquet). Keep `metadata.uid`, `status_id`, `user`, `src_endpoint` and `session`.",
    ja: "Amazon Security Lake などの OCSF の保管先から、Authentication(3002)と Account Change(3001)のクラスを JSON(1行1イベント)で書き出す(Athena の `CAST(ROW(…) AS JSON)`、または DuckDB で Parquet から `COPY (SELECT …) TO 'events.ndjson' (FORMAT json)`)。`metadata.uid`、`status_id`、`user`、`src_endpoint`、`session` を残すこと。",
  },
})
