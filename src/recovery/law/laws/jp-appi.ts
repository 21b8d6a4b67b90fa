import { defineLaw } from '../define-law.ts'

const commission = {
  en: 'Personal Information Protection Commission, or the minister it delegated to',
  ja: '個人情報保護委員会(権限委任先の事業所管大臣を含む)',
}

export const jpAppi = defineLaw({
  id: 'jp-appi',
  title: {
    en: 'Japan: Act on the Protection of Personal Information, Article 26',
    ja: '個人情報保護法 第26条(漏えい等の報告・本人への通知)',
  },
  zone: 'Asia/Tokyo',
  categories: [
    {
      id: 'rule-7-1',
      text: { en: 'Rule 7 no. 1: special-care personal data', ja: '規則7条1号 要配慮個人情報が含まれる事態' },
      standing: () => ({
        en: 'Cannot be told from login logs: which items could be seen depends on the screens of the service.',
        ja: 'ログインログからは判断できません。閲覧できる項目(健康情報等)の有無を画面仕様で確認してください。',
      }),
    },
    {
      id: 'rule-7-2',
      text: { en: 'Rule 7 no. 2: property damage may result', ja: '規則7条2号 不正利用により財産的被害が生じるおそれがある事態' },
      standing: ({ moneyOnRecord }) =>
        moneyOnRecord
          ? {
              en: 'May apply: points, orders or payments by somebody else are on record.',
              ja: '該当する可能性があります。第三者によるポイントの利用・注文等が記録されています。',
            }
          : {
              en: 'May apply where the ID and password let one pay, order or use points.',
              ja: 'ID・パスワードで決済・注文・ポイントの利用ができる場合、該当する可能性があります。',
            },
    },
    {
      id: 'rule-7-3',
      text: {
        en: 'Rule 7 no. 3: an act against the business, possibly with an improper purpose, such as unauthorised access (from one person on; what is about to be acquired counts as well)',
        ja: '規則7条3号 不正の目的をもって行われたおそれがある、自社に対する行為による事態(不正アクセス等。取得しようとしている情報を含む。1人から対象)',
      },
      standing: ({ intruded }) =>
        intruded
          ? {
              en: 'May apply: logins by somebody else are judged or suspected.',
              ja: '該当する可能性があります。第三者によるログインと判定、またはその疑いがあるアカウントがあります。',
            }
          : {
              en: 'May apply: an attack without success on record still leaves what the logs do not show.',
              ja: '該当する可能性があります。ログイン成功の記録がなくても、ログに現れない事実の確認が必要です。',
            },
    },
    {
      id: 'rule-7-4',
      text: { en: 'Rule 7 no. 4: more than 1,000 persons', ja: '規則7条4号 本人の数が1,000人を超える事態' },
      standing: ({ persons }) =>
        persons > 1000
          ? {
              en: 'May apply: the possible maximum is above 1,000 persons.',
              ja: '該当する可能性があります。可能性のある最大人数が1,000人を超えています。',
            }
          : {
              en: 'May come to apply: the possible maximum so far is 1,000 persons or less, and may grow with the investigation.',
              ja: '現時点の最大人数は1,000人以下ですが、今後の調査で増え、該当する可能性があります。',
            },
    },
  ],
  unknown: [
    { en: 'When, and by which department, it first became known', ja: '最初に知った日時と部署(いずれかの部署が知った時点)' },
    { en: 'Which items of personal data could be seen on the screens', ja: '閲覧された可能性のある個人データの項目(画面仕様)' },
    { en: 'Whether the data were protected by strong encryption or the like', ja: '高度な暗号化等の措置の有無' },
    {
      en: 'Controller or processor: where data were entrusted, the client must be told as well',
      ja: '委託の有無(委託先の場合は委託元への通知、規則9条)',
    },
    { en: 'Secondary damage, and money', ja: '二次被害・金銭被害の有無と金額' },
    { en: 'Residents of other countries', ja: '国外居住者の有無' },
  ],
  clocks: [
    {
      id: 'preliminary',
      recipient: commission,
      what: { en: 'Preliminary report (速報): what is known at the time is enough', ja: '速報(その時点で把握している事項で足りる)' },
      term: { kind: 'day-range', from: 3, to: 5 },
      basis: '規則8条1項、ガイドライン通則編 3-5-3-3',
      readIn: ['rule-8', 'quotations'],
    },
    {
      id: 'final-30',
      recipient: commission,
      what: {
        en: 'Final report (確報), where no improper purpose is involved; the earlier of the two terms holds until counsel fixes one',
        ja: '確報(不正の目的によるおそれがない場合)。法務が確定するまでは、30日・60日のうち早い方で準備する',
      },
      term: { kind: 'days-japan', days: 30 },
      basis: '規則8条2項、ガイドライン通則編 3-5-3-4',
      readIn: ['rule-8', 'quotations', 'guideline'],
    },
    {
      id: 'final-60',
      recipient: commission,
      what: {
        en: 'Final report (確報), where an improper purpose may be involved (Rule 7 no. 3)',
        ja: '確報(規則7条3号の、不正の目的によるおそれがある場合)',
      },
      term: { kind: 'days-japan', days: 60 },
      basis: '規則8条2項、ガイドライン通則編 3-5-3-4',
      readIn: ['rule-8', 'quotations', 'guideline'],
    },
    {
      id: 'principals',
      recipient: { en: 'Each person concerned', ja: '本人' },
      what: {
        en: 'Notice, as the situation calls for and as far as the person needs it: outline, items of data, cause, secondary damage, other useful facts; where they cannot be reached, another measure that protects them (publication and a contact desk)',
        ja: '当該事態の状況に応じた本人への通知(本人の保護に必要な範囲で、概要・項目・原因・二次被害・その他参考事項)。通知が困難な場合は、これに代わるべき措置(公表と問合せ窓口の設置)',
      },
      term: { kind: 'promptly' },
      basis: '法26条2項、規則10条',
      readIn: ['quotations', 'rule-10'],
    },
  ],
  sources: [
    {
      id: 'rule-7',
      what: { en: 'Enforcement Rules, Rule 7, whole text', ja: '個人情報保護法施行規則 7条(全文)' },
      at: 'iuris.jp/個人情報の保護に関する法律施行規則-第七条-個人の権利利益を害するおそれが大きいもの/jpn/a/68338',
      stood: '2024-04-01',
      read: '2026-11-28',
    },
    {
      id: 'rule-8',
      what: { en: 'Enforcement Rules, Rule 8, whole text', ja: '個人情報保護法施行規則 8条(全文)' },
      at: 'iuris.jp/個人情報の保護に関する法律施行規則-第八条-個人情報保護委員会への報告/jpn/a/68339',
      stood: '2022-04-01',
      read: '2026-11-28',
    },
    {
      id: 'rule-10',
      what: {
        en: 'Rule 10 (as numbered before 2022), quoted with the items of the notice',
        ja: '規則10条(2022年より前の条番号)の引用と通知事項',
      },
      at: 'www.kobecity-lawoffice.com/blog/3067/',
      stood: null,
      read: '2026-11-28',
    },
    {
      id: 'quotations',
      what: {
        en: 'Quotations from e-Gov (Article 26; Rules 7, 8 and 10) and from the guideline 3-5-3-3, in a public notebook on breach rules',
        ja: '漏えい報告制度の公開ノートにある、e-Gov法令検索(法26条、規則7条・8条・10条)とガイドライン3-5-3-3の引用',
      },
      at: 'laws.e-gov.go.jp/law/415AC0000000057, laws.e-gov.go.jp/law/428M60020000003',
      stood: '2026-10-09',
      read: '2026-11-28',
    },
    {
      id: 'guideline',
      what: { en: 'General guideline 3-5, in a copy', ja: 'ガイドライン(通則編) 3-5 の写し' },
      at: 'www.ppc.go.jp/personalinfo/legal/guidelines_tsusoku/',
      stood: '2025-09-24',
      read: '2026-11-22',
    },
  ],
  counsel: [
    {
      en: 'How the days are counted and moved (day 1, closed days: guideline 3-5-3-4) was read in a copy of 2025-09-24 only',
      ja: '日数の数え方と末日の繰り下げ(初日算入、休日。ガイドライン3-5-3-4)は2025年9月24日時点の写しのみで確認',
    },
    {
      en: 'Whether the amendment promulgated on 2026-07-17 (within two years; notice to persons eased where they are little at risk, surcharge) is in force; on 2026-10-09 the commission named no day',
      ja: '2026年7月17日公布の改正法(公布から2年以内に施行。権利利益の保護に欠けるおそれが少ない場合の本人通知の緩和、課徴金)の施行の有無(2026年10月9日の委員会の案内に施行日の記載なし)',
    },
  ],
})
