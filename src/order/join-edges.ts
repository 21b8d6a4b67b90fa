import type { EventClass } from '../model/event-class.ts'
import type { StoredLog } from './log-columns.ts'
import type { DraftColumn, TableColumn } from './table-column.ts'

/** A member who does nothing for this long at an address is no longer taken to be there (as sessions are cut). */
const PAUSE_US = 30 * 60 * 1e6
/** Clocks of two machines of one site, and the time that an answer takes. */
const SKEW_US = 2 * 1e6

/** Columns of the sorted rows, as far as joining needs them. `account` and `session` are filled in. */
export interface JoinColumns {
  readonly time: TableColumn
  readonly cls: TableColumn
  readonly place: TableColumn
  readonly userAgent: TableColumn
  readonly name: TableColumn
  readonly scope: TableColumn
  readonly account: DraftColumn
  readonly session: DraftColumn
}

/** How the acts that only a front saw found their accounts. */
export interface Joined {
  readonly bySession: number
  readonly byName: number
  readonly byAddress: number
  /** Several accounts were in use at the address: whose act it is, this log cannot tell. */
  readonly ambiguous: number
  /** Nobody was logged in there. */
  readonly open: number
}

const NOTHING_JOINED: Joined = { bySession: 0, byName: 0, byAddress: 0, ambiguous: 0, open: 0 }

/** Somebody who is logged in at an address. */
interface Present {
  readonly account: number
  readonly names: Set<number>
  userAgent: number
  session: number
  last: number
}

const GOES_IN: ReadonlySet<string> = new Set(['login', 'mfa', 'session-use', 'signup'])
const GOES_OUT: ReadonlySet<string> = new Set(['logout', 'session-revoke'])

/** Who is logged in where, as time goes on. */
const createPresence = () => {
  const byAddress = new Map<number, Map<number, Present>>()
  const enter = (address: number, columns: JoinColumns, row: number): void => {
    const account = columns.account.get(row)
    const here = byAddress.get(address) ?? new Map<number, Present>()
    byAddress.set(address, here)
    const known = here.get(account) ?? { account, names: new Set<number>(), userAgent: -1, session: -1, last: 0 }
    if (columns.name.get(row) >= 0) known.names.add(columns.name.get(row))
    known.userAgent = columns.userAgent.get(row)
    known.session = columns.session.get(row)
    known.last = Math.max(known.last, columns.time.get(row))
    here.set(account, known)
  }
  const leave = (address: number, account: number): void => void byAddress.get(address)?.delete(account)
  /** Those who have been active lately, by programs that do not contradict. */
  const present = (address: number, userAgent: number, time: number): readonly Present[] => {
    const here = byAddress.get(address)
    if (here === undefined) return []
    for (const [account, one] of here) if (time - one.last > PAUSE_US) here.delete(account)
    return [...here.values()].filter((one) => one.userAgent < 0 || userAgent < 0 || one.userAgent === userAgent)
  }
  return { enter, leave, present }
}

/** Sessions of applications by their text alone: a front and the application keep theirs under different names of the provider. */
const indexSessions = (log: StoredLog, columns: JoinColumns, isEdge: readonly boolean[]): ((row: number) => number) => {
  const { sessions, scopes } = log.dictionaries
  const textOf = (row: number): string => sessions.withoutScope(columns.session.get(row), scopes.hashOf(columns.scope.get(row)))
  const rowsOf = new Map<string, number>()
  const wanted = new Set<string>()
  const rows = columns.cls.length
  for (let row = 0; row < rows; row += 1)
    if (isEdge[columns.cls.get(row)] === true && columns.session.get(row) >= 0) wanted.add(textOf(row))
  if (wanted.size === 0) return () => -1
  for (let row = 0; row < rows; row += 1) {
    if (isEdge[columns.cls.get(row)] === true || columns.session.get(row) < 0 || columns.account.get(row) < 0) continue
    const text = textOf(row)
    // Of a session that crossed accounts, the first one's it is: what happened to it is another matter.
    if (wanted.has(text) && !rowsOf.has(text)) rowsOf.set(text, row)
  }
  return (row) => (columns.session.get(row) < 0 ? -1 : (rowsOf.get(textOf(row)) ?? -1))
}

/**
 * Gives what members did after the login, as web servers, load balancers and CDNs saw it, to the accounts that the application's log
 * knows: by the session where both logs carry it; else by the name that the front saw, at an address where that account is
 * logged in; else by address and time, where exactly one account (by the same program, if both tell) is logged in there. A
 * front's failed or open logins are never given away: they may be somebody else's tries.
 */
export const joinEdges = (log: StoredLog, columns: JoinColumns): Joined => {
  const { classes, places } = log.dictionaries
  const isEdge = classes.list.map(({ format }) => log.formats.get(format)?.edge === true)
  if (!isEdge.includes(true) || !isEdge.includes(false)) return NOTHING_JOINED
  const kindOf = (row: number): EventClass => classes.list[columns.cls.get(row)] as EventClass
  const addressOf = (row: number): number => places.ipOf(columns.place.get(row))
  const sessionRow = indexSessions(log, columns, isEdge)
  const { enter, leave, present } = createPresence()
  const counts = { bySession: 0, byName: 0, byAddress: 0, ambiguous: 0, open: 0 }
  const give = (row: number, account: number, session: number): void => {
    columns.account.set(row, account)
    if (session >= 0) columns.session.set(row, session)
  }
  const joinOne = (row: number): void => {
    const own = sessionRow(row)
    if (own >= 0) {
      counts.bySession += 1
      return give(row, columns.account.get(own), columns.session.get(own))
    }
    const here = present(addressOf(row), columns.userAgent.get(row), columns.time.get(row))
    const name = columns.name.get(row)
    const named = name < 0 ? here : here.filter(({ names }) => names.has(name))
    const [only] = named
    // A name that the front checked itself is an account of its own, unless the application knows it there.
    if (only === undefined && columns.account.get(row) >= 0) return
    if (only === undefined) counts.open += 1
    else if (named.length > 1) counts.ambiguous += 1
    else {
      if (name < 0) counts.byAddress += 1
      else counts.byName += 1
      only.last = Math.max(only.last, columns.time.get(row))
      give(row, only.account, only.session)
    }
  }
  const arrive = (row: number): void => {
    if (isEdge[columns.cls.get(row)] === true || columns.account.get(row) < 0 || addressOf(row) < 0) return
    const { action, outcome } = kindOf(row)
    if (outcome === 'success' && GOES_IN.has(action)) enter(addressOf(row), columns, row)
    else if (GOES_OUT.has(action)) leave(addressOf(row), columns.account.get(row))
  }
  let ahead = 0
  const rows = columns.time.length
  for (let row = 0; row < rows; row += 1) {
    // The application may write a moment after the front.
    while (ahead < rows && columns.time.get(ahead) <= columns.time.get(row) + SKEW_US) arrive(ahead++)
    if (isEdge[columns.cls.get(row)] !== true || kindOf(row).action === 'login') continue
    if (kindOf(row).outcome === 'failure' || kindOf(row).outcome === 'blocked') continue
    joinOne(row)
  }
  return counts
}
