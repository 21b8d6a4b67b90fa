import { defineProvider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'Keycloak admin CLI guide; keycloak-admin-client 26.7.4 endpoints; EventType.java'
const permission = 'realm-management: manage-users'
const view = 'realm-management: view-users'
const user = "'users/{account|url}"
const realm = '-r "$REALM"'

/** Keycloak: kcadm.sh after `config credentials`. Network blocking is not in its core: proxy or WAF. */
export const provider = defineProvider({
  id: 'keycloak',
  title: 'Keycloak',
  setup: ['REALM=YOUR_REALM', 'kcadm.sh config credentials --server https://YOUR_HOST --realm master --user YOUR_ADMIN'],
  acts: {
    'export-log': [
      {
        command: `kcadm.sh get events ${realm} -q user={account} -q max=10000`,
        permission: 'realm-management: view-events',
        reversible: 'yes',
        unverified: true,
        source: SOURCE,
      },
      {
        command: `kcadm.sh get admin-events ${realm} -q resourcePath=users/{account}'*'`,
        permission: 'realm-management: view-events',
        reversible: 'yes',
        unverified: true,
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
            en: 'admin event UPDATE users/{id}; LOGIN_ERROR user_disabled',
            ja: '管理イベント UPDATE users/{id}、LOGIN_ERROR user_disabled',
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
          en: 'Access tokens live until they expire (realm setting, minutes); offline tokens go with the consent',
          ja: 'アクセストークンは期限(レルム設定、数分)まで有効。オフライントークンは同意の取り消しで失効',
        },
        // Default access token lifespan of a realm: 5 minutes (memory).
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
        proof: { text: 'REMOVE_TOTP, REMOVE_CREDENTIAL', codes: ['REMOVE_TOTP', 'REMOVE_CREDENTIAL', 'DELETE users/:id/credentials/:id'] },
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
        proof: { text: 'REVOKE_GRANT', codes: ['REVOKE_GRANT', 'DELETE users/:id/consents/:id'] },
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
        proof: { text: 'REMOVE_FEDERATED_IDENTITY', codes: ['REMOVE_FEDERATED_IDENTITY'] },
      },
    ],
    'restore-contact': [
      {
        command: `kcadm.sh update ${user}' ${realm} -s email={oldContact}`,
        permission,
        reversible: 'yes',
        source: SOURCE,
        proof: {
          text: { en: 'UPDATE_EMAIL; admin event UPDATE users/{id}', ja: 'UPDATE_EMAIL、管理イベント UPDATE users/{id}' },
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
        unverified: true,
        source: SOURCE,
        proof: {
          text: { en: 'admin event DELETE role mapping', ja: '管理イベント DELETE(ロールの割り当て)' },
          codes: ['DELETE users/:id/role-mappings/realm', 'DELETE users/:id/role-mappings/clients/:id', 'DELETE users/:id/groups/:id'],
        },
      },
    ],
    'force-reset': [
      {
        command: `kcadm.sh update ${user}' ${realm} -s 'requiredActions=["UPDATE_PASSWORD"]'`,
        permission,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'the old password is asked once more before the change: keep the account disabled, or set a new one first (users/ID/reset-password)',
          ja: '変更前に旧パスワードでログインできるため、無効のまま続けるか、先に新しい値を設定する(users/ID/reset-password)',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: 'UPDATE_PASSWORD, RESET_PASSWORD', codes: ['UPDATE_PASSWORD', 'RESET_PASSWORD'] },
      },
    ],
    'require-mfa': [
      {
        command: `kcadm.sh update ${user}' ${realm} -s 'requiredActions=["UPDATE_PASSWORD","CONFIGURE_TOTP"]'`,
        permission,
        reversible: 'yes',
        unverified: true,
        source: SOURCE,
        proof: { text: 'UPDATE_TOTP', codes: ['UPDATE_TOTP', 'UPDATE_CREDENTIAL'] },
      },
    ],
  },
})
