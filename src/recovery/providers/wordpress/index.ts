import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'developer.wordpress.org/cli/commands/user; make.wordpress.org hosting handbook'
const SHELL = { en: 'shell on the web server', ja: 'Webサーバーのシェル' }
const of = (command: string, rest: Partial<ProviderCommand> = {}): ProviderCommand => ({
  command,
  permission: SHELL,
  reversible: 'yes',
  source: SOURCE,
  ...rest,
})

/** WordPress by WP-CLI. Its core has no flag for a blocked account: the role is taken away, sessions and passwords end. */
export const provider = defineProvider({
  id: 'wordpress',
  title: 'WordPress',
  setup: ['cd YOUR_WORDPRESS_FOLDER'],
  notInLog: ['block-account', 'remove-role', 'unblock-account'],
  acts: {
    'list-sessions': [
      of('wp user session list {account}', {
        note: {
          en: 'a name of digits alone is taken for an id by WP-CLI: use the e-mail address then',
          ja: '数字のみのログイン名はWP-CLIでIDとみなされるため、その場合はメールアドレスを指定する',
        },
      }),
    ],
    'list-grants': [
      of('wp user application-password list {account}'),
      of('wp user get {account} --fields=ID,user_login,user_email,roles', {
        note: { en: 'note the roles: the block takes them away', ja: '権限を控える(停止で失われる)' },
      }),
    ],
    'block-account': [
      of('wp user remove-role {account}', {
        reversible: 'partly',
        note: {
          en: 'no role is left: nothing of the administration can be used; give the noted role back later',
          ja: '権限がなくなり管理画面を使えなくなる。控えた権限を後で戻す',
        },
        userImpact: IMPACT.losesRights,
        residual: { en: 'The account can still log in until its password is reset', ja: 'パスワードをリセットするまでログイン自体は可能' },
        proof: { text: 'WP Activity Log 4002 / Simple History user_role_updated', codes: [] },
      }),
    ],
    'unblock-account': [of('wp user set-role {account} ROLE', { byHand: true })],
    'revoke-sessions': [
      of('wp user session destroy {account} --all', {
        reversible: 'no',
        note: {
          en: 'for the whole site: wp config shuffle-salts signs everybody out',
          ja: 'サイト全体の場合は wp config shuffle-salts で全員をログアウトさせる',
        },
        userImpact: IMPACT.signedOut,
        residual: {
          en: 'Pages that a cache or plugin keeps for logged-in users are not ended by this',
          ja: 'キャッシュやプラグインが保持するログイン後の画面は別に破棄する',
        },
        proof: {
          text: 'WP Activity Log 1006 / 1007 / Simple History user_session_destroy_everywhere',
          codes: ['1006', '1007', 'user_session_destroy_everywhere'],
        },
      }),
    ],
    'revoke-grants': [
      of('wp user application-password delete {account} --all', {
        reversible: 'no',
        userImpact: IMPACT.allowAgain,
        proof: { text: 'user_application_password_revoked', codes: ['user_application_password_revoked'] },
      }),
    ],
    'restore-contact': [
      of('wp user update {account} --user_email={oldContact} --skip-email', {
        proof: { text: 'WP Activity Log 4006', codes: ['4006'] },
      }),
    ],
    'remove-role': [
      of('wp user list --role=administrator --fields=ID,user_login,user_email,user_registered', {
        note: {
          en: 'administrators that nobody made; then wp plugin list, wp theme list and wp cron event list: an administrator can leave code behind',
          ja: '覚えのない管理者を確認する。続いて wp plugin list、wp theme list、wp cron event list(管理者はプログラムを残せる)',
        },
      }),
      of('wp user remove-role {account} ROLE', {
        byHand: true,
        userImpact: IMPACT.losesRights,
      }),
    ],
    'force-reset': [
      of('wp user reset-password {account} --skip-email', {
        reversible: 'no',
        note: {
          en: 'sets an unknown value and sends nothing; the owner uses "Lost your password?" after the contact is right again',
          ja: 'ランダムな値を設定し、メールは送らない。連絡先が正しいことを確認後、本人が「パスワードをお忘れですか」を使う',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: 'WP Activity Log 4004 / Simple History user_password_reseted', codes: ['4004', 'user_password_reseted'] },
      }),
    ],
  },
})
