import { defineLaw } from '../define-law.ts'

const bureau = { en: 'Regional Bureau of Telecommunications of the head office', ja: '本社所在地を管轄する総合通信局等' }

export const jpTelecom = defineLaw({
  id: 'jp-telecom',
  title: {
    en: 'Japan: Telecommunications Business Act, Article 28 (telecommunications carriers, including services that carry messages between users)',
    ja: '電気通信事業法 第28条(利用者間のメッセージを媒介するサービス等の電気通信事業者)',
  },
  zone: 'Asia/Tokyo',
  categories: [
    {
      id: 'secrecy',
      text: { en: 'Leak of the secrecy of communications', ja: '通信の秘密の漏えい' },
      standing: ({ intruded }) => ({
        en: `May apply where messages, or who wrote to whom, can be read after login${intruded ? '; logins by somebody else are judged or suspected' : ''}.`,
        ja: `ログイン後に他の利用者との通信の内容・相手等を閲覧できる場合、該当する可能性があります${intruded ? '(第三者によるログインの判定・疑いあり)' : ''}。`,
      }),
    },
    {
      id: 'user-information',
      text: { en: 'Leak of specified user information (designated carriers)', ja: '特定利用者情報の漏えい(指定電気通信事業者)' },
      standing: () => ({
        en: 'May apply to carriers that the minister designated.',
        ja: '総務大臣の指定を受けた事業者の場合、該当する可能性があります。',
      }),
    },
  ],
  unknown: [
    { en: 'Whether the company is a telecommunications carrier (registered or notified)', ja: '電気通信事業者(登録・届出)に当たるか' },
    { en: 'Whether messages or their metadata could be seen', ja: '通信の内容・相手等を閲覧できたか' },
    {
      en: 'Whether personal data leaked as well: carriers report that to the same bureau, in a report of its own',
      ja: '個人データの漏えい等の有無(電気通信事業者は同じ総合通信局等へ、それぞれ報告する)',
    },
  ],
  clocks: [
    {
      id: 'first',
      recipient: bureau,
      what: {
        en: 'First report (第一報): what is known so far of the ten items on the ministry’s page (outline, information, persons, cause, secondary damage …)',
        ja: '第一報(総務省の案内にある10項目のうち把握している範囲: 概要、情報の内容、本人の数、原因、二次被害等)',
      },
      term: { kind: 'promptly' },
      basis: '電気通信事業法28条、施行規則57条',
      readIn: ['ministry', 'bureau', 'rule-57'],
    },
    {
      id: 'detailed',
      recipient: bureau,
      what: { en: 'Detailed report (詳報)', ja: '詳報(通信の秘密の漏えいに関する報告書)' },
      term: { kind: 'calendar-days', days: 30, firstCounts: true },
      basis: '電気通信事業法施行規則57条(知った日を1日目として早めに計算)',
      readIn: ['ministry', 'rule-57'],
    },
  ],
  sources: [
    {
      id: 'ministry',
      what: {
        en: "The ministry's page on reports of leaks of the secrecy of communications",
        ja: '総務省の案内(電気通信事業における通信の秘密の漏えい事案の報告)',
      },
      at: 'www.soumu.go.jp/main_sosiki/joho_tsusin/d_syohi/rouei_houkoku.html',
      stood: null,
      read: '2026-11-28',
    },
    {
      id: 'bureau',
      what: {
        en: 'Page of the Kanto bureau: secrecy of communications, specified user information, personal data',
        ja: '関東総合通信局の案内(通信の秘密、特定利用者情報、個人データの漏えい等報告の手続)',
      },
      at: 'www.soumu.go.jp/soutsu/kanto/com/rouei.html',
      stood: null,
      read: '2026-11-28',
    },
    {
      id: 'rule-57',
      what: {
        en: 'Rule 57 of the Enforcement Rules, in an earlier version: 30 days from coming to know of the leak',
        ja: '電気通信事業法施行規則57条(改正前の条文: 漏えいを知った日から30日以内)',
      },
      at: 'www.dsk.or.jp/dskwiki/',
      stood: null,
      read: '2026-11-28',
    },
  ],
  counsel: [
    {
      en: 'The present wording of Article 28 and Rule 57 was not found; terms are those of the ministry’s page and of an earlier version of the rule',
      ja: '現行の法28条・規則57条の条文は参照できていない(期限は総務省の案内と改正前の規則57条による)',
    },
    {
      en: 'For specified user information: from how many users on, and within which term, was not found',
      ja: '特定利用者情報の漏えいについて、対象となる利用者数と報告期限は確認できていない',
    },
    { en: 'Which carriers are covered', ja: '対象となる事業者の範囲' },
  ],
})
