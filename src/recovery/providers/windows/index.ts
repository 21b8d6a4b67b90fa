import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'Microsoft entra-docs users-revoke-access (on-premises Active Directory); ActiveDirectory module; event ids from Appendix L'
const RIGHT = { en: 'Account Operators, or delegated', ja: 'Account Operators、または委任された権限' }
const of = (command: string, rest: Partial<ProviderCommand> = {}): ProviderCommand => ({
  command,
  permission: RIGHT,
  reversible: 'yes',
  source: SOURCE,
  ...rest,
})

/** Windows Active Directory: the ActiveDirectory module. The id is a SID, a sAMAccountName or a distinguished name. */
export const provider = defineProvider({
  id: 'windows',
  title: 'Windows Active Directory',
  shell: 'powershell',
  setup: ['Import-Module ActiveDirectory'],
  notInLog: ['revoke-sessions', 'remove-factors', 'revoke-grants'],
  acts: {
    'export-log': [
      of(
        "Get-WinEvent -ComputerName DOMAIN_CONTROLLER -FilterHashtable @{LogName='Security';Id=4624,4625,4648,4768,4769,4771,4776,4698,4720,4723,4724,4725,4728,4732,4738,4740,4756;StartTime={since}} | Export-Clixml security.xml",
        {
          permission: 'Event Log Readers',
          byHand: true,
          note: {
            en: 'on every domain controller; then look for the account',
            ja: '全ドメインコントローラーで取得し、対象アカウントを探す',
          },
        },
      ),
    ],
    'list-sessions': [of('quser /server:HOST', { byHand: true, note: { en: 'on every host concerned', ja: '対象の各ホストで実行' } })],
    'list-factors': [
      of("Get-ADUser -Identity {account} -Properties 'msDS-KeyCredentialLink','userCertificate','SmartcardLogonRequired'", {}),
    ],
    'list-grants': [
      of('Get-ADPrincipalGroupMembership -Identity {account}'),
      of(
        "Get-ADUser -Identity {account} -Properties 'ServicePrincipalName','msDS-AllowedToDelegateTo','msDS-AllowedToActOnBehalfOfOtherIdentity','SIDHistory','DoesNotRequirePreAuth','ScriptPath'",
        {
          note: {
            en: 'delegation, a foreign SID, no pre-authentication and a logon script outlive the reset',
            ja: '委任、SID履歴、事前認証なし、ログオンスクリプトはリセット後も残る',
          },
        },
      ),
      of(
        "Get-ScheduledTask -CimSession HOST | ForEach-Object { $_.TaskPath + $_.TaskName + ' ' + $_.Author + ' ' + $_.Principal.UserId }",
        {
          byHand: true,
          note: { en: 'on every host concerned; then look for the account', ja: '対象の各ホストで実行し、対象アカウントを探す' },
        },
      ),
    ],
    'block-account': [
      of('Disable-ADAccount -Identity {account}', {
        userImpact: IMPACT.blocked,
        residual: {
          en: 'Kerberos tickets already issued are good for up to 10 hours (default), and open sessions go on',
          ja: '発行済みのKerberosチケットは最長10時間(既定値)有効で、開いているセッションも続く',
        },
        residualFor: 'PT10H',
        proof: { text: { en: 'event 4725', ja: 'イベント4725' }, codes: ['4725'] },
      }),
    ],
    'unblock-account': [
      of('Enable-ADAccount -Identity {account}', { proof: { text: { en: 'event 4722', ja: 'イベント4722' }, codes: ['4722'] } }),
    ],
    'unlock-account': [
      of('Unlock-ADAccount -Identity {account}', {
        proof: { text: { en: 'event 4767', ja: 'イベント4767' }, codes: ['4767'] },
      }),
    ],
    'revoke-sessions': [
      of('Invoke-Command -ComputerName HOST { logoff SESSION_ID }', {
        permission: { en: 'local administrator', ja: 'ローカル管理者' },
        reversible: 'no',
        byHand: true,
        note: {
          en: 'every session of the list; klist purge clears tickets per host',
          ja: '一覧の全セッションで実行。klist purgeはホストごと',
        },
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Kerberos tickets already issued are good for up to 10 hours (default)',
          ja: '発行済みのKerberosチケットは最長10時間(既定値)有効',
        },
        residualFor: 'PT10H',
        proof: { text: { en: 'event 4634 / 4647 on the host', ja: 'ホスト上のイベント4634 / 4647' }, codes: [] },
      }),
    ],
    'remove-factors': [
      of('Set-ADUser -Identity {account} -Clear msDS-KeyCredentialLink', {
        reversible: 'no',
        note: {
          en: 'removes all Windows Hello keys; review certificates by the list',
          ja: 'Windows Helloの鍵をすべて削除する。証明書は一覧で確認',
        },
        userImpact: IMPACT.enrolAgain,
        proof: { text: { en: 'event 5136 (msDS-KeyCredentialLink)', ja: 'イベント5136(msDS-KeyCredentialLink)' }, codes: [] },
      }),
    ],
    'revoke-grants': [
      of("certutil -config 'MACHINE\\CA_NAME' -revoke CERTIFICATE_SERIAL 1", {
        permission: { en: 'certificate manager of the CA', ja: '認証局の証明書マネージャー' },
        reversible: 'no',
        byHand: true,
        source: 'Microsoft Learn: certutil -revoke (serial number, reason 1: key compromise; -config), -CRL',
        note: {
          en: 'certificates issued to the account since the incident (certutil -view) log in without the password; certutil -CRL then publishes the new revocation list',
          ja: '事案以降に発行された証明書(certutil -viewで確認)はパスワードなしで使える。実行後にcertutil -CRLで失効リストを公開する',
        },
      }),
    ],
    'remove-role': [
      of('Remove-ADGroupMember -Identity GROUP_NAME -Members {account}', {
        byHand: true,
        userImpact: IMPACT.losesRights,
        proof: { text: { en: 'event 4729 / 4733 / 4757', ja: 'イベント4729 / 4733 / 4757' }, codes: ['4729', '4733', '4757'] },
      }),
    ],
    'force-reset': [
      of(
        "1..2 | ForEach-Object { Set-ADAccountPassword -Identity {account} -Reset -NewPassword (ConvertTo-SecureString ((New-Guid).Guid+'-aA1') -AsPlainText -Force); Start-Sleep -Seconds 5 }; Set-ADUser -Identity {account} -ChangePasswordAtLogon $true",
        {
          reversible: 'no',
          note: {
            en: 'twice, because of pass-the-hash and replication; issue a temporary value after the identity check; krbtgt twice as well where a golden ticket is suspected',
            ja: 'Pass-the-Hashと複製遅延のため2回リセットする。本人確認後に一時的な値を発行する。ゴールデンチケットの疑いがあればkrbtgtも2回',
          },
          userImpact: IMPACT.newPassword,
          proof: { text: { en: 'event 4724 (twice)', ja: 'イベント4724(2回)' }, codes: ['4724'] },
        },
      ),
    ],
  },
})
