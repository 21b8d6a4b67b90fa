import { defineProvider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'AWS CLI command names, from memory'
const iam = (api: string, rest = ''): string => `aws iam ${api} --user-name={account}${rest}`

/** AWS IAM users (CloudTrail), minimal: everything is from memory and printed as "check before use". Roles and root need other steps. */
export const provider = defineProvider({
  id: 'aws',
  title: 'AWS IAM',
  setup: ['export AWS_PROFILE=YOUR_INCIDENT_PROFILE'],
  acts: {
    'export-log': [
      {
        command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue={account} --start-time {since} --end-time {until}`,
        permission: 'cloudtrail:LookupEvents',
        reversible: 'yes',
        unverified: true,
        source: SOURCE,
      },
    ],
    'list-factors': [
      { command: iam('list-mfa-devices'), permission: 'iam:ListMFADevices', reversible: 'yes', unverified: true, source: SOURCE },
    ],
    'list-grants': [
      { command: iam('list-access-keys'), permission: 'iam:ListAccessKeys', reversible: 'yes', unverified: true, source: SOURCE },
    ],
    'block-account': [
      {
        command: iam(
          'put-user-policy',
          ` --policy-name incident-deny --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}'`,
        ),
        permission: 'iam:PutUserPolicy',
        reversible: 'yes',
        unverified: true,
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
        unverified: true,
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
        unverified: true,
        source: SOURCE,
        note: { en: 'once for each key of the list', ja: '一覧の鍵ごとに実行' },
        userImpact: { en: 'Programs that use the key stop', ja: 'この鍵を使うプログラムが停止する' },
        residual: {
          en: 'Temporary credentials already issued stay valid up to 36 hours unless a policy denies them',
          ja: '発行済みの一時認証情報はポリシーで拒否しない限り最長36時間有効',
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
        unverified: true,
        source: SOURCE,
        note: { en: 'only devices that the owner does not know', ja: '本人の登録でないもののみ' },
        proof: { text: 'DeactivateMFADevice', codes: ['DeactivateMFADevice'] },
      },
    ],
    'force-reset': [
      {
        command: iam('update-login-profile', ' --password-reset-required'),
        permission: 'iam:UpdateLoginProfile',
        reversible: 'no',
        unverified: true,
        source: SOURCE,
        userImpact: IMPACT.newPassword,
        note: { en: 'give a new temporary password as well (--password)', ja: '新しい一時パスワードも指定する(--password)' },
        proof: { text: 'UpdateLoginProfile', codes: ['UpdateLoginProfile'] },
      },
    ],
  },
})
