import type { Finding } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { AccountRows } from '../rows/account-rows.ts'
import type { RowReader } from '../rows/row-reader.ts'

interface SpreadContext {
  readonly table: EventTable
  readonly byAccount: AccountRows
  readonly read: RowReader
}

type KeyOf = (row: number) => number

/** What the accounts of such a finding have in common. */
const commonKey = (rule: string, { table, read }: SpreadContext): KeyOf | undefined => {
  if (rule === 'fan-in') return read.source
  if (rule === 'fan-in-network') return read.network
  return rule === 'fan-in-device' ? (row) => table.device.get(row) : undefined
}

/** Used before, and never there: what made the login count. */
const isArrival = (rows: Int32Array, arrival: number, keyOf: KeyOf, read: RowReader): boolean => {
  let hasPast = false
  for (const row of rows) {
    if (row >= arrival) break
    if (!read.isSuccess(row)) continue
    if (keyOf(row) === keyOf(arrival)) return false
    hasPast = true
  }
  return hasPast
}

/** The first login of each account that came to the place within the finding's time; its evidence is cut to a few rows. */
const arrivalsOf = (finding: Finding, keyOf: KeyOf, { table, byAccount, read }: SpreadContext): ReadonlyMap<number, number> => {
  const arrivals = new Map<number, number>()
  const [first = table.size] = finding.rows
  for (let row = first; row < table.size && read.time(row) <= finding.last; row += 1) {
    const account = table.account.get(row)
    if (account < 0 || arrivals.has(account) || keyOf(row) !== keyOf(first) || !read.isSuccess(row) || !read.isLogin(row)) continue
    if (isArrival(byAccount.of(account), row, keyOf, read)) arrivals.set(account, row)
  }
  return arrivals
}

/** Rules whose finding is about every account among its rows alike. */
const ALL_SIDES: ReadonlySet<string> = new Set(['session-crossed', 'shared-factor'])

/** A session that crossed accounts concerns everybody whose it was: each with the own events. */
const toBothSides = (finding: Finding, { table }: SpreadContext): readonly Finding[] =>
  [...Map.groupBy(finding.rows, (row) => table.account.get(row))]
    .filter(([account]) => account >= 0)
    .map(([accountKey, rows]): Finding => ({ ...finding, accountKey, rows }))

/** Findings about one place and many accounts count for each of the accounts, with its own login there; others stay as they are. */
export const spreadFindings = (findings: readonly Finding[], context: SpreadContext): readonly Finding[] =>
  findings.flatMap((finding) => {
    if (ALL_SIDES.has(finding.rule)) return toBothSides(finding, context)
    const keyOf = commonKey(finding.rule, context)
    if (keyOf === undefined) return [finding]
    return [...arrivalsOf(finding, keyOf, context)].map(([accountKey, row]): Finding => ({ ...finding, accountKey, rows: [row] }))
  })
