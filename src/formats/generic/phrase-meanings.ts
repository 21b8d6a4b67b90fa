import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'
import type { Meaning, Verdict } from './mapping.ts'
import { phraseOf, piecesOf } from './phrase.ts'
import type { Piece } from './phrase-pieces.ts'

type Pieces = ReadonlySet<Piece>

const FAULTS: readonly Piece[] = ['wrong', 'missing', 'locked', 'disabled', 'expired', 'exceeded', 'timeout', 'pending']
const ENDS: readonly Piece[] = ['success', 'failure', 'refused']
const DEEDS: readonly Piece[] = [
  'login',
  'logout',
  'change',
  'register',
  'join',
  'leave',
  'view',
  'use',
  'delete',
  'reset',
  'ask',
  'lock',
  'unlock',
  'export',
]

/** Pieces that a reading stands for, all of which must be there, and of the others of their kind none. First that fits wins. */
type Reading<T> = readonly [needs: readonly Piece[], means: T]

const fits = (pieces: Pieces, needs: readonly Piece[]): boolean => needs.every((piece) => pieces.has(piece))
const found = <T>(readings: readonly Reading<T>[], pieces: Pieces): T | undefined => readings.find(([needs]) => fits(pieces, needs))?.[1]

const REASONS: readonly Reading<Reason>[] = [
  [['exceeded'], 'rate-limited'],
  [['factor', 'timeout'], 'mfa-timeout'],
  [['factor', 'expired'], 'mfa-timeout'],
  [['factor', 'wrong'], 'mfa-failed'],
  [['factor', 'failure'], 'mfa-failed'],
  [['factor', 'pending'], 'mfa-required'],
  [['password', 'account', 'wrong'], 'bad-credentials'],
  [['password', 'email', 'wrong'], 'bad-credentials'],
  [['password', 'wrong'], 'bad-password'],
  [['password', 'expired'], 'password-expired'],
  [['session', 'expired'], 'session-expired'],
  [['session', 'timeout'], 'session-expired'],
  [['account', 'expired'], 'account-expired'],
  [['locked'], 'locked'],
  [['lock'], 'locked'],
  [['disabled'], 'disabled'],
  [['account', 'missing'], 'unknown-account'],
  [['email', 'missing'], 'unknown-account'],
  [['account', 'wrong'], 'unknown-account'],
  [['email', 'wrong'], 'unknown-account'],
]

/** `認証情報が正しくありません`: which of the two was wrong is not said. */
const isOfCredentials = (text: string): boolean => /credential|認証情報|ログイン情報/i.test(text.normalize('NFKC'))

const reasonOf = (pieces: Pieces, text: string): Reason | undefined => {
  const reason = found(REASONS, pieces)
  return reason === 'unknown-account' && pieces.has('wrong') && isOfCredentials(text) ? 'bad-credentials' : reason
}

const endOf = (pieces: Pieces): Outcome | 'both' | undefined => {
  const ends = ENDS.filter((piece) => pieces.has(piece))
  if (ends.length > 1) return 'both'
  if (pieces.has('success')) return 'success'
  if (pieces.has('refused')) return 'blocked'
  return pieces.has('failure') ? 'failure' : undefined
}

/** What a reason makes of the outcome, where the phrase does not say it. */
const OUTCOME_OF: Readonly<Partial<Record<Reason, Outcome>>> = { locked: 'blocked', 'rate-limited': 'blocked', 'mfa-required': 'challenge' }

/** How it ended, and why; undefined where the phrase says neither, or contradicts itself. */
const endingOf = (pieces: Pieces, text: string): Pick<Meaning, 'outcome' | 'reason'> | undefined => {
  const end = endOf(pieces)
  const hasFault = FAULTS.some((piece) => pieces.has(piece))
  if (end === 'both' || (end === 'success' && hasFault)) return undefined
  const reason = end === 'success' ? undefined : reasonOf(pieces, text)
  if (hasFault && reason === undefined) return undefined
  if (reason === undefined) return end === undefined ? undefined : { outcome: end }
  return { outcome: OUTCOME_OF[reason] ?? end ?? 'failure', reason }
}

const ACTIONS: readonly Reading<Action | 'ignore'>[] = [
  [['shop', 'login'], 'ignore'],
  [['login', 'view'], 'ignore'],
  [['logout', 'view'], 'ignore'],
  [['session', 'timeout'], 'ignore'],
  [['session', 'expired'], 'ignore'],
  [['session', 'use'], 'session-use'],
  [['session', 'change'], 'session-use'],
  [['password', 'reset', 'ask'], 'password-reset-request'],
  [['password', 'ask'], 'password-reset-request'],
  [['password', 'reset'], 'password-reset'],
  [['factor', 'delete'], 'mfa-remove'],
  [['factor', 'reset'], 'mfa-remove'],
  [['factor', 'register'], 'mfa-enroll'],
  [['factor', 'change'], 'mfa-enroll'],
  [['password', 'change'], 'password-change'],
  [['email', 'change'], 'email-change'],
  [['phone', 'change'], 'phone-change'],
  [['phone', 'register'], 'phone-change'],
  [['address', 'change'], 'address-change'],
  [['address', 'register'], 'address-change'],
  [['address', 'delete'], 'address-change'],
  [['payment', 'change'], 'payment-method-change'],
  [['payment', 'register'], 'payment-method-change'],
  [['payment', 'delete'], 'payment-method-change'],
  [['role', 'change'], 'role-grant'],
  [['role', 'register'], 'role-grant'],
  [['points', 'use'], 'points-use'],
  [['history', 'view'], 'profile-view'],
  [['profile', 'view'], 'profile-view'],
  [['points', 'view'], 'profile-view'],
  [['address', 'view'], 'profile-view'],
  [['payment', 'view'], 'profile-view'],
  [['order', 'view'], 'profile-view'],
  [['profile', 'export'], 'data-export'],
  [['history', 'export'], 'data-export'],
  [['account', 'export'], 'data-export'],
  [['profile', 'change'], 'profile-change'],
  [['account', 'change'], 'profile-change'],
  [['order', 'delete'], 'other'],
  [['order', 'change'], 'other'],
  [['join'], 'signup'],
  [['account', 'register'], 'signup'],
  [['leave'], 'account-delete'],
  [['account', 'delete'], 'account-delete'],
  [['unlock'], 'account-unlock'],
  [['lock'], 'account-lock'],
  [['logout'], 'logout'],
  [['factor'], 'mfa'],
  [['login'], 'login'],
  [['account', 'locked'], 'account-lock'],
  [['account', 'disabled'], 'account-disable'],
  [['staff', 'disabled'], 'account-disable'],
  [['staff', 'view'], 'ignore'],
  [['order'], 'purchase'],
  [['mypage', 'change'], 'profile-change'],
  [['mypage'], 'profile-view'],
  [['reset', 'ask'], 'password-reset-request'],
  [['reset'], 'password-reset'],
  [['history'], 'profile-view'],
  // Said by itself, of whoever tried to get in.
  [['password', 'wrong'], 'login'],
  [['account', 'wrong'], 'login'],
  [['shop'], 'ignore'],
]

/** Deeds that say nothing beside the one that an action is of: `登録メール変更`, `退会申請`, `ログイン要求`. */
const ASIDE: readonly Piece[] = ['ask', 'register', 'use']
const ASIDE_OF: Readonly<Partial<Record<Action | 'ignore', readonly Piece[]>>> = {
  // What is done in a shop.
  ignore: [...ASIDE, 'view', 'delete', 'change', 'export'],
  'profile-view': [...ASIDE, 'view'],
  mfa: [...ASIDE, 'view'],
}

/** `SMSコード確認`, `verify otp`: whoever lists the factors looks at them only. */
const VERIFIED = /確認|検証|照合|verif/

/** Are all deeds of the phrase those of its reading? */
const isWhole = (pieces: Pieces, needs: readonly Piece[], means: Action | 'ignore'): boolean => {
  const aside = ASIDE_OF[means] ?? ASIDE
  return DEEDS.every((piece) => !pieces.has(piece) || needs.includes(piece) || aside.includes(piece))
}

/** The meaning of a phrase in a column of results: `エラー(パスワード誤り)`, `ログイン成功`, `LOGIN_FAILED`. */
export const outcomeOfPhrase = (text: string): Verdict | undefined => {
  const pieces = piecesOf(text)
  if (pieces === undefined || DEEDS.some((piece) => pieces.has(piece) && piece !== 'login' && piece !== 'lock')) return undefined
  return endingOf(pieces, text)
}

/** Said when it was over, and nothing else: `User logged in`, `ログインしました`. */
const ENTERED =
  /^(?:(?:the )?(?:user|member|customer) )?(?:has |was )?(?:(?:logged|signed) (?:in|on)|authenticated)(?: (?:to|from|as|via|by|with))*$|^(?:(?:管理画面|管理ページ|管理サイト|サイト|システム|マイページ|会員ページ)(?:へ|に) ?)?(?:ログイン|サインイン|認証)を?しました$/

/** What was done is what else is wrong with an account. */
const IS_FAULT: ReadonlySet<Action> = new Set(['account-lock', 'account-disable'])

/** `admin_unlock`, `オペレーターパスワード再発行`: to look at an account is no news of it. */
const byStaff = (pieces: Pieces, action: Action): Verdict | undefined => {
  if (action === 'profile-view') return 'ignore'
  const end = endOf(pieces)
  return end === 'both' ? undefined : { action, by: 'staff', ...(end && { outcome: end }) }
}

/** `代理ログイン`, `impersonated login`: somebody of the service's own is in somebody else's account. */
const ON_BEHALF = /代理|代行|なりすまし|impersonat|behalf/

const verdictOf = (action: Action, pieces: Pieces, text: string): Verdict | undefined => {
  const phrase = phraseOf(text)
  if (action === 'login' && ON_BEHALF.test(phrase)) return { action: 'impersonation', by: 'staff' }
  if (action === 'login' && ENTERED.test(phrase)) return { action, outcome: 'success' }
  if (action === 'mfa' && pieces.has('view') && !VERIFIED.test(phrase)) return undefined
  if (action === 'mfa' && pieces.has('ask')) return { action, outcome: 'challenge', reason: 'mfa-required' }
  if (pieces.has('staff') && action !== 'login') return byStaff(pieces, action)
  const says = [...FAULTS, ...ENDS].some((piece) => pieces.has(piece))
  const ending = says && !IS_FAULT.has(action) ? endingOf(pieces, text) : {}
  return ending === undefined ? undefined : { action, ...ending }
}

/** In a column of what was done: `会員情報変更(住所)`, `ログイン(失敗:パスワード誤り)`, `user.login.success`. */
export const actionOfPhrase = (text: string): Verdict | undefined => {
  const pieces = piecesOf(text)
  if (pieces === undefined) return undefined
  const reading = ACTIONS.find(([needs]) => fits(pieces, needs))
  if (reading === undefined || !isWhole(pieces, ...reading)) return undefined
  const [, action] = reading
  return action === 'ignore' ? 'ignore' : verdictOf(action, pieces, text)
}

/** In a column of reasons. */
export const reasonOfPhrase = (text: string): Verdict | undefined => {
  const pieces = piecesOf(text)
  const reason = pieces === undefined ? undefined : reasonOf(pieces, text)
  return reason === undefined ? undefined : { reason }
}
