import type { Finding, MessageData } from '../model/finding.ts'
import { isSharedEgress, type AttackSource } from './attack-sources.ts'
import { noveltyOf, type History, type Novelty } from './history.ts'
import type { RowReader } from './row-reader.ts'

/** How much one observation weighs in the verdict rule of DESIGN.md. `context` only explains. */
export type Weight = 'compromised' | 'suspected' | 'medium' | 'context'

/** One observation on one account, with the sentence it becomes and the events it stands on. */
export interface Signal {
  readonly rule: string
  readonly weight: Weight
  readonly messageId: string
  readonly data: MessageData
  /** Epoch µs. */
  readonly at: number
  readonly rows: readonly number[]
  /** The success that this is about, if one. */
  readonly success: number | undefined
}

export interface SignalInput {
  readonly rows: Int32Array
  readonly findings: readonly Finding[]
  readonly sources: ReadonlyMap<number, AttackSource>
  readonly read: RowReader
  /** What was usual before a moment. */
  readonly historyBefore: (time: number) => History
}

/** A source that guessed this often at one account is an attack even when it tried nobody else. */
const MANY_GUESSES = 20
/** Missing: said as "unknown" in the reader's language. */
const UNKNOWN = ''

const isForeign = (novelty: Novelty): boolean => !novelty.thin && (novelty.country || (novelty.network && novelty.agent))

const contextData = (row: number, read: RowReader): MessageData => ({
  time: { time: read.time(row) }, source: read.sourceText(row) ?? UNKNOWN, country: read.countryText(row) ?? UNKNOWN,
  network: read.networkText(row) ?? UNKNOWN, agent: read.agentText(row) ?? UNKNOWN,
})

/** Only what is new is named; what was seen before is not evidence. */
const newContextSignal = (rule: string, row: number, weight: Weight, read: RowReader): Signal => ({
  rule, weight, messageId: 'reason.new-context', data: contextData(row, read), at: read.time(row), rows: [row], success: row,
})

const attemptsFrom = (input: SignalInput, source: AttackSource): number[] =>
  [...input.rows].filter((row) => input.read.isAttempt(row) && input.read.source(row) === source.source)

const sourceWeight = (source: AttackSource, row: number, history: History, read: RowReader): Weight | undefined => {
  const novelty = noveltyOf(row, history, read)
  if (!novelty.source) return undefined
  if (isSharedEgress(source)) return !novelty.thin && novelty.agent && source.agents.has(read.agent(row)) ? 'suspected' : undefined
  const usualContext = history.networks.has(read.network(row)) && history.agents.has(read.agent(row))
  if (usualContext) return source.triedAccounts.size > 1 ? 'suspected' : undefined
  if (source.tried.size > 1 || source.triedAccounts.size > 1 || source.attempts >= MANY_GUESSES || isForeign(novelty)) return 'compromised'
  return 'medium'
}

/** First successes of this account from addresses that attacked. */
const attackSourceSignals = (input: SignalInput): Signal[] => {
  const { rows, sources, read, historyBefore } = input
  const signals: Signal[] = []
  const seen = new Set<number>()
  for (const row of rows) {
    const source = sources.get(read.source(row))
    if (source === undefined || !read.isSuccess(row) || seen.has(source.source) || read.time(row) < source.first) continue
    seen.add(source.source)
    const history = historyBefore(read.time(row))
    const weight = sourceWeight(source, row, history, read)
    if (weight === undefined) continue
    const attempts = attemptsFrom(input, source)
    signals.push({
      rule: 'attack-source', weight, messageId: 'reason.success-from-attack-source', at: read.time(row), rows: [...attempts, row], success: row,
      data: { time: { time: read.time(row) }, source: read.sourceText(row) ?? UNKNOWN, attempts: source.attempts, accountsTried: source.tried.size },
    })
    if (isSharedEgress(source)) {
      signals.push({ rule: 'attack-source', weight: 'context', messageId: 'reason.shared-egress', at: read.time(row), rows: [row], success: undefined, data: { source: read.sourceText(row) ?? UNKNOWN, accounts: source.neighbours.size + source.successes } })
    } else if (weight === 'suspected') {
      signals.push({ rule: 'attack-source', weight: 'context', messageId: 'reason.same-network-as-usual', at: read.time(row), rows: [row], success: undefined, data: {} })
    }
  }
  return signals
}

type FindingJudge = (finding: Finding, input: SignalInput) => Signal[]

const lastSuccess = (finding: Finding, read: RowReader): number | undefined => finding.rows.findLast((row) => read.isSuccess(row))

const afterGuessing: FindingJudge = (finding, { read, historyBefore }) => {
  const success = lastSuccess(finding, read)
  if (success === undefined) return []
  const novelty = noveltyOf(success, historyBefore(finding.first), read)
  const failures = finding.rows.filter((row) => read.isAttempt(row))
  const weight: Weight = isForeign(novelty) ? 'compromised' : !novelty.thin && novelty.source && (novelty.network || novelty.agent) ? 'medium' : 'context'
  if (weight === 'context' && !novelty.thin) return []
  const counted = finding.data['failures']
  return [{
    rule: finding.rule, weight, messageId: 'reason.success-after-failures', at: read.time(success), rows: [...failures, success], success,
    data: { ...contextData(success, read), failures: typeof counted === 'number' ? counted : failures.length },
  }]
}

const movedSession: FindingJudge = (finding, { read }) => {
  const [from] = finding.rows
  const to = finding.rows.at(-1)
  if (from === undefined || to === undefined || finding.severity === 'info' || finding.severity === 'low') return []
  return [{
    rule: finding.rule, weight: finding.severity === 'medium' ? 'medium' : 'compromised', messageId: 'reason.session-moved', at: read.time(to), rows: finding.rows, success: to,
    data: {
      time: { time: read.time(to) }, fromSource: read.sourceText(from) ?? UNKNOWN, toSource: read.sourceText(to) ?? UNKNOWN,
      fromAgent: read.agentText(from) ?? UNKNOWN, toAgent: read.agentText(to) ?? UNKNOWN,
    },
  }]
}

const pushedUntilApproved: FindingJudge = (finding, { read, historyBefore }) => {
  const success = lastSuccess(finding, read)
  if (success === undefined) return []
  const history = historyBefore(finding.first)
  const usual = history.networks.has(read.network(success)) && history.agents.has(read.agent(success))
  const denials = finding.rows.filter((row) => !read.isSuccess(row))
  return [{
    rule: finding.rule, weight: usual ? 'medium' : history.logins === 0 ? 'suspected' : 'compromised', messageId: 'reason.mfa-denials-then-approval',
    at: read.time(success), rows: finding.rows, success, data: { ...contextData(success, read), denials: denials.length },
  }]
}

const travelled: FindingJudge = (finding, { read, historyBefore }) => {
  const [from] = finding.rows
  const to = finding.rows.at(-1)
  if (from === undefined || to === undefined || finding.severity === 'info') return []
  const novelty = noveltyOf(to, historyBefore(read.time(to)), read)
  if (!novelty.agent && finding.severity !== 'high') return []
  const km = finding.data['km']
  return [{
    rule: finding.rule, weight: novelty.agent ? 'compromised' : 'medium', messageId: 'reason.impossible-travel', at: read.time(to), rows: [from, to], success: to,
    data: {
      time: { time: read.time(to) }, fromCountry: read.countryText(from) ?? UNKNOWN, toCountry: read.countryText(to) ?? UNKNOWN,
      km: typeof km === 'number' ? km : 0, minutes: Math.round((read.time(to) - read.time(from)) / 6e7),
    },
  }]
}

const newContext: FindingJudge = (finding, { read, historyBefore }) => {
  const success = finding.rows[0]
  if (success === undefined || finding.severity === 'info' || finding.severity === 'low') return []
  const novelty = noveltyOf(success, historyBefore(read.time(success)), read)
  return [newContextSignal(finding.rule, success, novelty.country && novelty.agent ? 'suspected' : 'medium', read)]
}

const changedAfterDoubt: FindingJudge = (finding, { read }) => {
  const change = finding.rows.findLast((row) => !read.isLogin(row))
  const login = finding.rows.find((row) => read.isSuccess(row))
  if (change === undefined) return []
  const { action } = read.cls(change)
  const signal: Signal = {
    rule: finding.rule, weight: 'compromised', messageId: 'reason.change-after-login', at: read.time(change), rows: finding.rows, success: login,
    data: { time: { time: read.time(change) }, action, minutes: Math.max(0, Math.round((read.time(change) - (login === undefined ? read.time(change) : read.time(login))) / 6e7)) },
  }
  return login === undefined ? [signal] : [newContextSignal(finding.rule, login, 'context', read), signal]
}

const JUDGES: Readonly<Record<string, FindingJudge>> = {
  'success-after-guessing': afterGuessing, 'session-moved': movedSession, 'mfa-fatigue': pushedUntilApproved,
  'impossible-travel': travelled, 'new-context-success': newContext, 'change-after-doubt': changedAfterDoubt,
}

/** A rule that this room knows no reading for still counts as what it says of itself. */
const judgeOther: FindingJudge = (finding, { read }) =>
  finding.severity === 'high' || finding.severity === 'critical' || finding.severity === 'medium'
    ? [{ rule: finding.rule, weight: 'medium', messageId: finding.messageId, data: finding.data, at: finding.last, rows: finding.rows, success: lastSuccess(finding, read) }]
    : []

/** Findings about attempts only: they say that somebody tried, not that somebody got in. */
const ATTEMPT_RULES = new Set(['account-guessing', 'distributed-guessing'])

/** Everything that speaks for or against somebody else having been in, in time order. */
export const collectSignals = (input: SignalInput): readonly Signal[] =>
  [
    ...attackSourceSignals(input),
    ...input.findings.filter(({ rule }) => !ATTEMPT_RULES.has(rule)).flatMap((finding) => (JUDGES[finding.rule] ?? judgeOther)(finding, input)),
  ].toSorted((left, right) => left.at - right.at || (left.messageId < right.messageId ? -1 : left.messageId > right.messageId ? 1 : 0))
