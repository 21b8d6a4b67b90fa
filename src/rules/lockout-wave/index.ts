import { createTally } from '../../kernel/tally.ts'
import { HOUR_MS } from '../../kernel/time-units.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { subjectOf } from '../define-signals.ts'
import type { Severity } from '../../model/vocabulary.ts'

/** A rate is worth something only over a day: before, nobody knows whether this many are usual. */
const YOUNG_HOURS = 24
const STATE = {
  locks: recent(256),
  firstHour: number(Number.NaN),
  hour: number(),
  inHour: number(),
  before: number(),
  reportedRow: number(-1),
}

/** Account after account locks: what guessing from very many addresses leaves, where no address stands out. */
export const rule = defineRule({
  id: 'lockout-wave',
  title: { en: 'Wave of locked accounts', ja: 'アカウントロックの多発' },
  severity: 'medium',
  attack: ['T1110', 'T1531'],
  tags: ['campaign', 'lockout', 'global'],
  partition: 'global',
  stage: 1,
  when: { action: ['account-lock', 'login'], outcome: ['success', 'info', 'failure', 'blocked'], reason: ['locked'] },
  needs: ['username'],
  parameters: {
    burst: { default: '5m', type: 'duration', en: 'Short window.', ja: '短い期間の長さ。' },
    burstUsers: {
      default: 10,
      type: 'count',
      en: 'Accounts locked within the short window (Elastic, Microsoft 365).',
      ja: '短い期間にロックされたアカウントの数(Elastic、Microsoft 365)。',
    },
    window: { default: '30m', type: 'duration', en: 'Long window.', ja: '長い期間の長さ。' },
    users: {
      default: 25,
      type: 'count',
      en: 'Accounts locked within the long window: high, once a day of lockouts is known (Elastic, Entra).',
      ja: '長い期間にロックされたアカウントの数。過去1日分のロックの記録があれば「高」(Elastic、Entra)。',
    },
    times: {
      default: 6,
      type: 'number',
      en: "How many times the log's own rate so far it must be: a large service locks accounts all day.",
      ja: 'ログのそれまでの頻度の何倍に達すれば検知するか(大規模なサービスでは終日ロックが発生する)。',
    },
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Are many accounts being locked at once?',
    ja: '多数のアカウントが同時期にロックされていないか',
  },
  howItDecides: {
    en: "Counts the different accounts that were locked, or refused as locked, in five and in thirty minutes over the whole log. Both numbers must also be several times what the log's rate up to the hour before lets expect. The first day of lockouts counts one step lower: a large service may lock as many every day.",
    ja: 'ログ全体で、ロックされた(またはロック中として拒否された)アカウントの数を5分間と30分間で数えます。直前の正時までの発生率から見込まれる数の数倍を超えることも条件です。大規模なサービスでは日常的に起こりうるため、ログ中の最初のロックから1日間は1段階低く扱います。',
  },
  falsePositives: [
    { en: 'A change of a password policy, or a fault that locks everybody.', ja: 'パスワードポリシーの変更、または全員をロックする障害。' },
    {
      en: 'A client with old passwords that starts all at once on a Monday.',
      ja: '古いパスワードを持つクライアントが、月曜に一斉に動き出した場合。',
    },
  ],
  blindSpots: [
    { en: 'Services that slow attempts down instead of locking.', ja: 'ロックせずに試行を遅らせるサービス。' },
    {
      en: 'Where refused logins of locked accounts fill the log all day, only a large wave stands out.',
      ja: 'ロック済みアカウントの拒否が終日続くログ(大規模なものしか目立たない)。',
    },
  ],
  messages: {
    burst: {
      en: '{users:account|accounts} locked within {window}.',
      ja: '{window}以内に {users}個のアカウントがロックされています。',
    },
    wave: {
      en: '{users:account|accounts} locked within {window}: guessing at this scale is an attack on the service, whatever its addresses.',
      ja: '{window}以内に {users}個のアカウントがロックされています。接続元が分散していても、サービス全体への攻撃とみられる規模です。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const tally = createTally()
    const addSubject = (_timeMs: number, subject: number): void => tally.add(subject)
    const usersWithin = (state: State<typeof STATE>, event: RuleEvent, windowMs: number): number => {
      const count = state.locks.countSince(event.timeMs - windowMs)
      if (count < parameters.burstUsers) return 0
      tally.begin(count)
      state.locks.each(event.timeMs - windowMs, addSubject)
      return tally.distinct()
    }
    /** Counts by hour; those of the hour under way are not yet what is usual. */
    const turnHour = (state: State<typeof STATE>, hour: number): void => {
      if (Number.isNaN(state.firstHour)) state.firstHour = hour
      if (hour !== state.hour) {
        state.before += state.inHour
        state.inHour = 0
        state.hour = hour
      }
      state.inHour += 1
    }
    const isUnusual = (state: State<typeof STATE>, users: number, windowMs: number): boolean => {
      const hours = Math.max(1, state.hour - state.firstHour)
      return users >= (parameters.times * state.before * windowMs) / (hours * HOUR_MS)
    }
    const isYoung = ({ hour, firstHour }: State<typeof STATE>): boolean => hour - firstHour < YOUNG_HOURS
    const severityOf = (isWave: boolean, state: State<typeof STATE>): Severity => {
      if (isWave) return isYoung(state) ? 'medium' : 'high'
      return isYoung(state) ? 'low' : 'medium'
    }
    return {
      event: (event, state) => {
        turnHour(state, Math.floor(event.timeMs / HOUR_MS))
        state.locks.push(event.timeMs, subjectOf(event), 0, event.row)
        const many = usersWithin(state, event, parameters.window)
        const isWave = many >= parameters.users && isUnusual(state, many, parameters.window)
        const users = isWave ? many : usersWithin(state, event, parameters.burst)
        const windowMs = isWave ? parameters.window : parameters.burst
        if (!isWave && (users < parameters.burstUsers || !isUnusual(state, users, windowMs))) return
        report(event, {
          messageId: isWave ? 'wave' : 'burst',
          severity: severityOf(isWave, state),
          confidence: isYoung(state) ? 'low' : 'medium',
          data: { users, window: { durationMs: windowMs } },
          evidence: state.locks.rowsSince(event.timeMs - windowMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
