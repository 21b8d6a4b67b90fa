import { defineProvider } from '../../define-provider.ts'
import { json } from '../../http-call.ts'
import { evict } from './evict.ts'
import { call, SOURCE } from './source.ts'

const manage = 'okta.users.manage'
const read = 'okta.users.read'
const user = '/api/v1/users/{account|url}'
const zone = `jq -n --args '{type:"IP",name:"Incident response {part|json}",usage:"BLOCKLIST",gateways:[$ARGS.positional[]|{type:"CIDR",value:.}]}' {sources}`

/** Okta: curl with an API token in $T; suspension only, for deactivation deprovisions applications and cannot be undone. */
export const provider = defineProvider({
  id: 'okta',
  title: 'Okta',
  setup: ['O=https://YOUR_ORG.okta.com', 'T=YOUR_API_TOKEN'],
  // What is done to an application names no account.
  notInLog: ['disable-app'],
  acts: {
    ...evict,
    'export-log': [
      {
        command: call(
          'GET',
          '/api/v1/logs?since={since|url}&until={until|url}&limit=1000&sortOrder=ASCENDING&filter=actor.id%20eq%20%22{account|json|url}%22%20or%20target.id%20eq%20%22{account|json|url}%22',
        ),
        permission: 'okta.logs.read',
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'follow the "next" link header; okta keeps 90 days', ja: '続きはLinkヘッダーのnextを辿る(保存期間は90日)' },
      },
    ],
    'list-sessions': [
      {
        command: call('GET', `${user}/devices`),
        permission: read,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'Okta lists devices, not sessions: sessions are in the log by externalSessionId',
          ja: 'セッション一覧はなく端末一覧のみ。セッションはログのexternalSessionIdで確認',
        },
      },
    ],
    'list-factors': [{ command: call('GET', `${user}/factors`), permission: read, reversible: 'yes', source: SOURCE }],
    'list-grants': [
      { command: call('GET', `${user}/grants`), permission: read, reversible: 'yes', source: SOURCE },
      { command: call('GET', `${user}/roles`), permission: 'okta.roles.read', reversible: 'yes', source: SOURCE },
      { command: call('GET', `${user}/idps`), permission: 'okta.idps.read', reversible: 'yes', source: SOURCE },
    ],
    'block-account': [
      {
        command: call('POST', `${user}/lifecycle/suspend`),
        permission: manage,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'suspend only: deactivating is destructive, and factors cannot be removed from a deactivated user',
          ja: '一時停止のみ。無効化(deactivate)は元に戻せず、認証要素も外せなくなる',
        },
        userImpact: {
          en: 'The owner cannot log in; groups and applications stay assigned',
          ja: '本人もログインできなくなる(グループ・アプリの割り当ては残る)',
        },
        proof: { text: 'user.lifecycle.suspend', codes: ['user.lifecycle.suspend'] },
      },
    ],
    'unblock-account': [
      {
        command: call('POST', `${user}/lifecycle/unsuspend`),
        permission: manage,
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'user.lifecycle.unsuspend', codes: ['user.lifecycle.unsuspend'] },
      },
    ],
    'unlock-account': [
      {
        command: call('POST', `${user}/lifecycle/unlock`),
        permission: manage,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'only when LOCKED_OUT', ja: 'LOCKED_OUTの場合のみ' },
        proof: { text: 'user.account.unlock_by_admin', codes: ['user.account.unlock_by_admin', 'user.account.unlock'] },
      },
    ],
    'block-source': [
      {
        command: `${zone} | ${call('POST', '/api/v1/zones', '@-')}`,
        permission: 'okta.networkZones.manage',
        reversible: 'yes',
        // help.okta.com, "Create zones for IP addresses", read on 2026-11-27.
        mostSources: 1000,
        source: SOURCE,
        note: {
          en: 'a second zone needs Adaptive MFA; without it add the networks to the gateways of BlockedIpZone',
          ja: '複数のゾーンにはAdaptive MFAが必要。ない場合はBlockedIpZoneのゲートウェイに追加する',
        },
        proof: { text: 'zone.create', codes: ['zone.create'] },
      },
    ],
    'force-reset': [
      {
        command: call('POST', `${user}/lifecycle/reset_password?sendEmail=false&revokeSessions=true`),
        permission: manage,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'answers with a link: hand it over by the verified channel; status becomes RECOVERY until it is used; if refused while suspended, unsuspend directly before',
          ja: 'リンクが返るので確認済みの経路で渡す。使われるまで状態はRECOVERY。一時停止中に拒否された場合は直前に解除する',
        },
        userImpact: { en: 'The owner is locked out until a new password is set', ja: '再設定が済むまで本人もログインできない' },
        proof: {
          text: {
            en: 'user.account.reset_password, then user.account.update_password',
            ja: 'user.account.reset_password、続いて user.account.update_password',
          },
          codes: ['user.account.reset_password', 'user.account.update_password', 'user.account.expire_password'],
        },
      },
    ],
    'remove-role': [
      {
        command: call('DELETE', `${user}/roles/ROLE_ASSIGNMENT_ID`),
        permission: 'okta.roles.manage',
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'user.account.privilege.revoke', codes: ['user.account.privilege.revoke'] },
      },
    ],
    'restore-contact': [
      {
        command: call('POST', user, json('{"profile":{"email":"{oldContact|json}"}}')),
        permission: manage,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'for an e-mail address; a phone is profile.mobilePhone', ja: 'メールアドレスの場合。電話番号はprofile.mobilePhone' },
        proof: { text: 'user.account.update_profile', codes: ['user.account.update_profile', 'user.account.update_primary_email'] },
      },
    ],
  },
})
