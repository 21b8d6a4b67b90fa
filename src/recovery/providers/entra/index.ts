import { defineProvider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'
import { evict } from './evict.ts'
import { graph, SOURCE } from './source.ts'

const user = '/users/{account|url}'
const readLog = 'AuditLog.Read.All'

const namedLocation = (name: string, range: string, networks: string): string =>
  `New-MgIdentityConditionalAccessNamedLocation -BodyParameter @{'@odata.type'='#microsoft.graph.ipNamedLocation';displayName='${name}';isTrusted=$false;ipRanges=@((ConvertFrom-Json '${networks}') | ForEach-Object { @{'@odata.type'='#microsoft.graph.${range}';cidrAddress=$_} })}`

const LOCATION = {
  permission: 'Policy.Read.All + Policy.ReadWrite.ConditionalAccess',
  reversible: 'yes',
  // Microsoft Learn, "Conditional Access: network assignment": ranges of one named location.
  mostSources: 2000,
  source: SOURCE,
  note: {
    en: 'then block the location in a Conditional Access policy; exclude the emergency accounts',
    ja: '作成後、条件付きアクセスポリシーでこの場所をブロックする(緊急用アカウントは除外)',
  },
} as const

/** Microsoft Entra ID, External ID and Microsoft 365: Graph and Exchange Online PowerShell. */
export const provider = defineProvider({
  id: 'entra',
  title: 'Microsoft Entra ID',
  shell: 'powershell',
  setup: ['Connect-MgGraph -Scopes YOUR_SCOPES', 'Connect-ExchangeOnline'],
  // What is done to an application names no account, and "Remove delegated permission grant" names the application alone: it is
  // written when a consent grows as well, as the other half of "Add delegated permission grant".
  notInLog: ['disable-app', 'revoke-grants'],
  acts: {
    ...evict,
    'export-log': [
      {
        command: graph('GET', '/auditLogs/signIns?$filter=userId%20eq%20%27{account|odata|url}%27'),
        permission: readLog,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'userId takes the object id; for a user principal name write userPrincipalName; audit may lag',
          ja: 'userIdはオブジェクトID。UPNの場合はuserPrincipalNameに置き換える。監査ログの反映には遅れがある',
        },
      },
      {
        command: graph('GET', '/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id%20eq%20%27{account|odata|url}%27)'),
        permission: readLog,
        reversible: 'yes',
        source: SOURCE,
      },
    ],
    'list-sessions': [
      {
        command: 'Get-MgUserRegisteredDevice -UserId {account}',
        permission: 'Directory.Read.All',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'Entra lists devices, not sessions: sessions are in the sign-in log',
          ja: 'セッション一覧はなく端末一覧のみ。セッションはサインインログで確認',
        },
      },
    ],
    'list-factors': [
      {
        command: graph('GET', `${user}/authentication/methods`),
        permission: 'UserAuthenticationMethod.Read.All',
        reversible: 'yes',
        source: SOURCE,
      },
    ],
    'list-grants': [
      {
        command: 'Get-MgUserOauth2PermissionGrant -UserId {account} -All',
        permission: 'Directory.Read.All',
        reversible: 'yes',
        source: SOURCE,
      },
      {
        // A rule can be hidden from Outlook and from Graph.
        command: 'Get-InboxRule -Mailbox {account} -IncludeHidden | Export-Clixml inbox-rules.xml',
        permission: 'Exchange administrator',
        reversible: 'yes',
        source: SOURCE,
      },
      {
        command: "Get-Mailbox -Identity {account} | Format-List 'Forward*','DeliverToMailboxAndForward','GrantSendOnBehalfTo'",
        permission: 'Exchange administrator',
        reversible: 'yes',
        source: SOURCE,
      },
      {
        command: 'Get-MailboxPermission -Identity {account}; Get-RecipientPermission -Identity {account}',
        permission: 'Exchange administrator',
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'who may read the mailbox, and send as it', ja: 'メールボックスを閲覧・代理送信できる人' },
      },
      {
        command: 'Get-MgUserOwnedObject -UserId {account} -All',
        permission: 'Directory.Read.All',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'applications that it owns: a secret added to one logs in without the account',
          ja: '所有するアプリケーション(追加されたシークレットはアカウントなしで使える)',
        },
      },
    ],
    'block-account': [
      {
        command: 'Update-MgUser -UserId {account} -AccountEnabled:$false',
        permission: 'User.EnableDisableAccount.All',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'synchronised from on-premises AD: disable there first, and reset the password there twice',
          ja: 'オンプレミスADと同期している場合はAD側を先に無効化し、パスワードはAD側で2回リセットする',
        },
        userImpact: IMPACT.blocked,
        proof: { text: '"Disable account"', codes: ['Disable account'] },
      },
    ],
    'unblock-account': [
      {
        command: 'Update-MgUser -UserId {account} -AccountEnabled:$true',
        permission: 'User.EnableDisableAccount.All',
        reversible: 'yes',
        source: SOURCE,
        proof: { text: '"Enable account"', codes: ['Enable account'] },
      },
    ],
    'block-source': [
      {
        command: namedLocation('Incident response {part|json}', 'iPv4CidrRange', '{sources4|json}'),
        ...LOCATION,
      },
      {
        command: namedLocation('Incident response IPv6 {part|json}', 'iPv6CidrRange', '{sources6|json}'),
        ...LOCATION,
      },
    ],
    'force-reset': [
      {
        command: `Update-MgUser -UserId {account} -PasswordProfile @{ForceChangePasswordNextSignIn=$true;Password=(New-Guid).Guid+'-aA1'}`,
        permission: 'User-PasswordProfile.ReadWrite.All',
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'sets an unknown random value: issue a temporary one after the identity check',
          ja: 'ランダムな値を設定する。本人確認後に一時パスワードを発行する',
        },
        userImpact: IMPACT.newPassword,
        proof: {
          text: '"Reset password" / "Reset user password"',
          codes: ['Reset password', 'Reset user password', 'Reset password (by admin)'],
        },
      },
    ],
    'restore-contact': [
      {
        command: graph('PATCH', user, '{"otherMails":["{oldContact|json}"]}'),
        permission: 'User.ReadWrite.All',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'replaces the whole list of other addresses; authentication phone and e-mail are under authentication/phoneMethods and emailMethods',
          ja: 'その他のメールアドレス全体を置き換える。認証用の電話番号・メールはauthentication/phoneMethods・emailMethodsで変更',
        },
        proof: { text: '"Update user"', codes: [] },
      },
    ],
    'remove-role': [
      {
        command: 'Get-MgUserMemberOf -UserId {account} -All',
        permission: 'RoleManagement.ReadWrite.Directory',
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'remove each role that is not in the baseline: Remove-MgDirectoryRoleMemberByRef',
          ja: '平常時にない権限を外す: Remove-MgDirectoryRoleMemberByRef',
        },
        proof: {
          text: '"Remove member from role"',
          // The unified audit log ends the directory's own names with a dot.
          codes: [
            'Remove member from role',
            'Remove member from role.',
            'Remove eligible member from role',
            'Remove eligible member from role.',
          ],
        },
      },
    ],
    'require-mfa': [
      {
        command: graph('POST', '/identityProtection/riskyUsers/confirmCompromised', '{"userIds":["{account|json}"]}'),
        permission: 'IdentityRiskyUser.ReadWrite.All',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'marks the user as high risk, so that risk policies demand MFA; dismiss when done',
          ja: 'リスク「高」とし、リスクポリシーでMFAを求める。対応後に解除する',
        },
      },
    ],
  },
})
