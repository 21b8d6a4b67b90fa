import { isNear } from '../define-neighbours.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { isDetour, networkText } from '../define-signals.ts'

const STATE = { stays: recent(16), country: number(-1), timeMs: number(Number.NaN), agent: number(-1), row: number(-1) }

interface Journey {
  /** Countries that do not border each other, by their key, in the order of the stays. */
  readonly countries: readonly number[]
  readonly rows: readonly number[]
  readonly isOneProgram: boolean
}

/** One account logged in from three or more countries within a day (T3). */
export const rule = defineRule({
  id: 'country-hop',
  title: { en: 'Logins from several countries in a day', ja: '1日のうちに複数の国からのログイン成功' },
  severity: 'medium',
  attack: ['T1078', 'T1090'],
  tags: ['travel', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: { events: ({ countries }) => countries, any: ['country'] },
  needs: ['ip', 'account', 'success'],
  parameters: {
    window: { default: '24h', type: 'duration', en: 'Time within which countries are counted.', ja: '国を数える期間。' },
    countries: {
      default: 3,
      type: 'count',
      en: 'Different countries, bordering ones counted once: 5.3 of 10,000 good logins on the RBA data.',
      ja: '異なる国の数(隣国はまとめて1つ)。RBAデータでは正当なログイン1万件あたり5.3件。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is somebody using the account through changing countries?',
    ja: 'このアカウントは国を次々に変えながら使われていないか',
  },
  howItDecides: {
    en: "Counts the countries of an account's successful logins within 24 hours; countries that border each other count once. Three are medium, but low where one program was used throughout (a traveller with stopovers) or where the last network and program are both the account's own. Data centres, VPNs and relays are no place, and a mobile network that the account knows only shows where its card was bought: both are passed over.",
    ja: '24時間以内に成功したログインの国を数えます(隣り合う国は1つとします)。3か国で「中」、すべて同じ種類の端末の場合(乗り継ぎのある旅行者など)や、最後の回線と端末が普段のものである場合は「低」です。データセンター・VPN・中継サービスは所在地とみなさず、使い慣れた携帯電話回線(契約した国から接続したように見えます)とともに対象にしません。',
  },
  falsePositives: [
    {
      en: 'A traveller who uses phone and computer on a journey with stopovers.',
      ja: '乗り継ぎのある旅行中に、電話とパソコンの両方を使う人。',
    },
    { en: 'A VPN that is on no list.', ja: 'どの一覧にも載っていないVPN。' },
    { en: 'A shared account of an international team.', ja: '国をまたぐチームの共用アカウント。' },
  ],
  blindSpots: [
    {
      en: 'Attackers who stay in one country, or behind data centres and VPNs.',
      ja: '1つの国にとどまる攻撃者、データセンターやVPNを使う攻撃者。',
    },
  ],
  messages: {
    'country-hop': {
      en: '{account} logged in from {countries:country|countries} within {window}: {names}; last from {source} ({network}).',
      ja: '{account} は {window}以内に {countries}か国({names})からログインしています(最後の接続元は {source}、{network})。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    // Country names by their key: as many as there are countries in the log.
    const names: string[] = []
    const nameOf = (key: number): string => names[key] ?? ''

    const journeyOf = (event: RuleEvent, state: State<typeof STATE>): Journey => {
      const countries: number[] = []
      const rows: number[] = []
      let isOneProgram = event.agentKey >= 0
      const visit = (country: number, agent: number, row: number): void => {
        rows.push(row)
        if (agent !== event.agentKey) isOneProgram = false
        if (!countries.some((other) => isNear(nameOf(other), nameOf(country)))) countries.push(country)
      }
      state.stays.each(event.timeMs - parameters.window, (_timeMs, country, agent, row) => visit(country, agent, row))
      visit(event.countryKey, event.agentKey, event.row)
      return { countries, rows, isOneProgram }
    }
    const judge = (event: RuleEvent, state: State<typeof STATE>): void => {
      const { countries, rows, isOneProgram } = journeyOf(event, state)
      if (countries.length < parameters.countries) return
      const isMild = isOneProgram || (event.usual.sameNetwork > 0 && event.usual.sameAgent > 0)
      report(event, {
        messageId: 'country-hop',
        severity: isMild ? 'low' : 'medium',
        confidence: isMild ? 'low' : 'medium',
        data: {
          account: event.account ?? '',
          source: event.source ?? '',
          network: networkText(event),
          countries: countries.length,
          names: countries.map(nameOf),
          window: { durationMs: parameters.window },
        },
        evidence: rows,
      })
    }
    const isPassedOver = (event: RuleEvent): boolean => isDetour(event) || (event.network?.kind === 'mobile' && event.usual.sameNetwork > 0)
    return {
      event: (event, state) => {
        if (event.countryKey < 0) return
        if (event.countryKey !== state.country) {
          if (isPassedOver(event)) return
          names[event.countryKey] ??= event.country ?? ''
          if (state.country >= 0) {
            // A stay is noted with its last login: how long it lasted does not matter.
            state.stays.push(state.timeMs, state.country, state.agent, state.row)
            judge(event, state)
          }
          state.country = event.countryKey
        }
        state.timeMs = event.timeMs
        state.agent = event.agentKey
        state.row = event.row
      },
    }
  },
})
