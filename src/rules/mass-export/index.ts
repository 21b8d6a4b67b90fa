import { DAY_MS, HOUR_MS } from '../../kernel/time-units.ts'
import type { Severity } from '../../model/vocabulary.ts'
import { defineRule, number, recent, type RuleEvent, type State } from '../define-rule.ts'

const STATE = {
  acts: recent(256),
  firstMs: number(Number.NaN),
  hour: number(-1),
  inHour: number(),
  busiest: number(),
  reportedHour: number(-1),
  reportedRow: number(-1),
}

/** On an account's first day in the log nobody knows what it does every day. */
const severityOf = ({ timeMs, usual }: RuleEvent, { firstMs }: State<typeof STATE>, isLeaving: boolean): Severity => {
  const sinceMs = Number.isNaN(usual.firstMs) ? firstMs : Math.min(usual.firstMs, firstMs)
  const isKnown = timeMs - sinceMs >= DAY_MS
  if (isLeaving) return isKnown ? 'high' : 'medium'
  return isKnown ? 'medium' : 'low'
}

/** Somebody inside takes or looks at far more than usual. */
export const rule = defineRule({
  id: 'mass-export',
  title: { en: 'Mass export or viewing by an insider', ja: '内部者による大量のエクスポート・閲覧' },
  severity: 'medium',
  attack: ['T1213', 'T1530'],
  tags: ['roster', 'insider', 'account'],
  partition: ['account'],
  stage: 2,
  list: 'roster',
  among: 'roster',
  when: { action: ['data-export', 'message-read', 'profile-view'], outcome: ['success', 'info'] },
  least: { events: ({ views, exports }) => Math.min(views, exports) },
  needs: ['account'],
  parameters: {
    window: { default: '1h', type: 'duration', en: 'Time within which acts are counted.', ja: '操作を数える期間。' },
    views: { default: 200, type: 'count', en: 'Views within the window.', ja: '期間内の閲覧の回数。' },
    exports: { default: 20, type: 'count', en: 'Exports within the window.', ja: '期間内のエクスポートの回数。' },
    times: {
      default: 3,
      type: 'number',
      en: "At least this many times the account's own busiest hour before.",
      ja: 'そのアカウントのそれまでの最多(1時間あたり)に対する倍率の下限。',
    },
    leaving: {
      default: '30d',
      type: 'duration',
      en: 'Before the day of leaving, this long, it is high.',
      ja: '退職日まで残りこの期間以内なら「高」とする。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Does somebody inside take far more data than the work needs?',
    ja: '業務に必要な量を大きく超えて、データが持ち出されたり閲覧されたりしていないか',
  },
  howItDecides: {
    en: "For accounts of the roster: 20 exports or 200 views within an hour, and three times the account's own busiest hour before. High within the 30 days before the person leaves, or afterwards. One step lower on the account's first day in the log: what it does every day is not known yet.",
    ja: '人員リスト(--roster)にあるアカウントについて、1時間に20回以上のエクスポートまたは200回以上の閲覧があり、かつそのアカウントのそれまでの最多の3倍以上である場合に報告します。退職日前の30日間と退職後は「高」とします。ログに現れて最初の1日は普段の量が分からないため、1段階低く扱います。',
  },
  falsePositives: [
    { en: 'Month-end reports, migrations, an audit.', ja: '月末の集計、移行作業、監査。' },
    { en: 'The first busy hour in a log without a past.', ja: '過去の記録がないログでの、最初の多忙な時間帯。' },
  ],
  blindSpots: [
    { en: 'A little every day.', ja: '毎日少しずつの持ち出し。' },
    {
      en: 'Views that the log writes to the account that was looked at, not to who looked.',
      ja: '閲覧した側ではなく、閲覧された側のアカウントに記録される閲覧。',
    },
    { en: 'More than 256 acts within the window are not counted.', ja: '期間内の256回を超える操作(数えない)。' },
  ],
  messages: {
    mass: {
      en: '{account}: {exports:export|exports} and {views:view|views} within {window}; the busiest hour before had {before:act|acts}.',
      ja: '{account} により、{window}以内に {exports}回のエクスポートと {views}回の閲覧が行われています(それまでの最多は1時間に {before}回)。',
    },
    leaving: {
      en: '{account}, whose owner leaves on {departed}: {exports:export|exports} and {views:view|views} within {window}; the busiest hour before had {before:act|acts}.',
      ja: '{departed} に退職・離任する人の {account} により、{window}以内に {exports}回のエクスポートと {views}回の閲覧が行われています(それまでの最多は1時間に {before}回)。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => ({
    event: (event, state) => {
      const hour = Math.floor(event.timeMs / HOUR_MS)
      if (hour !== state.hour) {
        // An hour that was reported does not become what is usual.
        if (state.reportedHour !== state.hour) state.busiest = Math.max(state.busiest, state.inHour)
        state.hour = hour
        state.inHour = 0
      }
      if (Number.isNaN(state.firstMs)) state.firstMs = event.timeMs
      state.inHour += 1
      state.acts.push(event.timeMs, event.action === 'data-export' ? 1 : 0, 0, event.row)
      const sinceMs = event.timeMs - parameters.window
      const acts = state.acts.countSince(sinceMs)
      if (acts < Math.min(parameters.views, parameters.exports) || acts < state.busiest * parameters.times) return
      let exports = 0
      state.acts.each(sinceMs, (_timeMs, isExport) => {
        exports += isExport
      })
      if (exports < parameters.exports && acts - exports < parameters.views) return
      const departed = event.person?.departed
      const isLeaving = departed !== undefined && departed / 1000 - event.timeMs <= parameters.leaving
      const severity = severityOf(event, state, isLeaving)
      report(event, {
        messageId: isLeaving ? 'leaving' : 'mass',
        severity,
        ...(severity === 'low' ? { confidence: 'low' } : {}),
        data: {
          account: event.account ?? '',
          exports,
          views: acts - exports,
          before: state.busiest,
          window: { durationMs: parameters.window },
          ...(isLeaving ? { departed: { time: departed } } : {}),
        },
        evidence: state.acts.rowsSince(sinceMs, state.reportedRow),
      })
      state.reportedRow = event.row
      if (severity !== 'low') state.reportedHour = hour
    },
  }),
})
