import type { EventTable } from '../../order/event-table.ts'
import type { Action } from '../../model/vocabulary.ts'
import { noveltyOf, type History } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { contextData, type Signal } from '../signals/signal.ts'

/** What takes a stolen password or session away again. */
const RESETS: ReadonlySet<Action> = new Set(['password-reset', 'password-change', 'session-revoke', 'account-disable'])

/** Done by an administrator, or by the owner from a place of the owner's: whoever got in may change the password too. */
const isReset = (row: number, usual: History, read: RowReader): boolean => {
  const { action, outcome } = read.cls(row)
  if (!RESETS.has(action) || (outcome !== 'success' && outcome !== 'info')) return false
  if (read.isByOther(row) || usual.sources.has(read.source(row))) return true
  return usual.networks.has(read.network(row)) && usual.agents.has(read.agent(row))
}

/**
 * After a hit, every later login from a context new to the account inherits the suspicion, whatever it looks like itself, until a reset:
 * the one who checks the list logs in from abroad, the one who buys from it days later from next door.
 * @param since epoch µs of the hit.
 */
export const inheritedSuccesses = (rows: Int32Array, since: number, usual: History, read: RowReader): readonly number[] => {
  const found: number[] = []
  for (const row of rows) {
    if (read.time(row) <= since) continue
    if (isReset(row, usual, read)) break
    if (!read.isSuccess(row)) continue
    const novelty = noveltyOf(row, usual, read)
    if (!novelty.thin && novelty.source && (novelty.network || novelty.agent || novelty.country)) found.push(row)
  }
  return found
}

/** They are told once, with the first of them. */
export const inheritedSignals = (
  inherited: readonly number[],
  told: readonly Signal[],
  { session }: EventTable,
  read: RowReader,
): readonly Signal[] => {
  const known = new Set(told.flatMap(({ rows }) => rows))
  const sessions = new Set(told.flatMap(({ success }) => (success === undefined ? [] : [session.get(success)])).filter((key) => key >= 0))
  const later = inherited.filter((row) => read.isLogin(row) && !known.has(row) && !sessions.has(session.get(row)))
  const [first] = later
  if (first === undefined) return []
  return [
    {
      rule: 'inherited',
      weight: 'context',
      messageId: 'reason.later-sessions',
      at: read.time(first),
      rows: later,
      success: undefined,
      data: { ...contextData(first, read), count: later.length },
    },
  ]
}
