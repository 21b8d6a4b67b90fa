import type { EventTable } from '../order/event-table.ts'
import type { RowReader } from './row-reader.ts'

/** One stretch of use of one account: rows in time order. */
export interface AccountSession {
  readonly rows: readonly number[]
  /** The provider's session, or −1 where the log has none. */
  readonly provided: number
}

/** Without a session id: the same account, device or agent, and network, with no longer pause than this. */
const PAUSE_US = 30 * 60 * 1e6

interface Open {
  rows: number[]
  provided: number
  last: number
  source: number
}

/**
 * Cuts an account's events into sessions: by the provider's session id where there is one, otherwise by device or agent
 * and network with a 30-minute pause. Events without any context (a change logged by the server) join the last session
 * of the same address, or the last one at all, within the pause.
 */
export const cutSessions = (table: EventTable, rows: Int32Array, read: RowReader): readonly AccountSession[] => {
  const open = new Map<string, Open>()
  const all: Open[] = []
  let latest: Open | undefined
  const keyOf = (row: number): string => {
    const session = table.session[row] as number
    if (session >= 0) return `s${session}`
    const device = table.device[row] as number
    return `${device >= 0 ? `d${device}` : `a${read.agent(row)}`} n${read.network(row)} ${read.network(row) < 0 ? read.source(row) : ''}`
  }
  const isBare = (row: number): boolean => (table.session[row] as number) < 0 && (table.place[row] as number) < 0 && (table.userAgent[row] as number) < 0
  for (const row of rows) {
    if (read.isAttempt(row)) continue
    const time = read.time(row)
    const key = keyOf(row)
    let session = isBare(row) && latest !== undefined && time - latest.last <= PAUSE_US ? latest : open.get(key)
    const provided = table.session[row] as number
    if (session === undefined || (provided < 0 && time - session.last > PAUSE_US)) {
      session = { rows: [], provided, last: time, source: read.source(row) }
      open.set(key, session)
      all.push(session)
    }
    session.rows.push(row)
    session.last = time
    latest = session
  }
  return all.map(({ rows: own, provided }) => ({ rows: own, provided }))
}
