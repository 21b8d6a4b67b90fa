import type { Path } from '../define-format.ts'

/**
 * Names of the portal's columns in Japanese, in small letters as headers are compared, after the words of the Japanese documentation:
 * https://learn.microsoft.com/ja-jp/entra/identity/monitoring-health/concept-sign-in-log-activity-details
 */
export const PORTAL_COLUMNS_JA: Readonly<Record<string, Path>> = {
  'date (utc)': '日付 (utc)',
  'request id': '要求 id',
  'user agent': 'ユーザー エージェント',
  'user id': 'ユーザー id',
  username: 'ユーザー名',
  'incoming token type': '受信トークンの種類',
  'authentication protocol': '認証プロトコル',
  application: 'アプリケーション',
  'application id': 'アプリケーション id',
  'resource tenant id': 'リソース テナント id',
  'home tenant id': 'ホーム テナント id',
  'ip address': 'ip アドレス',
  location: '場所',
  status: '状態',
  'sign-in error code': 'サインイン エラー コード',
  'failure reason': '失敗の理由',
  'client app': 'クライアント アプリ',
  'device id': 'デバイス id',
  browser: 'ブラウザー',
  'operating system': 'オペレーティング システム',
  'multifactor authentication result': '多要素認証の結果',
  'multifactor authentication auth method': '多要素認証の認証方法',
  'sign-in identifier': 'サインイン識別子',
  'session id': 'セッション id',
  'autonomous system number': '自律システム番号',
}
