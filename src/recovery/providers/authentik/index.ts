import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { httpCalls, json } from '../../http-call.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = '@goauthentik/api 2026.8.3 schema'
const ADMIN = { en: 'authentik administrator', ja: 'authentikの管理者' }
const call = httpCalls('"$AK"', '-H "Authorization: Bearer $T"')
const of = (command: string, rest: Partial<ProviderCommand> = {}): ProviderCommand => ({
  command,
  permission: ADMIN,
  reversible: 'yes',
  source: SOURCE,
  ...rest,
})
const user = '/core/users/{account|url}/'

/** authentik: curl with an API token in $T; the account is the user's numeric pk. */
export const provider = defineProvider({
  id: 'authentik',
  title: 'authentik',
  setup: ['AK=https://YOUR_HOST/api/v3', 'T=YOUR_API_TOKEN'],
  // Sessions and tokens of applications are among the models whose deletion is not audited (authentik/events/middleware.py: excluded_models).
  notInLog: ['revoke-sessions', 'revoke-tokens', 'block-account', 'remove-role', 'unblock-account'],
  acts: {
    'export-log': [of(call('GET', '/events/events/?page_size=1000&ordering=created&username={name|url}'))],
    'list-sessions': [of(call('GET', '/core/authenticated_sessions/?user__username={name|url}'))],
    'list-factors': [of(call('GET', '/authenticators/admin/all/?user={account|url}'))],
    'list-grants': [
      of(call('GET', '/core/user_consent/?user={account|url}')),
      of(call('GET', '/core/tokens/?user__username={name|url}')),
      of(call('GET', '/sources/user_connections/all/?user={account|url}')),
    ],
    'block-account': [
      of(call('PATCH', user, json('{"is_active":false}')), {
        userImpact: IMPACT.blocked,
        residual: { en: 'Open sessions go on until they are deleted', ja: '開いているセッションは削除するまで続く' },
        proof: { text: 'model_updated (is_active: false)', codes: [] },
      }),
    ],
    'unblock-account': [of(call('PATCH', user, json('{"is_active":true}')))],
    'revoke-sessions': [
      of(call('DELETE', '/core/authenticated_sessions/bulk_delete/?user_pks={account|url}'), {
        reversible: 'no',
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Access tokens already issued to applications stay valid until they expire; refresh tokens are deleted one by one',
          ja: 'アプリに発行済みのアクセストークンは期限まで有効。リフレッシュトークンは1件ずつ削除する',
        },
        residualFor: 'PT1H',
      }),
    ],
    'revoke-tokens': [
      of(call('DELETE', '/oauth2/refresh_tokens/TOKEN_ID/'), {
        reversible: 'no',
        byHand: true,
        note: {
          en: 'list: GET /oauth2/refresh_tokens/?user=PK; likewise access_tokens',
          ja: '一覧: GET /oauth2/refresh_tokens/?user=PK。access_tokensも同様',
        },
        userImpact: IMPACT.signedOut,
      }),
    ],
    'remove-factors': [
      of(call('DELETE', '/authenticators/admin/totp/DEVICE_ID/'), {
        reversible: 'no',
        byHand: true,
        note: {
          en: 'likewise webauthn, sms, email, duo and static (recovery codes)',
          ja: 'webauthn、sms、email、duo、static(復旧コード)も同様',
        },
        userImpact: IMPACT.enrolAgain,
        proof: { text: { en: 'model_deleted (device)', ja: 'model_deleted(認証要素)' }, codes: [] },
      }),
    ],
    'revoke-grants': [
      of(call('DELETE', '/core/user_consent/CONSENT_ID/'), { reversible: 'no', byHand: true, userImpact: IMPACT.allowAgain }),
      of(call('DELETE', '/core/tokens/TOKEN_ID/'), {
        reversible: 'no',
        byHand: true,
        note: {
          en: 'API tokens and app passwords that the owner does not know; TOKEN_ID is the identifier in the list',
          ja: '本人に覚えのないAPIトークン・アプリパスワード。TOKEN_IDは一覧のidentifier',
        },
      }),
    ],
    'remove-identities': [
      of(call('DELETE', '/sources/user_connections/all/CONNECTION_ID/'), {
        reversible: 'partly',
        byHand: true,
        note: { en: 'only links made since the incident', ja: '事案以降に作られた連携のみ' },
      }),
    ],
    'restore-contact': [
      of(call('PATCH', user, json('{"email":"{oldContact|json}"}')), {
        proof: { text: 'user_write', codes: [] },
      }),
    ],
    'remove-role': [
      of(call('POST', '/core/groups/GROUP_ID/remove_user/', json('{"pk":"{account|json}"}')), {
        byHand: true,
        userImpact: IMPACT.losesRights,
      }),
    ],
    'force-reset': [
      of(call('POST', `${user}recovery/`, json('{}')), {
        reversible: 'no',
        note: {
          en: 'answers with a link: hand it over by the verified channel; the old password works until it is used, so keep the account inactive',
          ja: 'リンクが返るので確認済みの経路で渡す。使われるまで旧パスワードが有効なため停止を続ける',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: 'password_set', codes: ['password_set'] },
      }),
    ],
  },
})
