import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent } from '../define-rule.ts'
import { agentText, isDetour, isSharedSource, networkText } from '../define-signals.ts'

/** One address opens account after account: bonuses, spam, or names to hide among. */
export const rule = defineRule({
  id: 'signup-wave',
  title: { en: 'Many sign-ups from one source', ja: '1つの接続元からの大量の新規登録' },
  severity: 'medium',
  attack: ['T1136'],
  tags: ['signup', 'campaign', 'source'],
  partition: ['source'],
  stage: 1,
  when: { action: ['signup'], outcome: ['success', 'info', 'challenge'] },
  least: { events: ({ signups }) => signups },
  needs: ['ip'],
  parameters: {
    window: { default: '1h', type: 'duration', en: 'Time within which sign-ups are counted.', ja: '新規登録を数える期間。' },
    signups: {
      default: 20,
      type: 'count',
      en: 'Sign-ups from the source (Panther: 20 in 60 minutes).',
      ja: 'その攻撃元からの新規登録の数(Panther: 60分に20件)。',
    },
    crowd: {
      default: 60,
      type: 'count',
      en: 'More than a school class: medium whatever the address.',
      ja: '学校の1クラスを超える数(どのIPアドレスでも「中」)。',
    },
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is somebody making accounts in numbers?',
    ja: 'アカウントが大量に作られていないか',
  },
  howItDecides: {
    en: 'Counts sign-ups per address (IPv6: /64) and hour. Medium from a program that is no browser, from a data centre, VPN or relay, or above what a class or an event brings; otherwise, and from addresses behind which many people usually succeed, low.',
    ja: '接続元のIPアドレス(IPv6は/64)ごとに1時間の新規登録を数えます。ブラウザ以外のプログラム、データセンター・VPN・中継サービスからのもの、学級や催しで起こる数を超えるものは「中」、それ以外と、普段から多くの利用者が成功している共用アドレスは「低」とします。',
  },
  falsePositives: [
    { en: 'A class or an event where everybody registers at once (low).', ja: '全員が一斉に登録する授業や催し(「低」)。' },
    { en: 'A shop that registers its customers at the counter.', ja: '店頭で顧客を登録する店舗。' },
  ],
  blindSpots: [
    { en: 'Sign-ups spread over many addresses.', ja: '多数のIPアドレスに分散した新規登録。' },
    { en: 'Sign-ups that the log does not hold.', ja: 'ログにない新規登録。' },
  ],
  messages: {
    crowd: {
      en: '{source} ({network}): {signups} sign-ups within {window}, last with {agent}.',
      ja: '{source}({network})から {window}以内に {signups}件の新規登録がありました(直近の端末 {agent})。',
    },
    machine: {
      en: '{source} ({network}): {signups} sign-ups within {window}, by a program ({agent}) or through a data centre, VPN or relay.',
      ja: '{source}({network})から {window}以内に、プログラム({agent})またはデータセンター・VPN・中継サービス経由で {signups}件の新規登録がありました。',
    },
  },
  state: { signups: recent(128), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const isMachine = (event: RuleEvent): boolean => event.agent?.scripted === true || isDetour(event)
    return {
      event: (event, state) => {
        const sinceMs = event.timeMs - parameters.window
        state.signups.push(event.timeMs, isMachine(event) ? 1 : 0, 0, event.row)
        const signups = state.signups.countSince(sinceMs)
        if (signups < parameters.signups) return
        let machines = 0
        state.signups.each(sinceMs, (_timeMs, isByMachine) => {
          machines += isByMachine
        })
        const isByMachines = machines * 2 >= signups
        const isLow = !isByMachines && (signups < parameters.crowd || isSharedSource(event))
        report(event, {
          messageId: isByMachines ? 'machine' : 'crowd',
          severity: isLow ? 'low' : 'medium',
          confidence: isLow ? 'low' : 'medium',
          data: {
            source: event.source ?? '',
            network: networkText(event),
            agent: agentText(event),
            signups,
            window: { durationMs: parameters.window },
          },
          evidence: state.signups.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
