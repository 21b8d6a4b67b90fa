import type { GuessedField } from './column-words.ts'

/** What may stand before a column's main word without changing what it is: `アクセス元` IPアドレス, `login_` user_id. */
const BEFORE = [
  'ログイン|サインイン|認証|アクセス|接続|接続元|アクセス元|送信元|発信元|リモート|クライアント|操作|処理|実行|発生|利用|記録|受付|イベント|対象|会員|ユーザー?|利用者|お客様|顧客|申請|デバイスの?|端末の?|ブラウザの?|リクエスト|http',
  'login|signin|auth|access|user|member|customer|client|remote|source|src|event|log|request|req|device|the|kaiin|web|http|realtime|syslog',
].join('|')
/** What may stand behind it. */
const BEHIND = '(?:コード|区分|種別|名称|情報|フラグ|内容|文字列|code|cd|kbn|flag|flg|string|str|name|text|value)?'

const PERSON =
  'ログイン|会員|ユーザー?|利用者|お客様|顧客|メンバー|カード会員|契約者|スタッフ|社員|職員|member|customer|user|kaiin|staff|employee'
const NUMBER = 'id|番号|no|num|number|コード|code|cd|bangou?|bango'

const form = (head: string, behind = BEHIND): RegExp => new RegExp(`^(?:${BEFORE})*(?:${head})${behind}$`, 'u')

/**
 * Names of columns by their parts, for those that `COLUMN_WORDS` does not list. Without "last", "registered", "previous": such a time is
 * another one's.
 */
export const COLUMN_FORMS: Readonly<Partial<Record<GuessedField, RegExp>>> = {
  time: form('日時|日付時刻|タイムスタンプ|年月日時分秒?|時刻日付|timestamp|datetime|dt|at|nichiji', ''),
  account: new RegExp(`^(?:${BEFORE})*(?:${PERSON})(?:${NUMBER})$`, 'u'),
  username: form(
    'ログイン名|ログインid|ユーザー?名|アカウント名?|メールアドレス|メアド|mail(?:addr(?:ess)?)?|email(?:addr(?:ess)?)?|loginid|loginname|account',
    '',
  ),
  ip: form('ip|ipアドレス|ipaddr(?:ess)?|ホスト|アドレス|addr|リモートアドレス', ''),
  outcome: form('結果|成否|可否|合否|判定|ステータス|result|status|outcome|success|kekka|成功失敗'),
  action: form(
    '操作|処理|アクション|イベント|動作|行動|機能|action|event|activity|operation|ope|sousa|shori',
    '(?:内容|区分|種別|名称?|type|name|kind|kbn|cd)?',
  ),
  reason: form(
    '理由|原因|事由|失敗理由|エラー理由|エラーメッセージ|エラー詳細|reason|cause|failurereason|failreason|errormsg|errmsg|riyuu?',
  ),
  userAgent: form('ユーザー?エージェント|ua|useragent|agent|ブラウザ', '(?:文字列|情報|名|string|str)?'),
  session: form('セッション|session', '(?:id|番号|キー|key)?'),
}

/** Columns of a date and of a time of day, which make one time together. */
export const DATE_FORM: RegExp = form('日付|年月日|日|date|ymd|hiduke|hizuke', '')
export const CLOCK_FORM: RegExp = form('時刻|時間|時分秒?|time|hms|jikoku|jikan', '')
