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
    {
      en: 'Whether law enforcement asked for a delay, or more time is necessary to determine the scope and restore the integrity of the system',
      ja: '捜査機関からの延期要請の有無、範囲の確認とシステムの健全性の回復に必要な期間',
    },
  ],
  clocks: [
    {
      id: 'residents',
      recipient: { en: 'Residents concerned', ja: '対象の居住者' },
      what: {
        en: 'Notice within 30 calendar days of discovery or notification. For login credentials alone it may be electronic and tells people to change the password here and wherever else it is used; where the business itself furnishes the mailbox, not to that address',
        ja: '発見または通知を受けてから30暦日以内の通知。ログイン情報のみの場合は電子的な方法で、当サービスと同じ組み合わせを使う他のサービスのパスワード変更を促す。自社が提供するメールアカウントの場合は、そのアドレスへは送らない',
      },
      term: { kind: 'calendar-days', days: 30, firstCounts: false },
      basis: 'Cal. Civ. Code 1798.82(a)(2), (j) (SB 446)',
      readIn: ['digest', 'journal', 'credentials'],
    },
    {
      id: 'attorney-general',
      recipient: { en: 'Attorney General of California', ja: 'カリフォルニア州司法長官' },
      what: {
        en: 'Sample of the notice, electronically, where more than 500 residents are notified',
        ja: '通知文の見本(500人超に通知する場合。電子的に提出)',
      },
      term: { kind: 'days-after-act', days: 15, act: { en: 'notifying the residents', ja: '居住者への通知' } },
      basis: 'Cal. Civ. Code 1798.82(f)',
      readIn: ['digest', 'journal'],
    },
  ],
  sources: [
    {
      id: 'digest',
      what: { en: 'Digest of SB 446 by a law firm', ja: 'SB 446の解説(法律事務所)' },
      at: 'www.lcwlegal.com/news/sb-446-requires-disclosure-of-data-breaches-to-consumers-within-30-days',
      stood: '2026-01-01',
      read: '2026-11-28',
    },
    {
      id: 'journal',
      what: { en: 'Article that cites (a)(2), (a)(2)(B) and (f)', ja: '(a)(2)、(a)(2)(B)、(f)を引く記事' },
      at: 'dailyjournal.com/articles/388637-california-data-breach-law-tightens-with-30-day-deadline-raises-stakes-for-companies',
      stood: '2026-01-01',
      read: '2026-11-28',
    },
    {
      id: 'credentials',
      what: { en: 'Report on SB 46: the rules for login credentials', ja: 'SB 46の解説(ログイン情報に関する特則)' },
      at: 'www.dorsey.com/psm_ca_breach_online_account_info/',
      stood: '2014-01-01',
      read: '2026-11-28',
    },
  ],
  counsel: [
    {
      en: 'The text of the code itself was not found: the terms of SB 446 are from several concurring digests, the rules for login credentials from a report of 2014',
      ja: '条文そのものは参照できていない(SB 446の期限は一致する複数の解説、ログイン情報の特則は2014年の解説による)',
    },
  ],
})
