import type { Lang } from '../../model/vocabulary.ts'

/** Titles of log formats in Japanese, by id; the English one stands where the format is declared. Products keep their makers' names. */
const titles: Readonly<Record<string, string>> = {
  '1password': '1Password ログイン試行・監査イベント',
  'web-error-log': 'Webサーバーのエラーログ(nginx、Apache。Basic認証・Digest認証)',
  'access-log': 'Webサーバーのアクセスログ(nginx、Apache、Caddy)',
  akamai: 'Akamai DataStream 2 / Cloud Monitor',
  alb: 'AWS ロードバランサーのアクセスログ(Application Load Balancer)',
  auth0: 'Auth0 テナントログ',
  authelia: 'Authelia ログ',
  authentik: 'authentik イベント',
  'aws-waf': 'AWS WAF ログ',
  'azure-b2c': 'Azure AD B2C 監査ログ',
  cas: 'Apereo CAS 監査ログ',
  cloudflare: 'Cloudflare Logpush(HTTPリクエスト、Access)',
  cloudfront: 'AWS CloudFront 標準ログ',
  cloudtrail: 'AWS CloudTrail',
  cognito: 'Amazon Cognito ユーザープール',
  drupal: 'Drupal ログ(syslog・watchdog 表)',
  duo: 'Cisco Duo 認証ログ・管理者ログ',
  eccube: 'EC-CUBE 4 管理画面のログイン履歴(dtb_login_history)',
  ecs: 'Elastic Common Schema 形式の文書',
  entra: 'Microsoft Entra ID(Azure AD)',
  forgerock: 'ForgeRock / PingAM 監査ログ',
  gigya: 'SAP Customer Data Cloud(Gigya)監査ログ',
  gitlab: 'GitLab ログ(production_json、application_json、audit_json)',
  'google-workspace': 'Google Workspace 監査ログ(Reports API)',
  grafana: 'Grafana サーバーログ',
  'identity-platform': 'Google Identity Platform / Firebase Authentication',
  jumpcloud: 'JumpCloud Directory Insights',
  keycloak: 'Keycloak イベント',
  last: 'last、lastb、utmpdump(wtmp、btmp)',
  lemonldap: 'LemonLDAP::NG 利用者ログ(syslog)',
  'mail-server': 'メールサーバーのログイン(Dovecot・Courier・Postfix SASL)',
  m365: 'Microsoft 365 統合監査ログ',
  moodle: 'Moodle 標準ログ(logstore_standard_log)',
  nextcloud: 'Nextcloud ログ・監査ログ',
  ocsf: 'OCSF イベント(Authentication、Account Change)',
  okta: 'Okta System Log',
  onelogin: 'OneLogin イベント',
  pingfederate: 'PingFederate セキュリティ監査ログ',
  pingone: 'PingOne 監査アクティビティ',
  rba: 'リスクベース認証のログインデータセット(RBA)',
  salesforce: 'Salesforce ログイン履歴・イベントログ・設定変更履歴',
  snowflake: 'Snowflake ログイン履歴',
  sshd: 'OpenSSH サーバー(auth.log、secure、journald)',
  supabase: 'Supabase Auth(GoTrue)',
  teleport: 'Teleport 監査ログ',
  vaultwarden: 'Vaultwarden ログ',
  windows: 'Windows セキュリティログ',
  wordpress: 'WordPress(WP Activity Log、Simple History、WP fail2ban)',
  wso2: 'WSO2 Identity Server / Asgardeo',
  zitadel: 'Zitadel イベント',
}

/** A format's title for the reader; a plug-in's own has one language. */
export const formatTitle = ({ id, title }: { readonly id: string; readonly title: string }, lang: Lang): string =>
  lang === 'ja' && Object.hasOwn(titles, id) ? (titles[id] ?? title) : title

/** For the test that every built-in format has one. */
export const titledFormats: readonly string[] = Object.keys(titles)
