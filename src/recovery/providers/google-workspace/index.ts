import { defineProvider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE =
  'Google Admin SDK (googleapis/admin 32.1.0); GAM7 docs: Reports, Users, Deprovision, Tokens, Forwarding, Users-Gmail-Filters, Users-Gmail-Delegates, Administrators; support.google.com/a/answer/2984349'
const security = 'admin.directory.user.security'
const directory = 'admin.directory.user'
const reports = 'admin.reports.audit.readonly'
const sharing = 'gmail.settings.sharing'
const basic = 'gmail.settings.basic'
const uid = { en: 'for a numeric profile id write uid: before it', ja: '数字のプロファイルIDの場合は前にuid:を付ける' }
/** Google Workspace by GAM. Order matters: sign-out, app passwords, tokens and backup codes before suspension. */
export const provider = defineProvider({
  id: 'google-workspace',
  title: 'Google Workspace',
  setup: ['gam info domain'],
  // What takes an application from everybody is told of everybody, not of this account.
  notInLog: ['disable-app'],
  acts: {
    'export-log': [
      {
        command: 'gam report login user {account} start {since} end {until}',
        permission: reports,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'kept up to 6 months', ja: '保存期間は最長6か月' },
      },
      {
        command: 'gam report token user {account} start {since} end {until}',
        permission: reports,
        reversible: 'yes',
        source: SOURCE,
      },
      {
        command: 'gam report admin user {account} start {since} end {until}',
        permission: reports,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'what the account did as an administrator', ja: '管理者として行った操作' },
      },
    ],
    'list-sessions': [{ command: 'gam user {account} show tokens', permission: security, reversible: 'yes', source: SOURCE, note: uid }],
    'list-factors': [
      { command: 'gam user {account} show backupcodes', permission: security, reversible: 'yes', source: SOURCE },
      { command: 'gam info user {account}', permission: directory, reversible: 'yes', source: SOURCE },
    ],
    'list-grants': [
      { command: 'gam user {account} show asps', permission: security, reversible: 'yes', source: SOURCE },
      ...(
        [
          ['forwardingaddresses', sharing],
          ['filters', basic],
          ['delegates', sharing],
          ['sendas', basic],
        ] as const
      ).map(
        ([what, permission]) => ({ command: `gam user {account} show ${what}`, permission, reversible: 'yes', source: SOURCE }) as const,
      ),
    ],
    'block-account': [
      {
        command: 'gam update user {account} suspended on',
        permission: directory,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'after sign-out, app passwords, tokens and backup codes: codes cannot be changed while suspended; suspension itself resets login cookies and OAuth tokens',
          ja: 'サインアウト・アプリパスワード・トークン・バックアップコードの処理後に行う(一時停止中はコードを変更できない)。停止自体でもCookieとOAuthトークンがリセットされる',
        },
        userImpact: { en: 'The owner cannot log in; mail keeps arriving unread', ja: '本人もログインできなくなる' },
        proof: { text: 'SUSPEND_USER', codes: ['SUSPEND_USER'] },
      },
    ],
    'unblock-account': [
      {
        command: 'gam update user {account} suspended off',
        permission: directory,
        reversible: 'yes',
        source: SOURCE,
        proof: { text: 'UNSUSPEND_USER', codes: ['UNSUSPEND_USER'] },
      },
    ],
    'revoke-sessions': [
      {
        command: 'gam user {account} signout',
        permission: security,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Third-party applications keep their own sessions until their tokens are deleted',
          ja: '外部アプリのセッションはトークンを削除するまで残る',
        },
        residualFor: 'PT1H',
        proof: { text: 'USER_SIGN_OUT / RESET_SIGNIN_COOKIES', codes: ['RESET_SIGNIN_COOKIES', 'USER_SIGN_OUT'] },
      },
    ],
    'revoke-tokens': [
      {
        command: 'gam user {account} deprovision',
        permission: security,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'app passwords, backup codes and OAuth tokens in one go',
          ja: 'アプリパスワード・バックアップコード・OAuthトークンを一括で削除',
        },
        userImpact: IMPACT.signedOut,
      },
    ],
    'remove-factors': [
      {
        command: 'gam user {account} delete backupcodes',
        permission: security,
        reversible: 'no',
        source: SOURCE,
        userImpact: { en: 'Backup codes stop working', ja: 'バックアップコードが使えなくなる' },
      },
      {
        command: 'gam user {account} turnoff2sv',
        permission: security,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'fails where 2SV is enforced, not enrolled, or Advanced Protection is on',
          ja: '2段階認証が強制・未登録・高度な保護機能の場合は失敗する',
        },
        proof: { text: 'UNENROLL_USER_FROM_STRONG_AUTH / 2sv_disable', codes: ['UNENROLL_USER_FROM_STRONG_AUTH', '2sv_disable'] },
      },
    ],
    'revoke-grants': [
      {
        command: 'gam user {account} delete token clientid CLIENT_ID',
        permission: security,
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.allowAgain,
        proof: { text: 'token: revoke', codes: ['revoke', 'REVOKE_ASP', 'REVOKE_3LO_TOKEN'] },
      },
    ],
    'disable-app': [
      {
        command: 'gam all users delete token clientid CLIENT_ID',
        permission: security,
        byHand: true,
        reversible: 'partly',
        source: `${SOURCE}; support.google.com/a/answer/7281227`,
        note: {
          en: 'CLIENT_ID from the consent record; before it, block the application in the Admin console (Security > API controls > App access control), for otherwise anybody may allow it again',
          ja: 'CLIENT_IDは同意のレコードから。先に管理コンソール(セキュリティ > APIの制御 > アプリのアクセス制御)でアプリをブロックする(しないと再び許可され得る)',
        },
        userImpact: { en: 'Everybody who used the application loses it', ja: 'このアプリの利用者全員が使えなくなる' },
      },
    ],
    'restore-contact': [
      {
        command: 'gam update user {account} recoveryemail {oldContact}',
        permission: directory,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'a phone number is recoveryphone', ja: '電話番号はrecoveryphone' },
        proof: {
          text: 'recovery_email_edit',
          codes: ['recovery_email_edit', 'recovery_phone_edit', 'CHANGE_RECOVERY_EMAIL', 'CHANGE_RECOVERY_PHONE'],
        },
      },
    ],
    'remove-forwarding': [
      {
        command: 'gam user {account} forward off',
        permission: sharing,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'the address itself: delete forwardingaddress', ja: '転送先アドレス自体の削除はdelete forwardingaddress' },
        proof: {
          text: { en: 'email_forwarding_out_of_domain no longer set', ja: 'email_forwarding_out_of_domain が記録されなくなる' },
          codes: [],
        },
      },
      {
        // A filter forwards or hides mail although forwarding is off; a delegate reads it without ever logging in as the owner.
        command: 'gam user {account} delete filter FILTER_ID',
        permission: basic,
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: { en: 'each filter of the list that the owner does not know', ja: '一覧のうち本人に覚えのないフィルタごとに実行' },
      },
      {
        command: 'gam user {account} delete delegate DELEGATE_ADDRESS',
        permission: sharing,
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'each delegate of the list that the owner does not know', ja: '一覧のうち本人に覚えのない委任先ごとに実行' },
      },
    ],
    'remove-role': [
      {
        command: 'gam print admins user {account}',
        permission: 'admin.directory.rolemanagement',
        reversible: 'yes',
        source: SOURCE,
      },
      {
        command: 'gam delete admin ROLE_ASSIGNMENT_ID',
        permission: 'admin.directory.rolemanagement',
        byHand: true,
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'ROLE_ASSIGNMENT_ID from the list, once for each role that is not in the baseline',
          ja: 'ROLE_ASSIGNMENT_IDは一覧から、平常時にない権限ごとに実行',
        },
        proof: { text: 'REVOKE_ADMIN_PRIVILEGE', codes: ['REVOKE_ADMIN_PRIVILEGE', 'UNASSIGN_ROLE'] },
      },
    ],
    'force-reset': [
      {
        command: 'gam update user {account} password random changepassword on',
        permission: directory,
        reversible: 'no',
        source: SOURCE,
        userImpact: IMPACT.newPassword,
        proof: {
          text: 'CHANGE_PASSWORD / CHANGE_PASSWORD_ON_NEXT_LOGIN',
          codes: ['CHANGE_PASSWORD', 'CHANGE_PASSWORD_ON_NEXT_LOGIN', 'password_edit'],
        },
      },
    ],
  },
})
