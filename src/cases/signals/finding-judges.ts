import { DAY_US } from '../../kernel/time-units.ts'
import { isAfterReset } from '../habits/forgotten-password.ts'
import type { Finding } from '../../model/finding.ts'
import { isByExit, isForeign, noveltyOf, type Novelty } from '../habits/history.ts'
import { changedAfterDoubt, resetAndEntered } from './change-judges.ts'
import { FAN_IN_RULES, fannedIn, isUnknownPast, judgeOther, lastSuccess, MANY_GUESSES, type FindingJudge } from './finding-judge.ts'
import { lockedOut } from './locked-out.ts'
import { movedSession } from './moved-session.ts'
import { robotElsewhere } from './robot-elsewhere.ts'
import { scriptLogin } from './script-login.ts'
import { tokenElsewhere } from './token-elsewhere.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { contextData, newContextSignal, UNKNOWN, type Signal, type SignalInput, type Weight } from './signal.ts'

/** As the rule counts guesses. Fewer misses before a success are a list's or an owner's: what the source is tells which. */
const GUESSES = 5

const weightOfForeign = (failures: number): Weight => {
  if (failures >= MANY_GUESSES) return 'compromised'
  return failures >= GUESSES ? 'suspected' : 'medium'
}

const weightOfKnown = ({ thin, source, network, agent }: Novelty): Weight => (!thin && source && (network || agent) ? 'medium' : 'context')

const afterGuessing: FindingJudge = (finding, { rows, read, historyBefore }) => {
  const success = lastSuccess(finding, read)
  const failures = finding.rows.filter((row) => read.isAttempt(row))
  // Without failures of its own the finding says only that the source attacked others: that is told where sources are judged.
  if (success === undefined || failures.length === 0 || isAfterReset(success, rows, read)) return []
  const novelty = noveltyOf(success, historyBefore(finding.first), read)
  const weight = isForeign(novelty) ? weightOfForeign(failures.length) : weightOfKnown(novelty)
  if (weight === 'context' && !(novelty.thin && novelty.source)) return []
  const counted = finding.data['failures']
  return [
    {
      rule: finding.rule,
      weight: weight === 'context' ? 'unclear' : weight,
      messageId: 'reason.success-after-failures',
      at: read.time(success),
      rows: [...failures, success],
      success,
      data: { ...contextData(success, read), failures: typeof counted === 'number' && counted > 0 ? counted : failures.length },
    },
  ]
}

const pushedUntilApproved: FindingJudge = (finding, { read, historyBefore }) => {
  const success = lastSuccess(finding, read)
  if (success === undefined) return []
  const history = historyBefore(finding.first)
  const novelty = noveltyOf(success, history, read)
  const isNear = history.networks.has(read.network(success)) && history.agents.has(read.agent(success))
  const ofStranger = isNear || novelty.thin ? 'suspected' : 'compromised'
  const denials = finding.rows.filter((row) => !read.isSuccess(row))
  return [
    {
      rule: finding.rule,
      // Where the owner is known to be, the owner was tired of a fault; near it, of somebody.
      weight: novelty.source ? ofStranger : 'medium',
      messageId: 'reason.mfa-denials-then-approval',
      at: read.time(success),
      rows: finding.rows,
      success,
      data: { ...contextData(success, read), denials: denials.length },
    },
  ]
}

/**
 * With one program at both ends it may be one person whom the log knows too little of, or a table of places that errs; with little past,
 * another program may be one that the log had not met yet: at home, and on a telephone, it is. VPNs, roaming and errors of the table are as
 * likely as a thief: never proof.
 */
const weightOfJourney = (to: number, { agent, thin, source }: Novelty, input: SignalInput): Weight => {
  const { rows, read, isLikelyOwners, isHomeCountry } = input
  if (!agent || !source || isLikelyOwners(to) || (thin && (isHomeCountry(to) || read.isMobile(to)))) return 'medium'
  // Wherever the account is on another day, too, it is at home.
  const isLivedIn = rows.some((row) => isAtAnotherDay(row, to, read) && read.source(row) === read.source(to) && read.isSuccess(row))
  return isLivedIn ? 'medium' : 'suspected'
}

const isAtAnotherDay = (row: number, than: number, read: RowReader): boolean => Math.abs(read.time(row) - read.time(than)) >= DAY_US

const travelled: FindingJudge = (finding, input) => {
  const { read, historyBefore } = input
  const [from] = finding.rows
  const to = finding.rows.at(-1)
  if (from === undefined || to === undefined || from === to || finding.severity === 'info' || finding.severity === 'low') return []
  const history = historyBefore(read.time(to))
  const novelty = noveltyOf(to, history, read)
  // The same machine in two places: a relay, or a table of places that errs.
  const isOneMachine = read.device(to) >= 0 && read.device(to) === read.device(from)
  const isExit = [from, to].some((row) => isByExit(row, history, read))
  if (novelty.owned || isOneMachine || isExit || (!novelty.agent && finding.severity !== 'high')) return []
  const km = finding.data['km']
  return [
    {
      rule: finding.rule,
      weight: finding.severity === 'high' ? weightOfJourney(to, novelty, input) : 'medium',
      messageId: 'reason.impossible-travel',
      at: read.time(to),
      rows: [from, to],
      success: to,
      data: {
        time: { time: read.time(to) },
        fromCountry: read.countryText(from) ?? UNKNOWN,
        toCountry: read.countryText(to) ?? UNKNOWN,
        km: typeof km === 'number' ? km : 0,
        minutes: Math.round((read.time(to) - read.time(from)) / 6e7),
      },
    },
  ]
}

/** Alone it is worth a look only where it is one of the strangest logins of the log: elsewhere people travel and buy telephones. */
const newContext: FindingJudge = (finding, input) => {
  const { read, historyBefore, isSharedLine, standsOut } = input
  const [success] = finding.rows
  if (success === undefined || finding.severity === 'info' || finding.severity === 'low' || isSharedLine(success)) return []
  if (isUnknownPast(success, input)) return []
  const novelty = noveltyOf(success, historyBefore(read.time(success)), read)
  if (novelty.owned) return []
  return [
    newContextSignal(
      finding.rule,
      success,
      novelty.country && novelty.agent && !novelty.thin && standsOut(success) ? 'suspected' : 'medium',
      read,
    ),
  ]
}

/** The rule's own sentence, weighed by this room. */
const weighed =
  (weightOf: (finding: Finding, input: SignalInput) => Weight): FindingJudge =>
  (finding, input) =>
    judgeOther(finding, input).map((signal) => ({ ...signal, weight: weightOf(finding, input) }))

/** Nobody is in two countries at once: with a program that is new as well it is somebody else. */
const inTwoCountries = weighed((finding, { read, historyBefore }) => {
  const to = finding.rows.at(-1)
  if (to === undefined || finding.severity !== 'high') return 'medium'
  const history = historyBefore(read.time(to))
  const novelty = noveltyOf(to, history, read)
  if (finding.rows.some((row) => isByExit(row, history, read))) return 'context'
  return novelty.agent && !novelty.thin ? 'compromised' : 'medium'
})

/** Somebody else holds the token or the password, and a success came from where the account never was: the owner at a new place remains possible. */
const secretInOtherHands = weighed(({ severity }) => (severity === 'high' ? 'suspected' : 'medium'))

/** The provider saw what no log carries; its highest rating, or the owner's own report, is worth a look by itself. */
const alerted = weighed(({ severity }) => (severity === 'high' || severity === 'critical' ? 'suspected' : 'medium'))

/** The roster says what the account may do; whoever did it, this was not it. */
const listed = weighed(({ severity }) => (severity === 'high' ? 'suspected' : 'medium'))
/** One of ours, or a fault of the service: worth a look by itself, and never proof against a person. */
const ownPeople = weighed(() => 'suspected')
/** Nobody may use the account of somebody who has left. */
const departed = weighed(() => 'compromised')

/** Every side is told that it was one of several. */
const crossed: FindingJudge = (finding, input) =>
  ownPeople(finding, input).map((signal) => ({
    ...signal,
    messageId: 'reason.session-crossed',
    data: { ...contextData(finding.rows.at(-1) ?? -1, input.read), time: { time: finding.last } },
    at: finding.last,
  }))

/** A browser's session in the hands of a script at another address: its owner's own script would log in by itself. */
const scripted: FindingJudge = (finding, input) =>
  finding.messageId === 'scripted-session.script'
    ? movedSession(finding, input).map((signal): Signal => {
        const [from = -1, to = -1] = signal.rows
        const isElsewhere = input.read.source(from) !== input.read.source(to)
        return signal.weight === 'medium' && isElsewhere ? { ...signal, weight: 'suspected' } : signal
      })
    : judgeOther(finding, input)

const JUDGES: Readonly<Record<string, FindingJudge>> = {
  'success-after-guessing': afterGuessing,
  'session-moved': movedSession,
  'mfa-fatigue': pushedUntilApproved,
  'impossible-travel': travelled,
  'new-context-success': newContext,
  'change-after-doubt': changedAfterDoubt,
  'rare-network': newContext,
  'two-countries': inTwoCountries,
  'provider-alert': alerted,
  'known-bad-login': alerted,
  'privileged-unusual': listed,
  'service-by-browser': listed,
  'departed-login': departed,
  'shared-id-overlap': ownPeople,
  'supplier-window': ownPeople,
  'mass-export': ownPeople,
  'session-crossed': crossed,
  'scripted-session': scripted,
  'token-reuse': secretInOtherHands,
  'breached-password-success': secretInOtherHands,
  'reset-then-new-context': resetAndEntered,
  'owner-locked-out': lockedOut,
  'robot-elsewhere': robotElsewhere,
  'script-login': scriptLogin,
  'token-elsewhere': tokenElsewhere,
  ...Object.fromEntries([...FAN_IN_RULES].map((rule) => [rule, fannedIn])),
}

/** What a finding on an account says about somebody else having been in. */
export const judgeFinding: FindingJudge = (finding, input) => (JUDGES[finding.rule] ?? judgeOther)(finding, input)
