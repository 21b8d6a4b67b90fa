import { isLockingOut, isPasswordReset } from '../after-login.ts'
import { isForgotten } from '../forgotten-password.ts'
import type { Finding } from '../../model/finding.ts'
import { isForeign, noveltyOf } from '../history.ts'
import type { RowReader } from '../row-reader.ts'
import { contextData, newContextSignal, UNKNOWN, type Signal, type SignalInput, type Weight } from './signal.ts'

type FindingJudge = (finding: Finding, input: SignalInput) => Signal[]

const lastSuccess = (finding: Finding, read: RowReader): number | undefined => finding.rows.findLast((row) => read.isSuccess(row))

/** As the rule counts guesses. Fewer misses before a success are a list's or an owner's: what the source is tells which. */
const GUESSES = 5
/** Of a million owners' logins 1,450 follow five misses within five minutes, and 120 follow ten (RBA data, detection.md 1.3). */
const MANY_GUESSES = 10

const afterGuessing: FindingJudge = (finding, { read, historyBefore }) => {
  const success = lastSuccess(finding, read)
  const failures = finding.rows.filter((row) => read.isAttempt(row))
  // Without failures of its own the finding says only that the source attacked others: that is told where sources are judged.
  if (success === undefined || failures.length === 0) return []
  const novelty = noveltyOf(success, historyBefore(finding.first), read)
  const isNewPlace = !novelty.thin && novelty.source && (novelty.network || novelty.agent)
  const ofForeign: Weight = failures.length >= MANY_GUESSES ? 'compromised' : failures.length >= GUESSES ? 'suspected' : 'medium'
  const weight: Weight = isForeign(novelty) ? ofForeign : isNewPlace ? 'medium' : 'context'
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

/** An episode also holds the owner going on with the session: the first change of place and program is the theft. */
const firstMove = (rows: readonly number[], read: RowReader): readonly [from: number | undefined, to: number | undefined] => {
  const at = rows.findIndex(
    (row, index) => index > 0 && (read.source(row) !== read.source(rows[0] as number) || read.agent(row) !== read.agent(rows[0] as number)),
  )
  return at < 0 ? [undefined, undefined] : [rows[at - 1], rows[at]]
}

const movedSession: FindingJudge = (finding, { read }) => {
  const [from, to] = firstMove(finding.rows, read)
  if (from === undefined || to === undefined || finding.severity === 'info' || finding.severity === 'low') return []
  return [
    {
      rule: finding.rule,
      weight: finding.severity === 'medium' ? 'medium' : 'compromised',
      messageId: 'reason.session-moved',
      at: read.time(to),
      rows: [from, to],
      success: to,
      data: {
        time: { time: read.time(to) },
        fromTime: { time: read.time(from) },
        fromSource: read.sourceText(from) ?? UNKNOWN,
        toSource: read.sourceText(to) ?? UNKNOWN,
        fromAgent: read.agentText(from) ?? UNKNOWN,
        toAgent: read.agentText(to) ?? UNKNOWN,
      },
    },
  ]
}

const pushedUntilApproved: FindingJudge = (finding, { read, historyBefore }) => {
  const success = lastSuccess(finding, read)
  if (success === undefined) return []
  const history = historyBefore(finding.first)
  const novelty = noveltyOf(success, history, read)
  const isNear = history.networks.has(read.network(success)) && history.agents.has(read.agent(success))
  const denials = finding.rows.filter((row) => !read.isSuccess(row))
  return [
    {
      rule: finding.rule,
      // Where the owner is known to be, the owner was tired of a fault; near it, of somebody.
      weight: !novelty.source ? 'medium' : isNear || novelty.thin ? 'suspected' : 'compromised',
      messageId: 'reason.mfa-denials-then-approval',
      at: read.time(success),
      rows: finding.rows,
      success,
      data: { ...contextData(success, read), denials: denials.length },
    },
  ]
}

const travelled: FindingJudge = (finding, { read, historyBefore }) => {
  const [from] = finding.rows
  const to = finding.rows.at(-1)
  if (from === undefined || to === undefined || from === to || finding.severity === 'info' || finding.severity === 'low') return []
  const novelty = noveltyOf(to, historyBefore(read.time(to)), read)
  // The same machine in two places: a relay, or a table of places that errs.
  const isOneMachine = read.device(to) >= 0 && read.device(to) === read.device(from)
  if (novelty.owned || isOneMachine || (!novelty.agent && finding.severity !== 'high')) return []
  const km = finding.data['km']
  return [
    {
      rule: finding.rule,
      // With one program at both ends it may be one person whom the log knows too little of, or a table of places that errs.
      weight: novelty.agent && finding.severity === 'high' ? 'compromised' : 'medium',
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

/** All that came before was done by a program on the owner's behalf: nothing of the owner's own is known. */
const isUnknownPast = (row: number, { rows, read, historyBefore, isOnBehalf }: SignalInput): boolean =>
  historyBefore(read.time(row)).logins === 0 &&
  rows.some((other) => read.time(other) < read.time(row) && read.isSuccess(other) && isOnBehalf(other))

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

const minutesBetween = (from: number, to: number, read: RowReader): number =>
  Math.max(0, Math.round((read.time(to) - read.time(from)) / 6e7))

/**
 * Each change is told by itself; on a line that the staff or an app uses for many members it is no sign alone. With a program that the
 * account is known for it may be the owner, who changes things on a journey, too; with another one it hardly is.
 */
const changedAfterDoubt: FindingJudge = (finding, input) => {
  const { rows, read, isSharedLine, historyBefore } = input
  if (finding.severity === 'info' || finding.severity === 'low') return []
  const login = finding.rows.find((row) => read.isSuccess(row))
  const novelty = login === undefined ? undefined : noveltyOf(login, historyBefore(read.time(login)), read)
  // Owners change things abroad too, on machines of their own.
  if (novelty?.owned === true) return []
  const isOwnKind = login !== undefined && novelty?.thin === false && read.agent(login) >= 0 && !novelty.agent && !novelty.device
  const changes = finding.rows.filter(
    (row) => read.isChange(row) && !isUnknownPast(row, input) && !(isPasswordReset(read.cls(row)) && isForgotten(row, rows, read)),
  )
  const told = changes.map((change): Signal => ({
    rule: finding.rule,
    weight: isSharedLine(change) || !isLockingOut(read.cls(change).action) ? 'medium' : isOwnKind ? 'suspected' : 'compromised',
    messageId: login === undefined ? 'reason.post-login-action' : 'reason.change-after-login',
    at: read.time(change),
    rows: login === undefined ? [change] : [login, change],
    success: login,
    data: {
      time: { time: read.time(change) },
      action: read.cls(change).action,
      ...(login === undefined ? { count: 1 } : { minutes: minutesBetween(login, change, read) }),
    },
  }))
  return login === undefined || told.length === 0 ? told : [newContextSignal(finding.rule, login, 'context', read), ...told]
}

const WORTH_A_SIGNAL: ReadonlySet<string> = new Set(['medium', 'high', 'critical'])

/** A rule that this room knows no reading for still counts as what it says of itself, unless all it cites was done by others. */
const judgeOther: FindingJudge = (finding, { read }) =>
  WORTH_A_SIGNAL.has(finding.severity) && finding.rows.length > 0
    ? [
        {
          rule: finding.rule,
          weight: 'medium',
          messageId: finding.messageId,
          data: finding.data,
          at: finding.last,
          rows: finding.rows,
          success: lastSuccess(finding, read),
        },
      ]
    : []

/** The rule's own sentence, weighed by this room. */
const weighed =
  (weightOf: (finding: Finding, input: SignalInput) => Weight): FindingJudge =>
  (finding, input) =>
    judgeOther(finding, input).map((signal) => ({ ...signal, weight: weightOf(finding, input) }))

/** Nobody is in two countries at once: with a program that is new as well it is somebody else. */
const inTwoCountries = weighed((finding, { read, historyBefore }) => {
  const to = finding.rows.at(-1)
  if (to === undefined || finding.severity !== 'high') return 'medium'
  const novelty = noveltyOf(to, historyBefore(read.time(to)), read)
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

/** What an owner does who forgot the password, in a new place or after nothing but a program of others, is no sign. */
const resetAndEntered: FindingJudge = (finding, input) => {
  const { rows, read } = input
  const resets = finding.rows.filter((row) => isPasswordReset(read.cls(row)))
  const isOwners = resets.length > 0 && resets.every((row) => isForgotten(row, rows, read) || isUnknownPast(row, input))
  return isOwners ? [] : fannedIn(finding, input)
}

/** A line that the staff or an app uses for many members brings new accounts every day, and the staff resets passwords. */
const fannedIn: FindingJudge = (finding, input) => (finding.rows.some(input.isSharedLine) ? [] : judgeOther(finding, input))

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
  'fan-in': fannedIn,
  'fan-in-network': fannedIn,
  'fan-in-device': fannedIn,
}

/** What a finding on an account says about somebody else having been in. */
export const judgeFinding: FindingJudge = (finding, input) => (JUDGES[finding.rule] ?? judgeOther)(finding, input)
