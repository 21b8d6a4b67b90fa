import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'SAP Customer Data Cloud REST reference, as typed in @gigya-ts/rest-api 0.1.21: accounts, accounts.tfa, socialize, audit'
/** Each namespace has a host of its own: accounts.eu1.gigya.com/accounts.logout, audit.eu1.gigya.com/audit.search. */
const call = (method: string, ...fields: readonly string[]): string =>
  `curl -sS -f -g --data-urlencode "apiKey=$APIKEY" --data-urlencode "userKey=$USERKEY" --data-urlencode "secret=$SECRET"${fields.map((field) => ` --data-urlencode ${field}`).join('')} 'https://${method.split('.')[0]}.'"$DC"'.gigya.com/${method}'`
const of = (method: string, ...fields: readonly string[]): ProviderCommand => ({
  command: call(method, 'UID={account}', ...fields),
  permission: { en: `application key with ${method}`, ja: `${method} を許可したアプリケーションキー` },
  reversible: 'yes',
  source: SOURCE,
})

/** SAP Customer Data Cloud (Gigya): one key and secret per data centre. curl answers 200 also on errors: read errorCode. */
export const provider = defineProvider({
  id: 'gigya',
  title: 'SAP Customer Data Cloud',
  setup: ['DC=YOUR_DATA_CENTRE', 'APIKEY=YOUR_API_KEY USERKEY=YOUR_APPLICATION_KEY SECRET=YOUR_SECRET'],
  // The audit log names the call and its parameters; who logged out is not told by it.
  notInLog: ['revoke-sessions', 'remove-identities'],
  acts: {
    'export-log': [
      {
        command: call('audit.search', `'query=SELECT * FROM auditLog WHERE uid = "{account|json}" LIMIT 1000'`),
        permission: { en: 'application key with audit.search', ja: 'audit.search を許可したアプリケーションキー' },
        reversible: 'yes',
        source: SOURCE,
      },
    ],
    'list-sessions': [
      {
        ...of('accounts.getAccountInfo', 'include=profile,data,emails,loginIDs,rba'),
        note: { en: 'last logins and profile; sessions are not listed', ja: '最終ログインと登録情報(セッション一覧はない)' },
      },
    ],
    'list-factors': [of('accounts.tfa.getProviders')],
    'list-grants': [of('accounts.getAccountInfo', 'include=identities-all')],
    'block-account': [
      {
        ...of('accounts.setAccountInfo', 'isActive=false'),
        userImpact: IMPACT.blocked,
        residual: { en: 'Open sessions go on until logout', ja: '開いているセッションはログアウトさせるまで続く' },
        proof: { text: 'accounts.setAccountInfo (isActive: false)', codes: [] },
      },
    ],
    'unblock-account': [of('accounts.setAccountInfo', 'isActive=true')],
    'revoke-sessions': [
      {
        ...of('accounts.logout'),
        reversible: 'no',
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Sessions that the site keeps itself, and JWTs already issued, go on until they expire',
          ja: 'サイト側のセッションと発行済みJWTは期限まで有効',
        },
        note: {
          en: 'ends the sessions on all devices and revokes the OIDC refresh tokens',
          ja: '全端末のセッションを終了し、OIDCのリフレッシュトークンも失効させる',
        },
        proof: { text: 'accounts.logout', codes: [] },
      },
    ],
    'remove-factors': [
      {
        ...of('accounts.tfa.deactivateProvider', 'provider=PROVIDER'),
        reversible: 'no',
        byHand: true,
        userImpact: IMPACT.enrolAgain,
        note: {
          en: 'PROVIDER from the list (gigyaPhone, gigyaEmail, gigyaTotp)',
          ja: 'PROVIDERは一覧から(gigyaPhone、gigyaEmail、gigyaTotp)',
        },
      },
    ],
    'forget-devices': [{ ...of('accounts.tfa.unregisterDevice', 'allDevices=true'), reversible: 'no' }],
    'remove-identities': [
      {
        ...of('socialize.removeConnection', 'provider=PROVIDER'),
        reversible: 'partly',
        byHand: true,
        note: {
          en: 'PROVIDER from identities of the list, only what was linked since the incident; without it all social logins are removed',
          ja: 'PROVIDERは一覧のidentitiesから、事案以降の連携のみ(省くとすべての連携が外れる)',
        },
      },
    ],
    'restore-contact': [
      {
        command: call('accounts.setAccountInfo', 'UID={account}', `'profile={"email":"{oldContact|json}"}'`),
        permission: { en: 'application key with accounts.setAccountInfo', ja: 'accounts.setAccountInfo を許可したアプリケーションキー' },
        reversible: 'yes',
        source: SOURCE,
      },
    ],
    'force-reset': [
      {
        ...of('accounts.setAccountInfo', 'requirePasswordChange=true'),
        reversible: 'no',
        note: {
          en: 'cannot be taken back; the old password is asked once more: keep the account inactive until the owner is verified, then accounts.resetPassword with sendEmail=false answers with a token',
          ja: '取り消せない。次回旧パスワードを求めるため、本人確認まで無効のままとし、その後accounts.resetPasswordをsendEmail=falseで使う(トークンが返る)',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: 'accounts.resetPassword', codes: [] },
      },
    ],
  },
})
