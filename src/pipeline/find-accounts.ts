import type { EventTable } from '../order/event-table.ts'

/** Accounts whose id or asserted name passes the test; the same name may be an account of several systems. */
const accountsWhere = (table: EventTable, test: (text: string) => boolean): readonly number[] => {
  const found: number[] = []
  for (let key = 0; key < table.accounts.size; key += 1) {
    if (test(table.accounts.get(key) ?? '') || table.accounts.namesOf(key).some(test)) found.push(key)
  }
  return found
}

/** As logged; where nothing is called exactly so, whatever differs in case or width only (people type from memory). */
export const findAccounts = (table: EventTable, name: string): readonly number[] => {
  const exact = accountsWhere(table, (text) => text === name)
  if (exact.length > 0) return exact
  const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
  const wanted = folded(name)
  return accountsWhere(table, (text) => folded(text) === wanted)
}
