import type { Finding } from '../../model/finding.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { KnownAccounts } from '../rows/known-accounts.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { fromAny, type AttackSource } from '../sources/attack-source.ts'

/** Accounts worth a look: with findings, tried by an attack source or logged in from one, or whose owner refused a prompt. */
export const candidates = (
  table: EventTable,
  findings: readonly Finding[],
  sources: ReadonlyMap<number, AttackSource>,
  known: KnownAccounts,
  read: RowReader,
): ReadonlySet<number> => {
  const found = new Set<number>()
  for (const { accountKey } of findings) if (known[accountKey] === 1) found.add(accountKey)
  for (const source of sources.values()) for (const account of source.triedAccounts) found.add(account)
  const isAttacker = fromAny(sources, table, read)
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (known[account] !== 1) continue
    if (read.isRefusal(row) || (isAttacker(row) && (read.isSuccess(row) || read.isPasswordKnown(row)))) found.add(account)
  }
  return found
}
