import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionOfPhrase, outcomeOfPhrase, reasonOfPhrase } from '../../src/formats/generic/phrase-meanings.ts'

describe('results', () => {
  test.each([
    ['エラー(パスワード誤り)', { outcome: 'failure', reason: 'bad-password' }],
    ['失敗:ＩＤまたはパスワードが違います', { outcome: 'failure', reason: 'bad-credentials' }],
    ['ログイン失敗(ﾊﾟｽﾜｰﾄﾞ不一致)', { outcome: 'failure', reason: 'bad-password' }],
    ['該当会員なし', { outcome: 'failure', reason: 'unknown-account' }],
    ['ロックされています', { outcome: 'blocked', reason: 'locked' }],
    ['ワンタイムパスワード不一致', { outcome: 'failure', reason: 'mfa-failed' }],
    ['二段階認証待ち', { outcome: 'challenge', reason: 'mfa-required' }],
    ['試行回数超過', { outcome: 'blocked', reason: 'rate-limited' }],
    ['退会済み会員', { outcome: 'failure', reason: 'disabled' }],
    ['ログイン成功', { outcome: 'success' }],
    ['passwordMismatch', { outcome: 'failure', reason: 'bad-password' }],
    ['USER_NOT_FOUND', { outcome: 'failure', reason: 'unknown-account' }],
    ['Invalid credentials', { outcome: 'failure', reason: 'bad-credentials' }],
  ])('%s', (text, meaning) => expect(outcomeOfPhrase(text)).toEqual(meaning))
  test.each([
    '要確認',
    '成功・失敗',
    '成功(パスワード誤り)',
    'パスワード変更',
    '保留',
    '',
    '不正ログイン',
    'ロックンロール',
    'passwords',
    'E-101',
  ])('%s is left to a person', (text) => expect(outcomeOfPhrase(text)).toBeUndefined())
})

describe('what was done', () => {
  test.each([
    ['登録メールアドレス変更', { action: 'email-change' }],
    ['管理画面へログインしました', { action: 'login', outcome: 'success' }],
    ['管理画面へのログインに失敗しました', { action: 'login', outcome: 'failure' }],
    ['会員情報変更(パスワード)', { action: 'password-change' }],
    ['退会手続き完了', { action: 'account-delete', outcome: 'success' }],
    ['お届け先追加', { action: 'address-change' }],
    ['クレジットカード登録', { action: 'payment-method-change' }],
    ['パスワード再設定メール送信', { action: 'password-reset-request' }],
    ['パスワード再設定完了', { action: 'password-reset', outcome: 'success' }],
    ['二段階認証解除', { action: 'mfa-remove' }],
    ['ポイント残高照会', { action: 'profile-view' }],
    ['注文履歴参照', { action: 'profile-view' }],
    ['マイページ', { action: 'profile-view' }],
    ['user.login.failed', { action: 'login', outcome: 'failure' }],
    ['LoginFailed: locked', { action: 'login', outcome: 'blocked', reason: 'locked' }],
    ['account.locked', { action: 'account-lock' }],
    ['アカウントロック解除', { action: 'account-unlock' }],
    ['ログイン画面表示', 'ignore'],
    ['商品検索', 'ignore'],
  ])('%s', (text, meaning) => expect(actionOfPhrase(text)).toEqual(meaning))
  test.each(['夜間バッチ', 'teleport', 'ログイン成功・失敗', 'パスワード', 'ログアウト後のログイン', 'メールアドレス変更とログアウト'])(
    '%s is left to a person',
    (text) => expect(actionOfPhrase(text)).toBeUndefined(),
  )
})

test.each([
  ['パスワード相違', 'bad-password'],
  ['会員番号なし', 'unknown-account'],
  ['アカウントがロックされています', 'locked'],
  ['パスワード有効期限切れ', 'password-expired'],
])('the reason %s', (text, reason) => expect(reasonOfPhrase(text)).toEqual({ reason }))
test.each(['なし', '-', 'システム都合'])('%s is no reason', (text) => expect(reasonOfPhrase(text)).toBeUndefined())

test('any text has an end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const read of [actionOfPhrase, outcomeOfPhrase, reasonOfPhrase]) expect(typeof read(text)).toMatch(/undefined|object|string/)
    }),
  )
})
