import { MINUTE_MS } from '../../kernel/time-units.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { CHANGE_ACTIONS, isDetour, isGuess } from '../define-signals.ts'
import { positionOf, travelBetween } from '../define-travel.ts'
import { ATTACK_RULES, isForeign, isUsualPlace, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { DOUBTS, doubtOf } from './doubt.ts'

const STATE = {
  fails: recent(16),
  doubt: number(-1),
  doubtMs: number(Number.NEGATIVE_INFINITY),
  doubtRow: number(-1),
  // Where the doubted login came from: a change from there is not the owner's, even if that place was learned since.
  doubtSource: number(-1),
  doubtNetwork: number(-1),
  doubtAgent: number(-1),
  timeMs: number(Number.NaN),
  lat: number(),
  lon: number(),
  accuracyKm: number(),
  source: number(-1),
}

/** A password, contact, factor, token or forwarding change soon after a login that was not like the owner (M2). */
export const rule = defineRule({
  id: 'change-after-doubt',
  title: { en: 'Account changed after a doubtful login', ja: '疑わしいログイン後の登録情報・認証設定の変更' },
  severity: 'high',
  attack: ['T1098', 'T1098.005', 'T1114.003'],
  tags: ['change', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: [...CHANGE_ACTIONS, 'login'], outcome: ['success', 'info', 'failure', 'blocked'] },
  least: { events: () => 1, action: CHANGE_ACTIONS },
  needs: ['account', 'change'],
  parameters: {
    within: {
      default: '60m',
      type: 'duration',
      en: 'Longest time from the doubtful login to the change.',
      ja: '疑わしいログインから変更までの最長時間。',
    },
    failures: {
      default: 5,
      type: 'count',
      en: 'Wrong passwords before a login that make it doubtful, unless it came from the usual place.',
      ja: '普段の場所以外からのログインで、その前のパスワード誤りがこの回数に達すると疑わしいとみなす。',
    },
    guessed: { default: '10m', type: 'duration', en: 'Time within which those are counted.', ja: 'それらを数える期間。' },
    ...NEWS_PARAMETERS,
    distance: { default: 500, type: 'number', en: 'As in impossible-travel, km.', ja: 'impossible-travel と同じ(km)。' },
    speed: { default: 900, type: 'number', en: 'As in impossible-travel, km/h.', ja: 'impossible-travel と同じ(km/h)。' },
    gap: { default: '60m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is somebody making the account their own?',
    ja: '第三者がアカウントを自分のものにしようとしているか',
  },
  howItDecides: {
    en: "Remembers the account's last doubtful login (new context of medium weight, success after guessing from an unusual place, a place too far away) for an hour, and reports each change of password, contact, recovery, MFA, token, consent or forwarding that follows. A change made in a context new to the account is a doubt of its own: a stolen session. A change made from the usual place is low: it may be the owner, securing the account. What an administrator or a help desk changes is not counted: the address is theirs.",
    ja: '直近の疑わしいログイン(普段と異なる環境、繰り返しの失敗後の成功、移動できない距離)を1時間記憶し、その間のパスワード・連絡先・復旧手段・追加認証・トークン・連携許可・転送設定の変更を報告します。変更そのものが普段と異なる環境で行われた場合も対象です(セッションの悪用)。普段の環境からの変更は、本人が対処している可能性があるため「低」とします。管理者やヘルプデスクによる変更は、接続元が本人のものではないため数えません。',
  },
  falsePositives: [
    { en: 'An owner who sets up a new phone away from home and registers it.', ja: '本人が外出先で新しい端末を設定し、登録した場合。' },
    {
      en: 'A help desk whose log does not say that it acted for the owner.',
      ja: 'ヘルプデスクが本人の代わりに操作したことがログに残らない場合。',
    },
  ],
  blindSpots: [
    { en: 'Changes later than the window.', ja: '期間を過ぎてからの変更。' },
    { en: 'Systems that do not log changes.', ja: '変更を記録しないシステム。' },
    {
      en: 'A help desk talked into the change: see reset-then-new-context.',
      ja: 'ヘルプデスクをだまして行わせた変更(reset-then-new-context が対象)。',
    },
  ],
  messages: {
    'after-new-context': {
      en: '{account}: {action} from {source}, {minutes:minute|minutes} after a login from a country, network or program it never used.',
      ja: '{account} は普段と異なる環境からのログインの {minutes}分後に、{source} から「{action}」が行われています。',
    },
    'after-guessing': {
      en: '{account}: {action} from {source}, {minutes:minute|minutes} after a login that followed a run of wrong passwords.',
      ja: '{account} は繰り返しの失敗後に成功したログインの {minutes}分後に、{source} から「{action}」が行われています。',
    },
    'after-travel': {
      en: '{account}: {action} from {source}, {minutes:minute|minutes} after a login too far from the one before.',
      ja: '{account} は短時間に移動できない地点からのログインの {minutes}分後に、{source} から「{action}」が行われています。',
    },
    elsewhere: {
      en: '{account}: {action} from {source}, a place and program it never used; the log shows no login from there.',
      ja: '{account} に対し、普段と異なる環境の {source} から「{action}」が行われています。同じ環境からのログインの記録はこのログにありません。',
    },
    owner: {
      en: '{account}: {action} from its usual place, {minutes:minute|minutes} after a doubtful login; it may be the owner, securing the account.',
      ja: '{account} は疑わしいログインの {minutes}分後に、普段の環境から「{action}」が行われています。本人による対処の可能性があります。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const options = newsOptions(parameters)

    const remember = (event: RuleEvent, state: State<typeof STATE>, doubt: (typeof DOUBTS)[number]): void => {
      state.doubt = DOUBTS.indexOf(doubt)
      state.doubtMs = event.timeMs
      state.doubtRow = event.row
      state.doubtSource = event.sourceKey
      state.doubtNetwork = event.networkKey
      state.doubtAgent = event.agentKey
    }
    const isFar = (event: RuleEvent, state: State<typeof STATE>): boolean => {
      if (event.sourceKey === state.source) {
        state.timeMs = event.timeMs
        return false
      }
      const here = positionOf(event)
      if (here === undefined || isDetour(event)) return false
      const there = { timeMs: state.timeMs, lat: state.lat, lon: state.lon, accuracyKm: state.accuracyKm }
      state.timeMs = here.timeMs
      state.lat = here.lat
      state.lon = here.lon
      state.accuracyKm = here.accuracyKm
      state.source = event.sourceKey
      if (Number.isNaN(there.timeMs)) return false
      const { km, kmh } = travelBetween(there, here)
      return km >= parameters.distance && kmh >= parameters.speed
    }
    const judgeLogin = (event: RuleEvent, state: State<typeof STATE>): void => {
      const isGuessed = state.fails.countSince(event.timeMs - parameters.guessed) >= parameters.failures
      const doubt = doubtOf(event, options, { isGuessed, isFar: isFar(event, state) })
      if (doubt !== undefined) remember(event, state, doubt)
      state.fails.clear()
    }
    const isFromDoubted = (event: RuleEvent, state: State<typeof STATE>): boolean =>
      event.sourceKey === state.doubtSource || (event.networkKey === state.doubtNetwork && event.agentKey === state.doubtAgent)

    const judgeChange = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (event.timeMs - state.doubtMs > parameters.within) {
        if (!isForeign(event, options)) return
        remember(event, state, 'elsewhere')
      }
      const isOwner = isUsualPlace(event) && !isFromDoubted(event, state)
      report(event, {
        messageId: isOwner ? 'owner' : (DOUBTS[state.doubt] ?? 'elsewhere'),
        severity: isOwner ? 'low' : 'high',
        confidence: isOwner ? 'low' : 'high',
        data: {
          account: event.account ?? '',
          source: event.source ?? '',
          action: event.action,
          minutes: Math.round((event.timeMs - state.doubtMs) / MINUTE_MS),
        },
        evidence: state.doubtRow === event.row ? [event.row] : [state.doubtRow, event.row],
      })
    }
    return {
      event: (event, state) => {
        if (event.isOthersAct) return
        if (event.action !== 'login') {
          if (event.outcome === 'success' || event.outcome === 'info') judgeChange(event, state)
        } else if (isGuess(event)) state.fails.push(event.timeMs, event.sourceKey, 0, event.row)
        else if (event.outcome === 'success') judgeLogin(event, state)
      },
    }
  },
})
