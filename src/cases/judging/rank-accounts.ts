import type { EventTable } from '../../order/event-table.ts'
import type { JudgedAccount } from './judge-account.ts'

const RANK = { compromised: 0, suspected: 1, undetermined: 2, targeted: 3 } as const

/** Accounts of one id text exist once per provider and tenant: both stand behind the text in the order. */
const orderOf = (table: EventTable, key: number): string =>
  `${table.accounts.get(key)}\u0000${table.accounts.provider(key)}\u0000${table.accounts.tenant(key) ?? ''}`

/** Worst first, then by time, then by id. */
export const byRank =
  (table: EventTable) =>
  (left: JudgedAccount, right: JudgedAccount): number =>
    RANK[left.verdict] - RANK[right.verdict] ||
    Number(right.passwordKnown) - Number(left.passwordKnown) ||
    (left.compromisedAt ?? left.first ?? 0) - (right.compromisedAt ?? right.first ?? 0) ||
    (orderOf(table, left.key) < orderOf(table, right.key) ? -1 : 1)
