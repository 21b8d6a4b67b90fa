import { folded } from '../../kernel/folded.ts'
import type { ReportedAccount } from '../../model/knowledge.ts'
import type { AccountDictionary } from '../../order/event-table.ts'

/** Accounts that a list's names mean; several where several systems know the name. */
export type FoundReports = ReadonlyMap<ReportedAccount, readonly number[]>

/** Visits every account with everything it is called: its id and the names that successful events asserted. */
export const eachAccountText = (accounts: AccountDictionary, visit: (text: string, key: number) => void): void => {
  for (let key = 0; key < accounts.size; key += 1) {
    const id = accounts.get(key)
    if (id !== undefined) visit(id, key)
    for (const name of accounts.namesOf(key)) if (name !== id) visit(name, key)
  }
}

const keysByText = (accounts: AccountDictionary, wanted: ReadonlySet<string>, form: (text: string) => string): Map<string, number[]> => {
  const keys = new Map<string, number[]>()
  eachAccountText(accounts, (text, key) => {
    const formed = form(text)
    if (!wanted.has(formed)) return
    const known = keys.get(formed)
    if (known === undefined) keys.set(formed, [key])
    else if (!known.includes(key)) known.push(key)
  })
  return keys
}

/** By id or name, exact spelling first; only where nothing is called so, whatever differs in case or width (people type from memory). */
export const findReported = <Asked extends Pick<ReportedAccount, 'texts'>>(
  reports: readonly Asked[],
  accounts: AccountDictionary,
): ReadonlyMap<Asked, readonly number[]> => {
  const wanted = (form: (text: string) => string): ReadonlySet<string> => new Set(reports.flatMap(({ texts }) => texts.map(form)))
  const exact = keysByText(accounts, wanted(String), String)
  const loose = keysByText(accounts, wanted(folded), folded)
  const keysOf = ({ texts }: Asked): readonly number[] => {
    const same = texts.flatMap((text) => exact.get(text) ?? [])
    return [...new Set(same.length > 0 ? same : texts.flatMap((text) => loose.get(folded(text)) ?? []))]
  }
  return new Map(reports.map((report) => [report, keysOf(report)]))
}
