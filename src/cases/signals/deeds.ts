import { HOUR_US } from '../../kernel/time-units.ts'
import type { EventTable } from '../../order/event-table.ts'
import { ENOUGH_LOGINS, isForeign, isOwners, isUnlike, noveltyOf } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { weightAfterDoubt } from './change-judges.ts'
import { contextData, newContextSignal, type Signal, type SignalInput, type Weight } from './signal.ts'

export const DEEDS_RULE = 'acts-on-others'
export const DEEDS_MESSAGE = 'reason.acted-on-others'
export const DEEDS_ELSEWHERE = 'reason.acted-from-elsewhere'

/** What was done to other accounts from this one, told once. */
const deedSignal = (rows: readonly number[], weight: Weight, login: number | undefined, table: EventTable, read: RowReader): Signal => {
  const at = read.time(rows[0] as number)
  return {
    rule: DEEDS_RULE,
    weight,
    messageId: DEEDS_MESSAGE,
    at,
    rows: login === undefined ? rows : [login, ...rows],
    success: login,
    data: {
      time: { time: at },
      accounts: new Set(rows.map((row) => table.account.get(row))).size,
      actions: [...new Set(rows.map((row) => read.cls(row).action))],
    },
  }
}

/** Nobody doubts an address after so many logins; a program that provisions accounts logs in there ten thousand times. */
const NO_LONGER_NEW = 5

/** Is the login from a place and a program that are not the account's? */
const isDoubtful = (row: number, { read, historyBefore, isSharedLine, isOnBehalf }: SignalInput): boolean => {
  if (isSharedLine(row) || isOnBehalf(row)) return false
  const history = historyBefore(read.time(row))
  const novelty = noveltyOf(row, history, read)
  return !novelty.owned && isUnlike(novelty) && !isOwners(row, history, read)
}

/** Where the log tells no programs the place must tell: nobody administers from a rented machine in a country that is new to them. */
const weightOfDeeds = (login: number, input: SignalInput): Weight => {
  const { read, historyBefore, isLikelyOwners, isRented } = input
  const weight = weightAfterDoubt(login, input)
  const history = historyBefore(read.time(login))
  if (read.agent(login) >= 0 || isLikelyOwners(login) || !isForeign(noveltyOf(login, history, read))) return weight
  return isRented(login) && history.logins >= ENOUGH_LOGINS ? 'compromised' : 'suspected'
}

/** A program that provisions accounts from ever new addresses is not looked at for long. */
const MOST_PLACES = 50

/**
 * The same without a login: with a key of the account's, by a program and from a country and a network that it never had. It may be
 * something new of the owner's.
 */
const deedsElsewhere = ({ rows, read, deeds, table, historyBefore, isSharedLine }: SignalInput): readonly Signal[] => {
  const entered = new Set([...rows].filter((row) => read.isSuccess(row)).map(read.source))
  const places = [...Map.groupBy(deeds, read.source)].filter(([source]) => source >= 0 && !entered.has(source)).slice(0, MOST_PLACES)
  const [, theirs] =
    places.find(([, [row = -1]]) => {
      if (isSharedLine(row)) return false
      const novelty = noveltyOf(row, historyBefore(read.time(row)), read)
      const isOwnProgram = read.agent(row) >= 0 && !novelty.agent
      return !novelty.thin && !novelty.owned && novelty.country && novelty.network && !isOwnProgram
    }) ?? []
  const [first] = theirs ?? []
  if (theirs === undefined || first === undefined) return []
  const signal = deedSignal(theirs, 'suspected', undefined, table, read)
  return [{ ...signal, messageId: DEEDS_ELSEWHERE, data: { ...signal.data, ...contextData(first, read) } }]
}

/** Accounts made, opened or given power within an hour after a doubtful login and from its address: as a change of the account's own would be. */
export const deedSignals = (input: SignalInput): readonly Signal[] => {
  const { rows, read, deeds, table } = input
  if (deeds.length === 0) return []
  const bySource = Map.groupBy(deeds, read.source)
  const seen = new Map<number, number>()
  for (const login of rows) {
    const there = bySource.get(read.source(login))
    if (there === undefined || !read.isSuccess(login)) continue
    const times = (seen.get(read.source(login)) ?? 0) + 1
    seen.set(read.source(login), times)
    const at = read.time(login)
    const after = times > NO_LONGER_NEW ? [] : there.filter((row) => read.time(row) >= at && read.time(row) - at <= HOUR_US)
    if (after.length === 0 || !isDoubtful(login, input)) continue
    return [newContextSignal(DEEDS_RULE, login, 'context', read), deedSignal(after, weightOfDeeds(login, input), login, table, read)]
  }
  return deedsElsewhere(input)
}

/** What else was done to others while somebody else held the account, where nothing tells it yet. */
export const reachSignals = (rows: readonly number[], told: readonly Signal[], table: EventTable, read: RowReader): readonly Signal[] =>
  rows.length === 0 || told.some(({ rule, weight }) => rule === DEEDS_RULE && weight !== 'context')
    ? []
    : [deedSignal(rows, 'context', undefined, table, read)]
