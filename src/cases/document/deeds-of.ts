import type { EventTable } from '../../order/event-table.ts'
import type { JudgedAccount } from '../judging/judge-account.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AccountSession } from '../rows/sessions.ts'
import { DEEDS_RULE } from '../signals/deeds.ts'

/** Rows of other accounts: what was done to them from this one while somebody else held it, as its reasons tell. */
export const deedsOf = ({ key, signals }: Pick<JudgedAccount, 'key' | 'signals'>, table: EventTable): readonly number[] => [
  ...new Set(signals.filter(({ rule }) => rule === DEEDS_RULE).flatMap(({ rows }) => rows.filter((row) => table.account.get(row) !== key))),
]

/** The latest session that began before, from the address of the deed. */
const sessionOf = (row: number, sessions: readonly AccountSession[], read: RowReader): AccountSession | undefined =>
  sessions.findLast(({ rows }) => (rows[0] ?? Number.POSITIVE_INFINITY) <= row && rows.some((own) => read.source(own) === read.source(row)))

const inOrder = (rows: readonly number[]): readonly number[] => rows.toSorted((left, right) => left - right)

/** The sessions with what was done to others in them; what was done without a login (with a key of the account's) is one of its own per address. */
export const withDeeds = (
  account: Pick<JudgedAccount, 'key' | 'signals' | 'sessions'>,
  table: EventTable,
  read: RowReader,
): readonly AccountSession[] => {
  const { sessions } = account
  const bySession = Map.groupBy(deedsOf(account, table), (row) => sessionOf(row, sessions, read))
  const elsewhere = Map.groupBy(bySession.get(undefined) ?? [], read.source)
  return [
    ...sessions.map((session) => ({ ...session, rows: inOrder([...session.rows, ...(bySession.get(session) ?? [])]) })),
    ...[...elsewhere.values()].map((rows): AccountSession => ({ rows: inOrder(rows), provided: -1 })),
  ]
}
