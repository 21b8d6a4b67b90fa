import { createFanIn, FAN_IN_PARAMETERS, FAN_IN_STATE } from '../define-fan-in.ts'
import { defineRule } from '../define-rule.ts'

/** The same as `fan-in` for an attacker who changes the address but not the device (N3). */
export const rule = defineRule({
  id: 'fan-in-device',
  title: { en: 'Several accounts new to one device', ja: '1台の端末に集まる初めてのログイン成功' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['novelty', 'takeover', 'device'],
  partition: ['device'],
  // It reads what is usual for each account, which only the second stage knows.
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: { events: ({ burst, accounts }) => Math.min(burst, accounts), any: ['account'] },
  needs: ['ip', 'account', 'success', 'device'],
  parameters: FAN_IN_PARAMETERS,
  episode: 'gap',
  question: {
    en: 'Is somebody logging in to one account after another with this device?',
    ja: 'この端末から複数のアカウントに次々とログインされていないか',
  },
  howItDecides: {
    en: 'Counts the accounts that log in with a device (by the id that the provider gives it) for the first time, from a source where they never were either: five in a day or three in an hour. Reported if the place is odd: a data centre, VPN or relay, a network that is rare in this log, or a country new to at least half of them. Medium, but low for a script or where most accounts know the program. Devices with people of their own are not judged.',
    ja: '端末(プロバイダーが付ける識別子)ごとに、その端末からも接続元からも初めてログインに成功したアカウントを数えます。1日に5個、または1時間に3個に達し、かつ不自然な接続元(データセンター・VPN・中継サービス、ログ全体で珍しい回線、半数以上にとって初めての国)であれば「中」とします。1つのプログラムによる場合や、多くが使ったことのある種類の端末の場合は「低」です。普段からの利用者がいる端末は対象にしません。',
  },
  falsePositives: [
    { en: 'A shared computer that travels: a ship, a project office abroad.', ja: '移動する共用パソコン(船、海外の臨時事務所など)。' },
    { en: 'A provider that gives one device id to a whole app.', ja: 'アプリ全体に1つの端末IDを割り当てる提供元。' },
  ],
  blindSpots: [
    { en: 'An attacker who clears the device id, as most tools do.', ja: '端末IDを消す攻撃者(多くのツールがそうする)。' },
    { en: 'Logs without device ids.', ja: '端末IDのないログ。' },
  ],
  messages: {
    'fan-in': {
      en: '{accounts:account|accounts} logged in with one device within {window}, last from {source} ({country}, {network}); none of them was ever used with it before.',
      ja: '1台の端末から、それまでその端末で使われたことのない {accounts}個のアカウントにログインが成功しています({window}以内、最後の接続元は {source}、{country}、{network})。',
    },
  },
  state: FAN_IN_STATE,
  create: (context) =>
    createFanIn(context, { isRareOnly: false, isApart: ({ usual }) => usual.sameDevice === 0 && usual.sameSource === 0 }),
})
