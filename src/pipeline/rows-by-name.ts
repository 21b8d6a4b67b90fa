import type { CaseAccount } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'
import type { InputRead } from './read-inputs.ts'

type Named = Pick<EventTable, 'size' | 'account' | 'accounts' | 'name' | 'names' | 'cls' | 'classes'>

/** Formats of the inputs, by id, with the system that each is of. */
const providersOf = (inputs: readonly InputRead[]): ReadonlyMap<string, string> =>
  new Map(inputs.flatMap(({ counts }) => [...counts.shapes].map(({ format }) => [format.id, format.provider] as const)))

/** By system and name; null where several accounts of the case are called so. */
const accountsByName = (accounts: readonly CaseAccount[]): ReadonlyMap<string, CaseAccount | null> => {
  const found = new Map<string, CaseAccount | null>()
  for (const account of accounts)
    for (const name of account.names) {
      const key = `${account.provider}\u0000${name}`
      found.set(key, found.has(key) ? null : account)
    }
  return found
}

/**
 * Rows that name an account of the case, but no id: logs of administrators' acts often know addresses only (Google), and without a
 * login beside them the logs themselves cannot tell whose they are. A name that is not exactly one account's is nobody's.
 */
export const rowsByName = (
  table: Named,
  accounts: readonly CaseAccount[],
  inputs: readonly InputRead[],
): ReadonlyMap<CaseAccount, readonly number[]> => {
  const providers = providersOf(inputs)
  const known = accountsByName(accounts)
  const rows = new Map<CaseAccount, number[]>()
  for (let row = 0; row < table.size; row += 1) {
    const key = table.account.get(row)
    if (key >= 0 && !table.accounts.isName(key)) continue
    const name = table.names.get(table.name.get(row))
    if (name === undefined) continue
    const provider = providers.get(table.classes[table.cls.get(row)]?.format ?? '')
    const account = known.get(`${provider}\u0000${name}`)
    // What the case knows by this name alone is found by it as by an id.
    if (account == null || account.account === name) continue
    const own = rows.get(account)
    if (own === undefined) rows.set(account, [row])
    else own.push(row)
  }
  return rows
}
