import { createFanIn, FAN_IN_PARAMETERS, FAN_IN_STATE } from '../define-fan-in.ts'
import { defineRule } from '../define-rule.ts'

/** Several accounts, used elsewhere so far, log in from one address for the first time (N3). */
export const rule = defineRule({
  id: 'fan-in',
  title: { en: 'Several accounts new to one source', ja: '1つの接続元に集まる初めてのログイン成功' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['novelty', 'takeover', 'source'],
  partition: ['source'],
  // It reads what is usual for each account, which only the second stage knows.
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: { events: ({ burst, accounts }) => Math.min(burst, accounts), any: ['account'] },
  needs: ['ip', 'account', 'success'],
  parameters: FAN_IN_PARAMETERS,
  episode: 'gap',
  question: {
    en: 'Is somebody logging in to one account after another from here?',
    ja: 'この接続元から複数のアカウントに次々とログインされていないか',
  },
  howItDecides: {
    en: 'Counts the accounts that log in from an address (IPv6: /64) for the first time although they were used elsewhere before and never on its network. Five in a day or three in an hour are reported if the place is odd: a data centre, VPN or relay, a network that is rare in this log, or a country new to at least half of them. Medium, but low if it is one script (a household-budget app) or if most of them keep their usual program (a journey together). Addresses with people of their own, and those of more than 48 accounts, are not judged.',
    ja: '接続元のIPアドレス(IPv6は/64)ごとに、それまで別の回線で使われていて、そこからは初めてログインに成功したアカウントを数えます。1日に5個、または1時間に3個に達し、かつ不自然な接続元(データセンター・VPN・中継サービス、ログ全体で珍しい回線、半数以上にとって初めての国)であれば「中」とします。1つのプログラムによる場合(家計簿アプリなど)や、多くが普段の端末のままの場合(団体での移動)は「低」です。普段からの利用者がいる接続元と、49個以上のアカウントが使う接続元は対象にしません。',
  },
  falsePositives: [
    { en: 'A new household-budget or points app on its first days.', ja: '新しい家計簿アプリやポイントアプリの開始直後。' },
    { en: 'A company that moves behind a VPN or a cloud proxy.', ja: 'VPNやクラウドプロキシの利用を始めた企業。' },
    { en: 'Colleagues with new laptops abroad.', ja: '出張先で新しいパソコンを使う同僚。' },
  ],
  blindSpots: [
    { en: 'An attacker who changes the address for each account.', ja: 'アカウントごとにIPアドレスを変える攻撃者。' },
    { en: "A home line in the customers' country.", ja: '利用者と同じ国の家庭用回線。' },
    {
      en: 'Accounts seen for the first time: they have no elsewhere.',
      ja: 'このログに初めて現れたアカウント(比較できる過去の場所がない)。',
    },
  ],
  messages: {
    'fan-in': {
      en: '{accounts:account|accounts} logged in from {source} ({country}, {network}) within {window}, none of which was ever used there before.',
      ja: '{source}({country}、{network})から、それまでそこで使われたことのない {accounts}個のアカウントにログインが成功しています({window}以内)。',
    },
  },
  state: FAN_IN_STATE,
  create: (context) =>
    createFanIn(context, {
      isRareOnly: false,
      isApart: ({ usual, networkKey }) => usual.sameSource === 0 && (networkKey < 0 || usual.sameNetwork === 0),
    }),
})
