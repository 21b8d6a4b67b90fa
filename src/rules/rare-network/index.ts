import { defineRule, number } from '../define-rule.ts'
import { agentText, contextNews, isDetour, networkText } from '../define-signals.ts'
import type { RuleEvent } from '../define-rule.ts'
import type { Severity } from '../../model/vocabulary.ts'

/** A login that worked from a network that hardly any other account uses, and this one never did (N2). */
export const rule = defineRule({
  id: 'rare-network',
  title: { en: 'Login from a network that hardly anybody uses', ja: 'ほとんど使われない回線からのログイン成功' },
  severity: 'low',
  attack: ['T1078'],
  tags: ['novelty', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: { events: () => 2, any: ['rare-network'], rare: ({ share, fewest }) => ({ share, fewest }) },
  needs: ['ip', 'account', 'success', 'network'],
  parameters: {
    share: {
      default: 0.00002,
      type: 'ratio',
      en: "Share of the log's successes that the network may have: on the RBA data two thirds of the takeovers lie at or below it, with 1.1 % of good logins.",
      ja: 'ログの成功に占めるネットワークの割合の上限。RBAデータでは、不正ログインの3分の2がこれ以下で、正当なログインでは1.1%。',
    },
    fewest: {
      default: 1,
      type: 'count',
      en: 'So many logins may come from the network in any case, as in a smaller log the share is less than one login.',
      ja: '割合にかかわらず、そのネットワークからこの回数までのログインを許容(小さいログでは割合が1回に満たないため)。',
    },
    minSuccesses: {
      default: 5,
      type: 'count',
      en: 'Logins that make a history; below, unless it is old enough, at most low.',
      ja: '履歴があるとみなすログイン回数(これに満たず、古さも足りなければ最大で「低」)。',
    },
    minHistory: {
      default: '14d',
      type: 'duration',
      en: 'Age of the first login that makes a history with fewer logins.',
      ja: '回数が少なくても履歴があるとみなす、最初のログインからの経過時間。',
    },
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Does anybody else ever log in from this network?',
    ja: 'この回線からログインする人はほかにいるか',
  },
  howItDecides: {
    en: "Takes a login from a network that the account never used and that has at most 2 in 100,000 of the log's successes so far (or a single one). Alone it is low; with a program new to the account medium; from a data centre, VPN or relay as well high. Shares only, because absolute numbers grow with the log. Nothing is said before 1,000 successes and a day of them.",
    ja: 'そのアカウントで初めての回線で、かつそれまでのログ全体の成功に占める割合が10万分の2以下(または1件以下)の場合を取り上げます。それだけなら「低」、端末(ブラウザとOSの種類)も初めてなら「中」、さらにデータセンター・VPN・中継サービスなら「高」とします。件数ではなく割合で見ます。成功が1,000件かつ1日分たまるまでは判断しません。',
  },
  falsePositives: [
    { en: 'A traveller in a hotel or abroad: with the usual phone low.', ja: 'ホテルや海外にいる旅行者(普段の電話なら「低」)。' },
    { en: 'A new small provider.', ja: '新しい小規模な通信事業者。' },
    { en: 'A new phone bought on a journey.', ja: '旅行中に購入した新しい電話。' },
  ],
  blindSpots: [
    {
      en: 'An attacker on a network that customers use, as with resold home lines.',
      ja: '利用者も使うネットワークからの攻撃者(転売された家庭用回線など)。',
    },
    { en: 'Logs with fewer than 1,000 successes.', ja: '成功が1,000件未満のログ。' },
    { en: 'Accounts with little history are low at most.', ja: '履歴の少ないアカウント(最大で「低」)。' },
  ],
  messages: {
    network: {
      en: 'Login to {account} from {source} ({network}, {country}), a network new to the account from which {others:other login|other logins} of {successes} came so far.',
      ja: '{account} に {source}({network}、{country})からログインが成功しています。このアカウントでは初めての回線で、それまでの成功 {successes}件のうち {others}件にしか使われていません。',
    },
    'network-agent': {
      en: 'Login to {account} from {source} ({network}, {country}) with a program new to the account ({agent}); the network is new to it too, and {others:other login|other logins} of {successes} came from there so far.',
      ja: '{account} に、初めての端末({agent})から {source}({network}、{country})経由でログインが成功しています。回線も初めてで、それまでの成功 {successes}件のうち {others}件にしか使われていません。',
    },
  },
  // The network last found to be known to the account: the next event from there needs no look-up.
  state: { network: number(-1) },
  create: ({ parameters, report }) => {
    const options = {
      minSuccesses: parameters.minSuccesses,
      minHistoryMs: parameters.minHistory,
      rareShare: parameters.share,
      commonShare: 1,
    }
    const isRare = ({ facts }: RuleEvent): boolean =>
      facts.mature && facts.networkSuccesses <= Math.max(parameters.fewest, facts.successes * parameters.share)
    const severityOf = (event: RuleEvent, isAgentNew: boolean, isThin: boolean): Severity => {
      if (isThin || !isAgentNew) return 'low'
      return isDetour(event) ? 'high' : 'medium'
    }
    return {
      event: (event, state) => {
        if (event.networkKey < 0 || event.networkKey === state.network) return
        if (event.usual.sameNetwork > 0) {
          state.network = event.networkKey
          return
        }
        if (!isRare(event) || event.network?.kind === 'private') return
        const news = contextNews(event, options)
        if (news === undefined) return
        const severity = severityOf(event, news.agent, news.isThin)
        report(event, {
          messageId: news.agent ? 'network-agent' : 'network',
          severity,
          confidence: news.isThin ? 'low' : severity === 'high' ? 'high' : 'medium',
          data: {
            account: event.account ?? '',
            source: event.source ?? '',
            country: event.country ?? '',
            network: networkText(event),
            agent: agentText(event),
            others: event.facts.networkSuccesses,
            successes: event.facts.successes,
            logins: event.usual.successes,
          },
          evidence: [event.row],
        })
      },
    }
  },
})
