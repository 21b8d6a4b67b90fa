import { isPasswordReset } from '../rows/after-login.ts'
import { isByReset } from '../habits/forgotten-password.ts'
import { isForeign, isOwners, isUnlike, noveltyOf, type History } from '../habits/history.ts'
import { isBesideOldClient } from '../habits/old-client.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { contextData, type Signal, type SignalInput, type Weight } from './signal.ts'
import { DAY_US } from '../../kernel/time-units.ts'

const RULE = 'guessed'
/** No owner types so many wrong passwords and then the right one. */
const MANY = 20
/**
 * Where nothing is as usual fewer do: of a million owners' logins 120 follow ten misses within ten minutes, and ten follow fifteen
 * (RBA data).
 */
const SOME = 10
const SOME_THIN = 15
/** Whoever guesses gets in soon after the last miss; an owner's login some hours later has nothing to do with it. */
const SOON_US = 3600 * 1e6
/** Slow guessing has long pauses: so many of them, and at most so long. */
const PAUSES = 4
const LONGEST_US = 6 * SOON_US
/** No owner fails in so many networks, or at so many addresses, before getting in from yet another place. */
const NETWORKS = 3
const ADDRESSES = 5
/** A program that repeats an old password keeps time: its pauses differ by less than this part of their mean. */
const STEADY = 0.1

const distinct = (rows: readonly number[], keyOf: (row: number) => number): number =>
  new Set(rows.map(keyOf).filter((key) => key >= 0)).size

/** Fewer may keep time by chance; and a home has few addresses in a day. */
const FEWEST_STEADY = 6
const LINE_ADDRESSES = 3

const keepsTime = (rows: readonly number[], read: RowReader): boolean => {
  const gaps = rows.slice(1).map((row, index) => read.time(row) - read.time(rows[index] as number))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length
  return Math.sqrt(variance) < STEADY * mean
}

const isSteady = (rows: readonly number[], read: RowReader): boolean => distinct(rows, read.source) === 1 && keepsTime(rows, read)

/** What a program with an old password repeats from its owner's line, whose address may change between one try and the next. */
const withoutOldClients = (failures: readonly number[], read: RowReader): readonly number[] => {
  const groups = Map.groupBy(failures, (row) => `${read.network(row)} ${read.agent(row)}`)
  const isOldClient = (rows: readonly number[]): boolean =>
    rows.length >= FEWEST_STEADY && distinct(rows, read.source) <= LINE_ADDRESSES && keepsTime(rows, read)
  return [...groups.values()].flatMap((rows) => (isOldClient(rows) ? [] : rows)).toSorted((left, right) => left - right)
}

const isScattered = (failures: readonly number[], read: RowReader): boolean =>
  distinct(failures, read.network) >= NETWORKS || distinct(failures, read.source) >= ADDRESSES

const paceOf = (failures: readonly number[], read: RowReader): number =>
  failures.length < 2 ? 0 : (read.time(failures.at(-1) as number) - read.time(failures[0] as number)) / (failures.length - 1)

const isSoonAfter = (success: number, failures: readonly number[], read: RowReader): boolean =>
  read.time(success) - read.time(failures.at(-1) as number) <= Math.max(SOON_US, Math.min(LONGEST_US, PAUSES * paceOf(failures, read)))

/** So many more, and half as many as before in the same time: whoever guesses has not found it. */
const STILL = 5
const goesOn = (success: number, failures: readonly number[], rows: Int32Array, read: RowReader): boolean => {
  const until = 2 * read.time(success) - read.time(failures[0] as number)
  const after = rows.filter(
    (row) => row > success && read.isAttempt(row) && read.time(row) <= until && read.source(row) !== read.source(success),
  ).length
  return after >= STILL && 2 * after >= failures.length
}

const weightOf = (success: number, failures: readonly number[], history: History, read: RowReader): Weight | undefined => {
  const novelty = noveltyOf(success, history, read)
  if (isScattered(failures, read)) {
    // A few, hours apart, may be strangers' while the owner, with the usual program, is somewhere new.
    const isBurst = read.time(failures.at(-1) as number) - read.time(failures[0] as number) <= SOON_US
    return failures.length >= SOME || isUnlike(novelty) || (novelty.thin && isBurst) ? 'compromised' : 'suspected'
  }
  if (isSteady(failures, read)) return undefined
  if (failures.length < MANY) return failures.length >= (novelty.thin ? SOME_THIN : SOME) && isUnlike(novelty) ? 'suspected' : undefined
  return isForeign(novelty) ? 'compromised' : 'suspected'
}

/** A password found by trying: many failures, or failures in many places, where the account had never been, and then a success. */
export const guessedSignals = ({ rows, read, sources, historyBefore, isSharedLine }: SignalInput): readonly Signal[] => {
  const signals: Signal[] = []
  const known = new Set<number>()
  /** A source that tries many names is no guess at this one, unless it keeps trying this one: what it gets is told with the source. */
  const isOfList = (row: number): boolean => (sources.get(read.source(row))?.tried.size ?? 0) > 1
  const guessesBefore = (success: number, failed: readonly number[]): readonly number[] => {
    if (isByReset(success, rows, read)) return []
    // What an operator set was not there yet for those who guessed before.
    const renewed = rows.findLast((row) => row < success && read.isByOther(row) && isPasswordReset(read.cls(row))) ?? -1
    const all = failed.filter((failure) => failure > renewed && read.time(success) - read.time(failure) <= DAY_US)
    const recent = all.length >= MANY ? all : all.filter((failure) => !isOfList(failure))
    const guesses = withoutOldClients(recent, read)
    return distinct(guesses, read.source) === 1 && isBesideOldClient(success, rows, read) ? [] : guesses
  }
  /** A network and a kind of program are many people's: that the owner has them on later days explains no such run from an address that is nobody's. */
  const isPoorAlibi = (success: number, guesses: readonly number[], history: History): boolean =>
    guesses.length >= MANY &&
    noveltyOf(success, history, read).source &&
    !isSteady(guesses, read) &&
    !rows.some(
      (other) =>
        read.time(other) < read.time(guesses[0] as number) &&
        read.isSuccess(other) &&
        read.network(other) === read.network(success) &&
        read.agent(other) === read.agent(success),
    )
  /** Guessed at from many places before and after: the owner looked in, unless nothing about the login is as usual. */
  const isOwnersAmidst = (success: number, guesses: readonly number[], history: History): boolean =>
    isScattered(guesses, read) && goesOn(success, guesses, rows, read) && !isForeign(noveltyOf(success, history, read))
  let failures: number[] = []
  for (const row of rows) {
    if (read.isAttempt(row)) {
      if (!known.has(read.source(row))) failures.push(row)
    } else if (read.isLogin(row) && read.isSuccess(row)) {
      const recent = guessesBefore(row, failures)
      const [first] = recent
      const history = first === undefined ? undefined : historyBefore(read.time(first))
      if (first === undefined || history === undefined) continue
      const isExplained = isOwners(row, history, read)
      // The owner may look in while others guess. What only comes later is a weaker alibi: whoever guessed it comes back, too.
      const isAlibi = history.since < read.time(first) || !isScattered(recent, read)
      if (isExplained && isAlibi && !isPoorAlibi(row, recent, history)) continue
      failures = []
      const isChance = !isSoonAfter(row, recent, read) || isSharedLine(row) || isOwnersAmidst(row, recent, history)
      const weight = isChance ? undefined : isExplained ? 'suspected' : weightOf(row, recent, history, read)
      known.add(read.source(row))
      if (weight === undefined) continue
      signals.push({
        rule: RULE,
        weight,
        messageId: 'reason.guessed',
        at: read.time(row),
        rows: [...recent, row],
        success: row,
        data: { ...contextData(row, read), failures: recent.length, sources: distinct(recent, read.source) },
      })
    }
  }
  return signals
}
