import type { EventTable } from '../../order/event-table.ts'
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
}

/**
 * Cuts an account's events into sessions: by the provider's session id where there is one, otherwise by device or agent
 * and network with a 30-minute pause. Acts that name neither session nor program (a change logged by the server) join the
 * last session of the same address, or without an address the last one at all, within the pause. What others did to the
 * account (an administrator) is no part of its sessions.
 */
export const cutSessions = (table: EventTable, rows: Int32Array, read: RowReader): readonly AccountSession[] => {
  const open = new Map<string, Open>()
  const bySource = new Map<number, Open>()
  const all: Open[] = []
  let latest: Open | undefined
  const keyOf = (row: number): string => {
    const session = table.session.get(row)
    if (session >= 0) return `s${session}`
    const device = table.device.get(row)
    return `${device >= 0 ? `d${device}` : `a${read.agent(row)}`} n${read.network(row)} ${read.network(row) < 0 ? read.source(row) : ''}`
  }
  /** An act that names neither session nor program belongs to the session it stands next to. */
  const neighbourOf = (row: number): Open | undefined => {
    if (table.session.get(row) >= 0 || table.userAgent.get(row) >= 0 || table.device.get(row) >= 0) return undefined
    const near = read.source(row) < 0 ? latest : bySource.get(read.source(row))
    return near !== undefined && read.time(row) - near.last <= PAUSE_US ? near : undefined
  }
  for (const row of rows) {
    if (read.isAttempt(row) || read.isByOther(row)) continue
    const time = read.time(row)
    const key = keyOf(row)
    const provided = table.session.get(row)
    let session = neighbourOf(row) ?? open.get(key)
    if (session === undefined || (provided < 0 && time - session.last > PAUSE_US)) {
      session = { rows: [], provided, last: time }
      open.set(key, session)
      all.push(session)
    }
    session.rows.push(row)
    session.last = time
    if (read.source(row) >= 0) bySource.set(read.source(row), session)
    latest = session
  }
  return all.map(({ rows: own, provided }) => ({ rows: own, provided }))
}
