import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../row-reader.ts'
import { contextOf, eachBlock, type LoginContext } from '../scores/login-context.ts'
import type { Logins } from '../scores/logins.ts'

/** Whether an account's other logins, from other addresses, know a value; `none`: there are none. */
export const PAST = { none: 0, strange: 1, known: 2 } as const
const PASTS = 3

/** Logins from an address where nobody else was and the account only this once begins to be, side by side in time order. */
export interface Newcomers {
  readonly row: Int32Array
  /** What the account's other logins know of program and network: one of `PAST`. */
  readonly agentPast: Uint8Array
  readonly networkPast: Uint8Array
}

const NOBODY = -1
const SEVERAL = -2

/** By source: the one account that ever got in from there. */
const onlyVisitors = ({ size, account, places }: EventTable, read: RowReader): Int32Array => {
  const visitors = new Int32Array(places.sources.size).fill(NOBODY)
  for (let row = 0; row < size; row += 1) {
    const source = read.source(row)
    if (source < 0 || !read.isSuccess(row)) continue
    const known = visitors[source] as number
    visitors[source] = known === NOBODY || known === account.get(row) ? account.get(row) : SEVERAL
  }
  return visitors
}

/** Which values an account showed at more than one address. Nothing is cleared between accounts: who wrote last stands beside it. */
interface Elsewhere {
  readonly learn: (account: number, value: number, source: number) => void
  readonly knows: (value: number, source: number) => boolean
}

/** @param values among which the largest is; a missing one (−1) is one more. */
const createElsewhere = (values: Int32Array): Elsewhere => {
  const size = values.reduce((most, value) => Math.max(most, value), -1) + 2
  const writer = new Int32Array(size).fill(NOBODY)
  const only = new Int32Array(size)
  return {
    learn: (account, value, source) => {
      if (writer[value + 1] !== account) only[value + 1] = source
      else if (only[value + 1] !== source) only[value + 1] = SEVERAL
      writer[value + 1] = account
    },
    knows: (value, source) => only[value + 1] !== source,
  }
}

/** By row: 0, or one more than both pasts in one number. */
const markNewcomers = (table: EventTable, logins: Logins, read: RowReader): Uint8Array => {
  const { starts, row, source } = logins
  const visitors = onlyVisitors(table, read)
  const marks = new Uint8Array(table.size)
  const agents = createElsewhere(table.agents.agent)
  const networks = createElsewhere(table.places.network)
  let base = 0
  let { network, kind }: LoginContext = contextOf(table, logins, 0, 0)
  const isOwn = (at: number, account: number): boolean => (source[at] as number) >= 0 && visitors[source[at] as number] === account
  /** True where there is more than one address. */
  const learn = (account: number, end: number): boolean => {
    let first = NOBODY
    let isSpread = false
    for (let at = starts[account] as number; at < end; at += 1) {
      const from = source[at] as number
      if (from < 0) continue
      if (first === NOBODY) first = from
      else if (from !== first) isSpread = true
      agents.learn(account, kind[at - base] as number, from)
      networks.learn(account, network[at - base] as number, from)
    }
    return isSpread
  }
  const pastOf = (values: Elsewhere, value: number, from: number): number => (values.knows(value, from) ? PAST.known : PAST.strange)
  const mark = (account: number, first: number, end: number): void => {
    const isSpread = learn(account, end)
    for (let at = first; at < end; at += 1) {
      if (!isOwn(at, account)) continue
      const from = source[at] as number
      // Only the first login from there.
      visitors[from] = SEVERAL
      if (table.places.isProxy(from)) continue
      const past = isSpread
        ? pastOf(agents, kind[at - base] as number, from) * PASTS + pastOf(networks, network[at - base] as number, from)
        : 0
      marks[row[at] as number] = 1 + past
    }
  }
  eachBlock(logins, (firstAccount, endAccount) => {
    base = starts[firstAccount] as number
    ;({ network, kind } = contextOf(table, logins, base, starts[endAccount] as number))
    for (let account = firstAccount; account < endAccount; account += 1) {
      const end = starts[account + 1] as number
      let first = starts[account] as number
      while (first < end && !isOwn(first, account)) first += 1
      if (first < end) mark(account, first, end)
    }
  })
  return marks
}

export const findNewcomers = (table: EventTable, logins: Logins, read: RowReader): Newcomers => {
  const marks = markNewcomers(table, logins, read)
  let size = 0
  for (let at = 0; at < marks.length; at += 1) if (marks[at] !== 0) size += 1
  const found: Newcomers = { row: new Int32Array(size), agentPast: new Uint8Array(size), networkPast: new Uint8Array(size) }
  for (let row = 0, at = 0; row < marks.length; row += 1) {
    const mark = marks[row] as number
    if (mark === 0) continue
    found.row[at] = row
    found.agentPast[at] = Math.floor((mark - 1) / PASTS)
    found.networkPast[at] = (mark - 1) % PASTS
    at += 1
  }
  return found
}
