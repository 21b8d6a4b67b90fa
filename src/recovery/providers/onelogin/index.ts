import { defineProvider } from '../../define-provider.ts'
import { httpCalls, json } from '../../http-call.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE =
  'onelogin-python-sdk UsersV1Api, MultiFactorAuthenticationApi; developers.onelogin.com: log out user, lock user, user resource'
const SCOPE = 'Manage users'
const user = '/api/1/users/{account|url}'
const call = httpCalls('"$A"', '-H "Authorization: bearer:$T"')

/** OneLogin: curl with an access token in $T. */
export const provider = defineProvider({
  id: 'onelogin',
  title: 'OneLogin',
  setup: ['A=https://YOUR_SUBDOMAIN.onelogin.com', 'T=YOUR_ACCESS_TOKEN'],
  notInLog: ['remove-role'],
  acts: {
    'export-log': [
      {
        command: call('GET', '/api/1/events?limit=50&user_id={account|url}&since={since|url}&until={until|url}'),
        permission: 'Read users',
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'follow pagination.after_cursor', ja: '続きはpagination.after_cursorを辿る' },
      },
    ],
    'list-sessions': [
      {
        command: call('GET', `${user}/apps`),
        permission: 'Read users',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'lists applications, not sessions: sessions are in the event log',
          ja: 'アプリの一覧であり、セッションはイベントログで確認する',
        },
      },
    ],
    'list-factors': [
      { command: call('GET', '/api/2/mfa/users/{account|url}/devices'), permission: SCOPE, reversible: 'yes', source: SOURCE },
    ],
    'list-grants': [{ command: call('GET', `${user}/roles`), permission: 'Read users', reversible: 'yes', source: SOURCE }],
    'block-account': [
      {
        command: call('PUT', `${user}/lock_user`, json('{"locked_until":10080}')),
        // developers.onelogin.com lock-user-account, read on 2026-11-27: no lesser scope may call it.
        permission: 'Manage All',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'minutes: seven days, not less than the lock period of the policy. 0 means the period of the policy, or until unlocked where there is none',
          ja: '単位は分(7日間)。ポリシーのロック期間より短くはできない。0はポリシーの期間、ポリシーがなければ解除するまで',
        },
        userImpact: IMPACT.blocked,
        residual: { en: 'Open sessions go on until logout', ja: '開いているセッションはログアウトさせるまで続く' },
        proof: { text: { en: 'event 532 (user locked by API)', ja: 'イベント532(APIによる利用者のロック)' }, codes: ['532', '531', '553'] },
      },
    ],
    'unblock-account': [
      {
        command: call('PUT', user, json('{"status":1}')),
        permission: SCOPE,
        reversible: 'yes',
        unverified: true,
        source: SOURCE,
        note: { en: 'status 1 is active, 3 locked', ja: 'statusは1が有効、3がロック' },
      },
    ],
    'revoke-sessions': [
      {
        command: call('PUT', `${user}/logout`),
        permission: SCOPE,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Sessions of third-party applications go on: end them in the application',
          ja: '外部アプリのセッションは残るため、アプリ側で終了させる',
        },
        proof: { text: { en: 'user logged out by API', ja: 'APIによる利用者のログアウト' }, codes: [] },
      },
    ],
    'remove-factors': [
      {
        command: call('DELETE', '/api/2/mfa/users/{account|url}/devices/DEVICE_ID'),
        permission: SCOPE,
        reversible: 'no',
        byHand: true,
        source: SOURCE,
        note: { en: 'DEVICE_ID from the list, once for each', ja: 'DEVICE_IDは一覧から、1件ずつ実行' },
        userImpact: IMPACT.enrolAgain,
        proof: { text: { en: 'OTP device deregistered', ja: 'OTP機器の登録解除' }, codes: [] },
      },
    ],
    'restore-contact': [
      {
        command: call('PUT', user, json('{"email":"{oldContact|json}"}')),
        permission: SCOPE,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'for an e-mail address; a phone is "phone"', ja: 'メールアドレスの場合。電話番号はphone' },
      },
    ],
    'remove-role': [
      {
        command: call('PUT', `${user}/remove_roles`, json('{"role_id_array":[ROLE_ID]}')),
        permission: SCOPE,
        reversible: 'yes',
        byHand: true,
        source: SOURCE,
        userImpact: IMPACT.losesRights,
      },
      {
        // Roles give applications; what makes an administrator is a privilege.
        command: call('DELETE', '/api/1/privileges/PRIVILEGE_ID/users/{account|url}'),
        permission: 'Manage All',
        reversible: 'yes',
        byHand: true,
        source: `${SOURCE}; PrivilegesApi remove_user_from_privilege, read on 2026-11-28`,
        note: {
          en: "administrators' rights: GET /api/1/privileges, then /api/1/privileges/ID/users shows who has them",
          ja: '管理者権限の場合。GET /api/1/privileges と /api/1/privileges/ID/users で確認',
        },
        userImpact: IMPACT.losesRights,
      },
    ],
    'force-reset': [
      {
        command: call(
          'PUT',
          '/api/1/users/set_password_clear_text/{account|url}',
          json('{"password":"NEW_PASSWORD","password_confirmation":"NEW_PASSWORD","validate_policy":true}'),
        ),
        permission: SCOPE,
        reversible: 'no',
        byHand: true,
        source: SOURCE,
        note: {
          en: 'a different random value for each account; hand it over by the verified channel',
          ja: 'アカウントごとに異なるランダムな値とし、確認済みの経路で渡す',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: { en: 'password changed by administrator', ja: '管理者によるパスワード変更' }, codes: [] },
      },
    ],
  },
})
