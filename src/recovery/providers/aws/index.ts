import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'AWS SDK client-iam 3.1169.0, client-cloudtrail 3.1137.0 texts; CLI name = kebab-case of the API'
const iam = (api: string, rest = ''): string => `aws iam ${api} --user-name={account}${rest}`
const list = (api: string, permission: string): ProviderCommand => ({
  command: iam(api),
  permission: `iam:${permission}`,
  reversible: 'yes',
  source: SOURCE,
})

/** AWS IAM users (CloudTrail), minimal: roles and root need other steps. */
export const provider = defineProvider({
  id: 'aws',
  title: 'AWS IAM',
  setup: ['export AWS_PROFILE=YOUR_INCIDENT_PROFILE'],
  acts: {
    'export-log': [
      {
        command: `aws cloudtrail lookup-events --lookup-attributes '[{"AttributeKey":"Username","AttributeValue":"{account|json}"}]' --start-time {since} --end-time {until}`,
        permission: 'cloudtrail:LookupEvents',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'in each region (--region; acts on IAM itself are in us-east-1); the last 90 days only: older ones are in the bucket of the trail',
          ja: 'リージョンごとに実行(--region。IAM自体の操作はus-east-1)。直近90日分のみで、それ以前は証跡のS3バケットから取得',
        },
      },
    ],
    'list-factors': [list('list-mfa-devices', 'ListMFADevices')],
    'list-grants': [
      list('list-access-keys', 'ListAccessKeys'),
      list('list-ssh-public-keys', 'ListSSHPublicKeys'),
      list('list-service-specific-credentials', 'ListServiceSpecificCredentials'),
      list('list-signing-certificates', 'ListSigningCertificates'),
      list('list-attached-user-policies', 'ListAttachedUserPolicies'),
      list('list-user-policies', 'ListUserPolicies'),
      list('list-groups-for-user', 'ListGroupsForUser'),
    ],
    'block-account': [
      {
        command: iam(
          'put-user-policy',
          ` --policy-name incident-deny --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}'`,
        ),
        permission: 'iam:PutUserPolicy',
        reversible: 'yes',
        source: SOURCE,
        userImpact: { en: 'The user can do nothing', ja: 'このユーザーは一切操作できない' },
        proof: { text: 'PutUserPolicy', codes: ['PutUserPolicy'] },
      },
    ],
    'unblock-account': [
      {
        command: iam('delete-user-policy', ' --policy-name incident-deny'),
        permission: 'iam:DeleteUserPolicy',
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'DeleteUserPolicy', codes: ['DeleteUserPolicy'] },
      },
    ],
    'revoke-sessions': [
      {
        command: iam('update-access-key', ' --status Inactive --access-key-id KEY_ID'),
        permission: 'iam:UpdateAccessKey',
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'once for each key of the list', ja: '一覧の鍵ごとに実行' },
        userImpact: { en: 'Programs that use the key stop', ja: 'この鍵を使うプログラムが停止する' },
        residual: {
          en: 'Temporary credentials already issued stay valid up to 36 hours; the deny policy of the block stops those of the user, not the sessions of roles taken with them',
          ja: '発行済みの一時認証情報は最長36時間有効。停止用の拒否ポリシーが効くのは本人の認証情報のみで、それを使って引き受けたロールのセッションは残る',
        },
        residualFor: 'PT36H',
        proof: { text: 'UpdateAccessKey', codes: ['UpdateAccessKey'] },
      },
    ],
    'remove-factors': [
      {
        command: iam('deactivate-mfa-device', ' --serial-number SERIAL'),
        permission: 'iam:DeactivateMFADevice',
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: { en: 'only devices that the owner does not know', ja: '本人の登録でないもののみ' },
        proof: { text: 'DeactivateMFADevice', codes: ['DeactivateMFADevice'] },
      },
    ],
    'revoke-grants': [
      {
        command: iam('delete-service-specific-credential', ' --service-specific-credential-id CREDENTIAL_ID'),
        permission: 'iam:DeleteServiceSpecificCredential',
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'each of the list that the owner does not know; likewise delete-access-key, delete-ssh-public-key, delete-signing-certificate',
          ja: '一覧のうち本人に覚えのないものごとに実行。delete-access-key、delete-ssh-public-key、delete-signing-certificateも同様',
        },
        proof: { text: 'DeleteServiceSpecificCredential', codes: ['DeleteServiceSpecificCredential'] },
      },
    ],
    'remove-role': [
      {
        command: iam('detach-user-policy', ' --policy-arn POLICY_ARN'),
        permission: 'iam:DetachUserPolicy',
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'each that is not in the baseline; likewise delete-user-policy, remove-user-from-group. Users, keys, roles and trust policies that it made stand in the exported log: CreateUser, CreateAccessKey, CreateLoginProfile, CreateRole, UpdateAssumeRolePolicy',
          ja: '平常時にないものごとに実行。delete-user-policy、remove-user-from-groupも同様。このアカウントが作ったユーザー・鍵・ロール・信頼ポリシーは取得したログで確認: CreateUser、CreateAccessKey、CreateLoginProfile、CreateRole、UpdateAssumeRolePolicy',
        },
        userImpact: IMPACT.losesRights,
        proof: { text: 'DetachUserPolicy', codes: ['DetachUserPolicy'] },
      },
    ],
    'force-reset': [
      {
        command: iam('update-login-profile', ' --password "$(openssl rand -base64 24)aA1-" --password-reset-required'),
        permission: 'iam:UpdateLoginProfile',
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.newPassword,
        note: {
          en: 'sets an unknown random value: issue a temporary one after the identity check; fails with NoSuchEntity where the user has no console password',
          ja: 'ランダムな値を設定する。本人確認後に一時パスワードを発行する。コンソール用パスワードがない場合はNoSuchEntityで失敗する',
        },
        proof: { text: 'UpdateLoginProfile', codes: ['UpdateLoginProfile'] },
      },
    ],
  },
})
