import type { Provider } from '../../define-provider.ts'
import { json } from '../../http-call.ts'
import { IMPACT, TOKENS_LIVE_ON } from '../../impacts.ts'
import { call, SOURCE } from './source.ts'

const manage = 'okta.users.manage'
const user = '/api/v1/users/{account|url}'

/** Sessions, tokens, factors, grants. */
export const evict: Provider['acts'] = {
  'revoke-sessions': [
    {
      command: call('DELETE', `${user}/sessions?oauthTokens=true&forgetDevices=true`),
      permission: manage,
      reversible: 'no',
      source: SOURCE,
      userImpact: IMPACT.signedOut,
      residual: {
        en: 'Sessions that applications keep themselves (web, native) go on: end them in the application',
        ja: 'アプリ側(Web・ネイティブ)のセッションは残るため、アプリ側で終了させる',
      },
      residualFor: 'PT1H',
      proof: { text: 'user.session.clear + user.session.end', codes: ['user.session.clear'] },
    },
  ],
  'revoke-tokens': [
    {
      command: call('POST', '/oauth2/v1/global-token-revocation', json(`{"sub_id":{"format":"opaque","id":"{account|json}"}}`)),
      permission: 'okta.universalLogout.manage',
      fallback: {
        needs: { en: 'Universal Logout (Identity Threat Protection)', ja: 'Universal Logout(Identity Threat Protection)' },
        command: call('DELETE', `${user}/sessions?oauthTokens=true`),
        permission: manage,
      },
      reversible: 'no',
      source: SOURCE,
      note: {
        en: "ends supported applications too, and removes the user's own API tokens",
        ja: '対応アプリも終了し、本人のAPIトークンも失効する',
      },
      proof: { text: 'user.authentication.universal_logout', codes: ['user.authentication.universal_logout'] },
    },
  ],
  'remove-factors': [
    {
      command: call('DELETE', `${user}/factors/FACTOR_ID?removeRecoveryEnrollment=true`),
      permission: manage,
      byHand: true,
      reversible: 'no',
      source: SOURCE,
      note: {
        en: 'FACTOR_ID from the list, once for each; removing push removes the related Okta Verify factors as well',
        ja: 'FACTOR_IDは一覧から、1件ずつ実行。プッシュを外すと関連するOkta Verifyも外れる',
      },
      userImpact: IMPACT.enrolAgain,
      proof: {
        text: {
          en: 'user.mfa.factor.deactivate (Okta Verify: ×3; Classic Engine: reset_all)',
          ja: 'user.mfa.factor.deactivate(Okta Verifyは3件、Classic Engineはreset_all)',
        },
        codes: ['user.mfa.factor.deactivate', 'user.mfa.factor.reset_all'],
      },
    },
  ],
  'revoke-grants': [
    {
      command: call('DELETE', `${user}/grants`),
      permission: manage,
      reversible: 'no',
      source: SOURCE,
      userImpact: IMPACT.allowAgain,
      proof: { text: 'app.oauth2.as.consent.revoke', codes: ['app.oauth2.as.consent.revoke', 'app.oauth2.consent.revoke'] },
    },
    {
      command: call('DELETE', '/api/v1/api-tokens/TOKEN_ID'),
      permission: 'okta.apiTokens.manage',
      byHand: true,
      reversible: 'no',
      source: SOURCE,
      note: {
        en: 'only where the account made API tokens: GET /api/v1/api-tokens',
        ja: 'APIトークンを作成していた場合のみ(GET /api/v1/api-tokensで確認)',
      },
      proof: { text: 'system.api_token.revoke', codes: ['system.api_token.revoke'] },
    },
  ],
  'remove-identities': [
    {
      command: call('DELETE', '/api/v1/idps/IDP_ID/users/{account|url}'),
      permission: 'okta.idps.manage',
      byHand: true,
      reversible: 'partly',
      source: SOURCE,
      note: {
        en: 'IDP_ID from the list of identity providers; only links made since the incident',
        ja: 'IDP_IDはIDプロバイダーの一覧から。事案以降に作られた連携のみ',
      },
    },
  ],
  'disable-app': [
    {
      command: call('POST', '/api/v1/apps/APP_ID/lifecycle/deactivate'),
      permission: 'okta.apps.manage',
      byHand: true,
      // Deactivation takes away the assignments that users have through groups.
      reversible: 'partly',
      source: 'okta-sdk-dotnet ApplicationApi; help.okta.com apps-deactivate',
      note: {
        en: 'APP_ID is the AppInstance among the targets of the consent record; undone by lifecycle/activate, and then check who is assigned: assignments through groups are taken away',
        ja: 'APP_IDは同意のレコードのtargetにあるAppInstanceのid。lifecycle/activateで戻せるが、グループ経由の割り当ては外れるため、戻した後に確認する',
      },
      residual: TOKENS_LIVE_ON,
      residualFor: 'PT1H',
      proof: { text: 'application.lifecycle.deactivate', codes: ['application.lifecycle.deactivate'] },
    },
  ],
}
