import { indexByAccount } from '../cases/rows/account-rows.ts'
import { accountFinder } from '../casefolder/account-finder.ts'
import type { Identity } from '../casefolder/decided.ts'
import type { CaseAccount } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'
import type { Analysis } from './analyze.ts'
import { rowsByName } from './rows-by-name.ts'

export type LogsRead = Pick<Analysis, 'table' | 'inputs'>

/** Where the logs have an account of the case. */
const keyFinder = ({ accounts }: EventTable, wanted: readonly CaseAccount[]): ((account: CaseAccount) => number | undefined) => {
  const ids = new Set(wanted.map(({ account }) => account))
  const found: (readonly [Identity, number])[] = []
  for (let key = 0; key < accounts.size; key += 1) {
    const account = accounts.get(key) ?? ''
    if (ids.has(account)) found.push([{ account, provider: accounts.provider(key), tenant: accounts.tenant(key) ?? null }, key])
  }
  return accountFinder(found)
}

/** The rows of an account of the case in logs that may know it by its id or by a name only. */
export const rowFinder = (accounts: readonly CaseAccount[], { table, inputs }: LogsRead): ((account: CaseAccount) => readonly number[]) => {
  const keyOf = keyFinder(table, accounts)
  const byAccount = indexByAccount(table)
  const named = rowsByName(table, accounts, inputs.inputs)
  return (account) => {
    const key = keyOf(account)
    return [...(key === undefined ? [] : byAccount.of(key)), ...(named.get(account) ?? [])]
  }
}
