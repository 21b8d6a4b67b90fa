import { MINUTE_MS } from '../../kernel/time-units.ts'
import { isNear } from '../define-neighbours.ts'
import { defineRule, number } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { isDetour, isSharedSource } from '../define-signals.ts'
import type { Severity } from '../../model/vocabulary.ts'

const STATE = { timeMs: number(Number.NaN), country: number(-1), agent: number(-1), isMobile: number(), row: number(-1) }

const isMobile = ({ network }: RuleEvent): boolean => network?.kind === 'mobile'

/** One account logged in from two countries within minutes: works where a log has no coordinates (T2). */
export const rule = defineRule({
  id: 'two-countries',
  title: { en: 'Logins from two countries at once', ja: '2か国からのほぼ同時のログイン成功' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['travel', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: { events: () => 2, any: ['country'] },
  needs: ['ip', 'account', 'success'],
  parameters: {
    window: {
      default: '10m',
      type: 'duration',
      en: 'Time between the two logins: 5.3 of 10,000 good logins on the RBA data, before the gates.',
      ja: '2つのログインの間隔。RBAデータでは、絞り込み前で正当なログイン1万件あたり5.3件。',
    },
    soon: {
      default: '2m',
      type: 'duration',
      en: 'Within this time it weighs more: 1.1 of 10,000.',
      ja: 'この間隔以内なら重く扱う(1万件あたり1.1件)。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is the account in use in two countries at the same time?',
    ja: 'このアカウントは2つの国で同時に使われていないか',
  },
  howItDecides: {
    en: "Compares the country of each successful login with that of the one before. Another country within 10 minutes is medium with another program and low with the same one; within 2 minutes one step higher. Bordering countries, mobile networks (a roaming phone appears at home), lines shared by many, and a network and program that are both the account's own are low. Data centres, VPNs and relays are no place and are passed over.",
    ja: '成功したログインの国を直前の成功と比べます。10分以内に別の国から成功していれば、端末の種類が違えば「中」、同じなら「低」、2分以内なら1段階上げます。隣国、携帯電話回線(国外でも自国から接続したように見えます)、多人数の共用アドレス、回線も端末も普段のものである場合は「低」です。データセンター・VPN・中継サービスは所在地とみなさず、対象にしません。',
  },
  falsePositives: [
    { en: 'A VPN that is on no list.', ja: 'どの一覧にも載っていないVPN。' },
    { en: 'A company line whose way out lies abroad.', ja: '出口が海外にある企業の回線。' },
    { en: 'A shared account.', ja: '共用アカウント。' },
  ],
  blindSpots: [
    {
      en: "An attacker in the owner's country, or behind a data centre or VPN.",
      ja: '本人と同じ国、またはデータセンターやVPNを使う攻撃者。',
    },
    { en: 'Logins further apart than the window.', ja: '間隔が期間を超える2つのログイン。' },
  ],
  messages: {
    'two-countries': {
      en: '{account} logged in from {fromCountry}, then within {minutes:minute|minutes} from {toCountry} ({source}).',
      ja: '{account} は {fromCountry} からのログインから {minutes}分以内に {toCountry}({source})からログインしています。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    // Country names by their key: as many as there are countries in the log.
    const countries: string[] = []
    const nameOf = (key: number): string => countries[key] ?? ''

    const isHarmless = (event: RuleEvent, state: State<typeof STATE>): boolean =>
      isNear(nameOf(state.country), nameOf(event.countryKey)) ||
      isMobile(event) ||
      state.isMobile === 1 ||
      isSharedSource(event) ||
      (event.usual.sameNetwork > 0 && event.usual.sameAgent > 0)
    const severityOf = (event: RuleEvent, state: State<typeof STATE>): Severity => {
      if (isHarmless(event, state)) return 'low'
      const isOtherAgent = event.agentKey < 0 || event.agentKey !== state.agent
      const isSoon = event.timeMs - state.timeMs <= parameters.soon
      if (isSoon) return isOtherAgent ? 'high' : 'medium'
      return isOtherAgent ? 'medium' : 'low'
    }
    const judge = (event: RuleEvent, state: State<typeof STATE>): void => {
      const severity = severityOf(event, state)
      report(event, {
        messageId: 'two-countries',
        severity,
        confidence: severity === 'low' ? 'low' : 'medium',
        data: {
          account: event.account ?? '',
          source: event.source ?? '',
          fromCountry: nameOf(state.country),
          toCountry: nameOf(event.countryKey),
          minutes: Math.max(1, Math.ceil((event.timeMs - state.timeMs) / MINUTE_MS)),
        },
        evidence: [state.row, event.row],
      })
    }
    return {
      event: (event, state) => {
        if (event.countryKey < 0) return
        const isElsewhere = state.country >= 0 && event.countryKey !== state.country
        // Most logins come from where the last one came from: nothing but their time matters.
        if (isElsewhere || state.country < 0) {
          if (isDetour(event)) return
          countries[event.countryKey] ??= event.country ?? ''
          if (isElsewhere && event.timeMs - state.timeMs <= parameters.window) judge(event, state)
          state.country = event.countryKey
        }
        state.timeMs = event.timeMs
        state.agent = event.agentKey
        state.isMobile = isMobile(event) ? 1 : 0
        state.row = event.row
      },
    }
  },
})
