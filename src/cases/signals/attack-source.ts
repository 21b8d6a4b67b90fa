import { accountsOn, isBesideAttempt, isDuring, isOfAttack, isSharedEgress, type AttackSource } from '../sources/attack-source.ts'
import { isAfterReset } from '../habits/forgotten-password.ts'
import { isBesideOldClient } from '../habits/old-client.ts'
import { isForeign, noveltyOf, type History } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { ATTACK_SOURCE, remark, UNKNOWN, type Signal, type SignalInput, type Weight } from './signal.ts'

/** A source that guessed this often at one account is an attack even when it tried nobody else. */
const MANY_GUESSES = 20

const isCampaign = ({ tried, triedAccounts, attempts }: AttackSource): boolean =>
  tried.size > 1 || triedAccounts.size > 1 || attempts >= MANY_GUESSES

/** Of addresses that tried one name each, as of those that only failed a lot, an owner's may be one: only a foreign context tells. */
const isWeak = (source: AttackSource): boolean => source.rules.size === 0 && !source.isList

const weightOfNew = (source: AttackSource, row: number, history: History, read: RowReader): Weight | undefined => {
  const novelty = noveltyOf(row, history, read)
  const isStrong = isCampaign(source) && !isWeak(source)
  if (history.networks.has(read.network(row)) && history.agents.has(read.agent(row))) return isStrong ? 'suspected' : undefined
  if (isForeign(novelty) || isStrong) return 'compromised'
  // Few tries at one account are weighed by how they were made (`guessed.ts`).
  return isCampaign(source) ? 'suspected' : undefined
}

/** So many programs at one address are changed with every try: any other may be its next. */
const CHANGING = 3

/** Whoever tries at an address gets in with what they try with; another program is another person on the same line. */
const isAnotherProgram = ({ agents }: AttackSource, row: number, read: RowReader): boolean =>
  read.agent(row) >= 0 && agents.size > 0 && agents.size < CHANGING && !agents.has(read.agent(row))

const weightOf = (source: AttackSource, row: number, history: History, read: RowReader): Weight | undefined => {
  const novelty = noveltyOf(row, history, read)
  if (!novelty.source) return undefined
  // An exit is rented to the next one in an hour.
  if (read.isByExit(row) && (novelty.thin || !novelty.agent) && !isDuring(source, read.time(row))) return undefined
  const isItsProgram = source.agents.has(read.agent(row))
  // On a shared line only the attack's own program tells its login from a neighbour's; a terminal in a shop has one for all, and all who mistype there.
  if (isSharedEgress(source)) return !isWeak(source) && !novelty.thin && novelty.agent && isItsProgram ? 'suspected' : undefined
  if (isAnotherProgram(source, row, read)) return isForeign(novelty) ? 'suspected' : undefined
  if (isWeak(source) && !isCampaign(source)) return isForeign(novelty) && isItsProgram ? 'compromised' : undefined
  return weightOfNew(source, row, history, read)
}

/** Why the login may have been the owner's after all. */
const benignReading = (source: AttackSource, row: number, history: History, read: RowReader): Signal[] => {
  const at = read.time(row)
  return [
    ...(isSharedEgress(source)
      ? [
          remark(ATTACK_SOURCE, 'reason.shared-egress', at, [row], {
            source: read.sourceText(row) ?? UNKNOWN,
            accounts: accountsOn(source),
          }),
        ]
      : []),
    ...(history.networks.has(read.network(row)) ? [remark(ATTACK_SOURCE, 'reason.same-network-as-usual', at, [row], {})] : []),
    ...(history.agents.has(read.agent(row)) ? [remark(ATTACK_SOURCE, 'reason.usual-agent', at, [row], {})] : []),
  ]
}

/** All that failed there was one name, and another one than this: somebody's forgotten program on the same line, or a guess at somebody else. */
const isAboutAnother = (source: AttackSource, row: number, { read, historyBefore, table }: SignalInput): boolean =>
  source.tried.size === 1 &&
  source.triedAccounts.size === 1 &&
  !source.triedAccounts.has(table.account.get(row)) &&
  !isForeign(noveltyOf(row, historyBefore(read.time(row)), read))

/** On a carrier's line all that failed about the hour was the account's own. */
const isNextToOwnTries = (source: AttackSource, row: number, { rows, read }: SignalInput): boolean => {
  if (!isWeak(source) || !read.isMobile(row)) return false
  const own = new Set(rows)
  const others = [...source.rows].filter((other) => !own.has(other))
  return !isBesideAttempt(others, read.time(row), read)
}

const signalsOf = (source: AttackSource, row: number, input: SignalInput): Signal[] => {
  const { rows, read, historyBefore } = input
  if (isNextToOwnTries(source, row, input)) return []
  if (isAboutAnother(source, row, input)) return []
  // Whoever tried nobody else and then set the password anew had forgotten it; a program that keeps an old one is on the owner's line.
  if (source.tried.size <= 1 && (isAfterReset(row, rows, read) || isBesideOldClient(row, rows, read))) return []
  const history = historyBefore(read.time(row))
  const found = weightOf(source, row, history, read)
  if (found === undefined) return []
  const attempts = [...rows].filter((other) => read.isAttempt(other) && read.source(other) === source.source)
  // An address that may also be somebody's, which never tried this account, of which nothing is known: whose login it was cannot be told.
  const weight = found === 'suspected' && history.logins === 0 && attempts.length === 0 ? 'unclear' : found
  return [
    {
      rule: ATTACK_SOURCE,
      weight,
      messageId: 'reason.success-from-attack-source',
      at: read.time(row),
      rows: [...attempts, row],
      success: row,
      data: {
        time: { time: read.time(row) },
        source: read.sourceText(row) ?? UNKNOWN,
        attempts: source.attempts,
        accountsTried: source.tried.size,
        ownAttempts: attempts.length,
      },
    },
    ...(weight === 'suspected' ? benignReading(source, row, history, read) : []),
  ]
}

/** A session goes on wherever its owner's telephone is, and needs no password: where logins are logged, none led to it from here. */
const isGoingOn = (row: number, { read, table }: SignalInput): boolean => {
  const { action, format } = read.cls(row)
  return (
    action === 'session-use' && table.classes.some((cls) => cls.action === 'login' && cls.outcome === 'success' && cls.format === format)
  )
}

/** A code may be asked for on the way to a reset: what counts is the login that it led to, where there is one. */
const loginOf = (row: number, { rows, read }: SignalInput): number =>
  read.isLogin(row)
    ? row
    : (rows.find((other) => other > row && read.isLogin(other) && read.isSuccess(other) && read.source(other) === read.source(row)) ?? row)

/** First successes of this account from addresses that attacked. */
export const attackSourceSignals = (input: SignalInput): Signal[] => {
  const { rows, sources, read } = input
  const signals: Signal[] = []
  const seen = new Set<number>()
  for (const row of rows) {
    const source = sources.get(read.source(row))
    if (source === undefined || !read.isSuccess(row) || seen.has(source.source) || !isOfAttack(source, row, read) || isGoingOn(row, input))
      continue
    seen.add(source.source)
    signals.push(...signalsOf(source, loginOf(row, input), input))
  }
  return signals
}
