import { defineProvider } from '../../define-provider.ts'
import { IMPACT, TOKENS_LIVE_ON } from '../../impacts.ts'

const SOURCE = 'Keycloak admin CLI guide; keycloak-admin-client 26.7.4 endpoints; UserResource.java; EventType.java'
const permission = 'realm-management: manage-users'
const view = 'realm-management: view-users'
const user = "'users/{account|url}"
const realm = '-r "$REALM"'

/** Keycloak: kcadm.sh after `config credentials`. Network blocking is not in its core: proxy or WAF. */
export const provider = defineProvider({
  id: 'keycloak',
  title: 'Keycloak',
  setup: ['REALM=YOUR_REALM', 'kcadm.sh config credentials --server https://YOUR_HOST --realm master --user YOUR_ADMIN'],
  // What is done to a client names no account.
  notInLog: ['disable-app'],
  acts: {
    'export-log': [
      {
        command: `kcadm.sh get events ${realm} -q user={account} -q max=10000`,
        permission: 'realm-management: view-events',
        reversible: 'yes',
        source: SOURCE,
      },
      {
        command: `kcadm.sh get admin-events ${realm} -q resourcePath=users/{account}'*' -q max=10000`,
        permission: 'realm-management: view-events',
        reversible: 'yes',
        source: SOURCE,
      },
    ],
    'list-sessions': [
      {
        command: `kcadm.sh get ${user}/sessions' ${realm}`,
        permission: view,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'offline sessions are listed per client: users/ID/offline-sessions/CLIENT_UUID',
          ja: 'オフラインセッションはクライアントごと(users/ID/offline-sessions/CLIENT_UUID)',
        },
      },
    ],
    'list-factors': [{ command: `kcadm.sh get ${user}/credentials' ${realm}`, permission: view, reversible: 'yes', source: SOURCE }],
    'list-grants': [
      { command: `kcadm.sh get ${user}/consents' ${realm}`, permission: view, reversible: 'yes', source: SOURCE },
      { command: `kcadm.sh get ${user}/federated-identity' ${realm}`, permission: view, reversible: 'yes', source: SOURCE },
    ],
    'block-account': [
      {
        command: `kcadm.sh update ${user}' ${realm} -s enabled=false`,
        permission,
        reversible: 'yes',
        source: SOURCE,
        userImpact: IMPACT.blocked,
        residual: { en: 'Access tokens live until they expire', ja: 'アクセストークンは期限まで有効' },
        proof: {
          text: {
            en: 'admin event UPDATE users/{id} (enabled: false), then LOGIN_ERROR user_disabled',
            ja: '管理イベント UPDATE users/{id}(enabledがfalse)、続いて LOGIN_ERROR user_disabled',
          },
          codes: ['UPDATE users/:id enabled=false', 'UPDATE users/:id enabled=false UPDATE_PASSWORD'],
        },
      },
    ],
    'unblock-account': [
      {
        command: `kcadm.sh update ${user}' ${realm} -s enabled=true`,
        permission,
        reversible: 'yes',
        source: SOURCE,
        proof: {
          text: { en: 'admin event UPDATE users/{id} (enabled: true)', ja: '管理イベント UPDATE users/{id}(enabledがtrue)' },
          codes: ['UPDATE users/:id enabled=true', 'UPDATE users/:id enabled=true UPDATE_PASSWORD'],
        },
      },
    ],
    'unlock-account': [
      {
        command: `kcadm.sh delete 'attack-detection/brute-force/users/{account|url}' ${realm}`,
        permission,
        reversible: 'yes',
        source: SOURCE,
      },
    ],
    'revoke-sessions': [
      {
        command: `kcadm.sh create ${user}/logout' ${realm}`,
        permission,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Applications that check access tokens themselves take them until they expire (realm setting, minutes). Refresh and offline tokens issued before are refused',
          ja: '自身で検証するアプリでは、アクセストークンは期限(レルム設定、数分)まで有効。発行済みのリフレッシュトークン・オフライントークンは拒否される',
        },
        // UserResource.logout sets the user's not-before, so that earlier tokens are stale. Access tokens of a new realm: 5 minutes (admin guide, timeouts).
        residualFor: 'PT5M',
        proof: {
          text: { en: 'admin event ACTION users/{id}/logout', ja: '管理イベント ACTION users/{id}/logout' },
          codes: ['ACTION users/:id/logout'],
        },
      },
    ],
    'remove-factors': [
      {
        command: `kcadm.sh delete ${user}/credentials/CREDENTIAL_ID' ${realm}`,
        permission,
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'CREDENTIAL_ID from the list, once for each; not the password entry',
          ja: 'CREDENTIAL_IDは一覧から、1件ずつ実行(パスワードの項目は除く)',
        },
        userImpact: IMPACT.enrolAgain,
        proof: {
          text: 'REMOVE_TOTP / REMOVE_CREDENTIAL / ACTION users/{id}/credentials/{id}',
          codes: ['REMOVE_TOTP', 'REMOVE_CREDENTIAL', 'ACTION users/:id/credentials/:id', 'DELETE users/:id/credentials/:id'],
        },
      },
    ],
    'revoke-grants': [
      {
        command: `kcadm.sh delete ${user}/consents/CLIENT_ID' ${realm}`,
        permission,
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.allowAgain,
        proof: {
          text: 'REVOKE_GRANT / ACTION users/{id}/consents/{client}',
          codes: ['REVOKE_GRANT', 'ACTION users/:id/consents/:id', 'DELETE users/:id/consents/:id'],
        },
      },
    ],
    'remove-identities': [
      {
        command: `kcadm.sh delete ${user}/federated-identity/IDP_ALIAS' ${realm}`,
        permission,
        byHand: true,
        reversible: 'partly',
        source: SOURCE,
        note: { en: 'only links made since the incident', ja: '事案以降に作られた連携のみ' },
        proof: {
          text: 'REMOVE_FEDERATED_IDENTITY / DELETE users/{id}/federated-identity/{alias}',
          codes: ['REMOVE_FEDERATED_IDENTITY', 'DELETE users/:id/federated-identity/:id'],
        },
      },
    ],
    'disable-app': [
      {
        command: `kcadm.sh update 'clients/CLIENT_UUID' -r "$REALM" -s enabled=false`,
        permission: 'realm-management: manage-clients',
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'CLIENT_UUID from kcadm.sh get clients -q clientId=NAME, NAME as in the consent record',
          ja: 'CLIENT_UUIDは kcadm.sh get clients -q clientId=NAME で確認(NAMEは同意のレコードのclientId)',
        },
        residual: TOKENS_LIVE_ON,
      },
    ],
    'restore-contact': [
      {
        command: `kcadm.sh update ${user}' ${realm} -s email={oldContact}`,
        permission,
        reversible: 'yes',
        source: SOURCE,
        proof: {
          text: { en: 'UPDATE_EMAIL / admin event UPDATE users/{id}', ja: 'UPDATE_EMAIL / 管理イベント UPDATE users/{id}' },
          codes: ['UPDATE_EMAIL'],
        },
      },
    ],
    'remove-role': [
      {
        command: `kcadm.sh remove-roles --uid={account} --rolename ROLE_NAME ${realm}`,
        permission,
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        proof: {
          text: { en: 'admin event DELETE role mapping', ja: '管理イベント DELETE(ロールの割り当て)' },
          codes: ['DELETE users/:id/role-mappings/realm', 'DELETE users/:id/role-mappings/clients/:id', 'DELETE users/:id/groups/:id'],
        },
      },
    ],
    'force-reset': [
      {
        command: `kcadm.sh set-password ${realm} --userid={account} --new-password "$(openssl rand -base64 24)" --temporary`,
        permission: 'realm-management: manage-users',
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'sets an unknown random value, to be changed at the next login: the owner uses "Forgot password" after the contact is right again, or gets a temporary value after the identity check',
          ja: 'ランダムな値を設定し、次回ログイン時に変更させる。連絡先が正しいことを確認後に本人が「パスワードをお忘れですか」を使うか、本人確認後に一時的な値を渡す',
        },
        userImpact: IMPACT.newPassword,
        proof: {
          text: {
            en: 'admin event ACTION users/{id}/reset-password, then UPDATE_PASSWORD by the owner',
            ja: '管理イベント ACTION users/{id}/reset-password、続いて本人による UPDATE_PASSWORD',
          },
          codes: ['ACTION users/:id/reset-password', 'UPDATE_PASSWORD', 'RESET_PASSWORD'],
        },
      },
    ],
    'require-mfa': [
      {
        command: `kcadm.sh update ${user}' ${realm} -s 'requiredActions=["UPDATE_PASSWORD","CONFIGURE_TOTP"]'`,
        permission,
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'UPDATE_TOTP', codes: ['UPDATE_TOTP', 'UPDATE_CREDENTIAL'] },
      },
    ],
  },
})
