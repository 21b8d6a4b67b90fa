import { defineProvider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'AWS SDK client-iam 3.1169.0, client-cloudtrail 3.1137.0 texts; CLI name = kebab-case of the API'
const iam = (api: string, rest = ''): string => `aws iam ${api} --user-name={account}${rest}`

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
    'list-factors': [{ command: iam('list-mfa-devices'), permission: 'iam:ListMFADevices', reversible: 'yes', source: SOURCE }],
    'list-grants': [{ command: iam('list-access-keys'), permission: 'iam:ListAccessKeys', reversible: 'yes', source: SOURCE }],
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
