import { MINUTE_MS } from '../../kernel/time-units.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import { agentText, isDetour, networkText } from '../define-signals.ts'
import { positionOf, travelBetween } from '../define-travel.ts'
import type { Position } from '../define-travel.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import type { Severity } from '../../model/vocabulary.ts'

const STATE = {
  // Most sessions never leave their first context: the window holds only what came after it.
  firstNetwork: number(-1),
  firstAgent: number(-1),
  seen: recent(16),
  timeMs: number(Number.NaN),
  lat: number(),
  lon: number(),
  accuracyKm: number(),
  country: number(-1),
  source: number(-1),
  agent: number(-1),
  row: number(-1),
  account: number(-1),
  // The machine that began the session, and how often it was seen: an id that changes with every request tells nothing.
  device: number(-1),
  held: number(0),
  // 1: the move to where the session is now was told.
  told: number(0),
}
/** An id seen twice in a session, or before it, stays with its machine. */
const HELD = 2

/** Was the network (a) or program (b) seen in this session before? */
const isKnown = (state: State<typeof STATE>, part: 'a' | 'b', wanted: number): boolean => {
  if ((part === 'a' ? state.firstNetwork : state.firstAgent) === wanted) return true
  let isThere = false
  state.seen.each(Number.NEGATIVE_INFINITY, (_timeMs, a, b) => {
    if ((part === 'a' ? a : b) === wanted) isThere = true
  })
  return isThere
}

/** Has the session told any network (a) or program (b) yet? Providers leave programs out of many records: the first that is told is no other one. */
const hasTold = (state: State<typeof STATE>, part: 'a' | 'b'): boolean => {
  let isThere = (part === 'a' ? state.firstNetwork : state.firstAgent) >= 0
  state.seen.each(Number.NEGATIVE_INFINITY, (_timeMs, a, b) => {
    if ((part === 'a' ? a : b) >= 0) isThere = true
  })
  return isThere
}

const isOther = (state: State<typeof STATE>, part: 'a' | 'b', key: number): boolean =>
  key >= 0 && !isKnown(state, part, key) && hasTold(state, part)
const isOtherNetwork = ({ networkKey }: RuleEvent, state: State<typeof STATE>): boolean => isOther(state, 'a', networkKey)
const isOtherProgram = ({ agentKey }: RuleEvent, state: State<typeof STATE>): boolean => isOther(state, 'b', agentKey)
const isOtherMachine = ({ device, usual }: RuleEvent, state: State<typeof STATE>): boolean =>
  device >= 0 && state.held >= HELD && device !== state.device && usual.sameDevice === 0 && usual.sameSource === 0
const isSameMachine = ({ device }: RuleEvent, state: State<typeof STATE>): boolean => device >= 0 && device === state.device
/**
 * A telephone abroad leaves by its carrier at home: the account was there before, or on another home or mobile line of that country,
 * with this kind of program. Where the log tells no programs, only a mobile line says that it is a telephone.
 */
const isOwnRoaming = ({ usual, network, agentKey }: RuleEvent): boolean => {
  const isMobile = network?.kind === 'mobile'
  if (agentKey < 0) return isMobile && usual.sameCountry > 0
  if (usual.sameAgent === 0) return false
  return usual.sameNetwork > 0 || (usual.sameCountry > 0 && (isMobile || network?.kind === 'residential'))
}
/** The session was in this network before, and the move away from it was told (or excused): the way back is no news. */
const isBack = ({ networkKey }: RuleEvent, state: State<typeof STATE>): boolean =>
  state.told === 1 && networkKey >= 0 && isKnown(state, 'a', networkKey)

/** One session in use from two places with two programs: its cookie or token was taken (S1). */
export const rule = defineRule({
  id: 'session-moved',
  title: { en: 'Session used elsewhere', ja: '別の環境で使われたセッション' },
  severity: 'high',
  attack: ['T1539', 'T1550.004', 'T1185'],
  tags: ['session', 'takeover', 'account'],
  partition: ['session'],
  stage: 2,
  when: { outcome: ['success', 'info'] },
  least: { events: () => 2, any: ['source'] },
  needs: ['ip', 'account', 'session'],
  parameters: {
    distance: {
      default: 500,
      type: 'number',
      en: 'Least distance in km of a country change that is too fast, after taking off both radii.',
      ja: '速すぎる国の移動とみなす最小距離(km)。双方の位置の精度を差し引いた値。',
    },
    speed: { default: 900, type: 'number', en: 'Least speed in km/h of such a change.', ja: 'その移動の最小速度(km/h)。' },
    memory: {
      default: '30d',
      type: 'duration',
      en: "Time for which a session's networks and programs are remembered.",
      ja: 'セッションのネットワークとプログラムを記憶する期間。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is somebody else using this session?',
    ja: 'このセッションは第三者に使われているか',
  },
  howItDecides: {
    en: 'Keeps the networks and programs (family and system, never versions) seen in a session. An event whose network and program are both new to it is high, and so is one from another machine, where the log tells machines apart, with a new network or program (medium without either). So is another country sooner than anybody travels, unless it is a data centre, VPN or relay, the log says that it is the same machine, or the account used that network, or home and mobile lines of that country, with that program before (a roaming telephone leaves by its carrier at home), or the session returns from such a move to a network that it was in before: then low. A network change alone, from Wi-Fi to mobile and back, is nothing.',
    ja: 'セッションごとに使われた回線と端末(ブラウザとOSの種類。バージョンは見ません)を記録し、どちらもそのセッションで初めてのものなら「高」とします。端末IDが別の端末を示し、回線か端末の種類が初めての場合も「高」(どちらも初めてでなければ「中」)です。移動できない速さで国が変わった場合も「高」ですが、データセンター・VPN・中継サービスである場合、端末IDが同じ場合、またはアカウントがその回線(その国の家庭・携帯回線を含む)と端末の組を以前から使っている場合(海外で使う電話は自国の通信事業者の回線から出ます)、そうした移動からそのセッションの以前の回線へ戻った場合は「低」です。回線だけの変化(Wi-Fiと携帯回線の切り替えなど)は対象にしません。',
  },
  falsePositives: [
    {
      en: 'A session id that a system shares between an app and a browser on another line.',
      ja: 'アプリと別回線のブラウザーで共用されるセッションID。',
    },
    { en: 'A VPN switched on within a session (low).', ja: 'セッションの途中で接続したVPN(「低」)。' },
  ],
  blindSpots: [
    {
      en: "A thief on the owner's network, or with the same kind of program on another network in the same country, where the log has no ids of machines.",
      ja: '本人のネットワークの攻撃者、または同じ国の別のネットワークで同じ種類のプログラムを使う攻撃者(端末IDのないログの場合)。',
    },
    { en: 'Logs that write a session id at login only.', ja: 'ログイン時にしかセッションIDを記録しないログ。' },
  ],
  messages: {
    moved: {
      en: 'A session of {account} moved to {source} ({network}) with another program ({agent}).',
      ja: '{account} のセッションが、別の回線の {source}({network})で別の端末({agent})から使われています。',
    },
    machine: {
      en: 'A session of {account} moved to {source} ({network}, {agent}) on another machine.',
      ja: '{account} のセッションが、別の端末で {source}({network}、{agent})から使われています。',
    },
    far: {
      en: 'A session of {account} was used from {source} ({country}), {km} km from where it was {minutes:minute|minutes} before.',
      ja: '{account} のセッションが、{minutes}分前の地点から {km} km 離れた {source}({country})で使われています。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const dataOf = (event: RuleEvent) => ({
      account: event.account ?? '',
      source: event.source ?? '',
      country: event.country ?? '',
      network: networkText(event),
      agent: agentText(event),
    })
    /** Two of network, program and machine; a machine of the same kind on the same network is only odd. */
    const moveOf = (
      event: RuleEvent,
      state: State<typeof STATE>,
    ): { readonly messageId: string; readonly severity: Severity } | undefined => {
      if (state.row < 0) return undefined
      const isNetwork = isOtherNetwork(event, state)
      const isProgram = isOtherProgram(event, state)
      if (isNetwork && isProgram) return { messageId: 'moved', severity: 'high' }
      if (!isOtherMachine(event, state)) return undefined
      return { messageId: 'machine', severity: isNetwork || isProgram ? 'high' : 'medium' }
    }

    const judge = (event: RuleEvent, state: State<typeof STATE>, here: Position | undefined): void => {
      const evidence = state.row < 0 ? [event.row] : [state.row, event.row]
      const move = moveOf(event, state)
      if (move !== undefined) {
        report(event, { ...move, confidence: 'high', data: dataOf(event), evidence })
        return
      }
      if (here === undefined || Number.isNaN(state.timeMs) || event.countryKey === state.country) return
      const { km, kmh } = travelBetween({ timeMs: state.timeMs, lat: state.lat, lon: state.lon, accuracyKm: state.accuracyKm }, here)
      if (km < parameters.distance || kmh < parameters.speed) {
        state.told = 0
        return
      }
      const minutes = Math.round((event.timeMs - state.timeMs) / MINUTE_MS)
      report(event, {
        messageId: 'far',
        severity: isDetour(event) || isSameMachine(event, state) || isOwnRoaming(event) || isBack(event, state) ? 'low' : 'high',
        data: { ...dataOf(event), km, minutes },
        evidence,
      })
      state.told = 1
    }
    const begin = ({ device, usual }: RuleEvent, state: State<typeof STATE>): void => {
      state.device = device
      if (device >= 0 && usual.sameDevice > 0) state.held = HELD
    }
    const learn = (event: RuleEvent, state: State<typeof STATE>, here: Position | undefined): void => {
      if (state.row < 0) {
        state.firstNetwork = event.networkKey
        state.firstAgent = event.agentKey
      } else if (!isKnown(state, 'a', event.networkKey) || !isKnown(state, 'b', event.agentKey)) {
        state.seen.push(event.timeMs, event.networkKey, event.agentKey, event.row)
      }
      state.agent = event.agentKey
      if (here === undefined || isDetour(event)) return
      state.timeMs = here.timeMs
      state.lat = here.lat
      state.lon = here.lon
      state.accuracyKm = here.accuracyKm
      state.country = event.countryKey
      state.source = event.sourceKey
    }
    return {
      event: (event, state) => {
        if (event.networkKey < 0 && event.countryKey < 0) return
        // Another account under one session id is a fault of the service, not a thief: see session-crossed.
        const isCrossed = state.account >= 0 && event.accountKey >= 0 && state.account !== event.accountKey
        if (event.accountKey >= 0) state.account = event.accountKey
        if (state.row < 0) begin(event, state)
        if (event.device >= 0 && event.device === state.device) state.held += 1
        if (event.sourceKey === state.source && event.agentKey === state.agent) state.timeMs = event.timeMs
        else {
          const here = positionOf(event)
          if (!isCrossed) judge(event, state, here)
          learn(event, state, here)
        }
        state.row = event.row
      },
    }
  },
})
