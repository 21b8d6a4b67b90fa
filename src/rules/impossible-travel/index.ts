import { MINUTE_MS } from '../../kernel/time-units.ts'
import { defineRule, number } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { isDetour, isSharedSource } from '../define-signals.ts'
import { positionOf, travelBetween } from '../define-travel.ts'
import type { Position } from '../define-travel.ts'
import type { Severity } from '../../model/vocabulary.ts'
import { isNear } from '../define-neighbours.ts'

const STANDING = { km: 0, kmh: 0 }
const STATE = {
  timeMs: number(Number.NaN),
  lat: number(),
  lon: number(),
  accuracyKm: number(),
  country: number(-1),
  source: number(-1),
  network: number(-1),
  agent: number(-1),
  device: number(-1),
  row: number(-1),
  // Where the account was before a doubtful jump, and from where that jump led.
  homeMs: number(Number.NaN),
  homeCountry: number(-1),
  awaySource: number(-1),
}

/** Two logins of one account farther apart than anybody travels in the time between (T1). */
export const rule = defineRule({
  id: 'impossible-travel',
  title: { en: 'Logins from places too far apart', ja: '短時間に移動できない2地点からのログイン' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['travel', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: { events: () => 2, any: ['far'], km: ({ distance }) => distance },
  needs: ['ip', 'account', 'success', 'geo'],
  parameters: {
    distance: {
      default: 500,
      type: 'number',
      en: 'Least distance in km, after taking off the radius within which each position is known.',
      ja: '最小距離(km)。双方の位置の精度を差し引いた値。',
    },
    speed: {
      default: 900,
      type: 'number',
      en: 'Least speed in km/h: an airliner makes 800 to 900 between airports.',
      ja: '最小速度(km/h)。旅客機は空港間で800〜900。',
    },
    back: {
      default: '24h',
      type: 'duration',
      en: 'Time within which a return to the first place makes it certain (A, B, A).',
      ja: 'この時間内に最初の場所へ戻れば確実とみなす(A、B、A)。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Can the same person have made both logins?',
    ja: '2つのログインは同じ人が行えるものか',
  },
  howItDecides: {
    en: 'Compares each successful login with the one before: distance less both accuracy radii, over the time between (at least a minute). A changed program or device, or a return to the first place, makes it high. The same or a bordering country, two addresses of one operator, or a place shared by many, is low; data centres, VPNs and relays are information only and are never taken as a place. Country and network count; cities of mobile and home lines are no evidence.',
    ja: '成功したログインを直前の成功と比べ、距離(双方の位置精度を差し引く)と間隔(最短1分)から必要な速度を求めます。端末が変わった場合や元の地点へ戻った場合は「高」、同じ国や隣国、同じ事業者の回線どうし、多人数の共用アドレスは「低」、データセンター・VPN・中継サービスは「情報」とし、所在地とはみなしません。',
  },
  falsePositives: [
    { en: 'A VPN that is not on any list.', ja: 'どの一覧にも載っていないVPN。' },
    {
      en: 'An address block that moved to another country and is still placed in the old one.',
      ja: '別の国へ移ったのに、位置情報が元の国のままのIPアドレス。',
    },
    { en: 'A shared account.', ja: '共用アカウント。' },
  ],
  blindSpots: [
    { en: "An attacker in the owner's country.", ja: '本人と同じ国にいる攻撃者。' },
    {
      en: 'Lasting use from two places far apart whose logins are hours apart.',
      ja: '離れた2地点からの継続的な利用で、ログインの間隔が数時間あるもの。',
    },
  ],
  messages: {
    travel: {
      en: '{account} logged in from {fromCountry}, then {minutes:minute|minutes} later from {toCountry} ({source}): {km} km, which needs {kmh} km/h.',
      ja: '{account} は {fromCountry} からのログインの {minutes}分後に {toCountry}({source})からログインしています({km} km、必要な速度 {kmh} km/h)。',
    },
    back: {
      en: '{account} logged in from {fromCountry}, then from {toCountry}, then from {fromCountry} again {minutes:minute|minutes} later ({km} km, which needs {kmh} km/h).',
      ja: '{account} は {fromCountry}、{toCountry}、{fromCountry} の順にログインしており、最後は {minutes}分後です({km} km、必要な速度 {kmh} km/h)。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    // Country names by their key: as many as there are countries in the log.
    const countries: string[] = []
    const nameOf = (key: number): string => countries[key] ?? ''

    const severityOf = (event: RuleEvent, last: { country: number; network: number; agent: number; device: number }): Severity => {
      if (isDetour(event)) return 'info'
      if (isNear(nameOf(last.country), nameOf(event.countryKey)) || isSharedSource(event)) return 'low'
      // Two addresses of one operator's: where in its network they are is what tables of places err in, and overseas parts are on one number.
      if (event.networkKey >= 0 && event.networkKey === last.network) return 'low'
      // Both the place and the program are the account's own: one person with two lines, or an old mistake of the database.
      if (event.usual.sameNetwork > 0 && event.usual.sameAgent > 0) return 'low'
      const hasOtherAgent = last.agent >= 0 && event.agentKey >= 0 && last.agent !== event.agentKey
      const hasOtherDevice = last.device >= 0 && event.device >= 0 && last.device !== event.device
      return hasOtherAgent || hasOtherDevice ? 'high' : 'medium'
    }
    const judgeJump = (
      event: RuleEvent,
      state: State<typeof STATE>,
      way: { readonly km: number; readonly kmh: number; readonly minutes: number },
    ): void => {
      const account = event.account ?? ''
      const [there, here] = [nameOf(state.country), nameOf(event.countryKey)]
      if (event.timeMs - state.homeMs <= parameters.back && event.countryKey === state.homeCountry && !isDetour(event)) {
        report(event, {
          messageId: 'back',
          severity: 'high',
          confidence: 'high',
          data: { account, ...way, fromCountry: here, toCountry: there },
          // The way back is the owner's own login: not among the rows that are doubted.
          evidence: [state.row],
          sourceKey: state.awaySource,
        })
        state.homeMs = Number.NaN
        return
      }
      const severity = severityOf(event, state)
      report(event, {
        messageId: 'travel',
        severity,
        confidence: severity === 'high' ? 'high' : 'medium',
        data: { account, ...way, fromCountry: there, toCountry: here, source: event.source ?? '' },
        evidence: [state.row, event.row],
      })
      if (severity !== 'medium' && severity !== 'high') return
      state.homeMs = state.timeMs
      state.homeCountry = state.country
      state.awaySource = event.sourceKey
    }
    return {
      event: (event, state) => {
        if (event.sourceKey === state.source) {
          state.timeMs = event.timeMs
          state.agent = event.agentKey
          state.device = event.device
          state.row = event.row
          return
        }
        const here = positionOf(event)
        if (here === undefined) return
        countries[Math.max(0, event.countryKey)] ??= event.country ?? ''
        const there: Position = { timeMs: state.timeMs, lat: state.lat, lon: state.lon, accuracyKm: state.accuracyKm }
        const { km, kmh } = Number.isNaN(there.timeMs) ? STANDING : travelBetween(there, here)
        if (km >= parameters.distance && kmh >= parameters.speed)
          judgeJump(event, state, { km, kmh, minutes: Math.round((here.timeMs - there.timeMs) / MINUTE_MS) })
        if (isDetour(event)) return
        state.timeMs = here.timeMs
        state.lat = here.lat
        state.lon = here.lon
        state.accuracyKm = here.accuracyKm
        state.country = event.countryKey
        state.source = event.sourceKey
        state.network = event.networkKey
        state.agent = event.agentKey
        state.device = event.device
        state.row = event.row
      },
    }
  },
})
