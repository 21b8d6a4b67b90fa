import { createTally } from '../../kernel/tally.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import { GUESS_REASONS, isSharedSource, subjectOf } from '../define-signals.ts'

/** One address tries a few common passwords on several accounts (G4). */
export const rule = defineRule({
  id: 'single-source-spray',
  title: { en: 'Password spraying from one source', ja: '1つの接続元からのパスワードスプレー攻撃' },
  severity: 'high',
  attack: ['T1110.003'],
  tags: ['spray', 'campaign', 'source'],
  partition: ['source'],
  stage: 1,
  when: { action: ['login'], outcome: ['failure', 'blocked', 'success'], reason: GUESS_REASONS, opens: ['failure', 'blocked'] },
  least: { events: ({ failures }) => failures },
  needs: ['ip', 'username'],
  parameters: {
    window: { default: '1h', type: 'duration', en: 'Time within which attempts are counted.', ja: '試行を数える期間。' },
    failures: { default: 15, type: 'count', en: 'Failures from the source.', ja: 'その攻撃元からの失敗の回数。' },
    users: { default: 5, type: 'count', en: 'Different identifiers that failed.', ja: '失敗した異なるIDの数。' },
    lowTries: {
      default: 2,
      type: 'count',
      en: 'Least tries per identifier that fit spraying.',
      ja: 'スプレー攻撃とみなす、ID1つあたりの最小試行回数。',
    },
    highTries: {
      default: 6,
      type: 'count',
      en: 'Most tries per identifier that fit spraying.',
      ja: 'スプレー攻撃とみなす、ID1つあたりの最大試行回数。',
    },
    fitShare: { default: 0.6, type: 'ratio', en: 'Share of the identifiers whose tries fit.', ja: '試行回数がこの範囲に収まるIDの割合。' },
    mostTries: {
      default: 8,
      type: 'count',
      en: 'More tries than this on one identifier is guessing, not spraying.',
      ja: '1つのIDへの試行がこれを超えると、スプレーではなく推測とみなす。',
    },
    spread: {
      default: '5m',
      type: 'duration',
      en: 'Least time from the first to the last attempt.',
      ja: '最初の試行から最後の試行までの最短時間。',
    },
    successShare: {
      default: 0.5,
      type: 'ratio',
      en: 'Above this share of successes it is a shared address of people, not an attack.',
      ja: '成功の割合がこれを超えると、攻撃ではなく共用のIPアドレスとみなす。',
    },
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is this source trying a few passwords on many accounts?',
    ja: 'この接続元は少数のパスワードを多数のアカウントに試しているか',
  },
  howItDecides: {
    en: 'Counts failures per address (IPv6: /64) within an hour: several identifiers, each with a handful of tries, none with many, spread over at least some minutes, and few successes. Addresses behind which many people usually succeed are reported at medium with low confidence.',
    ja: '接続元のIPアドレス(IPv6は/64)ごとに1時間の失敗を数えます。複数のIDを数回ずつ、ある程度の時間をかけて試し、成功が少ないものが該当します。普段から多くの利用者が成功している共用アドレスは「中」(確度は低)とします。',
  },
  falsePositives: [
    {
      en: 'An office or school on the day when passwords expire: the success share keeps most of them out.',
      ja: 'パスワードの期限日のオフィスや学校(多くは成功の割合で除外)。',
    },
  ],
  blindSpots: [
    { en: 'One try per identifier and day: see low-and-slow-source.', ja: '1日にID1つあたり1回の試行(low-and-slow-source が対象)。' },
    { en: 'Attacks that change address for each try.', ja: '試行のたびにIPアドレスを変える攻撃。' },
  ],
  messages: {
    spray: {
      en: '{source}: {count} failed login attempts, {tries} on {users:ID|IDs} within {window}, at most {most} on one of them.',
      ja: '{source} から不正ログインの試行が {count}回ありました({window}以内に {users}個のIDへ {tries}回、1つのIDへは最大 {most}回)。',
    },
  },
  state: { fails: recent(256), successes: recent(256), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const tally = createTally()
    let firstMs = Number.NaN
    const addSubject = (timeMs: number, subject: number): void => {
      if (Number.isNaN(firstMs)) firstMs = timeMs
      tally.add(subject)
    }
    const fits = (): boolean => {
      const users = tally.distinct()
      return (
        users >= parameters.users &&
        tally.most() <= parameters.mostTries &&
        tally.countWithin(parameters.lowTries, parameters.highTries) >= users * parameters.fitShare
      )
    }
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
        firstMs = Number.NaN
        tally.begin(tries)
        state.fails.each(sinceMs, addSubject)
        if (event.timeMs - firstMs < parameters.spread || !fits()) return
        const isShared = isSharedSource(event)
        report(event, {
          messageId: 'spray',
          severity: isShared ? 'medium' : 'high',
          confidence: isShared ? 'low' : 'high',
          data: {
            source: event.source ?? '',
            tries,
            users: tally.distinct(),
            most: tally.most(),
            window: { durationMs: parameters.window },
          },
          evidence: state.fails.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
