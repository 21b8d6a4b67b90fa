import type { EventTable } from '../../order/event-table.ts'
import { isOfAttack, type AttackSource } from '../sources/attack-source.ts'
import type { History } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { cutSessions, type AccountSession } from '../rows/sessions.ts'
import type { Signal } from '../signals/signal.ts'

export interface SuspicionContext {
  readonly table: EventTable
  readonly read: RowReader
  readonly sources: ReadonlyMap<number, AttackSource>
  readonly sharedLines: ReadonlySet<number>
  readonly flagged: Uint8Array
  readonly usual: History
  /** Later successes that inherit the suspicion (`inherited.ts`). */
  readonly inherited: readonly number[]
  /** Made by an intruder: every login is the intruder's. */
  readonly planted: boolean
}

/** Successes that were somebody else's, or may have been, with those that inherit the suspicion. */
const badSuccesses = (rows: Int32Array, signals: readonly Signal[], context: SuspicionContext): ReadonlySet<number> => {
  const { read, flagged, sources, usual, inherited, planted } = context
  const found = new Set(signals.flatMap(({ success, weight }) => (success === undefined || weight === 'unclear' ? [] : [success])))
  for (const row of inherited) found.add(row)
  for (const row of rows) {
    if (!read.isSuccess(row) || read.isAllowed(row)) continue
    // Of a journey too fast to be one the second end may be the owner's, back at home.
    if (planted || (flagged[row] === 1 && !usual.sources.has(read.source(row)))) found.add(row)
    const source = sources.get(read.source(row))
    if (source !== undefined && isOfAttack(source, row, read) && !usual.sources.has(source.source) && found.size > 0) found.add(row)
  }
  return found
}

/** Addresses of the bad successes that are not the account's own, with the first time they were bad. */
const badPlaces = (bad: ReadonlySet<number>, { read, usual, sharedLines }: SuspicionContext): ReadonlyMap<number, number> => {
  const places = new Map<number, number>()
  for (const row of bad) {
    const source = read.source(row)
    if (source < 0 || usual.sources.has(source) || sharedLines.has(source)) continue
    places.set(source, Math.min(places.get(source) ?? Number.POSITIVE_INFINITY, read.time(row)))
  }
  return places
}

/**
 * The sessions of whoever else was in: those with a bad success or a reported change, and whatever came from the same address
 * afterwards. A mailbox or an application writes no login and no session of the identity provider, only the address.
 */
export const suspiciousSessions = (rows: Int32Array, signals: readonly Signal[], context: SuspicionContext): readonly AccountSession[] => {
  const { table, read } = context
  const bad = badSuccesses(rows, signals, context)
  const places = badPlaces(bad, context)
  const changes = new Set(
    signals.filter(({ weight }) => weight !== 'context').flatMap((signal) => signal.rows.filter((row) => read.isChange(row))),
  )
  return cutSessions(table, rows, read).filter((session) =>
    session.rows.some(
      (row) => bad.has(row) || changes.has(row) || (places.get(read.source(row)) ?? Number.POSITIVE_INFINITY) <= read.time(row),
    ),
  )
}
