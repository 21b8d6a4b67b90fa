import { createTally } from '../../kernel/tally.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import { GUESS_REASONS, isSharedSource, subjectOf } from '../define-signals.ts'

/** One address works through a list of leaked pairs: many names, one or two tries each (G3). */
export const rule = defineRule({
  id: 'single-source-stuffing',
  title: { en: 'Credential stuffing from one source', ja: '1つの接続元からのパスワードリスト攻撃' },
  severity: 'high',
  attack: ['T1110.004'],
  tags: ['stuffing', 'campaign', 'source'],
  partition: ['source'],
  stage: 1,
  when: { action: ['login'], outcome: ['failure', 'blocked', 'success'], reason: GUESS_REASONS, opens: ['failure', 'blocked'] },
  least: { events: ({ failures }) => failures },
  needs: ['ip', 'username'],
  parameters: {
    window: { default: '5m', type: 'duration', en: 'Time within which attempts are counted.', ja: '試行を数える期間。' },
    failures: {
      default: 20,
      type: 'count',
      en: 'Failures from the source: with 10 users, no good login on the RBA data is within reach of 20.',
      ja: 'その攻撃元からの失敗の回数。10アカウントという条件と合わせると、RBAデータの正当なログインは20回に達しない。',
    },
    users: { default: 10, type: 'count', en: 'Different identifiers that failed.', ja: '失敗した異なるIDの数。' },
    fewTries: {
      default: 2,
      type: 'count',
      en: 'Tries per identifier that fit a list of pairs.',
      ja: 'IDとパスワードの一覧による攻撃とみなす、ID1つあたりの試行回数。',
    },
    fewShare: {
      default: 0.8,
      type: 'ratio',
      en: 'Share of the identifiers that have at most so many tries.',
      ja: '試行回数がこれ以下のIDの割合。',
    },
    successShare: {
      default: 0.5,
      type: 'ratio',
      en: 'Above this share of successes it is a shared address of people, not an attack.',
      ja: '成功の割合がこれを超えると、攻撃ではなく共用のIPアドレスとみなす。',
    },
    gap: { default: '30m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is this source trying a list of leaked IDs and passwords?',
    ja: 'この接続元は流出したIDとパスワードの一覧を試しているか',
  },
  howItDecides: {
    en: 'Counts failures per address (IPv6: /64) and the identifiers they hit, known or not. A list shows as many identifiers with one or two tries each and few successes. Addresses behind which many people usually succeed are reported at medium with low confidence.',
    ja: '接続元のIPアドレス(IPv6は/64)ごとに失敗回数と試されたID(会員かどうかを問わない)を数えます。多数のIDを1〜2回ずつ試し、成功が少ないものがリスト型です。普段から多くの利用者が成功している共用アドレスは「中」(確度は低)とします。',
  },
  falsePositives: [
    {
      en: 'A carrier, campus or office address at a moment of trouble (expired passwords, an outage): the success share keeps most of them out.',
      ja: 'トラブル時(パスワードの期限切れ、障害)の通信事業者、大学、オフィスのIPアドレス(多くは成功の割合で除外)。',
    },
  ],
  blindSpots: [
    { en: 'Attacks spread over many addresses, each below the threshold.', ja: '多数のIPアドレスに分散し、それぞれがしきい値未満の攻撃。' },
    { en: "Addresses of the service's own proxies are not judged.", ja: 'サービス自身のプロキシのIPアドレス(判定の対象外)。' },
  ],
  messages: {
    stuffing: {
      en: '{source}: {count} failed login attempts, up to {tries} on {users:ID|IDs} within {window}; successes in that time: {successes}.',
      ja: '{source} から不正ログインの試行が {count}回ありました({window}以内に {users}個のIDへ {tries}回、同じ間の成功 {successes}回)。',
    },
  },
  state: { fails: recent(256), successes: recent(256), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const tally = createTally()
    const addSubject = (_timeMs: number, subject: number): void => tally.add(subject)
    return {
      event: (event, state) => {
        if (event.outcome === 'success') {
          state.successes.push(event.timeMs, 0, 0, event.row)
          return
        }
        const sinceMs = event.timeMs - parameters.window
        state.fails.push(event.timeMs, subjectOf(event), 0, event.row)
        const tries = state.fails.countSince(sinceMs)
        if (tries < parameters.failures) return
        const successes = state.successes.countSince(sinceMs)
        if (successes > (successes + tries) * parameters.successShare) return
        tally.begin(tries)
        state.fails.each(sinceMs, addSubject)
        const users = tally.distinct()
        if (users < parameters.users || tally.countWithin(1, parameters.fewTries) < users * parameters.fewShare) return
        const isShared = isSharedSource(event)
        report(event, {
          messageId: 'stuffing',
          severity: isShared ? 'medium' : 'high',
          confidence: isShared ? 'low' : 'high',
          data: { source: event.source ?? '', tries, users, successes, window: { durationMs: parameters.window } },
          evidence: state.fails.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
