import { usualOf } from '../define-robust.ts'
import type { Usual } from '../define-robust.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { agentText, GUESS_REASONS, subjectOf } from '../define-signals.ts'

/** A quarter of a day of history before a log without successes can say what is usual. */
const FEWEST_BUCKETS = 36
/** Counting distinct values costs time: done again only when a bucket has grown by this part. */
const GROWTH = 8

const STATE = {
  bucketMs: number(Number.NaN),
  firstMs: number(),
  successes: number(),
  ownLines: number(),
  nextCheck: number(),
  isReported: number(),
  fails: recent(2048),
  history: recent(256),
  reportedRow: number(-1),
}

const BEGINNING = Number.NEGATIVE_INFINITY

/** One program and one kind of failure, from everywhere at once: a list worked through behind many addresses (G6). */
export const rule = defineRule({
  id: 'distributed-wave',
  title: { en: 'Attack spread over many sources', ja: '多数の接続元に分散したログイン試行' },
  severity: 'high',
  attack: ['T1110.004', 'T1110.003'],
  tags: ['stuffing', 'distributed', 'campaign'],
  partition: ['fingerprint'],
  stage: 1,
  when: { action: ['login'], outcome: ['failure', 'blocked', 'success'], reason: GUESS_REASONS, opens: ['failure', 'blocked'] },
  needs: ['ip', 'username', 'userAgent'],
  parameters: {
    window: {
      default: '10m',
      type: 'duration',
      en: 'Length of one bucket; buckets begin at multiples of it.',
      ja: '1区間の長さ(区間はこの倍数の時刻に始まる)。',
    },
    users: {
      default: 30,
      type: 'count',
      en: 'More identifiers than this must fail in one bucket.',
      ja: '1区間でこの数を超えるIDが失敗すると検知。',
    },
    sources: { default: 30, type: 'count', en: 'From more sources than this.', ja: 'この数を超える攻撃元から来ていること。' },
    deviations: {
      default: 6,
      type: 'number',
      en: "Both must lie so many median absolute deviations above the median of the fingerprint's own buckets, empty ones counted.",
      ja: '両方の値が、同じ特徴を持つ区間(空の区間も含む)の中央値を、中央絶対偏差のこの倍数だけ上回ること。',
    },
    failureShare: {
      default: 0.8,
      type: 'ratio',
      en: 'Above this share of failures, where a log gives no reason that keeps successes apart.',
      ja: '成功を区別できる理由がログにない場合に、失敗の割合がこれを超えること。',
    },
    ownShare: {
      default: 0.5,
      type: 'ratio',
      en: "Not above this share of failures from sources that people have logged in from before: those are the members' own trouble.",
      ja: '以前に利用者がログインした攻撃元からの失敗がこの割合を超えないこと(超えるものは利用者自身のトラブル)。',
    },
    history: {
      default: '24h',
      type: 'duration',
      en: 'Time from which the earlier buckets are taken.',
      ja: '比較する過去の区間を取る期間。',
    },
    gap: { default: '30m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is one attack coming from many addresses, each below every threshold?',
    ja: '1つの攻撃が、目立たない多数の接続元に分散していないか',
  },
  howItDecides: {
    en: 'Keeps failures by fingerprint (family of the program and its system, kind of failure, application) in buckets of ten minutes. A bucket in which more than 30 identifiers fail from more than 30 sources, both far above what this fingerprint usually shows, is a wave, unless most of the failures come from lines that people have logged in from before (an expiry day, a fault of the login form). A fingerprint never seen before needs no history once the log has an hour of successes; otherwise six hours of it.',
    ja: '失敗を特徴(端末・ブラウザの種類、失敗の理由、アプリケーション)ごとに10分単位で集計します。31個以上のIDが31個以上の接続元から失敗し、どちらもその特徴の普段の値を大きく上回るものを波とみなします。失敗の多くが、過去に利用者がログインに成功した接続元からの場合(パスワード期限切れの日や、ログイン画面の不具合)は除きます。初めて現れた特徴は、ログに1時間分の成功があれば過去の記録なしで、なければ6時間分の記録ができてから判断します。',
  },
  falsePositives: [
    {
      en: 'A fault that hits people on lines that change often (mobile networks with few people behind each address).',
      ja: 'IPアドレスの変わりやすい回線(1つのアドレスの利用者が少ない携帯回線)の利用者に起きた障害。',
    },
    { en: 'An app whose new version cannot log in.', ja: '新しい版がログインできなくなったアプリ。' },
  ],
  blindSpots: [
    { en: 'A tool that changes its program name with each try.', ja: '試行のたびにプログラム名を変えるツール。' },
    { en: 'A wave smaller than the everyday failures of a common browser.', ja: '一般的なブラウザーの日常的な失敗より小さい攻撃。' },
    { en: 'Logs without user agents.', ja: 'ユーザーエージェントのないログ。' },
  ],
  messages: {
    wave: {
      en: '{users:ID|IDs} failed from {sources:source|sources} within {window} with one program ({agent}); usual are {usualUsers:ID|IDs} from {usualSources:source|sources}.',
      ja: '同じ種類の端末({agent})による不正ログインの試行が、{window}以内に {sources}個の接続元から {users}個のIDに対してありました(普段は {usualSources}個の接続元、{usualUsers}個のID)。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    /** The bucket that is over becomes history, unless it was a wave: what is doubted never becomes usual. */
    const roll = (bucketMs: number, state: State<typeof STATE>): void => {
      if (Number.isNaN(state.bucketMs)) state.firstMs = bucketMs
      else if (state.isReported === 0 && state.fails.size > 0) {
        state.history.push(state.bucketMs, state.fails.distinctSince(BEGINNING, 'a'), state.fails.distinctSince(BEGINNING, 'b'), 0)
      }
      state.fails.clear()
      state.bucketMs = bucketMs
      state.successes = 0
      state.ownLines = 0
      state.isReported = 0
      state.nextCheck = Math.max(parameters.users, parameters.sources) + 1
    }
    const usual = (state: State<typeof STATE>): { readonly users: Usual; readonly sources: Usual } => {
      const users: number[] = []
      const sources: number[] = []
      state.history.each(state.bucketMs - parameters.history, (_timeMs, user, source) => {
        users.push(user)
        sources.push(source)
      })
      const zeros = Math.max(0, bucketsBefore(state) - users.length)
      return { users: usualOf(users, zeros), sources: usualOf(sources, zeros) }
    }
    const bucketsBefore = ({ bucketMs, firstMs }: State<typeof STATE>): number =>
      Math.floor(Math.min(bucketMs - firstMs, parameters.history) / parameters.window)
    const isAbove = (count: number, least: number, { median, mad }: Usual): boolean =>
      count > least && count > median + parameters.deviations * mad

    const judge = (event: RuleEvent, state: State<typeof STATE>): void => {
      const tries = state.fails.size
      state.nextCheck = tries + Math.ceil(tries / GROWTH)
      if (tries <= (tries + state.successes) * parameters.failureShare || state.ownLines > tries * parameters.ownShare) return
      if (event.facts.successes === 0 && bucketsBefore(state) < FEWEST_BUCKETS) return
      const users = state.fails.distinctSince(BEGINNING, 'a')
      const sources = state.fails.distinctSince(BEGINNING, 'b')
      if (users <= parameters.users || sources <= parameters.sources) return
      const before = usual(state)
      if (!isAbove(users, parameters.users, before.users) || !isAbove(sources, parameters.sources, before.sources)) return
      state.isReported = 1
      report(event, {
        messageId: 'wave',
        sourceKey: -1,
        data: {
          users,
          sources,
          tries,
          agent: agentText(event),
          client: event.client ?? '',
          window: { durationMs: parameters.window },
          usualUsers: Math.round(before.users.median),
          usualSources: Math.round(before.sources.median),
        },
        evidence: state.fails.rowsSince(BEGINNING, state.reportedRow),
      })
      state.reportedRow = event.row
    }
    return {
      event: (event, state) => {
        const bucketMs = Math.floor(event.timeMs / parameters.window) * parameters.window
        if (bucketMs !== state.bucketMs) roll(bucketMs, state)
        if (event.outcome === 'success') {
          state.successes += 1
          return
        }
        state.fails.push(event.timeMs, subjectOf(event), event.sourceKey, event.row)
        if (event.facts.sourceSuccesses > 0) state.ownLines += 1
        if (state.fails.size >= state.nextCheck) judge(event, state)
      },
    }
  },
})
