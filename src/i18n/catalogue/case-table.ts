import type { Messages } from '../../model/finding.ts'

/** Heads and words of the case folder's tables on a terminal; in CSV and JSON the columns keep their ids. */
export const caseTableMessages = {
  'column.address': { en: 'Address', ja: 'IPアドレス' },
  'column.hits': { en: 'Hits', ja: '成功' },
  'column.legitimate_users': { en: 'Legitimate users', ja: '正規の利用者' },
  'column.first': { en: 'First', ja: '最初' },
  'column.last': { en: 'Last', ja: '最後' },
  'column.country': { en: 'Country', ja: '国' },
  'column.asn': { en: 'AS', ja: 'AS番号' },
  'column.network': { en: 'Network', ja: 'ネットワーク' },
  'column.expires': { en: 'Expires', ja: '遮断の期限' },
  'column.role': { en: 'Role', ja: '関わり' },
  'column.sessions': { en: 'Sessions', ja: 'セッション' },
  'case.columns-left': {
    en: '{count:column does|columns do} not fit here: --to csv has them.',
    ja: '幅に収まらない列が{count}あります。すべての列は --to csv で出力できます。',
  },
  'role.entered': { en: 'suspicious login', ja: '不審なログイン' },
  'role.tried': { en: 'attempts only', ja: '試行のみ' },
  'role.innocent': { en: 'legitimate', ja: '正規の利用' },
} as const satisfies Messages
