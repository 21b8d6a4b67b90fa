import type { Messages } from '../../model/finding.ts'

/** What a log must carry for a rule to run, in words; a test holds it against every rule's needs. */
export const carriedMessages = {
  'carried.ip': { en: 'address', ja: 'IPアドレス' },
  'carried.account': { en: 'account', ja: 'アカウント' },
  'carried.username': { en: 'name that was typed', ja: '入力されたID' },
  'carried.session': { en: 'session id', ja: 'セッションID' },
  'carried.userAgent': { en: 'user agent', ja: '端末情報' },
  'carried.device': { en: 'device id', ja: '端末ID' },
  'carried.geo': { en: 'place of the address', ja: 'IPアドレスの位置情報' },
  'carried.network': { en: 'network of the address', ja: 'IPアドレスの所属ネットワーク' },
  'carried.mfa': { en: 'additional authentication', ja: '追加認証' },
  'carried.success': { en: 'login success', ja: 'ログイン成功' },
  'carried.change': { en: 'changes of contact, factor or password', ja: '連絡先・認証要素・パスワードの変更' },
} as const satisfies Messages
