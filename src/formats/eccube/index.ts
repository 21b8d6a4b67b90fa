import { lookup } from '../../kernel/lookup.ts'
import { anyTime, defineFormat, type Classification, type Classified, type CsvShape, type JsonShape } from '../define-format.ts'
import { statuses } from './codes.ts'

type Value = string | undefined

const COLUMNS = ['login_history_status_id', 'member_id', 'user_name', 'client_ip', 'create_date']

const classify = (status: Value, member: Value): Classified => {
  const code = status === '0' && member === undefined ? '0/unknown' : (status ?? '')
  const meaning = lookup<Omit<Classification, 'code'>>(statuses, code)
  return meaning === undefined ? { reject: 'unknown-code', detail: code } : { ...meaning, code }
}

/** A member of staff that was deleted leaves an empty number, or NULL as MySQL's tools write it. */
const memberId = (id: Value): Value => (/^\d+$/.test(id ?? '') ? id : undefined)

const common = {
  fields: {
    time: anyTime('create_date'),
    id: 'id',
    account: { from: ['member_id'], to: memberId },
    username: 'user_name',
    ip: 'client_ip',
  },
  classify: { by: ['login_history_status_id', { from: ['member_id'], to: memberId }], to: classify },
} as const

const table: CsvShape = { name: 'table', kind: 'csv', signature: { columns: COLUMNS }, ...common }
const rows: JsonShape = {
  name: 'table-json',
  kind: 'json',
  signature: { has: ['login_history_status_id', 'user_name', 'client_ip', 'create_date'] },
  ...common,
}

/** EC-CUBE 4: logins of staff. Those of customers are in no table; the web server's log has them. */
export const format = defineFormat({
  id: 'eccube',
  title: 'EC-CUBE 4 login history of the administration (dtb_login_history)',
  provider: 'generic',
  // Doctrine's types of EC-CUBE 4 keep every time in UTC.
  zone: 'utc',
  repeats: 'never',
  successes: 'always',
  shapes: [table, rows],
  spec: 'https://doc4.ec-cube.net/',
  unverified: ['table', 'table-json'],
  howToExport: {
    en: 'Save the table dtb_login_history with its column names as CSV or JSON (phpMyAdmin: Export; `mysql --batch`; `\\copy … csv header`). It holds logins of staff only: for those of customers give the access log of the web server (docs/MAPPING.md says how to name its pages of login). What the screen Settings > System > Login history shows can be read as a table of its own words.',
    ja: 'dtb_login_history 表を列名付きの CSV か JSON で保存する(phpMyAdmin のエクスポート、`mysql --batch`、`\\copy … csv header`)。管理画面の利用者のログインだけが残る。会員のログインはウェブサーバーのアクセスログを使う(ログインページの指定は docs/MAPPING.md)。「設定 > システム設定 > ログイン履歴」の画面の表は、その列名のまま読み込める。',
  },
})
