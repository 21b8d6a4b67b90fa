import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { httpCalls, json } from '../../http-call.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'firebase-admin 13.10.0 auth-api-request.js; cloud.google.com identity-platform REST: accounts.update, mfaEnrollment'
const UPDATE = 'firebaseauth.users.update'
const READ = 'firebaseauth.users.get'
const call = httpCalls('"$F"', '-H "Authorization: Bearer $T"')
const of = (command: string, permission: string, rest: Partial<ProviderCommand> = {}): ProviderCommand => ({
  command,
  permission,
  reversible: 'yes',
  source: SOURCE,
  ...rest,
})
const update = (rest: string): string => call('POST', '/accounts:update', json(`{"localId":"{account|json}",${rest}}`))
const lookup = call('POST', '/accounts:lookup', json('{"localId":["{account|json}"]}'))

/** Google Identity Platform and Firebase Authentication: the REST API with a token of gcloud. */
export const provider = defineProvider({
  id: 'identity-platform',
  title: 'Google Identity Platform / Firebase Authentication',
  setup: ['F=https://identitytoolkit.googleapis.com/v1/projects/YOUR_PROJECT', 'T=$(gcloud auth print-access-token)'],
  // SetAccountInfo says that something was set; validSince and custom claims are not told from the rest.
  notInLog: ['revoke-sessions', 'remove-identities', 'remove-role', 'unblock-account'],
  acts: {
    'export-log': [
      of(
        `gcloud logging read 'resource.type="identitytoolkit_project" AND "{account|json}"' --format json --freshness 60d`,
        'roles/logging.viewer',
        {
          note: {
            en: 'only what Cloud Audit Logs and user activity logging were switched on for; kept 30 days by default',
            ja: 'Cloud Audit Logsとユーザーアクティビティのログを有効にしていた分のみ。保存期間は既定で30日',
          },
        },
      ),
    ],
    'list-sessions': [
      of(lookup, READ, {
        note: { en: 'lastLoginAt, validSince; sessions are not listed', ja: 'lastLoginAtとvalidSince(セッション一覧はない)' },
      }),
    ],
    'list-factors': [of(lookup, READ, { note: { en: 'see mfaInfo', ja: 'mfaInfoを確認' } })],
    'list-grants': [
      of(lookup, READ, { note: { en: 'see providerUserInfo and customAttributes', ja: 'providerUserInfoとcustomAttributesを確認' } }),
    ],
    'block-account': [
      of(update('"disableUser":true'), UPDATE, {
        userImpact: IMPACT.blocked,
        residual: { en: 'ID tokens already issued are accepted until they expire', ja: '発行済みのIDトークンは期限まで受け入れられる' },
        residualFor: 'PT1H',
        proof: { text: 'SetAccountInfo (disableUser: true)', codes: [] },
      }),
    ],
    'unblock-account': [of(update('"disableUser":false'), UPDATE)],
    'revoke-sessions': [
      of(update(`"validSince":"'"$(date +%s)"'"`), UPDATE, {
        reversible: 'no',
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'ID tokens live up to 1 hour unless the application verifies with checkRevoked',
          ja: 'IDトークンは最長1時間有効(アプリがcheckRevokedで検証する場合を除く)',
        },
        residualFor: 'PT1H',
        proof: { text: 'SetAccountInfo (validSince)', codes: [] },
      }),
    ],
    'remove-factors': [
      of(update('"mfa":{}'), UPDATE, {
        reversible: 'no',
        note: { en: 'removes all second factors', ja: '登録済みの第2要素をすべて削除する' },
        userImpact: IMPACT.enrolAgain,
        proof: { text: 'WithdrawMfa / SetAccountInfo (mfa)', codes: ['AccountManagementService.WithdrawMfa'] },
      }),
    ],
    'remove-identities': [
      of(update('"deleteProvider":["PROVIDER_ID"]'), UPDATE, { reversible: 'partly', byHand: true, userImpact: IMPACT.allowAgain }),
    ],
    'restore-contact': [
      of(update('"email":"{oldContact|json}","emailVerified":true'), UPDATE, {
        note: { en: 'for an e-mail address; a phone is phoneNumber', ja: 'メールアドレスの場合。電話番号はphoneNumber' },
      }),
    ],
    'remove-role': [of(update('"customAttributes":"{}"'), UPDATE, { userImpact: IMPACT.losesRights })],
    'force-reset': [
      of(
        call('POST', '/accounts:sendOobCode', json('{"requestType":"PASSWORD_RESET","email":"{name|json}","returnOobLink":true}')),
        'firebaseauth.users.sendEmail',
        {
          reversible: 'no',
          note: {
            en: 'answers with a link: hand it over by the verified channel; the old password works until it is used, so keep the account disabled',
            ja: 'リンクが返るので確認済みの経路で渡す。使われるまで旧パスワードが有効なため停止を続ける',
          },
          userImpact: IMPACT.newPassword,
          proof: { text: 'ResetPassword', codes: ['AccountManagementService.ResetPassword'] },
        },
      ),
    ],
  },
})
