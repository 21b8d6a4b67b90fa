import type { EventTable } from '../../order/event-table.ts'
import type { LoginReader } from '../rows/login-reader.ts'

/** So many accounts on one address: its owner logs in for others. */
export const MANY = 10
/** A program that does not say that it is one: at its address nearly everybody comes with it, again and again. Whoever has stolen a list comes once. */
const ALIKE = 0.95
const TIMES_EACH = 3

/**
 * Is it the program that its address belongs to, which logs in there for many, again and again, and mostly gets in? It keeps the passwords of
 * many and tries the old ones among them as well, for days.
 * @param accountsOn accounts that ever logged in from there, by source.
 */
export const createHousePrograms = (table: EventTable, read: LoginReader, accountsOn: Int32Array): ((row: number) => boolean) => {
  const agent = new Int32Array(accountsOn.length).fill(-1)
  const votes = new Int32Array(accountsOn.length)
  const same = new Int32Array(accountsOn.length)
  const all = new Int32Array(accountsOn.length)
  const failed = new Int32Array(accountsOn.length)
  const isEntry = (row: number): boolean => read.isLogin(row) && read.isSuccess(row)
  const each = (visit: (source: number, row: number) => void): void => {
    for (let row = 0; row < table.size; row += 1) {
      const source = read.source(row)
      if (source >= 0 && (accountsOn[source] as number) >= MANY) visit(source, row)
    }
  }
  // Boyer and Moore's vote: whoever has more than half is left over.
  each((source, row) => {
    if (!isEntry(row)) return
    if (votes[source] === 0) agent[source] = table.userAgent.get(row)
    votes[source]! += agent[source] === table.userAgent.get(row) ? 1 : -1
  })
  each((source, row) => {
    if (read.isAttempt(row)) failed[source]! += 1
    if (!isEntry(row)) return
    all[source]! += 1
    if (agent[source] === table.userAgent.get(row)) same[source]! += 1
  })
  return (row) => {
    const source = read.source(row)
    if (source < 0 || (accountsOn[source] as number) < MANY) return false
    const logins = all[source] as number
    return (
      agent[source] === table.userAgent.get(row) &&
      (same[source] as number) >= ALIKE * logins &&
      logins >= TIMES_EACH * (accountsOn[source] as number) &&
      (failed[source] as number) <= logins
    )
  }
}
