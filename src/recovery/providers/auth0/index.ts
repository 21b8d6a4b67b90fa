import { defineProvider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'
import { evict } from './evict.ts'
import { lists } from './lists.ts'
import { SOURCE } from './source.ts'

/** auth0.com/docs/secure/tenant-access-control-list/limits, read on 2026-11-27. */
const ACL_ENTRIES = 20
const ACLS = 10
const ACL_LIMITS = {
  en: 'Enterprise plan: one tenant ACL of 20 networks, ten with Attack Protection; block the rest at the CDN or firewall before a custom domain',
  ja: 'Enterprise契約でテナントACLは1個(20ネットワーク)、Attack Protection付きで10個まで。超える分はカスタムドメイン手前のCDN・WAFで遮断する',
} as const

/** Auth0: commands of the auth0 CLI; ids contain a pipe, so they are quoted, and encoded in API paths. */
export const provider = defineProvider({
  id: 'auth0',
  title: 'Auth0',
  setup: ['auth0 login', 'auth0 tenants use YOUR_TENANT'],
  acts: {
    ...lists,
    ...evict,
    'block-account': [
      {
        command: 'auth0 users update --blocked=true -- {account}',
        permission: 'update:users',
        reversible: 'yes',
        source: SOURCE,
        userImpact: IMPACT.blocked,
        residual: { en: 'Sessions already open go on until they are deleted', ja: '開いているセッションは削除するまで続く' },
        proof: { text: { en: 'sapi (PATCH user, blocked: true)', ja: 'sapi(PATCHでblockedがtrue)' }, codes: ['sapi'] },
      },
    ],
    'unblock-account': [
      {
        command: 'auth0 users update --blocked=false -- {account}',
        permission: 'update:users',
        reversible: 'yes',
        source: SOURCE,
        proof: { text: { en: 'sapi (PATCH user, blocked: false)', ja: 'sapi(PATCHでblockedがfalse)' }, codes: ['sapi'] },
      },
    ],
    'unlock-account': [
      { command: 'auth0 users blocks unblock -- {account}', permission: 'delete:anomaly_blocks', reversible: 'yes', source: SOURCE },
    ],
    'block-source': [
      {
        command: `auth0 network-acl create -d 'Incident response {part|json}' -p 1 --active true --rule '{"action":{"block":true},"scope":"authentication","match":{"ipv4_cidrs":{sources4|json}}}'`,
        permission: 'create:network_acls',
        reversible: 'yes',
        mostSources: ACL_ENTRIES,
        mostCommands: ACLS,
        source: SOURCE,
        note: ACL_LIMITS,
        proof: { text: { en: 'sapi (network ACL)', ja: 'sapi(ネットワークACL)' }, codes: ['sapi'] },
      },
      {
        command: `auth0 network-acl create -d 'Incident response IPv6 {part|json}' -p 2 --active true --rule '{"action":{"block":true},"scope":"authentication","match":{"ipv6_cidrs":{sources6|json}}}'`,
        permission: 'create:network_acls',
        reversible: 'yes',
        mostSources: ACL_ENTRIES,
        mostCommands: ACLS,
        source: SOURCE,
        note: ACL_LIMITS,
        proof: { text: { en: 'sapi (network ACL)', ja: 'sapi(ネットワークACL)' }, codes: ['sapi'] },
      },
    ],
    'force-reset': [
      {
        command: `auth0 api post tickets/password-change --data '{"user_id":"{account|json}","ttl_sec":86400}'`,
        permission: 'create:user_tickets',
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'answers with a URL and checks no identity: hand it over by the verified channel; the old password works until it is used, so keep the block',
          ja: 'URLが返る(本人確認は行われない)。確認済みの経路で渡す。使われるまで旧パスワードが有効なため停止を続ける',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: { en: 'scp (password changed)', ja: 'scp(パスワードの変更)' }, codes: ['scp'] },
      },
    ],
    'require-mfa': [
      {
        command: `auth0 api delete 'users/{account|url}/authenticators'`,
        permission: 'update:users',
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'removes all authenticators; the next login enrols anew where the policy demands MFA',
          ja: '全認証要素を削除する。ポリシーでMFAが必須なら次回ログイン時に再登録となる',
        },
        proof: { text: 'gd_start_enroll / gd_enrollment_complete', codes: ['gd_start_enroll', 'gd_enrollment_complete'] },
      },
    ],
    'restore-contact': [
      {
        command: 'auth0 users update --email={oldContact} -- {account}',
        permission: 'update:users',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'for an e-mail address; a phone number is changed with PATCH users/{id}',
          ja: 'メールアドレスの場合。電話番号はPATCH users/{id}で変更',
        },
        proof: {
          text: { en: 'sce (e-mail changed) / scpn (phone changed)', ja: 'sce(メールアドレスの変更) / scpn(電話番号の変更)' },
          codes: ['sce', 'scpn'],
        },
      },
    ],
    'remove-role': [
      {
        command: `auth0 api delete 'users/{account|url}/roles' --data '{"roles":["ROLE_ID"]}'`,
        permission: 'update:users',
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'list them first: auth0 users roles show', ja: '先に auth0 users roles show で確認' },
        proof: {
          text: { en: 'sapi (roles)', ja: 'sapi(ロール)' },
          codes: ['sapi DELETE users/:id/roles', 'sapi DELETE users/:id/permissions'],
        },
      },
    ],
  },
})
