import type { EventClass } from '../../model/event-class.ts'
import type { Finding } from '../../model/finding.ts'
import { HOUR_US, MINUTE_US } from '../../kernel/time-units.ts'
import { isLockingOut } from '../rows/after-login.ts'
import { isHabit } from '../habits/habits.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { FindingJudge } from './finding-judge.ts'
import type { DeviceClass } from '../../model/vocabulary.ts'
import { UNKNOWN, type SignalInput, type Weight } from './signal.ts'

/** An episode also holds the owner going on with the session: the first change of place and program is the theft. */
const firstMove = (rows: readonly number[], read: RowReader): readonly [from: number | undefined, to: number | undefined] => {
  const at = rows.findIndex(
    (row, index) => index > 0 && (read.source(row) !== read.source(rows[0] as number) || read.agent(row) !== read.agent(rows[0] as number)),
  )
  return at < 0 ? [undefined, undefined] : [rows[at - 1], rows[at]]
}

/** What is changed this soon after the move was its purpose. */
const isUsedAtOnce = (to: number, { rows, read }: SignalInput): boolean =>
  rows.some(
    (row) =>
      row >= to &&
      read.time(row) - read.time(to) <= HOUR_US &&
      read.source(row) === read.source(to) &&
      read.isChange(row) &&
      isLockingOut(read.cls(row).action),
  )

/** A telephone leaves the line that it was on, a company's way out or a VPN, for its carrier's, wherever that is, and comes back to it. */
const isCommute = (from: number, to: number, { rows, read, isCommuted }: SignalInput): boolean =>
  isCommuted(to) ||
  (read.isMobile(to) && rows.some((row) => row > to && read.session(row) === read.session(to) && read.network(row) === read.network(from)))

/** `unknown`: an app's own library, or a log that tells no programs. */
const MAY_BE_HANDHELD: ReadonlySet<DeviceClass> = new Set<DeviceClass>(['mobile', 'tablet', 'unknown'])

/**
 * Abroad a telephone goes out by its carrier at home, until it finds a Wi-Fi there: the session crosses the world and its owner does not.
 * Carriers that no list tells are known by the sessions of many that come over to them.
 */
const isOffRoaming = (from: number, to: number, input: SignalInput): boolean =>
  (input.read.isMobile(from) || input.isCommuted(from)) && !input.isRented(to) && isHandheld([from, to], input)

/** The very same line, version and all: the program that the session was begun with, or one that says it is. */
const isSameLine = (from: number, to: number, { read }: SignalInput): boolean => read.userAgent(to) === read.userAgent(from)

const isHandheld = (rows: readonly number[], { read }: SignalInput): boolean =>
  rows.every((row) => MAY_BE_HANDHELD.has(read.deviceClass(row) ?? 'unknown'))

/** Nobody had got in with it: begun by a wrong password, or by asking for a reset that is carried out where the mail is read. */
const isBeforeLogin = (to: number, { rows, read }: SignalInput): boolean =>
  !rows.some((row) => row < to && read.session(row) === read.session(to) && isInside(read.cls(row)))

const isInside = ({ action, outcome }: EventClass): boolean =>
  (outcome === 'success' || outcome === 'info') && action !== 'password-reset-request'

/** Longer than from a reset to the login after it, shorter than a visit that the owner came back from. */
const JUST_US = 10 * MINUTE_US

/**
 * Whoever is there tried the password from there before the session began: the owner, who then reset it on a telephone, or a guesser. Or got
 * in from there a moment before, by a session of their own. Neither needs a stolen one.
 */
const needsNoTheft = (to: number, { rows, read }: SignalInput): boolean => {
  const begun = rows.findIndex((row) => read.session(row) === read.session(to))
  const isThere = (row: number): boolean => read.source(row) === read.source(to)
  const hasTried = rows.subarray(0, Math.max(begun, 0)).some((row) => read.isAttempt(row) && isThere(row))
  const hasJustComeIn = (row: number): boolean =>
    row < to && read.isLogin(row) && read.isSuccess(row) && isThere(row) && read.time(to) - read.time(row) <= JUST_US
  return hasTried || rows.some((row) => hasJustComeIn(row) && read.session(row) !== read.session(to))
}

/** Far away with the program that the session always had, or in a log that tells none. */
const weightOfFar = (from: number, to: number, { severity }: Finding, input: SignalInput): Weight | undefined => {
  const { rows, read, historyBefore, isRented } = input
  const history = historyBefore(read.time(to))
  // A VPN or relay switched on or off in the middle of a session, as the owner does at other times, and others of whom more is known.
  const isByExit = [from, to].some(read.isByExit)
  if (isByExit && history.usesExits) return undefined
  // In a network where the account is on other days, too.
  if (isHabit(to, rows, (row) => history.sources.has(read.source(row)), read)) return undefined
  // A data centre is no place: a VPN that was switched on, or a thief's machine.
  const byUse = (): Weight => (isUsedAtOnce(to, input) ? 'suspected' : 'medium')
  if (severity === 'low') return isRented(to) ? byUse() : undefined
  if (isByExit || isCommute(from, to, input)) return 'medium'
  // Tables of places err, telephones are on their carrier's line or a hotel's, and a program that stays the same speaks for its owner.
  const isWeak = input.isFarUsual() || isOffRoaming(from, to, input) || (isSameLine(from, to, input) && isHandheld([from, to], input))
  if (isWeak) return byUse()
  return isSameLine(from, to, input) ? 'suspected' : 'compromised'
}

const weightOf = (from: number, to: number, finding: Finding, input: SignalInput): Weight | undefined => {
  if (finding.severity === 'info' || isBeforeLogin(to, input) || needsNoTheft(to, input)) return undefined
  if (finding.messageId === 'session-moved.far') return weightOfFar(from, to, finding, input)
  if (finding.severity === 'low') return undefined
  return finding.severity === 'medium' ? 'medium' : 'compromised'
}

export const movedSession: FindingJudge = (finding, input) => {
  const { read } = input
  const [from, to] = firstMove(finding.rows, read)
  if (from === undefined || to === undefined) return []
  const weight = weightOf(from, to, finding, input)
  if (weight === undefined) return []
  return [
    {
      rule: finding.rule,
      weight,
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
