import type { EventTable } from '../order/event-table.ts'
import type { RowReader } from '../cases/rows/row-reader.ts'

/** What two accounts can have in common, in the order in which it is shown. */
const KINDS = ['address', 'agent', 'device', 'session'] as const
export type TouchedKind = (typeof KINDS)[number]

/** One address, agent, device or session of the account, and what it did on others. */
export interface Touched {
  readonly kind: TouchedKind
  /** As logged (IPv6 addresses by /64); null for a session, of whose id only a hash is kept. */
  readonly value: string | null
  /** Epoch µs: first seen on the account. */
  readonly since: number
  /** Other accounts. */
  readonly accounts: number
  /** Their ids, those that it got into first; none where they are too many to be a trace. */
  readonly ids: readonly string[]
  readonly failures: number
  readonly successes: number
}

/** Values that say nothing about who used them: everybody's browser, a device id that is the name of a model. */
export interface Widespread {
  readonly kind: TouchedKind
  readonly values: number
  /** Other accounts on the one that most use. */
  readonly accounts: number
}

export interface AllTouched {
  readonly touched: readonly Touched[]
  readonly widespread: readonly Widespread[]
}

/** More accounts than somebody would look through one by one. */
const MOST_NAMED = 100
/** An agent or device that this part of the log's accounts use tells nobody apart. */
const COMMON_SHARE = 0.5

interface Column {
  readonly keyOf: (row: number) => number
  readonly textOf: (key: number) => string | undefined
}

const columnsOf = (table: EventTable, read: RowReader): Readonly<Record<TouchedKind, Column>> => ({
  address: { keyOf: read.source, textOf: (key) => table.places.sources.get(key) },
  agent: { keyOf: (row) => table.userAgent.get(row), textOf: (key) => table.agents.userAgents.get(key) },
  device: { keyOf: (row) => table.device.get(row), textOf: (key) => table.devices.get(key) },
  session: { keyOf: (row) => table.session.get(row), textOf: () => undefined },
})

interface Count {
  readonly since: number
  readonly accounts: Set<number>
  readonly entered: Set<number>
  failures: number
  successes: number
}

/** By value, of those that the rows show: nothing counted yet. */
const countsOf = (rows: readonly number[], { keyOf }: Column, read: RowReader): Map<number, Count> => {
  const counts = new Map<number, Count>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key >= 0 && !counts.has(key))
      counts.set(key, { since: read.time(row), accounts: new Set(), entered: new Set(), failures: 0, successes: 0 })
  }
  return counts
}

const countOthers = (counts: ReadonlyMap<number, Count>, { keyOf }: Column, account: number, table: EventTable, read: RowReader): void => {
  if (counts.size === 0) return
  for (let row = 0; row < table.size; row += 1) {
    const count = counts.get(keyOf(row))
    const other = table.account.get(row)
    // Where somebody else acted, all of this is theirs.
    if (count === undefined || other === account || read.isByOther(row)) continue
    if (other >= 0) count.accounts.add(other)
    if (read.isAttempt(row)) count.failures += 1
    if (!read.isSuccess(row)) continue
    count.successes += 1
    if (other >= 0) count.entered.add(other)
  }
}

const idsOf = ({ accounts, entered }: Count, table: EventTable): readonly string[] => {
  if (accounts.size > MOST_NAMED) return []
  const named = (keys: readonly number[]): string[] => keys.map((key) => table.accounts.get(key) ?? '').toSorted()
  return [...named([...entered]), ...named([...accounts].filter((key) => !entered.has(key)))]
}

const byWeight = (left: Touched, right: Touched): number =>
  right.failures - left.failures ||
  right.accounts - left.accounts ||
  left.since - right.since ||
  ((left.value ?? '') < (right.value ?? '') ? -1 : 1)

/** A line that many share may still be the attacker's, and is blocked or not by its address: it is always named. */
const isWidespread = (kind: TouchedKind, { accounts }: Count, table: EventTable): boolean =>
  kind !== 'address' && accounts.size > Math.min(MOST_NAMED, table.accounts.size * COMMON_SHARE)

/** Which other accounts the addresses, agents, devices and sessions of these rows of one account touched. */
export const touchedBy = (rows: readonly number[], account: number, table: EventTable, read: RowReader): AllTouched => {
  const columns = columnsOf(table, read)
  const touched: Touched[] = []
  const widespread: Widespread[] = []
  for (const kind of KINDS) {
    const counts = countsOf(rows, columns[kind], read)
    countOthers(counts, columns[kind], account, table, read)
    const met = [...counts].filter(([, { accounts, failures, successes }]) => accounts.size + failures + successes > 0)
    const [common, telling] = [true, false].map((wanted) => met.filter(([, count]) => isWidespread(kind, count, table) === wanted))
    touched.push(
      ...(telling ?? [])
        .map(([key, count]) => ({
          kind,
          value: columns[kind].textOf(key) ?? null,
          since: count.since,
          accounts: count.accounts.size,
          ids: idsOf(count, table),
          failures: count.failures,
          successes: count.successes,
        }))
        .toSorted(byWeight),
    )
    const most = Math.max(0, ...(common ?? []).map(([, { accounts }]) => accounts.size))
    if (most > 0) widespread.push({ kind, values: common?.length ?? 0, accounts: most })
  }
  return { touched, widespread }
}
