import type { History } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AccountSession } from '../rows/sessions.ts'
import type { Signal } from '../signals/signal.ts'

/** The reason that says so: its rows are the owner's last event and the thief's first. */
export const SESSION_MOVED = 'reason.session-moved'

/** Where a session was stolen from; undefined where the thief used it at the same address. */
const homeOf = ({ rows: [from, to] }: Signal, read: RowReader): number | undefined =>
  from === undefined || to === undefined || read.source(from) === read.source(to) ? undefined : read.source(from)

/** Of a stolen session: what came before the theft is the owner's. */
const afterTheft = (rows: readonly number[], { rows: [, to] }: Signal, read: RowReader): readonly number[] =>
  to === undefined ? rows : rows.filter((row) => read.time(row) >= read.time(to))

/** What somebody else did in an account's suspicious sessions: its owner's own lines are nobody's to block or to report. */
export const strangersRows = (
  { sessions, signals }: { readonly sessions: readonly AccountSession[]; readonly signals: readonly Signal[] },
  read: RowReader,
): readonly number[] => {
  // Whoever got in another way before that has the session from its beginning.
  const earliest = Math.min(...signals.filter(({ weight }) => weight === 'compromised').map(({ at }) => at))
  const thefts = signals.filter(({ messageId, at }) => messageId === SESSION_MOVED && at <= earliest)
  // What goes on at the place that it was stolen from is the owner's, also what the log tells outside the session.
  const homes = new Set(thefts.map((theft) => homeOf(theft, read)))
  return sessions.flatMap(({ rows }) => {
    const theft = thefts.find(({ rows: [from] }) => from !== undefined && rows.includes(from))
    return (theft === undefined ? rows : afterTheft(rows, theft, read)).filter((row) => !homes.has(read.source(row)))
  })
}

/** The same without what came from nowhere, or from an address that is usual for the account. */
export const strangersElsewhere = (
  account: { readonly sessions: readonly AccountSession[]; readonly signals: readonly Signal[]; readonly usual: History },
  read: RowReader,
): readonly number[] => strangersRows(account, read).filter((row) => read.source(row) >= 0 && !account.usual.sources.has(read.source(row)))
