import { formatCount } from '../../../i18n/quantity.ts'
import type { Bilingual } from '../../bilingual.ts'
import { defineLaw, type Law } from '../define-law.ts'

interface Region {
  readonly id: 'eu-gdpr' | 'uk-gdpr'
  readonly title: Bilingual
  readonly zone: string
  readonly authority: Bilingual
  readonly residents: Bilingual
  readonly sources: readonly string[]
  readonly counsel: readonly Bilingual[]
  readonly checked: string
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
          en: `May apply where any of the ${formatCount(persons)} persons (possible maximum) are covered. Only the controller may conclude that a risk is unlikely, and must document why.`,
          ja: `可能性のある最大${formatCount(persons)}人の中に対象地域の居住者等が含まれる場合、該当する可能性があります。リスクの評価は管理者が行い、理由を記録します。`,
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
          en: 'Notification within 72 hours of becoming aware, in phases where needed; reasons where it is later',
          ja: '認識から72時間以内の通知(段階的な報告が可能。遅れる場合は理由を付す)',
        },
        term: { kind: 'hours', hours: 72 },
        basis: 'Art. 33',
      },
      {
        id: 'subjects',
        recipient: { en: 'Data subjects', ja: '本人' },
        what: { en: 'Communication without undue delay where the risk is high', ja: '高いリスクがある場合、不当な遅滞なく本人へ連絡' },
        term: { kind: 'promptly' },
        basis: 'Art. 34',
      },
    ],
    sources: region.sources,
    counsel: region.counsel,
    checked: region.checked,
  })

export const euGdpr = gdpr({
  id: 'eu-gdpr',
  title: { en: 'European Union: GDPR, Articles 33 and 34', ja: 'EU一般データ保護規則(GDPR) 33条・34条' },
  zone: 'Europe/Brussels',
  authority: { en: 'Supervisory authority', ja: '監督機関' },
  residents: {
    en: 'Whether people in the European Union are among them (not the country of the address)',
    ja: 'EU域内の本人の有無(IPアドレスの国ではない)',
  },
  sources: ['Regulation (EU) 2016/679, Articles 33, 34', 'gdprhub.eu/'],
  counsel: [
    {
      en: 'Whether the Digital Omnibus (COM(2025) 837: 96 hours, high risk only, single entry point) has become law; on 2026-09-10 it was a proposal',
      ja: 'デジタル・オムニバス(COM(2025) 837。96時間、高リスクのみ、単一窓口)の成立の有無(2026年9月10日時点では提案)',
    },
    { en: 'The articles were read in a commentary (GDPRhub)', ja: '条文は解説(GDPRhub)による' },
  ],
  checked: '2026-11-22',
})

export const ukGdpr = gdpr({
  id: 'uk-gdpr',
  title: { en: 'United Kingdom: UK GDPR, Articles 33 and 34', ja: '英国GDPR 33条・34条' },
  zone: 'Europe/London',
  authority: { en: "Information Commissioner's Office (ICO)", ja: '英国情報コミッショナー(ICO)' },
  residents: {
    en: 'Whether people in the United Kingdom are among them (not the country of the address)',
    ja: '英国内の本人の有無(IPアドレスの国ではない)',
  },
  sources: ['UK GDPR, Articles 33, 34', 'ico.org.uk/'],
  counsel: [
    {
      en: "Read in a digest of the ICO's guide; where electronic communications services are concerned, PECR has a term of its own",
      ja: 'ICOの手引きの要約による。電気通信サービスの場合はPECRに別の期限がある',
    },
  ],
  checked: '2026-11-22',
})
