import { createFanIn, FAN_IN_PARAMETERS, FAN_IN_STATE } from '../define-fan-in.ts'
import { defineRule } from '../define-rule.ts'

/** The same as `fan-in` for an attacker who changes the address but stays on one small network (N3). */
export const rule = defineRule({
  id: 'fan-in-network',
  title: { en: 'Several accounts new to one rare network', ja: '珍しい回線に集まる初めてのログイン成功' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['novelty', 'takeover', 'network'],
  partition: ['network'],
  // It reads what is usual for each account, which only the second stage knows.
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: {
    events: ({ burst, accounts }) => Math.min(burst, accounts),
    any: ['rare-network'],
    rare: ({ rareShare, accounts }) => ({ share: rareShare, fewest: accounts }),
  },
  needs: ['ip', 'account', 'success', 'network'],
  parameters: FAN_IN_PARAMETERS,
  episode: 'gap',
  question: {
    en: 'Is somebody logging in to one account after another from a network that hardly anybody uses?',
    ja: 'ほとんど使われない回線から複数のアカウントに次々とログインされていないか',
  },
  howItDecides: {
    en: 'Counts the accounts that log in from a network for the first time although they were used on others before: five in a day or three in an hour. Only networks are judged that are rare in this log, once it holds 1,000 successes and a day of them, and that have no people of their own. Medium, but low for a script or where most accounts keep their usual program.',
    ja: '回線(AS番号)ごとに、それまで別の回線で使われていて、そこからは初めてログインに成功したアカウントを数え、1日に5個、または1時間に3個に達したものを「中」とします。対象はこのログで珍しく、普段からの利用者がいない回線だけで、成功が1,000件かつ1日分たまってから判断します。1つのプログラムによる場合や、多くが普段の端末のままの場合は「低」です。',
  },
  falsePositives: [
    {
      en: 'A conference or a ship: most guests keep their usual program, so it is low.',
      ja: '会議や船(参加者の多くは普段のプログラムを使うため「低」)。',
    },
    { en: 'A network operator that changes its number.', ja: '番号を変更した通信事業者。' },
  ],
  blindSpots: [
    { en: 'An attacker who uses networks that the customers use too.', ja: '利用者も使うネットワークからの攻撃者。' },
    { en: 'Logs with fewer than 1,000 successes.', ja: '成功が1,000件未満のログ。' },
  ],
  messages: {
    'fan-in': {
      en: '{accounts:account|accounts} logged in from {network} ({country}) within {window}, last from {source}; none of them was ever used on this network before, which is rare in this log.',
      ja: 'このログでは珍しい回線の {network}({country})から、それまでその回線で使われたことのない {accounts}個のアカウントにログインが成功しています({window}以内、最後の接続元は {source})。',
    },
  },
  state: FAN_IN_STATE,
  create: (context) => createFanIn(context, { isRareOnly: true, isApart: ({ usual }) => usual.sameNetwork === 0 }),
})
