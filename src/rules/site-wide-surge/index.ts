import { robustZ } from '../define-robust.ts'
import type { Usual } from '../define-robust.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { GUESS_REASONS, subjectOf } from '../define-signals.ts'
import { badToGood, referenceOf } from './reference.ts'
import type { Reference } from './reference.ts'

/** Two of the three: one client that retries for ever raises only the failures. */
const SIGNALS = 2
/** Counting distinct sources costs time: done again only when a bucket has grown by this part. */
const GROWTH = 8
const BEGINNING = Number.NEGATIVE_INFINITY

const STATE = {
  bucketMs: number(Number.NaN),
  firstMs: number(),
  failures: number(),
  unknown: number(),
  ownLines: number(),
  nextCheck: number(),
  isReported: number(),
  fails: recent(4096),
  failureHistory: recent(8192),
  lineHistory: recent(8192),
  reportedRow: number(-1),
}

/** Far more failures on the whole site than at this hour in other weeks (G9). */
export const rule = defineRule({
  id: 'site-wide-surge',
  title: { en: 'Surge of failed logins on the whole site', ja: 'サイト全体でのログイン失敗の急増' },
  severity: 'medium',
  attack: ['T1110.004', 'T1110'],
  tags: ['campaign', 'distributed', 'site'],
  partition: 'global',
  stage: 1,
  when: { action: ['login'], outcome: ['failure', 'blocked'], reason: GUESS_REASONS },
  needs: ['ip', 'username', 'success'],
  parameters: {
    window: {
      default: '5m',
      type: 'duration',
      en: 'Length of one bucket; buckets begin at multiples of it.',
      ja: '1区間の長さ(区間はこの倍数の時刻に始まる)。',
    },
    least: {
      default: 30,
      type: 'count',
      en: 'A count below this is no surge, however quiet the hour usually is.',
      ja: '件数がこれ未満なら、普段どれほど静かな時間帯でも急増とみなさない。',
    },
    deviations: {
      default: 6,
      type: 'number',
      en: 'Robust standard deviations above the median of the same hour in other weeks.',
      ja: '他の週の同じ時間帯の中央値を、頑健な標準偏差のこの倍数だけ上回ること。',
    },
    times: { default: 3, type: 'number', en: 'And at least so many times that median.', ja: 'かつ、その中央値のこの倍数以上であること。' },
    relative: {
      default: 2,
      type: 'number',
      en: 'Failures must have grown so many times as much as successes: a sale or a TV spot raises both.',
      ja: '失敗の増え方が成功の増え方のこの倍数であること(セールやテレビCMでは両方が増える)。',
    },
    ownShare: {
      default: 0.5,
      type: 'ratio',
      en: "Not above this share of failures from sources that people have logged in from before: those are the members' own trouble.",
      ja: '以前に利用者がログインした攻撃元からの失敗がこの割合を超えないこと(超えるものは利用者自身のトラブル)。',
    },
    history: { default: '28d', type: 'duration', en: 'Time from which other weeks are taken.', ja: '比較する他の週を取る期間。' },
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is the site as a whole under attack, and how much of the traffic is the attack?',
    ja: 'サイト全体が攻撃を受けているか、ログインのうちどれだけが攻撃か',
  },
  howItDecides: {
    en: 'Counts failures, failures on IDs that belong to no account, and failing sources in five minutes, and compares each with the same hour of earlier weeks (of earlier days in a log of two days to a week). Two of the three must lie 6 robust deviations above the median and at 3 times of it, failures must have grown twice as much as successes, and most of them must come from sources that nobody has logged in from. The ratio of attack to genuine attempts is (α−s)/s, with s the share of successes now and α the usual one.',
    ja: '5分ごとに、失敗、会員ではないIDへの失敗、失敗した接続元の数を数え、過去の週の同じ時間帯(2日から1週間のログでは過去の日の同じ時間帯)と比べます。3つのうち2つが中央値を頑健な偏差の6倍以上、かつ3倍以上上回り、失敗が成功の2倍以上の割合で増え、その多くが過去に成功のない接続元からの場合に報告します。攻撃と正規の試行の比は (α−s)/s(sは現在、αは普段の成功の割合)で求めます。',
  },
  falsePositives: [
    {
      en: 'A fault or an expiry that hits people on lines that change often.',
      ja: 'IPアドレスの変わりやすい回線の利用者に起きた障害や期限切れ。',
    },
    { en: 'The first hours of a service in a new market.', ja: '新しい地域でのサービス開始直後。' },
  ],
  blindSpots: [
    { en: 'Logs shorter than two days before the attack.', ja: '攻撃前の記録が2日に満たないログ。' },
    { en: 'Attacks that hide in the daily peak.', ja: '毎日の混雑時間帯に紛れた攻撃。' },
    {
      en: 'Which sources and accounts it was: see the other findings and campaigns.',
      ja: 'どの攻撃元、どのアカウントか(他の検知と攻撃のまとまりを参照)。',
    },
  ],
  messages: {
    surge: {
      en: '{failures:failed login|failed logins} within {window}, usual are {usualFailures}; from {sources:source|sources} (usual {usualSources}), {unknown} of them on IDs that belong to no account; about {badToGood} attack attempts for each genuine one.',
      ja: '{window}以内にログイン失敗が {failures}回ありました(普段は {usualFailures}回)。接続元 {sources}個(普段は {usualSources}個)、会員ではないIDへの失敗 {unknown}回、正規の試行1回につき攻撃は約 {badToGood}回と推測されます。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const spanOf = ({ bucketMs }: State<typeof STATE>) => ({ bucketMs, windowMs: parameters.window, historyMs: parameters.history })
    const pastOf = ({ failureHistory, lineHistory, firstMs }: State<typeof STATE>) => ({
      failures: failureHistory,
      lines: lineHistory,
      firstMs,
    })
    const successesIn = (event: RuleEvent, bucketMs: number): number =>
      event.successesSince(bucketMs) - event.successesSince(bucketMs + parameters.window)
    /** The bucket that is over becomes history; of a surge only what is usual: what is doubted never becomes usual. */
    const remember = (event: RuleEvent, state: State<typeof STATE>): void => {
      const reference = state.isReported === 1 ? referenceOf(pastOf(state), spanOf(state)) : undefined
      const { bucketMs } = state
      const [failures, unknown] =
        reference === undefined ? [state.failures, state.unknown] : [reference.failures.median, reference.unknown.median]
      const sources = reference === undefined ? state.fails.distinctSince(BEGINNING, 'b') : reference.sources.median
      state.failureHistory.push(bucketMs, failures, unknown, 0)
      state.lineHistory.push(bucketMs, sources, successesIn(event, bucketMs), 0)
    }
    /** Buckets since the last one in which nobody failed: what is usual would else be that of the busy hours. */
    const rememberCalm = (event: RuleEvent, state: State<typeof STATE>, untilMs: number): void => {
      const oldestMs = untilMs - Math.ceil(parameters.history / parameters.window) * parameters.window
      for (let bucketMs = Math.max(state.bucketMs + parameters.window, oldestMs); bucketMs < untilMs; bucketMs += parameters.window) {
        const successes = successesIn(event, bucketMs)
        if (successes === 0) continue
        state.failureHistory.push(bucketMs, 0, 0, 0)
        state.lineHistory.push(bucketMs, 0, successes, 0)
      }
    }
    const roll = (bucketMs: number, event: RuleEvent, state: State<typeof STATE>): void => {
      if (Number.isNaN(state.bucketMs)) state.firstMs = bucketMs
      else {
        remember(event, state)
        rememberCalm(event, state, bucketMs)
      }
      state.fails.clear()
      state.bucketMs = bucketMs
      state.failures = 0
      state.unknown = 0
      state.ownLines = 0
      state.isReported = 0
      state.nextCheck = parameters.least
    }
    const isSurge = (count: number, usual: Usual): number =>
      count >= parameters.least && count >= usual.median * parameters.times && robustZ(count, usual) >= parameters.deviations ? 1 : 0

    const isOutOfStep = (failed: number, succeeded: number, { successes, failures }: Reference): boolean =>
      failed / Math.max(1, failures.median) >= (parameters.relative * succeeded) / Math.max(1, successes.median)

    const judge = (event: RuleEvent, state: State<typeof STATE>): void => {
      state.nextCheck = state.failures + Math.ceil(state.failures / GROWTH)
      if (state.ownLines > state.failures * parameters.ownShare) return
      const reference = referenceOf(pastOf(state), spanOf(state))
      const successes = event.successesSince(state.bucketMs)
      if (reference === undefined || !isOutOfStep(state.failures, successes, reference)) return
      const sources = state.fails.distinctSince(BEGINNING, 'b')
      const signals =
        isSurge(state.failures, reference.failures) + isSurge(state.unknown, reference.unknown) + isSurge(sources, reference.sources)
      if (signals < SIGNALS) return
      state.isReported = 1
      report(event, {
        messageId: 'surge',
        confidence: reference.isWeekly ? 'medium' : 'low',
        sourceKey: -1,
        data: {
          failures: state.failures,
          unknown: state.unknown,
          sources,
          successes,
          badToGood: badToGood(state.failures, successes, reference),
          usualFailures: Math.round(reference.failures.median),
          usualSources: Math.round(reference.sources.median),
          window: { durationMs: parameters.window },
        },
        evidence: state.fails.rowsSince(BEGINNING, state.reportedRow),
      })
      state.reportedRow = event.row
    }
    return {
      event: (event, state) => {
        const bucketMs = Math.floor(event.timeMs / parameters.window) * parameters.window
        if (bucketMs !== state.bucketMs) roll(bucketMs, event, state)
        state.failures += 1
        if (event.reason === 'unknown-account' || event.accountKnown === false) state.unknown += 1
        if (event.facts.sourceSuccesses > 0) state.ownLines += 1
        state.fails.push(event.timeMs, subjectOf(event), event.sourceKey, event.row)
        if (state.failures >= state.nextCheck) judge(event, state)
      },
    }
  },
})
