import { formatCount } from '../../../i18n/quantity.ts'
import { defineLaw } from '../define-law.ts'

export const usCa = defineLaw({
  id: 'us-ca',
  title: { en: 'California: Civil Code 1798.82', ja: '米国カリフォルニア州 民法典 1798.82条' },
  zone: 'America/Los_Angeles',
  categories: [
    {
      id: 'credentials',
      text: {
        en: 'A user name or e-mail address together with a password that opens an online account',
        ja: 'オンラインアカウントを開けるID(メールアドレス)とパスワードの組み合わせ',
      },
      standing: () => ({
        en: 'May apply to any California resident: working credentials were in other hands.',
        ja: '該当する可能性があります(同州の居住者が1人でも含まれる場合)。有効なID・パスワードが第三者に知られています。',
      }),
    },
    {
      id: 'over-500',
      text: { en: 'More than 500 California residents notified', ja: '同州の居住者500人超への通知' },
      standing: ({ persons }) => ({
        en: `May apply: how many of the ${formatCount(persons)} persons (possible maximum) live in California is not in the logs.`,
        ja: `該当する可能性があります。可能性のある最大${formatCount(persons)}人のうち、同州の居住者数はログに含まれません。`,
      }),
    },
  ],
  unknown: [
    { en: 'How many residents of California are among them', ja: 'カリフォルニア州の居住者数' },
    { en: 'Whether the data were encrypted', ja: 'データの暗号化の有無' },
    { en: 'Whether law enforcement asked for a delay', ja: '捜査機関からの延期要請の有無' },
  ],
  clocks: [
    {
      id: 'residents',
      recipient: { en: 'Residents concerned', ja: '対象の居住者' },
      what: {
        en: 'Notice within 30 calendar days of discovery or notification; not to the mailbox whose credentials were taken',
        ja: '発見または通知を受けてから30暦日以内の通知(被害を受けたメールボックスへは送らない)',
      },
      term: { kind: 'calendar-days', days: 30, firstCounts: false },
      basis: 'Cal. Civ. Code 1798.82 (SB 446)',
    },
    {
      id: 'attorney-general',
      recipient: { en: 'Attorney General of California', ja: 'カリフォルニア州司法長官' },
      what: { en: 'Sample of the notice, where more than 500 residents are notified', ja: '通知文の見本(500人超に通知する場合)' },
      term: { kind: 'days-after-act', days: 15, act: { en: 'notifying the residents', ja: '居住者への通知' } },
      basis: 'Cal. Civ. Code 1798.82(f)',
    },
  ],
  sources: [
    'Cal. Civ. Code 1798.82 as amended by SB 446 (from 2026-01-01)',
    'www.lcwlegal.com/news/sb-446-requires-disclosure-of-data-breaches-to-consumers-within-30-days',
  ],
  counsel: [
    {
      en: 'The special rule for login credentials, and where the notice may not be sent: from memory. The terms of SB 446: from digests by law firms',
      ja: 'ログイン情報に関する特則と通知の送付先の制限は記憶による。SB 446の期限は法律事務所の解説による',
    },
  ],
  checked: '2026-11-26',
})
