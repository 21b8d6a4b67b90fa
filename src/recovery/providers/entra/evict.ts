import type { Provider } from '../../define-provider.ts'
import { IMPACT, TOKENS_LIVE_ON } from '../../impacts.ts'
import { graph, SOURCE } from './source.ts'

/** Sessions, factors, devices, grants, mailbox rules. */
export const evict: Provider['acts'] = {
  'revoke-sessions': [
    {
      command: 'Revoke-MgUserSignInSession -UserId {account}',
      permission: 'User.RevokeSessions.All',
      reversible: 'no',
      source: SOURCE,
      userImpact: IMPACT.signedOut,
      residual: {
        en: 'Residual window: takes minutes; access tokens live about 1 hour unless continuous access evaluation applies; cookies issued by applications cannot be revoked by Entra; no effect on guests (revoke in their home tenant)',
        ja: '残存時間: 反映に数分かかり、アクセストークンは継続的アクセス評価の対象を除き約1時間有効。アプリ発行のCookieはEntraでは失効できない。ゲストには効果がない(ホームテナントで失効させる)',
      },
      residualFor: 'PT1H',
      proof: { text: '"Update StsRefreshTokenValidFrom Timestamp"', codes: ['Update StsRefreshTokenValidFrom Timestamp'] },
    },
  ],
  'remove-factors': [
    {
      command: graph('DELETE', '/users/{account|url}/authentication/phoneMethods/METHOD_ID'),
      permission: 'UserAuthenticationMethod.ReadWrite.All',
      byHand: true,
      reversible: 'no',
      source: SOURCE,
      note: {
        en: 'METHOD_ID from the list; likewise emailMethods, microsoftAuthenticatorMethods, fido2Methods, softwareOathMethods',
        ja: 'METHOD_IDは一覧から。emailMethods、microsoftAuthenticatorMethods、fido2Methods、softwareOathMethodsも同様',
      },
      userImpact: IMPACT.enrolAgain,
      proof: {
        text: '"Admin deleted security info" / "Disable Strong Authentication"',
        codes: ['Admin deleted security info', 'User deleted security info', 'Disable Strong Authentication'],
      },
    },
  ],
  'forget-devices': [
    {
      command: 'Update-MgDevice -DeviceId DEVICE_OBJECT_ID -AccountEnabled:$false',
      permission: 'Device.ReadWrite.All',
      byHand: true,
      reversible: 'yes',
      source: SOURCE,
      note: { en: 'devices registered since the incident', ja: '事案以降に登録された端末' },
      proof: { text: '"Update device"', codes: ['Update device'] },
    },
  ],
  'revoke-grants': [
    {
      command:
        'Get-MgUserOauth2PermissionGrant -UserId {account} -All | ForEach-Object { Remove-MgOauth2PermissionGrant -OAuth2PermissionGrantId $_.Id }',
      permission: 'DelegatedPermissionGrant.ReadWrite.All',
      reversible: 'partly',
      source: SOURCE,
      note: { en: 'removes every grant of the user; choose by the list first', ja: '本人の全許可を取り消す。先に一覧で選ぶ' },
    },
  ],
  'disable-app': [
    {
      command: 'Update-MgServicePrincipal -ServicePrincipalId APP_OBJECT_ID -AccountEnabled:$false',
      permission: 'Application.ReadWrite.All',
      byHand: true,
      reversible: 'yes',
      source: `${SOURCE}; entra-docs disable-user-sign-in-portal, deactivate-application-portal`,
      note: {
        en: 'APP_OBJECT_ID is the ServicePrincipal among the targets of the consent record; role Cloud Application Administrator; undone by -AccountEnabled:$true; look for AllPrincipals consents',
        ja: 'APP_OBJECT_IDは同意のレコードの対象にあるServicePrincipalのid。クラウドアプリケーション管理者の権限が必要。-AccountEnabled:$trueで戻せる。AllPrincipalsの同意も確認する',
      },
      residual: TOKENS_LIVE_ON,
      residualFor: 'PT1H',
      proof: { text: '"Update service principal"', codes: ['Update service principal'] },
    },
  ],
  'remove-forwarding': [
    {
      command: 'Set-Mailbox -Identity {account} -ForwardingSmtpAddress $null -ForwardingAddress $null -DeliverToMailboxAndForward $false',
      permission: 'Exchange administrator',
      reversible: 'yes',
      source: SOURCE,
      proof: { text: 'Set-Mailbox', codes: ['Set-Mailbox'] },
    },
    {
      command: 'Disable-InboxRule -Mailbox {account} -Identity RULE_NAME',
      permission: 'Exchange administrator',
      byHand: true,
      reversible: 'yes',
      source: SOURCE,
      note: { en: 'each rule that the owner does not know', ja: '本人に覚えのないルールごとに実行' },
      proof: { text: 'Disable-InboxRule', codes: ['Disable-InboxRule', 'Remove-InboxRule'] },
    },
    {
      command: 'Remove-MailboxPermission -Identity {account} -User DELEGATE_NAME -AccessRights FullAccess',
      permission: 'Exchange administrator',
      byHand: true,
      reversible: 'yes',
      source: SOURCE,
      note: {
        en: 'each delegate that the owner does not know; likewise Remove-RecipientPermission for SendAs',
        ja: '本人に覚えのない委任先ごとに実行。代理送信はRemove-RecipientPermission',
      },
    },
  ],
}
