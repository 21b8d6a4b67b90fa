import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { httpCalls } from '../../http-call.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE =
  'Salesforce object reference (UserLogin, AuthSession, OauthToken, ThirdPartyAccountLink, TwoFactorMethodsInfo, LoginHistory); REST sObject User Password; plugin-data 4.0.115'
const MANAGE = 'Manage Users'
const call = httpCalls('"$SF"', '-H "Authorization: Bearer $T"')
/** SOQL keeps text in single quotes, which the shell's own quotes must let through. */
const query = (fields: string, object: string, key: string): string =>
  `sf data query --query 'SELECT ${fields} FROM ${object} WHERE ${key} = '\\''{account|json}'\\'''`
const read = (fields: string, object: string, key: string): ProviderCommand => ({
  command: query(fields, object, key),
  permission: 'View Setup and Configuration',
  reversible: 'yes',
  source: SOURCE,
})
const freeze = (value: boolean): ProviderCommand => ({
  command: `sf data update record --sobject UserLogin --where UserId={account} --values IsFrozen=${value}`,
  permission: MANAGE,
  reversible: 'yes',
  source: SOURCE,
})
const each = (field: string, object: string, key: string, act: string): string =>
  `${query(field, object, key)} --result-format csv | tail -n +2 | while read -r row; do ${act}; done`

/** Salesforce by the sf CLI; the user is frozen, not deactivated: deactivation frees the licence and changes ownership rules. */
export const provider = defineProvider({
  id: 'salesforce',
  title: 'Salesforce',
  setup: ['sf config set target-org YOUR_ORG', 'SF=https://YOUR_DOMAIN.my.salesforce.com/services/data/v62.0', 'T=YOUR_ACCESS_TOKEN'],
  // The login history knows logins only; what administrators do stands in the setup audit trail.
  notInLog: ['revoke-sessions', 'revoke-tokens', 'remove-identities'],
  acts: {
    'export-log': [
      {
        ...read('LoginTime,SourceIp,LoginType,Status,Application,Browser,Platform', 'LoginHistory', 'UserId'),
        note: { en: 'also SetupAuditTrail and EventLogFile', ja: 'SetupAuditTrailとEventLogFileも取得する' },
      },
    ],
    'list-sessions': [read('Id,LoginType,SourceIp,CreatedDate', 'AuthSession', 'UsersId')],
    'list-factors': [
      {
        ...read('HasBuiltInAuthenticator,HasSalesforceAuthenticator,HasTotp,HasSecurityKey,HasU2F', 'TwoFactorMethodsInfo', 'UserId'),
        permission: 'Manage MFA in API',
      },
    ],
    'list-grants': [
      read('Id,AppName,LastUsedDate', 'OauthToken', 'UserId'),
      read('Id,PermissionSet.Name', 'PermissionSetAssignment', 'AssigneeId'),
      read('Handle,RemoteIdentifier,Provider,SsoProviderId', 'ThirdPartyAccountLink', 'UserId'),
    ],
    'block-account': [
      {
        ...freeze(true),
        note: { en: 'takes the 18-character user id', ja: '18桁のユーザーIDを指定する' },
        userImpact: IMPACT.blocked,
        residual: { en: 'Open sessions go on until they are deleted', ja: '開いているセッションは削除するまで続く' },
        proof: { text: 'SetupAuditTrail frozeuser', codes: ['frozeuser'] },
      },
    ],
    'unblock-account': [{ ...freeze(false), proof: { text: 'SetupAuditTrail unfrozeuser', codes: ['unfrozeuser'] } }],
    'unlock-account': [
      {
        command: 'sf data update record --sobject UserLogin --where UserId={account} --values IsPasswordLocked=false',
        permission: MANAGE,
        reversible: 'yes',
        source: SOURCE,
      },
    ],
    'revoke-sessions': [
      {
        command: each('Id', 'AuthSession', 'UsersId', 'sf data delete record --sobject AuthSession --record-id "$row"'),
        permission: MANAGE,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Connected applications go on with their own tokens until those are revoked',
          ja: '接続アプリは自身のトークンを失効させるまで利用できる',
        },
        proof: { text: { en: 'no AuthSession row left', ja: 'AuthSession に行が残っていない' }, codes: [] },
      },
    ],
    'revoke-tokens': [
      {
        // OauthToken can be queried only; a token ends at the revocation endpoint, by its DeleteToken.
        command: each(
          'DeleteToken',
          'OauthToken',
          'UserId',
          'curl -sS -f -G --data-urlencode "token=$row" "${SF%/services/*}/services/oauth2/revoke"',
        ),
        permission: 'Customize Application',
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.allowAgain,
      },
    ],
    'remove-factors': [
      {
        ...read('VerificationTime,VerificationMethod,Activity,Status', 'VerificationHistory', 'UserId'),
        reversible: 'no',
        byHand: true,
        note: {
          en: 'shows what was used; disconnect methods on the user detail page (Setup → Users)',
          ja: '利用された方式を確認し、ユーザー詳細ページ(設定→ユーザー)で切断する',
        },
        userImpact: IMPACT.enrolAgain,
      },
    ],
    'remove-identities': [
      {
        // The object can be queried only; Apex revokes (object and Apex reference, read on 2026-11-28).
        // No id of a log goes into source code: whoever runs it writes the id there.
        command: `echo "System.debug(Auth.AuthToken.revokeAccess('SSO_PROVIDER_ID', 'PROVIDER', 'USER_ID', 'REMOTE_IDENTIFIER'));" | sf apex run`,
        permission: MANAGE,
        reversible: 'partly',
        byHand: true,
        source: `${SOURCE}; Apex reference Auth.AuthToken (revokeAccess: its four values, true where it succeeded), object reference ThirdPartyAccountLink`,
        note: {
          en: 'values from the list, where IsNotSsoUsable is false; only links made since the incident; it prints true where it succeeded, else revoke the link on the user detail page',
          ja: '値は一覧のうちIsNotSsoUsableがfalseのもの、事案以降の連携のみ。成功するとtrueと表示される。それ以外はユーザー詳細ページで取り消す',
        },
      },
    ],
    'restore-contact': [
      {
        command: 'sf data update record --sobject User --record-id={account} --values Email={oldContact}',
        permission: MANAGE,
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'SetupAuditTrail changedemail', codes: ['changedemail'] },
      },
    ],
    'remove-role': [
      {
        command: 'sf data delete record --sobject PermissionSetAssignment --record-id ASSIGNMENT_ID',
        permission: 'Assign Permission Sets',
        reversible: 'yes',
        byHand: true,
        source: SOURCE,
        userImpact: IMPACT.losesRights,
        proof: { text: 'SetupAuditTrail PermSetUnassign / PermSetGroupUnassign', codes: ['PermSetUnassign', 'PermSetGroupUnassign'] },
      },
    ],
    'force-reset': [
      {
        command: call('DELETE', '/sobjects/User/{account|url}/password'),
        permission: MANAGE,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'also mails a reset link to the address on file: never before a changed contact is restored; answers with a temporary password, which goes by the verified channel',
          ja: '登録中のメールアドレスにも再設定リンクが送られるため、変更された連絡先を戻す前に実行しない。返される一時パスワードは確認済みの経路で渡す',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: 'SetupAuditTrail resetpassword', codes: ['resetpassword'] },
      },
    ],
  },
})
