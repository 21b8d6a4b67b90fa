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
        en: 'Rule 7 no. 3: possibly done with an improper purpose, such as unauthorised access (from one person on)',
        ja: '規則7条3号 不正の目的をもって行われたおそれがある事態(不正アクセス等。1人から対象)',
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
    },
    {
      id: 'principals',
      recipient: { en: 'Each person concerned', ja: '本人' },
      what: {
        en: 'Notice: outline, items of data, cause, secondary damage, other useful facts; where they cannot be reached, publication and a contact desk',
        ja: '本人への通知(概要・項目・原因・二次被害・その他参考事項)。通知が困難な場合は公表と問合せ窓口の設置',
      },
      term: { kind: 'promptly' },
      basis: '法26条2項、規則10条',
    },
  ],
  sources: ['個人情報の保護に関する法律 第26条、施行規則 第7条〜第10条', '個人情報保護委員会 ガイドライン(通則編) 3-5'],
  counsel: [
    {
      en: 'The guideline was read in a copy of 2025-09-24; the wording of the nine items of Rule 8(1) is from memory',
      ja: 'ガイドライン(通則編)は2025年9月24日時点の写しで確認。規則8条1項の9項目の文言は原文を参照していない',
    },
    {
      en: 'Whether the amendment promulgated on 2026-07-17 (in force within two years; notice to persons, surcharge) is in force',
      ja: '2026年7月17日公布の改正法(公布から2年以内に施行。本人通知の緩和、課徴金)の施行の有無',
    },
  ],
  checked: '2026-11-22',
})
