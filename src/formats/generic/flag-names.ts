/** Names of columns that say yes where a login failed. */
export const FAILED_NAMES = [
  'failed',
  'isfailed',
  'isfailure',
  'loginfailed',
  '失敗フラグ',
  'ログイン失敗フラグ',
  '認証失敗フラグ',
  'エラーフラグ',
]

/** Names of columns whose 0 and 1 are certainly no and yes; a `status`, a `result` or a 結果 of 0 is success to many programs. */
export const BOOLEAN_NAMES: ReadonlySet<string> = new Set([
  'success',
  'loginsuccessful',
  'issuccess',
  'successful',
  'ok',
  '成功フラグ',
  'ログイン成功フラグ',
])

export const INVERTED_NAMES: ReadonlySet<string> = new Set(FAILED_NAMES)
