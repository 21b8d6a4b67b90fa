import { formatCount } from '../../../i18n/quantity.ts'
import type { Bilingual } from '../../bilingual.ts'
import { defineLaw, type Law, type LawSource } from '../define-law.ts'

interface Region {
  readonly id: 'eu-gdpr' | 'uk-gdpr'
  readonly title: Bilingual
  readonly zone: string
  readonly authority: Bilingual
  readonly residents: Bilingual
  readonly sources: readonly LawSource[]
  readonly counsel: readonly Bilingual[]
}

/** The same articles stand in both laws; who supervises differs. */
const gdpr = (region: Region): Law =>
  defineLaw({
    id: region.id,
    title: region.title,
    zone: region.zone,
    categories: [
      {
        id: 'article-33',
        text: { en: 'Article 33: a breach that may be a risk to people', ja: '33条 個人の権利・自由に対するリスクが生じ得る侵害' },
        standing: ({ persons }) => ({
          en: `May apply where any of the ${formatCount(persons)} persons (possible maximum) are covered. Only the controller may conclude that a risk is unlikely; the facts, effects and remedies are documented in any case.`,
          ja: `可能性のある最大${formatCount(persons)}人の中に対象地域の居住者等が含まれる場合、該当する可能性があります。リスクの評価は管理者が行います。いずれの場合も、事実・影響・対応を記録します。`,
        }),
      },
      {
        id: 'article-34',
        text: { en: 'Article 34: a high risk to people', ja: '34条 高いリスクが生じ得る侵害' },
        standing: ({ moneyOnRecord }) =>
          moneyOnRecord
            ? {
                en: 'May apply: money, points or goods were used by somebody else.',
                ja: '該当する可能性があります。第三者による金銭・ポイント等の利用が記録されています。',
              }
            : {
                en: 'May apply: working credentials in other hands can be used elsewhere as well.',
                ja: '該当する可能性があります。有効なID・パスワードが第三者に知られている場合、他のサービスでも悪用され得ます。',
              },
      },
    ],
    unknown: [
      region.residents,
      { en: 'Lead authority, and controller or processor', ja: '主監督機関、管理者か処理者か' },
      { en: 'Which items of personal data could be seen', ja: '閲覧された可能性のある個人データの項目' },
    ],
    clocks: [
      {
        id: 'authority',
        recipient: region.authority,
        what: {
          en: 'Notification without undue delay, where feasible within 72 hours of becoming aware, in phases where needed; reasons where it is later',
          ja: '不当な遅滞なく、可能な限り認識から72時間以内の通知(段階的な報告が可能。遅れる場合は理由を付す)',
        },
        term: { kind: 'hours', hours: 72 },
        basis: 'Art. 33(1), (4)',
        readIn: region.sources.map(({ id }) => id).filter((id) => id !== 'article-34'),
      },
      {
        id: 'subjects',
        recipient: { en: 'Data subjects', ja: '本人' },
        what: {
          en: 'Communication without undue delay where the risk is high, in plain language: nature, contact point, likely consequences, measures; a public communication where it would be out of proportion',
          ja: '高いリスクがある場合、不当な遅滞なく平易な言葉で本人へ連絡(内容、連絡先、起こり得る結果、対応)。過大な負担となる場合は公の告知等',
        },
        term: { kind: 'promptly' },
        basis: 'Art. 34(1) to (3)',
        readIn: ['article-34'],
      },
    ],
    sources: region.sources,
    counsel: region.counsel,
  })

const ARTICLES: readonly LawSource[] = [
  {
    id: 'article-33',
    what: { en: 'Regulation (EU) 2016/679, Article 33, whole text', ja: '規則(EU) 2016/679 33条(全文)' },
    at: 'gdprlearninghub.com/article-33-gdpr/',
    stood: null,
    read: '2026-11-28',
  },
  {
    id: 'article-34',
    what: { en: 'Regulation (EU) 2016/679, Article 34, whole text', ja: '規則(EU) 2016/679 34条(全文)' },
    at: 'overview.legal/laws/gdpr/art-34',
    stood: null,
    read: '2026-11-28',
  },
]

export const euGdpr = gdpr({
  id: 'eu-gdpr',
  title: { en: 'European Union: GDPR, Articles 33 and 34', ja: 'EU一般データ保護規則(GDPR) 33条・34条' },
  zone: 'Europe/Brussels',
  authority: { en: 'Supervisory authority', ja: '監督機関' },
  residents: {
    en: 'Whether people in the European Union are among them (not the country of the address)',
    ja: 'EU域内の本人の有無(IPアドレスの国ではない)',
  },
  sources: ARTICLES,
  counsel: [
    {
      en: 'Whether the Digital Omnibus (COM(2025) 837: 96 hours, high risk only, single entry point) has become law; on 2026-09-10 it was a proposal, and nothing later was found',
      ja: 'デジタル・オムニバス(COM(2025) 837。96時間、高リスクのみ、単一窓口)の成立の有無(2026年9月10日時点では提案。以後の資料は確認できていない)',
    },
  ],
})

export const ukGdpr = gdpr({
  id: 'uk-gdpr',
  title: { en: 'United Kingdom: UK GDPR, Articles 33 and 34', ja: '英国GDPR 33条・34条' },
  zone: 'Europe/London',
  authority: {
    en: "Information Commissioner's Office (ICO), or the Information Commission that takes its place",
    ja: '英国情報コミッショナー(ICO)、または後継の情報委員会(Information Commission)',
  },
  residents: {
    en: 'Whether people in the United Kingdom are among them (not the country of the address)',
    ja: '英国内の本人の有無(IPアドレスの国ではない)',
  },
  sources: [
    {
      id: 'ico',
      what: {
        en: "The ICO's audit toolkit on reporting breaches (Article 33, 72 hours)",
        ja: 'ICOの監査ツールキット(侵害の報告。33条、72時間)',
      },
      at: 'ico.org.uk/for-organisations/advice-and-services/audits/data-protection-audit-framework/toolkits/personal-data-breach-management/reporting-processes',
      stood: null,
      read: '2026-11-28',
    },
    ...ARTICLES,
  ],
  counsel: [
    {
      en: "The articles were read as the European Union has them; the United Kingdom's own wording was not found",
      ja: '条文はEUのもので確認した(英国版の条文は参照できていない)',
    },
    {
      en: 'Whether the Information Commission has taken over (section 119 of the Data (Use and Access) Act 2025; the Regulations 2026/386 wait for it)',
      ja: '情報委員会への権限移管の有無(2025年データ(利用・アクセス)法119条。規則2026/386はその施行を待つ)',
    },
    {
      en: 'For electronic communications services: PECR, since 2025-08-20 also 72 hours (read in a report on the Regulations 2025/904)',
      ja: '電気通信サービスの場合はPECR(2025年8月20日以降は同じく72時間。規則2025/904の解説による)',
    },
  ],
})
