import { number, recent } from './define-rule.ts'
import type { ParameterValues, RuleEvent, RuleInstance, RuleReport, State } from './define-rule.ts'
import { agentText, isDetour, networkText } from './define-signals.ts'

/** What is noted of an account when it first logs in from the place, as bits. */
const NEWCOMER = 1
const NEW_AGENT = 2
const NEW_COUNTRY = 4

export const FAN_IN_PARAMETERS = {
  window: {
    default: '24h',
    type: 'duration',
    en: 'Time within which new accounts are counted.',
    ja: '新しく現れたアカウントを数える期間。',
  },
  accounts: {
    default: 5,
    type: 'count',
    en: 'Accounts that had been used elsewhere and log in from there for the first time: 83 % of the takeovers in the RBA data share a network with another one.',
    ja: '以前は別の場所で使われ、初めてそこからログインしたアカウントの数。RBAデータでは、不正ログインの83%が他の不正ログインとネットワークを共有。',
  },
  burst: { default: 3, type: 'count', en: 'So many are enough within the shorter time.', ja: '短い期間なら、この数で検知。' },
  burstWindow: { default: '1h', type: 'duration', en: 'The shorter time.', ja: '短い期間の長さ。' },
  rareShare: {
    default: 0.0001,
    type: 'ratio',
    en: "A network with at most this share of the log's successes (or as many as the accounts above) is rare.",
    ja: 'ログの成功に占める割合がこれ以下(または上のアカウント数以下)のネットワークを、まれとみなす。',
  },
  memory: {
    default: '30d',
    type: 'duration',
    en: 'Time for which the accounts of a place are remembered.',
    ja: '場所ごとにアカウントを記憶する期間。',
  },
  gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
} as const

/** Beyond so many accounts a place is a shared line, and nobody is new there. */
const CAP = 48

export const FAN_IN_STATE = { accounts: recent(CAP), last: number(-1), reportedRow: number(-1) }

type Parameters = ParameterValues<typeof FAN_IN_PARAMETERS>
type FanInState = State<typeof FAN_IN_STATE>

export interface FanInPlace {
  /** Is the event from a place that this account was never seen at, nor anywhere near? */
  readonly isApart: (event: RuleEvent) => boolean
  /** Only rare networks count as a place: for the rule whose places are networks. */
  readonly isRareOnly: boolean
}

interface Arrivals {
  newcomers: number
  inBurst: number
  newAgents: number
  abroad: number
}

const isKnown = ({ accounts }: FanInState, account: number): boolean => {
  let isThere = false
  accounts.each(Number.NEGATIVE_INFINITY, (_timeMs, known) => {
    if (known === account) isThere = true
  })
  return isThere
}

const noteOf = (event: RuleEvent, { isApart }: FanInPlace): number => {
  const { usual } = event
  if (Number.isNaN(usual.firstMs) || !isApart(event)) return 0
  const agent = event.agentKey < 0 || usual.sameAgent === 0 ? NEW_AGENT : 0
  const country = event.countryKey >= 0 && usual.sameCountry === 0 ? NEW_COUNTRY : 0
  return NEWCOMER | agent | country
}

const tallyOf = (state: FanInState, event: RuleEvent, { window, burstWindow }: Parameters): Arrivals => {
  const tally: Arrivals = { newcomers: 0, inBurst: 0, newAgents: 0, abroad: 0 }
  state.accounts.each(event.timeMs - window, (timeMs, _account, note) => {
    if ((note & NEWCOMER) === 0) return
    tally.newcomers += 1
    if (timeMs > event.timeMs - burstWindow) tally.inBurst += 1
    if ((note & NEW_AGENT) !== 0) tally.newAgents += 1
    if ((note & NEW_COUNTRY) !== 0) tally.abroad += 1
  })
  return tally
}

const newcomerRows = (state: FanInState, sinceMs: number): number[] => {
  const rows: number[] = []
  state.accounts.each(sinceMs, (_timeMs, _account, note, row) => {
    if ((note & NEWCOMER) !== 0 && row > state.reportedRow) rows.push(row)
  })
  return rows
}

const isRare = ({ facts, networkKey }: RuleEvent, { rareShare, accounts }: Parameters): boolean =>
  networkKey >= 0 && facts.mature && facts.networkSuccesses <= Math.max(accounts, facts.successes * rareShare)

/**
 * Accounts that come to one place for the first time, each of them used elsewhere before. A line with people of its own, a place at
 * home without anything odd about it (a school, a shop's terminal, a new office) and what more than CAP accounts use say nothing.
 */
export const createFanIn = (
  { parameters, report }: { readonly parameters: Parameters; readonly report: (event: RuleEvent, finding: RuleReport) => void },
  place: FanInPlace,
): RuleInstance<typeof FAN_IN_STATE> => {
  const isOdd = (event: RuleEvent, { newcomers, abroad }: Arrivals): boolean =>
    isRare(event, parameters) || (!place.isRareOnly && (isDetour(event) || abroad * 2 >= newcomers))

  const judge = (event: RuleEvent, state: FanInState): void => {
    const tally = tallyOf(state, event, parameters)
    const { newcomers, inBurst, newAgents } = tally
    const isMany = newcomers >= parameters.accounts
    if (!isMany && inBurst < parameters.burst) return
    const natives = state.accounts.size - newcomers
    if (natives * 2 > newcomers || !isOdd(event, tally)) return
    // A household-budget app, or one's own job: one script, many accounts. Several people with their own programs: a journey.
    const isMild = event.agent?.scripted === true || newAgents * 2 < newcomers
    report(event, {
      messageId: 'fan-in',
      severity: isMild ? 'low' : 'medium',
      confidence: isMild ? 'low' : 'medium',
      data: {
        source: event.source ?? '',
        country: event.country ?? '',
        network: networkText(event),
        agent: agentText(event),
        accounts: isMany ? newcomers : inBurst,
        window: { durationMs: isMany ? parameters.window : parameters.burstWindow },
      },
      evidence: newcomerRows(state, event.timeMs - parameters.window),
    })
    state.reportedRow = event.row
  }
  return {
    event: (event, state) => {
      if (event.accountKey < 0 || event.accountKey === state.last) return
      state.last = event.accountKey
      if (state.accounts.size >= CAP || isKnown(state, event.accountKey)) return
      const note = noteOf(event, place)
      state.accounts.push(event.timeMs, event.accountKey, note, event.row)
      if ((note & NEWCOMER) !== 0) judge(event, state)
    },
  }
}
