import { defineFormat } from '../define-format.ts'
import { classifier, fields, subjects } from './fields.ts'

/** Open Cybersecurity Schema Framework: Authentication (3002), Account Change (3001) and what gives a user rights (3005, 3006), as Security Lake and others write it. */
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
    en: 'From Amazon Security Lake or another OCSF store, copy the Parquet files of the classes Authentication (3002), Account Change (3001), User Access Management (3005) and Group Management (3006) as they are (`aws s3 cp --recursive`), or export JSON, one event per line. Where columns are chosen, keep `metadata.uid`, `status_id`, `user`, `src_endpoint` and `session`.',
    ja: 'Amazon Security Lake などの OCSF の保管先から、Authentication(3002)、Account Change(3001)、User Access Management(3005)、Group Management(3006)のクラスの Parquet ファイルをそのまま複製する(`aws s3 cp --recursive`)。または JSON(1行1イベント)で書き出す。列を選ぶ場合は `metadata.uid`、`status_id`、`user`、`src_endpoint`、`session` を残すこと。',
  },
})
