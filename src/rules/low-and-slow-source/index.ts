import { createTally } from '../../kernel/tally.ts'
import { HOUR_MS } from '../../kernel/time-units.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import { GUESS_REASONS, isSharedSource, subjectOf } from '../define-signals.ts'

/** One address tries many accounts, a few times each, slowly enough to stay below rate limits (G5). */
export const rule = defineRule({
  id: 'low-and-slow-source',
  title: { en: 'Slow attempts on many accounts from one source', ja: '1つの接続元からの低頻度・多アカウントへのログイン試行' },
  severity: 'medium',
  attack: ['T1110.003', 'T1110.004'],
  tags: ['spray', 'stuffing', 'campaign', 'source'],
  partition: ['source'],
  stage: 1,
  when: { action: ['login'], outcome: ['failure', 'blocked', 'success'], reason: GUESS_REASONS, opens: ['failure', 'blocked'] },
  least: { events: ({ users, failureShare }) => Math.floor(users * failureShare) },
  needs: ['ip', 'username'],
  parameters: {
    window: { default: '24h', type: 'duration', en: 'Time within which identifiers are counted.', ja: 'IDを数える期間。' },
    users: {
      default: 50,
      type: 'count',
      en: 'Different identifiers with few tries: on the RBA data 2.2 per 10,000 good logins share an address with 50, 47.5 with 15.',
      ja: '試行回数の少ない異なるIDの数。RBAデータでは、正当なログイン1万件あたり、50個と同じIPアドレスを使うものが2.2件、15個では47.5件。',
    },
    fewTries: { default: 3, type: 'count', en: 'Tries per identifier that count as few.', ja: '少ないとみなす、ID1つあたりの試行回数。' },
    fewShare: {
      default: 0.8,
      type: 'ratio',
      en: 'Share of the identifiers that have at most so many tries.',
      ja: '試行回数がこれ以下のIDの割合。',
    },
    failureShare: {
      default: 0.8,
      type: 'ratio',
      en: 'More than this share of the attempts fail.',
      ja: '試行のうち失敗の割合がこれを超えること。',
    },
    spread: {
      default: '1h',
      type: 'duration',
      en: 'Least time from the first to the last attempt.',
      ja: '最初の試行から最後の試行までの最短時間。',
    },
    perHour: {
      default: 120,
      type: 'count',
      en: 'Faster than this is not slow: the other source rules see it.',
      ja: 'これより速いものは低速とみなさない(攻撃元別の他のルールが対象)。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is this source working through many accounts below the rate limits?',
    ja: 'この接続元は検知を避けて時間をかけ、多数のアカウントを試しているか',
  },
  howItDecides: {
    en: 'Over a day, counts the identifiers that failed a few times each from one address (IPv6: /64). Nearly everything must fail, at no more than about two attempts a minute. Addresses behind which many people usually succeed are reported at low.',
    ja: '1日の間に同じIPアドレス(IPv6は/64)から数回ずつ失敗したIDを数えます。大半が失敗し、1分あたり2回程度までの頻度のものが該当します。普段から多くの利用者が成功している共用アドレスは「低」とします。',
  },
  falsePositives: [
    {
      en: 'Large carrier addresses where only failures are logged.',
      ja: '失敗だけを記録するログでの、利用者の多い通信事業者のIPアドレス。',
    },
    { en: 'A monitoring system with test accounts.', ja: '試験用アカウントを使う監視システム。' },
  ],
  blindSpots: [
    { en: 'Fewer than the threshold of identifiers a day per address.', ja: 'IPアドレスごとのIDの数が、1日あたりしきい値未満のもの。' },
    { en: 'Only the newest 512 attempts of the window are looked at.', ja: '期間内の最新512件の試行だけを調べる。' },
  ],
  messages: {
    slow: {
      en: '{source}: {count} failed login attempts; {users:ID|IDs} within {window}, mostly at most {fewTries} tries each.',
      ja: '{source} から不正ログインの試行が {count}回ありました({window}以内に {users}個のID、その大半が {fewTries}回以内)。',
    },
  },
  state: { fails: recent(512), successes: recent(128), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const tally = createTally()
    let firstMs = Number.NaN
    const addSubject = (timeMs: number, subject: number): void => {
      if (Number.isNaN(firstMs)) firstMs = timeMs
      tally.add(subject)
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
        if (tries < parameters.users || state.fails.countSince(event.timeMs - HOUR_MS) > parameters.perHour) return
        if (tries <= (tries + state.successes.countSince(sinceMs)) * parameters.failureShare) return
        firstMs = Number.NaN
        tally.begin(tries)
        state.fails.each(sinceMs, addSubject)
        if (event.timeMs - firstMs < parameters.spread) return
        const users = tally.distinct()
        const few = tally.countWithin(1, parameters.fewTries)
        if (few < parameters.users || few < users * parameters.fewShare) return
        const isShared = isSharedSource(event)
        report(event, {
          messageId: 'slow',
          severity: isShared ? 'low' : 'medium',
          confidence: isShared ? 'low' : 'medium',
          data: { source: event.source ?? '', users, fewTries: parameters.fewTries, window: { durationMs: parameters.window } },
          evidence: state.fails.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
