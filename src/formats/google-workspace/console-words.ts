import { lookup } from '../../kernel/lookup.ts'

/** What the admin console calls an event in English: the headings of https://developers.google.com/workspace/admin/reports/v1/appendix/activity/login */
const ENGLISH: Readonly<Record<string, string>> = {
  'successful login': 'login_success',
  'failed login': 'login_failure',
  'login challenge': 'login_challenge',
  'login verification': 'login_verification',
  logout: 'logout',
  '2-step verification disable': '2sv_disable',
  '2-step verification enroll': '2sv_enroll',
  'account password change': 'password_edit',
  'account recovery email change': 'recovery_email_edit',
  'account recovery phone change': 'recovery_phone_edit',
  'account recovery secret question/answer change': 'recovery_secret_qa_edit',
  'leaked password': 'account_disabled_password_leak',
  'suspicious login blocked': 'suspicious_login',
  'suspicious login from less secure app blocked': 'suspicious_login_less_secure_app',
  'suspicious programmatic login blocked': 'suspicious_programmatic_login',
  'user suspended': 'account_disabled_generic',
  'user suspended (suspicious activity)': 'account_disabled_hijacked',
  'user suspended (spam)': 'account_disabled_spamming',
  'user suspended (spam through relay)': 'account_disabled_spamming_through_relay',
  'out of domain email forwarding enabled': 'email_forwarding_out_of_domain',
}

/**
 * By words, because pages of Google's name one event in several ways; the first that fits. Sources:
 * https://support.google.com/a/answer/4580120?hl=ja, https://support.google.com/a/answer/9022875?hl=ja
 */
const JAPANESE: readonly (readonly [RegExp, string])[] = [
  [/漏洩/, 'account_disabled_password_leak'],
  [/不審.*ログイン/, 'suspicious_login'],
  [/ログイン.*失敗/, 'login_failure'],
  [/ログイン.*成功/, 'login_success'],
  [/本人確認/, 'login_challenge'],
  [/^ログアウト/, 'logout'],
  [/2 ?段階認証.*(?:無効|解除)/, '2sv_disable'],
  [/2 ?段階認証.*登録/, '2sv_enroll'],
  [/アカウント.*パスワード.*変更/, 'password_edit'],
  [/(?:再設定|復元)用.*メール/, 'recovery_email_edit'],
  [/(?:再設定|復元)用.*電話/, 'recovery_phone_edit'],
  [/秘密の質問/, 'recovery_secret_qa_edit'],
  [/ユーザー.*停止/, 'account_disabled_generic'],
  [/ドメイン外.*転送/, 'email_forwarding_out_of_domain'],
]

/** The Reports API's name of an event that the console names in words; the words where nobody knows them. */
export const eventOf = (words: string): string => {
  const text = words.normalize('NFKC').trim()
  return lookup(ENGLISH, text.toLowerCase()) ?? JAPANESE.find(([pattern]) => pattern.test(text))?.[1] ?? text
}
