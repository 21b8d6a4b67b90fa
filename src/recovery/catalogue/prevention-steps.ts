import type { Bilingual } from '../bilingual.ts'
import type { PreventTopic } from '../plan/matrix.ts'
import type { StepTemplate } from '../step-template.ts'

/** What to change, by what was found. */
export const PREVENTION: Readonly<Record<PreventTopic, Bilingual>> = {
  stuffing: {
    en: 'Check passwords against known breached ones at login and change; offer additional authentication to all',
    ja: 'ログイン時・変更時に漏えい済みパスワードと照合し、追加認証を全利用者に提供する',
  },
  spray: {
    en: 'Ban common passwords; reset all accounts that used the sprayed one, where that can be known',
    ja: 'よく使われるパスワードを禁止し、試されたパスワードを使うアカウントが分かる場合はすべてリセットする',
  },
  limits: {
    en: 'Limit attempts per account and per source; review lockout counts',
    ja: 'アカウント別・攻撃元別の試行回数制限を設け、ロックの回数設定を見直す',
  },
  travel: {
    en: 'Ask for additional authentication on new country or device; list known VPN and roaming ranges',
    ja: '新しい国・端末では追加認証を求め、既知のVPN・ローミング回線を登録する',
  },
  'token-binding': {
    en: 'Bind sessions to the device, shorten token lifetimes, use continuous access evaluation where offered',
    ja: 'セッションを端末に結び付け、トークンの有効時間を短くし、継続的アクセス評価を使う',
  },
  push: {
    en: 'Number matching or FIDO2 instead of plain push approval; limit prompts',
    ja: '単純な承認通知をやめ、番号照合またはFIDO2にし、通知回数を制限する',
  },
  'help-desk': {
    en: 'Help desk verifies identity before changing phone or factor; no SMS for recovery',
    ja: '電話番号・認証要素の変更前に窓口で本人確認を徹底し、復旧にSMSを使わない',
  },
  'reset-flow': {
    en: 'Limit reset requests; codes valid for 10 minutes (SMS) or 24 hours (e-mail), once',
    ja: '再設定の要求回数を制限し、コードは1回限り・有効期間はSMS 10分、メール24時間以内にする',
  },
  'contact-change': {
    en: 'Re-authenticate before a change of contact, tell the old address, and cool down before the next change',
    ja: '連絡先変更の前に再認証を求め、旧連絡先へ通知し、次の変更まで待機時間を設ける',
  },
  'app-consent': { en: 'Administrators approve applications; users cannot consent alone', ja: 'アプリへの同意を管理者承認制にする' },
  'least-privilege': { en: 'Cut rights to what the job needs; review bulk access', ja: '権限を業務に必要な範囲に絞り、大量閲覧を点検する' },
  leaver: {
    en: 'Feed leavers from HR; disable on the last day; list shared passwords and keys',
    ja: '人事情報と連携して退職日に無効化し、共有パスワード・鍵を台帳で管理する',
  },
  dormant: { en: 'Disable or erase accounts that have not been used for long', ja: '長期未利用アカウントを自動で停止・廃止する' },
  approval: { en: 'Grant administrator roles by approval and for a limited time', ja: '管理者権限の付与を承認制・期限付きにする' },
  export: { en: 'Limit and alert on bulk export; record query and row count', ja: '大量出力を制限・検知し、検索条件と件数を記録する' },
  'log-integrity': {
    en: 'Send logs to an append-only store outside the tenant; alert on gaps',
    ja: '追記のみ可能な別環境へログを送り、欠落を検知する',
  },
  'legacy-protocols': {
    en: 'Turn off protocols without additional authentication (password grant, basic authentication), and device codes where nobody needs them',
    ja: '追加認証を伴わない方式(パスワードグラント、基本認証)を止め、デバイスコードは必要な利用者に限る',
  },
  'sign-up': {
    en: 'Bot check and limits at sign-up; confirm the contact before points or coupons are given',
    ja: '会員登録にボット対策と回数制限を設け、連絡先の確認が済むまでポイント・クーポンを付与しない',
  },
  protection: {
    en: 'Changes of login protection need a second person; alert on each, and compare the settings with the baseline',
    ja: 'ログイン保護設定の変更は2名で承認し、変更を検知して平常時の設定と比較する',
  },
  'session-mixup': {
    en: 'Never cache pages of logged-in users; test that session ids are never shared before each release',
    ja: 'ログイン後の画面をキャッシュせず、リリース前にセッションの取り違えがないことを試験する',
  },
}

/** Frame of a prevention step; its text comes from the topic. */
export const PREVENTION_FRAME: Omit<StepTemplate, 'text'> = {
  phase: 'prevent',
  owner: 'identity',
  priority: 2,
  due: 'P30D',
  reversible: 'yes',
  why: { en: 'It closes the way that was used', ja: '今回使われた経路を塞ぐ' },
  proof: { en: 'Configuration difference, and a test', ja: '設定の差分と試験の結果' },
}
