import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { httpCalls, json } from '../../http-call.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = '@zitadel/proto 1.3.1 (user and session service v2, management, admin); zitadel.com docs'
const call = httpCalls('"$Z"', '-H "Authorization: Bearer $T"')
const user = '/v2/users/{account|url}'
const managed = '/management/v1/users/{account|url}'
const of = (command: string, permission: string, rest: Partial<ProviderCommand> = {}): ProviderCommand => ({
  command,
  permission,
  reversible: 'yes',
  source: SOURCE,
  ...rest,
})
const sessions = call('POST', '/v2/sessions/search', json('{"queries":[{"userIdQuery":{"id":"{account|json}"}}]}'))

/** ZITADEL: curl with a service user's token in $T. */
export const provider = defineProvider({
  id: 'zitadel',
  title: 'ZITADEL',
  setup: ['Z=https://YOUR_DOMAIN', 'T=YOUR_ACCESS_TOKEN'],
  // The owner's logout writes session.terminated too, an application's own logout the revocation of its tokens.
  notInLog: ['revoke-sessions'],
  acts: {
    'export-log': [
      of(
        call('POST', '/admin/v1/events/_search', json('{"aggregateId":"{account|json}","asc":true,"limit":1000}')),
        'IAM_OWNER_VIEWER',
        {},
      ),
    ],
    'list-sessions': [of(sessions, 'session.read')],
    'list-factors': [
      of(call('POST', `${user}/authentication_factors/_search`, json('{}')), 'user.read'),
      of(call('POST', `${user}/passkeys/_search`, json('{}')), 'user.read'),
    ],
    'list-grants': [
      of(call('POST', `${user}/links/_search`, json('{}')), 'user.read'),
      of(call('POST', `${managed}/memberships/_search`, json('{}')), 'user.membership.read'),
      of(
        call('POST', '/management/v1/users/grants/_search', json('{"queries":[{"userIdQuery":{"userId":"{account|json}"}}]}')),
        'user.grant.read',
      ),
    ],
    'block-account': [
      of(call('POST', `${user}/lock`, json('{}')), 'user.write', {
        userImpact: IMPACT.blocked,
        residual: { en: 'Open sessions go on until they are deleted', ja: '開いているセッションは削除するまで続く' },
        proof: { text: 'user.locked', codes: ['user.locked'] },
      }),
    ],
    'unblock-account': [
      of(call('POST', `${user}/unlock`, json('{}')), 'user.write', { proof: { text: 'user.unlocked', codes: ['user.unlocked'] } }),
    ],
    'revoke-sessions': [
      of(
        `${sessions} | jq -r '.sessions[].id' | while read -r session; do ${call('DELETE', '/v2/sessions/', json('{}'))}"$session"; done`,
        'session.delete',
        {
          reversible: 'no',
          userImpact: IMPACT.signedOut,
          residual: { en: 'Access tokens already issued stay valid until they expire', ja: '発行済みのアクセストークンは期限まで有効' },
          residualFor: 'PT12H',
          proof: { text: 'session.terminated', codes: [] },
        },
      ),
    ],
    'remove-factors': [
      of(call('DELETE', `${user}/totp`), 'user.write', {
        reversible: 'no',
        note: {
          en: 'likewise u2f/U2F_ID, passkeys/PASSKEY_ID, otp_sms, otp_email: only what the owner does not know',
          ja: 'u2f/U2F_ID、passkeys/PASSKEY_ID、otp_sms、otp_emailも同様(本人の登録でないもののみ)',
        },
        byHand: true,
        userImpact: IMPACT.enrolAgain,
        proof: {
          text: 'user.human.mfa.otp.removed / user.human.mfa.u2f.token.removed / user.human.passwordless.token.removed',
          codes: ['user.human.mfa.otp.removed', 'user.human.mfa.u2f.token.removed', 'user.human.passwordless.token.removed'],
        },
      }),
    ],
    'remove-identities': [
      of(call('DELETE', `${user}/links/IDP_ID/LINKED_USER_ID`), 'user.write', {
        reversible: 'partly',
        byHand: true,
        proof: { text: 'user.human.externalidp.removed', codes: ['user.human.externalidp.removed'] },
      }),
    ],
    'revoke-grants': [
      of(call('DELETE', `${managed}/pats/TOKEN_ID`), 'user.write', {
        reversible: 'no',
        byHand: true,
        note: {
          en: 'machine users only: TOKEN_ID from POST /management/v1/users/ID/pats/_search',
          ja: 'マシンユーザーのみ。TOKEN_IDは POST /management/v1/users/ID/pats/_search で確認',
        },
        proof: { text: 'user.pat.removed', codes: ['user.pat.removed'] },
      }),
    ],
    'remove-role': [
      of(call('DELETE', '/management/v1/orgs/me/members/{account|url}'), 'org.member.delete', {
        byHand: true,
        note: {
          en: 'manager of the organisation; of an instance or a project by the list of memberships',
          ja: '組織の管理者権限。インスタンス・プロジェクトの権限はmembershipsの一覧から外す',
        },
        proof: { text: 'org.member.removed', codes: ['org.member.removed', 'instance.member.removed', 'project.member.removed'] },
        userImpact: IMPACT.losesRights,
      }),
      of(call('DELETE', `${managed}/grants/GRANT_ID`), 'user.grant.delete', {
        byHand: true,
        note: { en: 'roles in projects that are not in the baseline', ja: '平常時にないプロジェクトの権限' },
        userImpact: IMPACT.losesRights,
      }),
    ],
    'restore-contact': [
      of(call('POST', `${user}/email`, json('{"email":"{oldContact|json}","isVerified":true}')), 'user.write', {
        note: { en: 'for an e-mail address; a phone is /phone', ja: 'メールアドレスの場合。電話番号は/phone' },
        proof: { text: 'user.human.email.changed', codes: ['user.human.email.changed'] },
      }),
    ],
    'force-reset': [
      of(call('POST', `${user}/password_reset`, json('{"returnCode":{}}')), 'user.write', {
        reversible: 'no',
        note: {
          en: 'answers with a code: hand it over by the verified channel; the old password works until it is used, so keep the lock',
          ja: 'コードが返るので確認済みの経路で渡す。使われるまで旧パスワードが有効なためロックを続ける',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: 'user.human.password.changed', codes: ['user.human.password.changed'] },
      }),
    ],
  },
})
