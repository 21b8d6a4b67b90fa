import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { httpCalls, json } from '../../http-call.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = '@supabase/auth-js 2.109.0; supabase.com docs: sessions, user management'
const KEY = 'service-role key'
const call = httpCalls('"$S/auth/v1"', '-H "apikey: $K" -H "Authorization: Bearer $K"')
const user = '/admin/users/{account|url}'
/** psql fills variables only in what it reads from standard input. */
const sql = (statement: string): string => `printf '%s\\n' "${statement}" | psql "$DB" -v ON_ERROR_STOP=1 -v id={account}`
const of = (command: string, rest: Partial<ProviderCommand> = {}): ProviderCommand => ({
  command,
  permission: KEY,
  reversible: 'yes',
  source: SOURCE,
  ...rest,
})

/** Supabase Auth: the admin API, and SQL where it has no call. */
export const provider = defineProvider({
  id: 'supabase',
  title: 'Supabase Auth',
  setup: ['S=https://YOUR_PROJECT.supabase.co', 'K=YOUR_SERVICE_ROLE_KEY', 'DB=YOUR_DATABASE_URL'],
  // A ban and a change of contact are both user_modified; what is done in the database is not audited.
  notInLog: ['block-account', 'revoke-sessions', 'restore-contact', 'remove-identities', 'unblock-account'],
  acts: {
    'export-log': [
      of(sql("select * from auth.audit_log_entries where payload->>'actor_id' = :'id' order by created_at"), {
        permission: { en: 'database', ja: 'データベースへの接続' },
      }),
    ],
    'list-sessions': [
      of(sql("select * from auth.sessions where user_id = :'id'"), {
        permission: { en: 'database', ja: 'データベースへの接続' },
      }),
    ],
    'list-factors': [of(call('GET', `${user}/factors`))],
    'list-grants': [of(call('GET', user), { note: { en: 'see identities', ja: 'identitiesを確認' } })],
    'block-account': [
      of(call('PUT', user, json('{"ban_duration":"876000h"}')), {
        userImpact: IMPACT.blocked,
        residual: { en: 'The access token goes on until it expires', ja: 'アクセストークンは期限まで有効' },
        residualFor: 'PT1H',
        proof: { text: { en: 'user_modified (ban)', ja: 'user_modified(利用停止)' }, codes: [] },
      }),
    ],
    'unblock-account': [
      of(call('PUT', user, json('{"ban_duration":"none"}')), {
        proof: { text: { en: 'user_modified (ban lifted)', ja: 'user_modified(利用停止の解除)' }, codes: [] },
      }),
    ],
    'revoke-sessions': [
      of(sql("delete from auth.sessions where user_id = :'id'"), {
        permission: { en: 'database', ja: 'データベースへの接続' },
        reversible: 'no',
        note: {
          en: "the API's logout needs the user's own token, so this is done in the database; refresh tokens go with the session",
          ja: 'APIのlogoutには本人のトークンが必要なため、データベースで実行する(リフレッシュトークンも失効)',
        },
        userImpact: IMPACT.signedOut,
        residual: { en: 'Access tokens (JWT) stay valid until exp', ja: 'アクセストークン(JWT)はexpまで有効' },
        residualFor: 'PT1H',
        proof: { text: { en: 'no row left in auth.sessions', ja: 'auth.sessions に行が残っていない' }, codes: [] },
      }),
    ],
    'remove-factors': [
      of(call('DELETE', `${user}/factors/FACTOR_ID`), {
        reversible: 'no',
        byHand: true,
        note: { en: 'FACTOR_ID from the list; likewise passkeys/PASSKEY_ID', ja: 'FACTOR_IDは一覧から。passkeys/PASSKEY_IDも同様' },
        userImpact: IMPACT.enrolAgain,
        proof: { text: 'factor_deleted', codes: ['factor_deleted', 'passkey_deleted'] },
      }),
    ],
    'remove-identities': [
      of(sql("delete from auth.identities where user_id = :'id' and provider = 'PROVIDER'"), {
        permission: { en: 'database', ja: 'データベースへの接続' },
        reversible: 'partly',
        byHand: true,
        source: `${SOURCE}; supabase/auth migrations, create_identities_table (user_id, provider)`,
        note: {
          en: 'PROVIDER from identities of the list; only what was linked since the incident, never "email" where the password is to go on',
          ja: 'PROVIDERは一覧のidentitiesから、事案以降の連携のみ(パスワードを使い続ける場合、emailは削除しない)',
        },
      }),
    ],
    'restore-contact': [
      of(call('PUT', user, json('{"email":"{oldContact|json}","email_confirm":true}')), {
        proof: { text: 'user_modified', codes: [] },
      }),
    ],
    'force-reset': [
      of(call('POST', '/admin/generate_link', json('{"type":"recovery","email":"{name|json}"}')), {
        reversible: 'no',
        note: {
          en: 'answers with a link: hand it over by the verified channel; the old password works until it is used, so keep the ban',
          ja: 'リンクが返るので確認済みの経路で渡す。使われるまで旧パスワードが有効なため停止を続ける',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: 'user_updated_password', codes: ['user_updated_password'] },
      }),
    ],
  },
})
