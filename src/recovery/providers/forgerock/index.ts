import { defineProvider } from '../../define-provider.ts'
import { httpCalls, json } from '../../http-call.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE =
  'docs.pingidentity.com/pingam 7.2–8.1: sessions, reset and rename registered devices, /users/user/oauth2/applications; OpenIDM managed/user resetPassword, PATCH of accountStatus'
const ADMIN = { en: 'AM administrator (SSO token)', ja: 'AMの管理者(SSOトークン)' }
const IDM_ADMIN = 'IDM openidm-admin'
const SEARCH = '/sessions?_queryFilter=username%20eq%20%22{account|json|url}%22'
const am = httpCalls(
  '"$AM/json/realms/root/realms/$REALM"',
  `-H "iPlanetDirectoryPro: $T" -H 'Accept-API-Version: resource=5.1, protocol=1.0'`,
)
const device = httpCalls(
  '"$AM/json/realms/root/realms/$REALM"',
  `-H "iPlanetDirectoryPro: $T" -H 'Accept-API-Version: resource=1.0, protocol=1.0'`,
)
const idm = httpCalls('"$IDM"', '-H "Authorization: Bearer $IDM_TOKEN"')
const sessions = `${am('GET', SEARCH)}"%20and%20realm%20eq%20%22%2F$REALM%22"`
const managed = '/managed/user/{account|url}'
const oath = '/users/{account|url}/devices/2fa'
const APPLICATIONS = '/users/{account|url}/oauth2/applications'
const client = httpCalls('"$AM/json/realms/root/realms/$REALM"', `-H "iPlanetDirectoryPro: $T" -H 'Accept-API-Version: resource=1.1'`)
const applications = client('GET', `${APPLICATIONS}?_queryFilter=true`)
const status = (value: string): string => json(`[{"operation":"replace","field":"/accountStatus","value":"${value}"}]`)

/** ForgeRock / PingAM with IDM: AM ends sessions and resets devices, IDM holds the account. Deleting a user ends no session. */
export const provider = defineProvider({
  id: 'forgerock',
  title: 'ForgeRock / PingAM',
  setup: ['AM=https://YOUR_AM/am', 'IDM=https://YOUR_IDM/openidm', 'REALM=alpha', 'T=YOUR_ADMIN_SSO_TOKEN', 'IDM_TOKEN=YOUR_ACCESS_TOKEN'],
  // Administrators act through IDM, whose audit is another log.
  notInLog: ['block-account', 'remove-factors', 'forget-devices', 'revoke-grants', 'remove-role', 'unblock-account'],
  acts: {
    'export-log': [
      {
        command: `jq -c --arg account {account} 'select(.userId == $account or (.principal // [] | index($account)))' authentication.audit.json access.audit.json`,
        permission: { en: 'read access to the audit files', ja: '監査ファイルの読み取り権限' },
        reversible: 'yes',
        source: `${SOURCE}; audit log files of AM (authentication.audit.json, access.audit.json), by userId and principal`,
      },
    ],
    'list-sessions': [{ command: sessions, permission: ADMIN, reversible: 'yes', source: SOURCE }],
    'list-factors': [
      { command: device('GET', `${oath}/oath?_queryFilter=true`), permission: ADMIN, reversible: 'yes', source: SOURCE },
      {
        command: device('GET', `${oath}/webauthn?_queryFilter=true`),
        permission: ADMIN,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'likewise push, binding, ../profile and ../trusted', ja: 'push、binding、../profile、../trustedも同様' },
      },
    ],
    'list-grants': [
      {
        command: applications,
        permission: ADMIN,
        reversible: 'yes',
        source: SOURCE,
      },
    ],
    'block-account': [
      {
        command: idm('PATCH', managed, status('inactive')),
        permission: IDM_ADMIN,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'never delete the user: its server-side sessions would go on',
          ja: '利用者を削除しない(サーバー側のセッションは残る)',
        },
        userImpact: IMPACT.blocked,
        residual: { en: 'Open sessions go on until they are logged out', ja: '開いているセッションはログアウトさせるまで続く' },
        proof: {
          text: { en: 'failureReason USER_INACTIVE at the next attempt', ja: '次の試行の failureReason が USER_INACTIVE' },
          codes: [],
        },
      },
    ],
    'unblock-account': [{ command: idm('PATCH', managed, status('active')), permission: IDM_ADMIN, reversible: 'yes', source: SOURCE }],
    'revoke-sessions': [
      {
        command: `${sessions} | jq '{sessionHandles: [.result[].sessionHandle]}' | ${am('POST', '/sessions?_action=logoutByHandle', '@-')}`,
        permission: ADMIN,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Client-side sessions are not in this list: they end by the session denylist, or at their time limit',
          ja: 'クライアント側セッションは一覧に出ないため、拒否リストまたは期限切れで終了させる',
        },
        residualFor: 'PT2H',
        proof: { text: 'AM-SESSION-DESTROYED', codes: ['AM-SESSION-DESTROYED'] },
      },
    ],
    'revoke-grants': [
      {
        // "After a suspected account compromise": list the clients with active tokens, delete the tokens of each.
        command: `${applications} | jq -r '.result[]._id | @uri' | while read -r client; do ${client('DELETE', `${APPLICATIONS}/`)}"$client"; done`,
        permission: ADMIN,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.allowAgain,
      },
    ],
    'forget-devices': [
      {
        command: device('DELETE', '/users/{account|url}/devices/trusted/DEVICE_ID'),
        permission: ADMIN,
        reversible: 'no',
        byHand: true,
        source: SOURCE,
        // docs.pingidentity.com, PingAM 7.5 and 8.1 entity reference, TrustedUserDevices (delete, query), read on 2026-11-28.
        note: { en: 'DEVICE_ID from …/devices/trusted?_queryFilter=true', ja: 'DEVICE_IDは…/devices/trusted?_queryFilter=trueの一覧から' },
      },
    ],
    'remove-factors': [
      {
        command: device('POST', `${oath}/oath?_action=reset`, json('{}')),
        permission: ADMIN,
        reversible: 'no',
        source: SOURCE,
        note: { en: 'removes all of this kind, recovery codes included', ja: '同種の要素と復旧コードをすべて削除する' },
        userImpact: IMPACT.enrolAgain,
        proof: { text: { en: 'access.audit.json: 2fa/oath reset', ja: 'access.audit.json の 2fa/oath のリセット' }, codes: [] },
      },
      {
        command: device('POST', `${oath}/push?_action=reset`, json('{}')),
        permission: ADMIN,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.enrolAgain,
      },
      {
        // Passkeys and bound devices have no reset: each is deleted (pingam, "Delete WebAuthn devices", "Delete bound devices").
        command: device('DELETE', `${oath}/webauthn/DEVICE_ID`),
        permission: ADMIN,
        reversible: 'no',
        byHand: true,
        source: SOURCE,
        note: {
          en: 'DEVICE_ID is the uuid in the list, once for each that the owner does not know; bound devices likewise under 2fa/binding',
          ja: 'DEVICE_IDは一覧のuuid。本人の登録でないものごとに実行。紐付けられた端末(2fa/binding)も同様',
        },
        userImpact: IMPACT.enrolAgain,
      },
    ],
    'restore-contact': [
      {
        command: idm('PATCH', managed, json('[{"operation":"replace","field":"/mail","value":"{oldContact|json}"}]')),
        permission: IDM_ADMIN,
        reversible: 'yes',
        source: `${SOURCE}; PATCH of /mail in IDM's REST examples`,
        note: { en: 'for an e-mail address; a phone is telephoneNumber', ja: 'メールアドレスの場合。電話番号はtelephoneNumber' },
      },
    ],
    'remove-role': [
      {
        command: idm('PATCH', managed, json('[{"operation":"remove","field":"/authzRoles","value":{"_ref":"ROLE_REF"}}]')),
        permission: IDM_ADMIN,
        reversible: 'yes',
        byHand: true,
        unverified: true,
        source: SOURCE,
        userImpact: IMPACT.losesRights,
      },
    ],
    'force-reset': [
      {
        command: idm('POST', `${managed}?_action=resetPassword`, json('{}')),
        permission: IDM_ADMIN,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'mails a generated password to the address on file: never before a changed contact is restored',
          ja: '登録中のメールアドレスへ生成したパスワードが送られるため、変更された連絡先を戻す前に実行しない',
        },
        userImpact: IMPACT.newPassword,
        proof: {
          text: { en: 'activity.audit.json: passwordChanged true', ja: 'activity.audit.json の passwordChanged が true' },
          codes: [],
        },
      },
    ],
  },
})
