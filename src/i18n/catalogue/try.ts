import type { Messages } from '../../model/finding.ts'

/** Columns of `ashiato formats --try`. */
export const tryMessages = {
  'try.time': { en: 'time', ja: '日時' },
  'try.action': { en: 'what', ja: '内容' },
  'try.account': { en: 'account', ja: 'アカウント' },
  'try.name': { en: 'name', ja: '名前' },
  'try.address': { en: 'address', ja: 'IPアドレス' },
  'try.session': { en: 'session', ja: 'セッション' },
  'try.agent': { en: 'agent', ja: '端末' },
  'try.never': { en: 'never there', ja: '値なし' },
} as const satisfies Messages
