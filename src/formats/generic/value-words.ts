import { ACTIONS, REASONS } from '../../model/vocabulary.ts'
import type { Meaning, Verdict } from './mapping.ts'
import { codeKey } from './mapping.ts'
import { actionOfPhrase, outcomeOfPhrase, reasonOfPhrase } from './phrase-meanings.ts'

const spread = (words: readonly string[], meaning: Meaning): (readonly [string, Meaning])[] =>
  words.map((word) => [codeKey(word), meaning] as const)

const BAD_PASSWORD = [
  'invalid password',
  'invalid_password',
  'wrong password',
  'wrong_password',
  'incorrect password',
  'パスワード不一致',
  'パスワード誤り',
  'パスワードエラー',
  'パスワード間違い',
  'パスワード相違',
  'パスワード不正',
]
const UNKNOWN_ACCOUNT = [
  'unknown user',
  'unknown_user',
  'user not found',
  'user_not_found',
  'no such user',
  'invalid user',
  'id不存在',
  '存在しないid',
  '会員不存在',
  'id未登録',
  'id該当なし',
  'id誤り',
]
const BAD_CREDENTIALS = ['invalid credentials', 'invalid_credentials', 'bad credentials', 'idまたはパスワード誤り', 'id・パスワード不一致']
const LOCKED = ['account locked', 'account_locked', 'ロック', 'アカウントロック', 'ロック中']

/** Values of a result column; some sites write there why it failed. */
const OUTCOME_WORDS: ReadonlyMap<string, Meaning> = new Map([
  ...spread(
    [
      'success',
      'succeeded',
      'successful',
      'true',
      't',
      'yes',
      'y',
      '1',
      'ok',
      'allow',
      'allowed',
      'granted',
      '成功',
      '○',
      '〇',
      '◯',
      '正常',
      '正常終了',
      '許可',
      '可',
      'ログイン成功',
      '認証成功',
      '認証ok',
      'ログインok',
      'ログイン可',
    ],
    { outcome: 'success' },
  ),
  ...spread(
    [
      'failure',
      'failed',
      'fail',
      'false',
      'f',
      'no',
      'n',
      '0',
      'ng',
      'error',
      'denied',
      '失敗',
      '×',
      '✕',
      '✗',
      '✖',
      'エラー',
      '不可',
      '否',
      '異常',
      '異常終了',
      'ログイン失敗',
      '認証失敗',
      '認証ng',
      'ログインng',
      'ログイン不可',
      '認証エラー',
      'ログインエラー',
    ],
    { outcome: 'failure' },
  ),
  ...spread(['blocked', 'ブロック', '遮断', '拒否'], { outcome: 'blocked' }),
  ...spread(BAD_PASSWORD, { outcome: 'failure', reason: 'bad-password' }),
  ...spread(UNKNOWN_ACCOUNT, { outcome: 'failure', reason: 'unknown-account' }),
  ...spread(BAD_CREDENTIALS, { outcome: 'failure', reason: 'bad-credentials' }),
  ...spread(LOCKED, { outcome: 'blocked', reason: 'locked' }),
  ...spread(['challenge', 'interrupted', '中断'], { outcome: 'challenge' }),
  ...spread(
    [
      'mfa_required',
      '追加認証',
      '要追加認証',
      '追加認証待ち',
      '二段階認証待ち',
      '2段階認証待ち',
      '二要素認証待ち',
      'ワンタイムパスワード待ち',
    ],
    { outcome: 'challenge', reason: 'mfa-required' },
  ),
])

/** Values of an action column: our own action names with `_` for `-`, and common words; some say the outcome too. */
const ACTION_WORDS: ReadonlyMap<string, Meaning> = new Map([
  ...ACTIONS.flatMap((action) =>
    spread([action, action.replaceAll('-', '_'), action.replaceAll('-', ' ')], {
      action,
      // Nobody takes on an account's name but the service's own people.
      ...(action === 'impersonation' ? { by: 'staff' } : {}),
    }),
  ),
  ...spread(['signin', 'sign_in', 'sign-in', 'sign in', 'log in', 'logon', 'ログイン', '認証'], { action: 'login' }),
  // `users.login.…` is what Datadog calls what applications report to it: https://docs.datadoghq.com/security/application_security/.
  ...spread(['login_success', 'login-success', 'login_succeeded', 'login success', 'ログイン成功', '認証成功', 'users.login.success'], {
    action: 'login',
    outcome: 'success',
  }),
  ...spread(
    [
      'login_failed',
      'login_failure',
      'login-failed',
      'login-failure',
      'failed_login',
      'login failed',
      'ログイン失敗',
      '認証失敗',
      'users.login.failure',
    ],
    { action: 'login', outcome: 'failure' },
  ),
  ...spread(['signout', 'sign_out', 'logoff', 'ログアウト'], { action: 'logout' }),
  ...spread(['register', 'registration', '会員登録', '新規登録'], { action: 'signup' }),
  ...spread(['パスワード変更'], { action: 'password-change' }),
  ...spread(['パスワード再設定', 'パスワードリセット', 'パスワード再発行'], { action: 'password-reset' }),
  ...spread(['パスワード再設定申請', 'パスワードリセット要求'], { action: 'password-reset-request' }),
  ...spread(['メールアドレス変更', 'メール変更'], { action: 'email-change' }),
  ...spread(['電話番号変更'], { action: 'phone-change' }),
  ...spread(['住所変更', '配送先変更', 'お届け先変更'], { action: 'address-change' }),
  ...spread(['会員情報変更', 'プロフィール変更'], { action: 'profile-change' }),
  ...spread(['会員情報参照', '会員情報閲覧', '会員情報表示', '会員情報照会', '会員情報確認', 'マイページ表示', 'マイページ参照'], {
    action: 'profile-view',
  }),
  ...spread(['支払方法変更', 'カード変更', 'カード登録'], { action: 'payment-method-change' }),
  ...spread(['ポイント利用', 'ポイント使用', 'ポイント交換', 'ポイント移行'], { action: 'points-use' }),
  ...spread(['購入', '注文', '商品購入', '購入完了', '注文確定', '注文完了'], { action: 'purchase' }),
  ...spread(['退会'], { action: 'account-delete' }),
])

/** Values of a reason column; what is not here is a failure without a known reason. */
const REASON_WORDS: ReadonlyMap<string, Meaning> = new Map([
  ...REASONS.flatMap((reason) => spread([reason, reason.replaceAll('-', '_'), reason.replaceAll('-', ' ')], { reason })),
  ...spread(BAD_PASSWORD, { reason: 'bad-password' }),
  ...spread(
    [...UNKNOWN_ACCOUNT, '未登録', '該当なし', '該当無し', '不存在', '存在しない', '対象なし', 'not found', 'not_found', 'notfound'],
    { reason: 'unknown-account' },
  ),
  ...spread(BAD_CREDENTIALS, { reason: 'bad-credentials' }),
  ...spread(LOCKED, { reason: 'locked' }),
  ...spread(['rate limit', 'rate_limit', 'too many requests', '回数超過', '試行回数超過'], { reason: 'rate-limited' }),
  ...spread(['disabled', 'suspended', '無効', '停止中', '利用停止'], { reason: 'disabled' }),
])

/** What a value says: by the words above, else by the pieces that it is made of. */
export interface Words {
  readonly words: ReadonlyMap<string, Verdict>
  readonly phrase: (value: string) => Verdict | undefined
}

export const OUTCOMES_SAID: Words = { words: OUTCOME_WORDS, phrase: outcomeOfPhrase }
export const ACTIONS_SAID: Words = { words: ACTION_WORDS, phrase: actionOfPhrase }
export const REASONS_SAID: Words = { words: REASON_WORDS, phrase: reasonOfPhrase }

export const readWord = ({ words, phrase }: Words, value: string): Verdict | undefined => words.get(codeKey(value)) ?? phrase(value)
