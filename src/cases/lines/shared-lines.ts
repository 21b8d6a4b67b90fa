import type { Finding } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** From so many accounts on, and over so many days, a line is the working place of somebody who logs in for others. */
const ACCOUNTS = 10
const DAYS_US = 3 * DAY_US

/** So many accounts that come back on another day make a school or an office, however much they mistype. */
const RETURNING = 5

interface LineUse {
  /** Day of an account's first login here; the accounts that came again on a later one. */
  readonly since: Map<number, number>
  readonly returning: Set<number>
  first: number
  last: number
  successes: number
  failures: number
}

/** Only the lines of findings are looked at: those of all accounts would be a table as large as the log. */
const linesOfFindings = (findings: readonly Finding[], read: RowReader): Map<number, LineUse> => {
  const lines = new Map<number, LineUse>()
  for (const { accountKey, rows } of findings) {
    if (accountKey < 0) continue
    for (const row of rows) {
      const source = read.source(row)
      if (source < 0 || read.isAttempt(row) || lines.has(source)) continue
      lines.set(source, {
        since: new Map(),
        returning: new Set(),
        first: Number.POSITIVE_INFINITY,
        last: Number.NEGATIVE_INFINITY,
        successes: 0,
        failures: 0,
      })
    }
  }
  return lines
}

const noteReturn = ({ since, returning }: LineUse, account: number, day: number): void => {
  const first = since.get(account)
  if (first === undefined) since.set(account, day)
  else if (first !== day) returning.add(account)
}

const observe = (lines: ReadonlyMap<number, LineUse>, table: EventTable, read: RowReader): void => {
  for (let row = 0; row < table.size; row += 1) {
    const use = lines.get(read.source(row))
    if (use === undefined) continue
    if (read.isAttempt(row)) use.failures += 1
    if (!read.isSuccess(row)) continue
    const account = table.account.get(row)
    use.successes += 1
    use.first = Math.min(use.first, read.time(row))
    use.last = Math.max(use.last, read.time(row))
    if (account >= 0) noteReturn(use, account, Math.floor(read.time(row) / DAY_US))
  }
}

/**
 * Lines that many accounts use as a matter of course and mostly succeed from, for days: an office, a call centre, an app that
 * fetches balances, a shop's terminals, a school. A login from there is new to each account and still no sign. An attack source never is one.
 */
export const findSharedLines = (
  table: EventTable,
  findings: readonly Finding[],
  sources: ReadonlyMap<number, AttackSource>,
  read: RowReader,
): ReadonlySet<number> => {
  const lines = linesOfFindings(findings, read)
  if (lines.size > 0) observe(lines, table, read)
  const isShared = ([source, use]: readonly [number, LineUse]): boolean =>
    !sources.has(source) &&
    use.since.size >= ACCOUNTS &&
    (use.successes > 2 * use.failures || use.returning.size >= RETURNING) &&
    use.last - use.first >= DAYS_US
  return new Set([...lines].filter(isShared).map(([source]) => source))
}
