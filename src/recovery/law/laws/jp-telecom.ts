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
  ],
  clocks: [
    {
      id: 'first',
      recipient: bureau,
      what: { en: 'First report (第一報)', ja: '第一報' },
      term: { kind: 'promptly' },
      basis: '電気通信事業法28条、施行規則57条',
    },
    {
      id: 'detailed',
      recipient: bureau,
      what: { en: 'Detailed report (詳報)', ja: '詳報(通信の秘密の漏えいに関する報告書)' },
      term: { kind: 'calendar-days', days: 30, firstCounts: true },
      basis: '電気通信事業法施行規則57条(知った日を1日目として早めに計算)',
    },
  ],
  sources: ['電気通信事業法施行規則 第57条', 'www.soumu.go.jp/main_sosiki/joho_tsusin/d_syohi/rouei_houkoku.html'],
  counsel: [
    {
      en: 'Which carriers are covered, and from which day the 30 days are counted: read at the ministry, not in the Act',
      ja: '対象となる事業者の範囲と30日の起算日(総務省の案内による。法令の原文は参照していない)',
    },
  ],
  checked: '2026-11-26',
})
