import type { StepTemplate } from '../step-template.ts'

const legal = { phase: 'notify', owner: 'legal', priority: 1, reversible: null } as const
const receipt = {
  en: 'Receipt number, or the decision with reasons, name and time',
  ja: '受付番号、または判断の内容・理由・判断者・日時の記録',
}

/**
 * The legal clock, Japan first (jp-appi). A tool never decides: legal does. Terms by the commission's general guideline
 * 3-5-3 and Enforcement Rules 7, 8 and 10 (checked 2026-10-09).
 */
export const LEGAL_STEPS = {
  'N2.decide': {
    ...legal,
    due: 'P1D',
    text: {
      en: 'Legal decides on the report to the Personal Information Protection Commission: record when and by which department it became known, the possible maximum of persons (accounts at most so far: {accounts}), the items that could be seen',
      ja: '個人情報保護委員会への報告の要否を法務・個人情報保護担当が判断する。知った日時と部署、可能性のある最大人数(現時点で最大{accounts}アカウント)、閲覧された可能性のある項目を記録する',
    },
    why: {
      en: 'A possible leak counts as well; unauthorised access (improper purpose) counts from one person',
      ja: '漏えい等の「おそれ」も対象であり、不正の目的によるおそれがある場合は1人から対象となる',
    },
    proof: receipt,
  },
  'N2.prelim': {
    ...legal,
    due: 'P5D',
    text: {
      en: 'Preliminary report (速報): promptly, as a rule within 3 to 5 days of coming to know; what is known is enough',
      ja: '速報: 知った時点から速やかに、目安は3〜5日以内(その時点で把握している事項で足りる)',
    },
    why: { en: 'The clock runs from when any department came to know', ja: 'いずれかの部署が知った時点から起算される' },
    proof: receipt,
  },
  'N2.final-30': {
    ...legal,
    due: 'P30D',
    text: {
      en: 'Final report (確報): within 30 days of coming to know, where no improper purpose is involved',
      ja: '確報: 知った日から30日以内(不正の目的によるおそれがない場合の期限)',
    },
    why: { en: 'The day of coming to know is day 1, weekends count', ja: '知った日を1日目とし、土日祝日も含めて数える' },
    proof: receipt,
  },
  'N2.final-60': {
    ...legal,
    due: 'P60D',
    text: {
      en: 'Final report (確報): within 60 days of coming to know, where an improper purpose such as unauthorised access may be involved',
      ja: '確報: 知った日から60日以内(不正アクセス等、不正の目的によるおそれがある場合の期限)',
    },
    why: {
      en: 'Which of the two terms holds is for legal to decide; plan by the shorter one until then',
      ja: '30日・60日のどちらによるかは法務が判断する(判断までは短い方で準備する)',
    },
    proof: receipt,
  },
  'N2.principals': {
    ...legal,
    due: 'P3D',
    text: {
      en: 'Legal decides on the notice to the persons concerned: promptly according to the situation; outline, items, cause, secondary damage, other useful facts; where they cannot be reached, publication and a contact desk',
      ja: '本人への通知を法務・個人情報保護担当が判断する。状況に応じて速やかに、概要・項目・原因・二次被害・その他参考事項を知らせる(連絡が困難な場合は公表と問合せ窓口の設置)',
    },
    why: { en: 'People can protect themselves only if told', ja: '本人が自衛するには通知が必要' },
    proof: receipt,
  },
  'N2.other': {
    ...legal,
    due: 'PT72H',
    text: {
      en: 'Legal checks other regimes: residents of other countries (EU and UK: 72 hours from awareness), telecommunications, finance, card data, contracts with clients',
      ja: '他の制度を法務が確認する(海外居住者: EU・英国は認識から72時間、電気通信事業、金融、カード情報、委託元との契約)',
    },
    why: { en: 'Residence counts, not the country of the address', ja: 'IPアドレスの国ではなく、本人の居住地で決まる' },
    proof: receipt,
  },
} as const satisfies Readonly<Record<string, StepTemplate>>
