import type { Finding } from '../../model/finding.ts'
import { isLockingOut, isPasswordReset } from '../rows/after-login.ts'
import { isForgotten } from '../habits/forgotten-password.ts'
import { isPasswordShared } from '../habits/kept-password.ts'
import { ENOUGH_LOGINS, isForeign, isOwners, noveltyOf } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { fannedIn, isOfOwnKind, isUnknownPast, lastSuccess, MANY_GUESSES, type FindingJudge } from './finding-judge.ts'
import { newContextSignal, type Signal, type SignalInput, type Weight } from './signal.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

const minutesBetween = (from: number, to: number, read: RowReader): number =>
  Math.max(0, Math.round((read.time(to) - read.time(from)) / 6e7))

/** Others were guessing at the account from many places in the day before. */
const isGuessedAt = (time: number, findings: readonly Finding[]): boolean =>
  findings.some(({ rule, first, last }) => rule === 'distributed-guessing' && first <= time && time - last <= DAY_US)

/** Whoever forgot the password tries in one place with one program on one machine, and gets in there. */
const isTriedInOnePlace = (login: number, tries: readonly number[], read: RowReader): boolean =>
  tries.every(
    (row) =>
      (read.source(row) === read.source(login) || (read.network(row) >= 0 && read.network(row) === read.network(login))) &&
      read.agent(row) === read.agent(login) &&
      read.device(row) === read.device(login),
  )

/** The password was found by trying, just before, as no owner tries. */
const isGuessedBefore = (login: number, findings: readonly Finding[], read: RowReader): boolean =>
  findings.some(({ rule, rows }) => {
    if (rule !== 'success-after-guessing' || !rows.includes(login)) return false
    const tries = rows.filter((row) => read.isAttempt(row))
    return tries.length >= MANY_GUESSES || !isTriedInOnePlace(login, tries, read)
  })

/** The login by which the visit began: to the next application one logs in a minute later, and by then the place is known. */
const beginningOf = (login: number, { rows, read }: SignalInput): number =>
  rows.find(
    (row) =>
      read.isSuccess(row) &&
      read.source(row) === read.source(login) &&
      read.agent(row) === read.agent(login) &&
      read.time(row) <= read.time(login) &&
      read.time(login) - read.time(row) <= HOUR_US,
  ) ?? login

/** How much it weighs that an account is made somebody's own after a login that is not like its owner's. */
export const weightAfterDoubt = (doubted: number, input: SignalInput): Weight => {
  const { findings, read, isRented, isLikelyOwners, historyBefore } = input
  const history = historyBefore(read.time(doubted))
  const novelty = noveltyOf(doubted, history, read)
  if (isOfOwnKind(doubted, novelty, read)) {
    return isGuessedAt(read.time(doubted), findings) || (novelty.country && isRented(doubted)) ? 'suspected' : 'context'
  }
  // Where the log tells no programs, half of what would tell a stranger is missing: the odds decide, as where they speak for the owner.
  if (isLikelyOwners(beginningOf(doubted, input))) return 'medium'
  if (read.agent(doubted) < 0) return isForeign(novelty) && novelty.country && isRented(doubted) ? 'suspected' : 'medium'
  // People get new telephones, and lines to use them on, where they live: elsewhere they are somebody else's.
  const isPlausible = read.country(doubted) >= 0 && !novelty.country && !isRented(doubted) && !isGuessedAt(read.time(doubted), findings)
  if (history.logins >= ENOUGH_LOGINS) return isPlausible ? 'suspected' : 'compromised'
  // Of little past only what came just before is known: passwords that were tried, in several places or with several machines.
  return isGuessedBefore(doubted, findings, read) ? 'suspected' : 'medium'
}

/**
 * Each change is told by itself; on a line that the staff or an app uses for many members it is no sign alone. With a program that the
 * account is known for it may be the owner, who changes things on a journey, too: whether it is too rare to be chance, the odds tell (`fusion/`).
 */
export const changedAfterDoubt: FindingJudge = (finding, input) => {
  const { rows, findings, read, isSharedLine, historyBefore } = input
  if (finding.severity === 'info' || finding.severity === 'low') return []
  const login = finding.rows.find((row) => read.isSuccess(row))
  const [first = -1] = finding.rows
  const doubted = login ?? first
  const history = historyBefore(read.time(doubted))
  const novelty = noveltyOf(doubted, history, read)
  // Owners change things abroad too, on machines of their own, and at home on new ones.
  const isGuessed = isGuessedAt(read.time(doubted), findings)
  const isAtHome = history.since < read.time(doubted) - DAY_US && isOwners(doubted, history, read)
  if (novelty.owned || (isAtHome && !isGuessed)) return []
  if (finding.rows.some((row) => isPasswordShared(row, rows, history, read))) return []
  const isOwnKind = isOfOwnKind(doubted, novelty, read)
  const changes = finding.rows.filter(
    (row) => read.isChange(row) && !isUnknownPast(row, input) && !(isPasswordReset(read.cls(row)) && isForgotten(row, rows, read)),
  )
  const weightOf = (change: number): Weight =>
    !isOwnKind && (isSharedLine(change) || !isLockingOut(read.cls(change).action)) ? 'medium' : weightAfterDoubt(doubted, input)
  const told = changes.map((change): Signal => ({
    rule: finding.rule,
    weight: weightOf(change),
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

/**
 * What an owner does who forgot the password, in a new place or after nothing but a program of others, is no sign; nor is it with the owner's
 * kind of program, unless the odds say so.
 */
export const resetAndEntered: FindingJudge = (finding, input) => {
  const { rows, read, historyBefore } = input
  const resets = finding.rows.filter((row) => isPasswordReset(read.cls(row)))
  const login = lastSuccess(finding, read)
  const history = historyBefore(finding.first)
  const isOwnKind = login !== undefined && isOfOwnKind(login, noveltyOf(login, history, read), read)
  if (resets.some((row) => isPasswordShared(row, rows, history, read))) return []
  const isOwn = resets.length > 0 && (isOwnKind || resets.every((row) => isForgotten(row, rows, read) || isUnknownPast(row, input)))
  return isOwn ? [] : fannedIn(finding, input)
}
