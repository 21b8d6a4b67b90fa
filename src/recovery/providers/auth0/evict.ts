import type { Provider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'
import { SOURCE } from './source.ts'

/** Sessions, tokens, factors, grants. The session endpoints are Enterprise-plan only; the fallback is written beside them. */
export const evict: Provider['acts'] = {
  'revoke-sessions': [
    {
      command: 'auth0 users sessions delete --force -- {account}',
      permission: 'delete:sessions',
      reversible: 'no',
      source: SOURCE,
      userImpact: IMPACT.signedOut,
      fallback: {
        needs: { en: 'the Enterprise plan', ja: 'Enterpriseプラン' },
        command: `auth0 users update --blocked=true -- {account} && auth0 api delete 'grants?user_id={account|url}'`,
        permission: 'update:users, delete:grants',
      },
      note: {
        en: 'without the plan sessions go on until their time limit: block, change the password, delete refresh tokens and grants',
        ja: 'プランがない場合、セッションは期限まで残る。ブロック+パスワード変更+リフレッシュトークンと許可の削除で代える',
      },
      residual: {
        en: 'Access tokens already issued stay valid until they expire (by default 24 hours; see the API settings)',
        ja: '発行済みのアクセストークンは期限まで有効(既定値24時間。APIの設定を確認)',
      },
      residualFor: 'P1D',
      proof: {
        text: {
          en: 'sapi (delete sessions) / refresh_tokens_revoked_by_session',
          ja: 'sapi(セッションの削除) / refresh_tokens_revoked_by_session',
        },
        codes: ['sapi', 'refresh_tokens_revoked_by_session'],
      },
    },
  ],
  'revoke-tokens': [
    {
      command: 'auth0 users refresh-tokens delete --force -- {account}',
      permission: 'delete:refresh_tokens',
      reversible: 'no',
      source: SOURCE,
      userImpact: IMPACT.signedOut,
      proof: { text: { en: 'srrt (refresh token revoked)', ja: 'srrt(リフレッシュトークンの失効)' }, codes: ['srrt'] },
    },
  ],
  'remove-factors': [
    {
      command: `auth0 api delete 'users/{account|url}/authentication-methods/METHOD_ID'`,
      permission: 'delete:authentication_methods',
      byHand: true,
      reversible: 'no',
      source: SOURCE,
      note: {
        en: 'METHOD_ID from the list; once for each that the owner does not know',
        ja: 'METHOD_IDは一覧から。本人の登録でないものごとに実行',
      },
      userImpact: IMPACT.enrolAgain,
      proof: { text: 'gd_unenroll / gd_user_delete', codes: ['gd_unenroll', 'gd_user_delete'] },
    },
    {
      command: `auth0 api post 'users/{account|url}/recovery-code-regeneration' --data '{}'`,
      permission: 'update:users',
      reversible: 'no',
      source: SOURCE,
    },
  ],
  'forget-devices': [
    {
      command: `auth0 api post 'users/{account|url}/multifactor/actions/invalidate-remember-browser' --data '{}'`,
      permission: 'update:users',
      reversible: 'no',
      source: SOURCE,
    },
  ],
  'revoke-grants': [
    {
      command: `auth0 api delete 'grants?user_id={account|url}'`,
      permission: 'delete:grants',
      reversible: 'no',
      source: SOURCE,
      userImpact: IMPACT.allowAgain,
    },
  ],
  'remove-identities': [
    {
      command: `auth0 api delete 'users/{account|url}/identities/PROVIDER/IDENTITY_ID'`,
      permission: 'update:users',
      byHand: true,
      reversible: 'partly',
      source: SOURCE,
      note: { en: 'only identities linked since the incident', ja: '事案以降に連携されたIDのみ' },
    },
  ],
}
