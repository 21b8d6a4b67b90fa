import type { History } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AccountSession } from '../rows/sessions.ts'
import type { Signal } from '../signals/signal.ts'

/** The reason that says so: its rows are the owner's last event and the thief's first. */
export const SESSION_MOVED = 'reason.session-moved'

/** Of a stolen session: what came before the theft, and what went on at the place that it was stolen from, is the owner's. */
const afterTheft = (rows: readonly number[], { rows: [from, to] }: Signal, read: RowReader): readonly number[] => {
  if (from === undefined || to === undefined) return rows
  const home = read.source(from) === read.source(to) ? undefined : read.source(from)
  return rows.filter((row) => read.time(row) >= read.time(to) && read.source(row) !== home)
}

/** What somebody else did in an account's suspicious sessions: its owner's own lines are nobody's to block or to report. */
export const strangersRows = (
  { sessions, signals }: { readonly sessions: readonly AccountSession[]; readonly signals: readonly Signal[] },
  read: RowReader,
): readonly number[] => {
  const thefts = signals.filter(({ messageId }) => messageId === SESSION_MOVED)
  // Whoever got in another way before that has the session from its beginning.
  const earliest = Math.min(...signals.filter(({ weight }) => weight === 'compromised').map(({ at }) => at))
  return sessions.flatMap(({ rows }) => {
    const theft = thefts.find(({ at, rows: [from] }) => at <= earliest && from !== undefined && rows.includes(from))
    return theft === undefined ? rows : afterTheft(rows, theft, read)
  })
}

/** The same without what came from nowhere, or from an address that is usual for the account. */
export const strangersElsewhere = (
  account: { readonly sessions: readonly AccountSession[]; readonly signals: readonly Signal[]; readonly usual: History },
  read: RowReader,
): readonly number[] => strangersRows(account, read).filter((row) => read.source(row) >= 0 && !account.usual.sources.has(read.source(row)))
