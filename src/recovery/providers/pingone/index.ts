import { defineProvider } from '../../define-provider.ts'
import { httpCalls, json } from '../../http-call.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'developer.pingidentity.com/pingone-api: users, sessions, passwords, MFA devices, linked accounts; p1_event_types'
const ROLE = 'Identity Data Admin'
const user = '/users/{account|url}'
const call = httpCalls('"$P"', '-H "Authorization: Bearer $T"')
const read = (path: string): { command: string; permission: string; reversible: 'yes'; source: string } => ({
  command: call('GET', path),
  permission: ROLE,
  reversible: 'yes',
  source: SOURCE,
})

/** PingOne: curl with a worker application's token in $T. Locked explicitly, because a forced password change lifts only other locks. */
export const provider = defineProvider({
  id: 'pingone',
  title: 'PingOne',
  setup: ['P=https://api.pingone.com/v1/environments/YOUR_ENVIRONMENT_ID', 'T=YOUR_ACCESS_TOKEN'],
  ambiguousCodes: ['USER.UNLOCKED'],
  // The owner's logout writes SESSION.DELETED too, a consent taken back ends the tokens of one application only, any change of the profile USER.UPDATED, a forced password change USER.UNLOCKED.
  notInLog: ['revoke-sessions', 'restore-contact', 'unblock-account'],
  acts: {
    'export-log': [
      {
        ...read(
          '/activities?limit=1000&filter=recordedAt%20gt%20%22{since|url}%22%20and%20recordedAt%20lt%20%22{until|url}%22%20and%20actors.user.id%20eq%20%22{account|json|url}%22',
        ),
        note: {
          en: 'follow _links.next; what others did to the account is not in it: filter by time alone and look for the id among the resources',
          ja: '続きは_links.nextを辿る。他者がこのアカウントに対して行った操作は含まれないため、期間のみで取得しresourcesのIDを探す',
        },
      },
    ],
    'list-sessions': [read(`${user}/sessions`)],
    'list-factors': [read(`${user}/devices`)],
    'list-grants': [read(`${user}/roleAssignments`), read(`${user}/linkedAccounts`)],
    'block-account': [
      {
        // Without a time to come in unlockAt the account is not locked (user-account-lock, read on 2026-11-27).
        command: call('POST', user, json('{"unlockAt":"2099-12-31T23:59:59Z"}'), 'application/vnd.pingidentity.account.lock+json'),
        permission: ROLE,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'without unlockAt nothing is locked; this lock stays when the password change is forced, other locks are lifted by it',
          ja: 'unlockAtを省くとロックされない。このロックはパスワード変更の強制後も残る(他のロックはこれで解除される)',
        },
        userImpact: IMPACT.blocked,
        residual: { en: 'Open sessions go on until they are deleted', ja: '開いているセッションは削除するまで続く' },
        proof: { text: 'USER.LOCKED', codes: ['USER.LOCKED'] },
      },
    ],
    'unblock-account': [
      {
        command: call('POST', user, json('{}'), 'application/vnd.pingidentity.account.unlock+json'),
        permission: ROLE,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'USER.UNLOCKED alone proves nothing: a forced password change writes it too',
          ja: 'USER.UNLOCKEDだけでは解除の証明にならない(パスワード変更の強制でも記録される)',
        },
        proof: { text: { en: 'USER.UNLOCKED and a login', ja: 'USER.UNLOCKED とその後のログイン' }, codes: [] },
      },
    ],
    'revoke-sessions': [
      {
        command: `${call('GET', `${user}/sessions`)} | jq -r '._embedded.sessions[].id' | while read -r session; do ${call('DELETE', `${user}/sessions/`)}"$session"; done`,
        permission: ROLE,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.signedOut,
        residual: { en: 'Access tokens already issued stay valid until they expire', ja: '発行済みのアクセストークンは期限まで有効' },
        residualFor: 'PT1H',
        proof: {
          text: {
            en: 'SESSION.DELETED by the worker application (a logout of the owner writes it too)',
            ja: 'ワーカーアプリケーションによる SESSION.DELETED(本人のログアウトでも記録される)',
          },
          codes: [],
        },
      },
    ],
    'remove-factors': [
      {
        command: call('DELETE', `${user}/devices/DEVICE_ID`),
        permission: ROLE,
        reversible: 'no',
        byHand: true,
        source: SOURCE,
        note: { en: 'DEVICE_ID from the list, once for each', ja: 'DEVICE_IDは一覧から、1件ずつ実行' },
        userImpact: IMPACT.enrolAgain,
        proof: { text: 'DEVICE.DELETED', codes: ['DEVICE.DELETED'] },
      },
    ],
    'remove-identities': [
      {
        command: call('DELETE', `${user}/linkedAccounts/LINKED_ACCOUNT_ID`),
        permission: ROLE,
        reversible: 'partly',
        byHand: true,
        source: SOURCE,
        note: {
          en: 'LINKED_ACCOUNT_ID from the list; only links made since the incident',
          ja: 'LINKED_ACCOUNT_IDは一覧から、事案以降の連携のみ',
        },
      },
    ],
    'restore-contact': [
      {
        command: call('PATCH', user, json('{"email":"{oldContact|json}"}')),
        permission: ROLE,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'for an e-mail address; a phone is mobilePhone', ja: 'メールアドレスの場合。電話番号はmobilePhone' },
        proof: { text: 'USER.UPDATED', codes: [] },
      },
    ],
    'remove-role': [
      {
        command: call('DELETE', `${user}/roleAssignments/ROLE_ASSIGNMENT_ID`),
        permission: ROLE,
        reversible: 'yes',
        byHand: true,
        source: SOURCE,
        userImpact: IMPACT.losesRights,
        proof: { text: 'ROLE_ASSIGNMENT.DELETED', codes: ['ROLE_ASSIGNMENT.DELETED'] },
      },
    ],
    'force-reset': [
      {
        command: call('POST', `${user}/password`, "''", 'application/vnd.pingidentity.password.forceChange'),
        permission: ROLE,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'the old password works until it is changed: keep the explicit lock until then',
          ja: '変更されるまで旧パスワードが有効なため、明示的なロックを続ける',
        },
        userImpact: IMPACT.newPassword,
        proof: {
          text: { en: 'PASSWORD.FORCE_CHANGE (and USER.UNLOCKED)', ja: 'PASSWORD.FORCE_CHANGE(USER.UNLOCKED を伴う)' },
          codes: ['PASSWORD.FORCE_CHANGE'],
        },
      },
    ],
    'require-mfa': [
      {
        command: call('PUT', `${user}/mfaEnabled`, json('{"mfaEnabled":true}')),
        permission: ROLE,
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'DEVICE.ACTIVATED', codes: ['DEVICE.ACTIVATED'] },
      },
    ],
  },
})
