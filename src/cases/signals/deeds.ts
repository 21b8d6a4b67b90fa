import { HOUR_US } from '../../kernel/time-units.ts'
import type { EventTable } from '../../order/event-table.ts'
import { isOwners, isUnlike, noveltyOf } from '../history.ts'
import type { RowReader } from '../row-reader.ts'
import { weightAfterDoubt } from './change-judges.ts'
import { newContextSignal, type Signal, type SignalInput, type Weight } from './signal.ts'

export const DEEDS_RULE = 'acts-on-others'
export const DEEDS_MESSAGE = 'reason.acted-on-others'

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

/** Is the login from a place and a program that are not the account's? */
const isDoubtful = (row: number, { read, historyBefore, isSharedLine, isOnBehalf }: SignalInput): boolean => {
  if (!read.isSuccess(row) || isSharedLine(row) || isOnBehalf(row)) return false
  const history = historyBefore(read.time(row))
  const novelty = noveltyOf(row, history, read)
  return !novelty.owned && isUnlike(novelty) && !isOwners(row, history, read)
}

/** Accounts made, opened or given power within an hour after a doubtful login and from its address: as a change of the account's own would be. */
export const deedSignals = (input: SignalInput): readonly Signal[] => {
  const { rows, read, deeds, table } = input
  if (deeds.length === 0) return []
  for (const login of rows) {
    const at = read.time(login)
    const after = deeds.filter((row) => read.source(row) === read.source(login) && read.time(row) >= at && read.time(row) - at <= HOUR_US)
    if (after.length === 0 || !isDoubtful(login, input)) continue
    return [newContextSignal(DEEDS_RULE, login, 'context', read), deedSignal(after, weightAfterDoubt(login, input), login, table, read)]
  }
  return []
}

/** What else was done to others while somebody else held the account, where nothing tells it yet. */
export const reachSignals = (rows: readonly number[], told: readonly Signal[], table: EventTable, read: RowReader): readonly Signal[] =>
  rows.length === 0 || told.some(({ messageId }) => messageId === DEEDS_MESSAGE)
    ? []
    : [deedSignal(rows, 'context', undefined, table, read)]
