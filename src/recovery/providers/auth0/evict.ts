import type { Provider } from '../../define-provider.ts'
import { SOURCE } from './source.ts'

const again = { en: 'The owner has to log in again on every device', ja: '本人も全端末で再ログインが必要' }

/** Sessions, tokens, factors, grants. The session endpoints are Enterprise-plan only; the fallback is written beside them. */
export const evict: Provider['acts'] = {
  'revoke-sessions': [
    {
      command: 'auth0 users sessions delete --force -- {account}',
      permission: 'delete:sessions',
      reversible: 'no',
      source: SOURCE,
      userImpact: again,
      note: {
        en: 'Enterprise plan only; otherwise: block, change the password, delete refresh tokens and grants',
        ja: 'Enterpriseプランのみ。それ以外はブロック+パスワード変更+リフレッシュトークンと許可の削除で代える',
      },
      residual: { en: 'Access tokens already issued stay valid until they expire', ja: '発行済みのアクセストークンは期限まで有効' },
      proof: { text: 'sapi (delete sessions), refresh_tokens_revoked_by_session', codes: ['sapi', 'refresh_tokens_revoked_by_session'] },
    },
  ],
  'revoke-tokens': [
    {
      command: 'auth0 users refresh-tokens delete --force -- {account}',
      permission: 'delete:refresh_tokens',
      reversible: 'no',
      source: SOURCE,
      userImpact: again,
      proof: { text: 'srrt (refresh token revoked)', codes: ['srrt'] },
    },
  ],
  'remove-factors': [
    {
      command: `auth0 api delete 'users/{account|url}/authentication-methods/METHOD_ID'`,
      permission: 'delete:authentication_methods',
      reversible: 'no',
      source: SOURCE,
      note: {
        en: 'METHOD_ID from the list; once for each that the owner does not know',
        ja: 'METHOD_IDは一覧から。本人の登録でないものごとに実行',
      },
      userImpact: { en: 'Removed factors have to be registered again', ja: '削除した認証要素は再登録が必要' },
      proof: { text: 'gd_unenroll, gd_user_delete', codes: ['gd_unenroll', 'gd_user_delete'] },
    },
    {
      command: `auth0 api post 'users/{account|url}/recovery-code-regeneration' --data '{}'`,
      permission: 'update:users',
      reversible: 'no',
      unverified: true,
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
      unverified: true,
      source: SOURCE,
      userImpact: { en: 'Linked applications have to be allowed again', ja: '連携アプリの再許可が必要' },
    },
  ],
  'remove-identities': [
    {
      command: `auth0 api delete 'users/{account|url}/identities/PROVIDER/IDENTITY_ID'`,
      permission: 'update:users',
      reversible: 'partly',
      unverified: true,
      source: SOURCE,
      note: { en: 'only identities linked since the incident', ja: '事案以降に連携されたIDのみ' },
    },
  ],
}
