import { defineRule, number } from '../define-rule.ts'
import { agentText, contextNews, networkText, newsNames, newsSeverity } from '../define-signals.ts'
import type { ContextNews } from '../define-signals.ts'

const messageOf = ({ country, agent }: ContextNews): string => {
  if (country) return agent ? 'country-agent' : 'country'
  return agent ? 'network-agent' : 'network'
}

/** A login that worked from a country, network or program that the account never used, weighed by how rare that is (N1). */
export const rule = defineRule({
  id: 'new-context-success',
  title: { en: 'Login from a context new to the account', ja: '普段と異なる環境からのログイン成功' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['novelty', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  after: ['single-source-stuffing', 'single-source-spray', 'low-and-slow-source', 'user-enumeration'],
  when: { action: ['login'], outcome: ['success'] },
  // A new country or program; or a new network that is rare or under attack, for every other network alone says nothing.
  least: {
    events: () => 1,
    any: ['country', 'agent', 'device', 'rare-network', 'threat'],
    rare: ({ rareShare }) => ({ share: rareShare, fewest: 0 }),
  },
  needs: ['ip', 'account', 'success'],
  parameters: {
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
    rareShare: {
      default: 0.001,
      type: 'ratio',
      en: "A network with at most this share of the log's successes is rare: on the RBA data all takeovers lie below 0.001, with 8.1 % of good logins.",
      ja: 'ログの成功に占める割合がこれ以下のネットワークをまれとみなす。RBAデータでは不正ログインのすべてが0.001未満で、正当なログインの8.1%も含まれる。',
    },
    commonShare: {
      default: 0.05,
      type: 'ratio',
      en: 'A network with at least this share is common: a new phone on a large carrier is low.',
      ja: '割合がこれ以上のネットワークは一般的とみなす(大手通信事業者での新しい電話は「低」)。',
    },
    attackWithin: {
      default: '180m',
      type: 'duration',
      en: 'An attack by the source ended at most this long ago.',
      ja: 'その攻撃元による攻撃が終わってからの最長時間。',
    },
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is this login unlike everything the account did before?',
    ja: 'このログインは、このアカウントの過去の利用と異なるか',
  },
  howItDecides: {
    en: "Compares country, network and program (family and system, never versions) with the account's earlier successes that no rule doubted. One new thing is low (a new network or program alone is reported only where the network is rare in this log), network and program together or a new country with one more are medium. A source that is attacking, or a data centre, VPN or relay with a new program, makes it high. Without history it is low at most. Rarity is judged only after 1,000 successes and a day of them.",
    ja: '国・回線・端末(ブラウザとOSの種類。バージョンは見ません)を、疑わしい記録を除いた過去の成功と比べます。1つだけ新しい場合は「低」(回線だけ、または端末だけの場合は、このログで珍しい回線のときだけ)、回線と端末、または国とほかの1つが新しい場合は「中」、接続元が攻撃中の場合や、データセンター・VPN・中継サービスから新しい端末で成功した場合は「高」とします。履歴が少ない場合は最大でも「低」です。珍しさは成功1,000件かつ1日分がたまってから判断します。',
  },
  falsePositives: [
    { en: 'A new phone or computer set up away from home.', ja: '外出先で設定した新しい電話やパソコン。' },
    { en: 'A traveller with a borrowed device.', ja: '借りた端末を使う旅行者。' },
    { en: 'A migration that changes every program at once.', ja: '全員のプログラムが一斉に変わる移行。' },
  ],
  blindSpots: [
    {
      en: "An attacker with the owner's network and the same kind of program.",
      ja: '本人と同じネットワークで、同じ種類のプログラムを使う攻撃者。',
    },
    { en: 'Accounts with little history.', ja: '履歴の少ないアカウント。' },
    { en: 'Logs without network and program.', ja: 'ネットワークとプログラムを記録しないログ。' },
  ],
  messages: {
    country: {
      en: 'Login to {account} from {source} ({country}, {network}, {agent}): the first from this country after {logins:earlier login|earlier logins}.',
      ja: '{account} に {source}({country}、{network}、{agent})からログインが成功しています。この国からは初めてです(過去のログイン {logins}回)。',
    },
    'country-agent': {
      en: 'Login to {account} from {source} ({country}, {network}, {agent}): the first from this country and with this program after {logins:earlier login|earlier logins}.',
      ja: '{account} に {source}({country}、{network}、{agent})からログインが成功しています。この国からも、この端末でも初めてです(過去のログイン {logins}回)。',
    },
    'network-agent': {
      en: 'Login to {account} from {source} ({country}, {network}, {agent}): the first from this network and with this program after {logins:earlier login|earlier logins}.',
      ja: '{account} に {source}({country}、{network}、{agent})からログインが成功しています。この回線からも、この端末でも初めてです(過去のログイン {logins}回)。',
    },
    network: {
      en: 'Login to {account} from {source} ({country}, {network}, {agent}): the first from this network, which is rare in this log, after {logins:earlier login|earlier logins}.',
      ja: '{account} に {source}({country}、{network}、{agent})からログインが成功しています。この回線からは初めてで、ログ全体でも珍しい回線です(過去のログイン {logins}回)。',
    },
    attacked: {
      en: 'Login to {account} from {source} ({country}, {network}, {agent}), a source that attacked other accounts and is new to this one; earlier logins: {logins}.',
      ja: '{account} に、ほかのアカウントを攻撃していた {source}({country}、{network}、{agent})からログインが成功しています。このアカウントでは初めての接続元です(過去のログイン {logins}回)。',
    },
  },
  // The context last found to be known: what is usual never becomes unusual, so an event like it needs no look-up.
  state: { network: number(-1), country: number(-1), agent: number(-1) },
  create: ({ parameters, report }) => {
    const options = { ...parameters, minHistoryMs: parameters.minHistory }
    return {
      event: (event, state) => {
        if (
          event.agentKey >= 0 &&
          event.networkKey === state.network &&
          event.countryKey === state.country &&
          event.agentKey === state.agent
        )
          return
        const news = contextNews(event, options)
        if (news === undefined) {
          if (Number.isNaN(event.usual.firstMs)) return
          state.network = event.networkKey
          state.country = event.countryKey
          state.agent = event.agentKey
          return
        }
        const isAttacked = event.threat(parameters.attackWithin) !== undefined
        const severity = newsSeverity(news, event, isAttacked)
        if (severity === undefined) return
        report(event, {
          messageId: isAttacked ? 'attacked' : messageOf(news),
          severity,
          confidence: news.isThin ? 'low' : severity === 'high' ? 'high' : 'medium',
          data: {
            account: event.account ?? '',
            source: event.source ?? '',
            country: event.country ?? '',
            network: networkText(event),
            agent: agentText(event),
            news: newsNames(news),
            logins: event.usual.successes,
            rare: news.isRare,
          },
          evidence: [event.row],
        })
      },
    }
  },
})
