import { defineRule, number, recent } from '../define-rule.ts'
import type { Window } from '../define-rule.ts'
import { GUESS_REASONS } from '../define-signals.ts'

const firstMs = (window: Window, sinceMs: number): number => {
  let first = Number.NaN
  window.each(sinceMs, (timeMs) => {
    if (Number.isNaN(first)) first = timeMs
  })
  return first
}

/** Wrong passwords on one account from many addresses (G7). */
export const rule = defineRule({
  id: 'distributed-guessing',
  title: { en: 'Guessing on one account from many sources', ja: '多数の接続元から1アカウントへのログイン試行' },
  severity: 'medium',
  attack: ['T1110.001'],
  tags: ['guessing', 'distributed', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['failure', 'blocked'], reason: GUESS_REASONS },
  least: { events: ({ failures }) => failures },
  needs: ['ip', 'account'],
  parameters: {
    window: { default: '60m', type: 'duration', en: 'Time within which failures are counted.', ja: '失敗を数える期間。' },
    failures: {
      default: 8,
      type: 'count',
      en: 'Failures on the account: with 5 addresses, no good login on the RBA data is within reach.',
      ja: 'アカウントの失敗回数。5個のIPアドレスという条件と合わせると、RBAデータの正当なログインは該当しない。',
    },
    sources: {
      default: 5,
      type: 'count',
      en: 'Different addresses (IPv6: /64) they come from.',
      ja: '失敗が来た、異なるIPアドレスの数(IPv6は /64 単位)。',
    },
    networks: {
      default: 3,
      type: 'count',
      en: 'Different networks (autonomous systems) that make it high.',
      ja: '重要度を「高」とする、異なるネットワーク(AS)の数。',
    },
    gap: { default: '60m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is this account being guessed from many addresses at once?',
    ja: 'このアカウントは多数のアドレスから試行を受けているか',
  },
  howItDecides: {
    en: 'Counts wrong passwords on the account within the hour and the addresses they come from. Several networks make it high. One network that the account usually uses, with one program, is a phone that changes addresses: low.',
    ja: '1時間以内の失敗回数と接続元の数をアカウントごとに数えます。複数の回線事業者にまたがる場合は「高」、普段の回線と端末だけでアドレスが変わっている場合(携帯回線など)は「低」とします。',
  },
  falsePositives: [
    {
      en: 'A phone whose carrier changes its address with each attempt: low.',
      ja: '試行のたびに通信事業者がIPアドレスを変える電話(「低」)。',
    },
    { en: 'A shared account that several people fail to enter.', ja: '共用アカウントで、複数の人がログインに失敗した場合。' },
  ],
  blindSpots: [
    { en: 'Names that are no known account.', ja: '実在を確認できないアカウント名。' },
    { en: 'Waves spread over more than the window.', ja: '期間より長い時間に分散した攻撃。' },
  ],
  messages: {
    distributed: {
      en: '{account}: {count:wrong password|wrong passwords}; {failures} from {sources:source|sources} in {networks:network|networks} within {window}.',
      ja: '{account} に対する不正ログインの試行が {count}回ありました({window}以内に {sources}か所の接続元、{networks}の回線から {failures}回)。',
    },
    roaming: {
      en: '{account}: {count:wrong password|wrong passwords} from {sources:address|addresses} of the network and program it usually uses.',
      ja: '{account} で {count}回のログイン失敗がありました。接続元は {sources}か所ですが、いずれも普段の回線と端末です。',
    },
  },
  state: { fails: recent(64), agent: number(-2), agentSinceMs: number(), reportedRow: number(-1) },
  create: ({ parameters, report }) => ({
    event: (event, state) => {
      const sinceMs = event.timeMs - parameters.window
      state.fails.push(event.timeMs, event.sourceKey, event.networkKey, event.row)
      if (event.agentKey !== state.agent) state.agentSinceMs = event.timeMs
      state.agent = event.agentKey
      const failures = state.fails.countSince(sinceMs)
      if (failures < parameters.failures) return
      const sources = state.fails.distinctSince(sinceMs, 'a')
      if (sources < parameters.sources) return
      const networks = event.networkKey < 0 ? 0 : state.fails.distinctSince(sinceMs, 'b')
      const isRoaming =
        networks === 1 && state.agentSinceMs <= firstMs(state.fails, sinceMs) && event.usual.sameNetwork > 0 && event.usual.sameAgent > 0
      report(event, {
        messageId: isRoaming ? 'roaming' : 'distributed',
        severity: isRoaming ? 'low' : networks >= parameters.networks ? 'high' : 'medium',
        confidence: networks >= parameters.networks ? 'high' : 'medium',
        data: { account: event.account ?? '', failures, sources, networks, window: { durationMs: parameters.window } },
        evidence: state.fails.rowsSince(sinceMs, state.reportedRow),
      })
      state.reportedRow = event.row
    },
  }),
})
