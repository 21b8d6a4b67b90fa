import { defineProvider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'AWS SDK client-cognito-identity-provider 3.1169.0, client-wafv2 3.1141.0 texts; CLI name = kebab-case of the API'
const cognito = (api: string, rest = ''): string => `aws cognito-idp ${api} --user-pool-id "$POOL" --username={account}${rest}`
const iam = (api: string): string => `cognito-idp:${api}`
/** AWS WAF quotas: addresses of one IP set. */
const IP_SET_NETWORKS = 10_000

/** Amazon Cognito user pools. */
export const provider = defineProvider({
  id: 'cognito',
  title: 'Amazon Cognito',
  setup: ['POOL=YOUR_USER_POOL_ID', 'export AWS_REGION=YOUR_REGION'],
  acts: {
    'export-log': [
      {
        command: cognito('admin-list-user-auth-events', ' --max-results 60'),
        permission: iam('AdminListUserAuthEvents'),
        reversible: 'yes',
        source: SOURCE,
        fallback: {
          needs: { en: 'the Plus tier', ja: 'Plusプラン' },
          command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=cognito-idp.amazonaws.com --start-time {since} --end-time {until}`,
          permission: 'IAM cloudtrail:LookupEvents',
        },
        note: {
          en: 'page with --next-token; CloudTrail holds the calls of administrators',
          ja: '続きは--next-tokenで取得。管理者の操作はCloudTrailにある',
        },
      },
    ],
    'list-sessions': [
      {
        command: cognito('admin-list-user-sessions'),
        permission: iam('AdminListUserSessions'),
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'active ones only: take the list before signing out', ja: '有効なもののみ。サインアウトの前に取得' },
      },
    ],
    'list-factors': [
      { command: cognito('admin-get-user-auth-factors'), permission: iam('AdminGetUserAuthFactors'), reversible: 'yes', source: SOURCE },
      { command: cognito('admin-list-devices'), permission: iam('AdminListDevices'), reversible: 'yes', source: SOURCE },
    ],
    'list-grants': [{ command: cognito('admin-get-user'), permission: iam('AdminGetUser'), reversible: 'yes', source: SOURCE }],
    'block-account': [
      {
        command: cognito('admin-disable-user'),
        permission: iam('AdminDisableUser'),
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'revokes all access tokens as well', ja: 'アクセストークンもすべて失効する' },
        userImpact: { en: 'The owner cannot log in and is signed out', ja: '本人もログインできなくなり、利用中の端末も切断される' },
        proof: { text: 'AdminDisableUser', codes: ['AdminDisableUser'] },
      },
    ],
    'unblock-account': [
      {
        command: cognito('admin-enable-user'),
        permission: iam('AdminEnableUser'),
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'AdminEnableUser', codes: ['AdminEnableUser'] },
      },
    ],
    'revoke-sessions': [
      {
        command: cognito('admin-user-global-sign-out'),
        permission: iam('AdminUserGlobalSignOut'),
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'The managed-login cookie stays, and other requests are valid until the token expires',
          ja: 'マネージドログインのCookieは残り、トークンの期限まで有効なリクエストもある',
        },
        residualFor: 'PT1H',
        proof: { text: 'AdminUserGlobalSignOut', codes: ['AdminUserGlobalSignOut'] },
      },
    ],
    'revoke-tokens': [
      {
        command: cognito('admin-revoke-user-session', ' --session-id SESSION_ID --revoke-associated-sessions LINKED'),
        permission: iam('AdminRevokeUserSession'),
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'SESSION_ID from admin-list-user-sessions, for each that is still there: LINKED ends the SSO session behind a token session as well',
          ja: 'SESSION_IDはadmin-list-user-sessionsから、残っているものごとに実行。LINKEDにより元のSSOセッションも終了する',
        },
        userImpact: IMPACT.signedOut,
        proof: { text: 'AdminRevokeUserSession', codes: ['AdminRevokeUserSession'] },
      },
    ],
    'remove-factors': [
      {
        command: cognito('admin-delete-software-token'),
        permission: iam('AdminDeleteSoftwareToken'),
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.enrolAgain,
        note: {
          en: "a passkey is removable with the user's own access token only (delete-web-authn-credential)",
          ja: 'パスキーは本人のアクセストークンでのみ削除可能(delete-web-authn-credential)',
        },
        proof: { text: 'AdminDeleteSoftwareToken', codes: ['AdminDeleteSoftwareToken'] },
      },
      {
        command: cognito('admin-set-user-mfa-preference', ' --sms-mfa-settings Enabled=false --software-token-mfa-settings Enabled=false'),
        permission: iam('AdminSetUserMFAPreference'),
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'AdminSetUserMFAPreference', codes: ['AdminSetUserMFAPreference'] },
      },
    ],
    'forget-devices': [
      {
        command: cognito('admin-forget-device', ' --device-key DEVICE_KEY'),
        permission: iam('AdminForgetDevice'),
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'a remembered device can skip MFA; DEVICE_KEY from admin-list-devices',
          ja: '記憶済み端末はMFAを省略できる。DEVICE_KEYはadmin-list-devicesから',
        },
        proof: { text: 'AdminForgetDevice', codes: ['AdminForgetDevice'] },
      },
    ],
    'restore-contact': [
      {
        command: `aws cognito-idp admin-update-user-attributes --user-pool-id "$POOL" --username={account} --user-attributes '[{"Name":"email","Value":"{oldContact|json}"},{"Name":"email_verified","Value":"true"}]'`,
        permission: iam('AdminUpdateUserAttributes'),
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'for an e-mail address; a phone is phone_number', ja: 'メールアドレスの場合。電話番号はphone_number' },
        proof: { text: 'AdminUpdateUserAttributes', codes: ['AdminUpdateUserAttributes'] },
      },
    ],
    'remove-identities': [
      {
        command: `aws cognito-idp admin-disable-provider-for-user --user-pool-id "$POOL" --user 'ProviderName=PROVIDER,ProviderAttributeName=Cognito_Subject,ProviderAttributeValue=SUBJECT'`,
        permission: iam('AdminDisableProviderForUser'),
        byHand: true,
        reversible: 'partly',
        source: SOURCE,
        note: {
          en: 'PROVIDER and SUBJECT from "identities" of admin-get-user, only what was linked since the incident; ProviderName Cognito would take the password login away',
          ja: 'PROVIDERとSUBJECTはadmin-get-userのidentitiesから、事案以降の連携のみ。ProviderNameをCognitoにするとパスワードでログインできなくなる',
        },
      },
    ],
    'remove-role': [
      {
        command: cognito('admin-remove-user-from-group', ' --group-name GROUP'),
        permission: iam('AdminRemoveUserFromGroup'),
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'AdminRemoveUserFromGroup', codes: ['AdminRemoveUserFromGroup'] },
      },
    ],
    'force-reset': [
      {
        command: cognito('admin-reset-user-password'),
        permission: iam('AdminResetUserPassword'),
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'sends a code to the contact on file: never before a changed contact is restored; needs self-service recovery, otherwise admin-set-user-password',
          ja: '登録中の連絡先へコードが送られるため、変更された連絡先を戻す前に実行しない。自己復旧が無効な場合はadmin-set-user-password',
        },
        userImpact: IMPACT.newPassword,
        proof: {
          text: { en: 'AdminResetUserPassword, then ConfirmForgotPassword', ja: 'AdminResetUserPassword、続いて ConfirmForgotPassword' },
          codes: ['AdminResetUserPassword', 'ConfirmForgotPassword', 'AdminSetUserPassword'],
        },
      },
    ],
    'require-mfa': [
      {
        command: cognito('admin-set-user-mfa-preference', ' --software-token-mfa-settings Enabled=true,PreferredMfa=true'),
        permission: iam('AdminSetUserMFAPreference'),
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'after the owner has registered the factor', ja: '本人の登録後に実行' },
      },
    ],
    'block-source': [
      {
        command: `aws wafv2 create-ip-set --name 'incident-response-{part|json}' --scope REGIONAL --ip-address-version IPV4 --addresses {sources4}`,
        permission: 'wafv2:CreateIPSet',
        reversible: 'yes',
        mostSources: IP_SET_NETWORKS,
        source: SOURCE,
        note: {
          en: 'then refer to it in a block rule of the web ACL of the user pool',
          ja: '作成後、ユーザープールのWeb ACLのブロックルールから参照する',
        },
      },
      {
        command: `aws wafv2 create-ip-set --name 'incident-response-v6-{part|json}' --scope REGIONAL --ip-address-version IPV6 --addresses {sources6}`,
        permission: 'wafv2:CreateIPSet',
        reversible: 'yes',
        mostSources: IP_SET_NETWORKS,
        source: SOURCE,
        note: {
          en: 'then refer to it in a block rule of the web ACL of the user pool',
          ja: '作成後、ユーザープールのWeb ACLのブロックルールから参照する',
        },
      },
    ],
  },
})
