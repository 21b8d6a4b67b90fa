import type { Bilingual } from './bilingual.ts'

/** What the account holder notices; the same act has the same effect on every login system. */
export const IMPACT = {
  signedOut: { en: 'The owner has to log in again on every device', ja: '本人も全端末で再ログインが必要' },
  blocked: { en: 'The owner cannot log in', ja: '本人もログインできなくなる' },
  newPassword: { en: 'The owner has to set a new password', ja: '本人によるパスワードの再設定が必要' },
  enrolAgain: { en: 'Removed factors have to be registered again', ja: '削除した認証要素は再登録が必要' },
  allowAgain: { en: 'Linked applications have to be allowed again', ja: '連携アプリの再許可が必要' },
  losesRights: { en: 'The owner loses the rights of this role', ja: '本人はこの権限を失う' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** Of an application that was disabled: no new tokens, but nothing takes back those that it has. */
export const TOKENS_LIVE_ON: Bilingual = {
  en: 'No new tokens are issued; access tokens that the application has stay valid until they expire',
  ja: '新しいトークンは発行されないが、アプリが持つアクセストークンは期限まで有効',
}
