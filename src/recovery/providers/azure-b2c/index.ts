import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'Microsoft Graph users, revokeSignInSessions; MicrosoftDocs/azure-docs issue 35370 (self-contained tokens)'
const GRAPH = 'https://graph.microsoft.com/v1.0'
const user = '/users/{account|url}'
const graph = (method: string, path: string, body?: string): string =>
  `Invoke-MgGraphRequest -Method ${method} -Uri '${GRAPH}${path}'${body === undefined ? '' : ` -ContentType 'application/json' -Body '${body}'`}`
const of = (command: string, permission: string, rest: Partial<ProviderCommand> = {}): ProviderCommand => ({
  command,
  permission,
  reversible: 'yes',
  source: SOURCE,
  ...rest,
})

/** Azure AD B2C and Entra External ID: Graph on local (customer) accounts. Their tokens are self-contained. */
export const provider = defineProvider({
  id: 'azure-b2c',
  title: 'Azure AD B2C / Entra External ID',
  shell: 'powershell',
  setup: ['Connect-MgGraph -TenantId YOUR_CUSTOMER_TENANT -Scopes YOUR_SCOPES'],
  // What administrators do stands in the directory's audit log, which names accounts of the directory; that a policy deleted the
  // authentication devices is the doing of whoever was logging in.
  notInLog: ['block-account', 'revoke-sessions', 'remove-factors', 'restore-contact', 'revoke-grants', 'force-reset', 'unblock-account'],
  acts: {
    'export-log': [
      of(
        graph('GET', '/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id%20eq%20%27{account|odata|url}%27)'),
        'AuditLog.Read.All',
        {
          note: { en: 'kept for 7 to 30 days', ja: '保存期間は7〜30日' },
        },
      ),
    ],
    'list-sessions': [
      of(graph('GET', `${user}?$select=id,signInSessionsValidFromDateTime,identities`), 'User.Read.All', {
        note: { en: 'sessions are not listed', ja: 'セッション一覧はない' },
      }),
    ],
    'list-factors': [of(graph('GET', `${user}/authentication/methods`), 'UserAuthenticationMethod.Read.All')],
    'list-grants': [of(graph('GET', `${user}/oauth2PermissionGrants`), 'Directory.Read.All')],
    'block-account': [
      of(graph('PATCH', user, '{"accountEnabled":false}'), 'User.EnableDisableAccount.All', {
        userImpact: IMPACT.blocked,
        residual: {
          en: 'Access and ID tokens already issued stay valid until they expire',
          ja: '発行済みのアクセストークン・IDトークンは期限まで有効',
        },
        residualFor: 'PT1H',
        proof: { text: '"Disable account"', codes: ['Disable account'] },
      }),
    ],
    'unblock-account': [
      of(graph('PATCH', user, '{"accountEnabled":true}'), 'User.EnableDisableAccount.All', {
        proof: { text: '"Enable account"', codes: ['Enable account'] },
      }),
    ],
    'revoke-sessions': [
      of(graph('POST', `${user}/revokeSignInSessions`), 'User.RevokeSessions.All', {
        reversible: 'no',
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Only refresh tokens can be revoked: access and ID tokens are self-contained, and the application keeps its own cookie: end that in the application',
          ja: '失効できるのはリフレッシュトークンのみ。アクセストークン・IDトークンは期限まで有効で、アプリのCookieはアプリ側で終了させる',
        },
        residualFor: 'PT1H',
        proof: { text: '"Update StsRefreshTokenValidFrom Timestamp"', codes: ['Update StsRefreshTokenValidFrom Timestamp'] },
      }),
    ],
    'remove-factors': [
      of(graph('DELETE', `${user}/authentication/phoneMethods/METHOD_ID`), 'UserAuthenticationMethod.ReadWrite.All', {
        reversible: 'no',
        byHand: true,
        note: { en: 'likewise emailMethods and softwareOathMethods', ja: 'emailMethods、softwareOathMethodsも同様' },
        userImpact: IMPACT.enrolAgain,
        proof: { text: '"Admin deleted security info"', codes: ['Admin deleted security info'] },
      }),
    ],
    'revoke-grants': [
      of(graph('DELETE', '/oauth2PermissionGrants/GRANT_ID'), 'DelegatedPermissionGrant.ReadWrite.All', {
        reversible: 'no',
        byHand: true,
        note: {
          en: 'GRANT_ID from the list; social logins linked since the incident are taken out of identities by a PATCH of the user',
          ja: 'GRANT_IDは一覧から。事案以降に連携されたソーシャルログインは、利用者のPATCHでidentitiesから外す',
        },
      }),
    ],
    'restore-contact': [
      of(graph('PATCH', user, '{"mail":"{oldContact|json}"}'), 'User.ReadWrite.All', {
        note: {
          en: 'where the e-mail address is the login name, put identities[].issuerAssignedId back as well',
          ja: 'メールアドレスがログインIDの場合はidentities[].issuerAssignedIdも戻す',
        },
        proof: { text: '"Update user"', codes: [] },
      }),
    ],
    'force-reset': [
      of(
        `Update-MgUser -UserId {account} -PasswordProfile @{ForceChangePasswordNextSignIn=$false;Password=(New-Guid).Guid+'-aA1'}`,
        'User-PasswordProfile.ReadWrite.All',
        {
          reversible: 'no',
          note: {
            en: 'sets an unknown random value; the owner uses the password reset flow after the contact is right again (a forced change at the next login needs a custom flow)',
            ja: 'ランダムな値を設定する。連絡先が正しいことを確認後、本人が再設定の手続きを行う(次回ログイン時の変更強制には独自フローが必要)',
          },
          userImpact: IMPACT.newPassword,
          proof: {
            text: '"Reset password" / "Reset user password"',
            codes: ['Reset password', 'Reset user password', 'Reset password (by admin)'],
          },
        },
      ),
    ],
  },
})
