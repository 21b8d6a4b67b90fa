import { displayWidth } from '../../kernel/text-width.ts'
import type { CaseDocument } from '../../model/case.ts'

/** A member's number is shorter; what a directory makes is longer. */
const READ_OUT_COLUMNS = 16
/** An address is a name already. */
const isOpaque = (account: string): boolean => displayWidth(account) > READ_OUT_COLUMNS && !account.includes('@')

/** First names by account, those that only one account of the case has: two people must not look like one. */
const uniqueNames = (accounts: CaseDocument['accounts']): ReadonlyMap<string, string> => {
  const byName = Map.groupBy(accounts, ({ names: [name] }) => name)
  return new Map(
    [...byName].flatMap(([name, [only, ...more]]) =>
      name === undefined || only === undefined || more.length > 0 ? [] : [[only.account, name] as const],
    ),
  )
}

/**
 * What stands for an account where there is room for one of them: its id, or its first name where the id is one that a directory made or
 * would be cut off at `columns`. Such ids differ in their last characters only, and say nothing to people.
 */
export const legibleNames = (
  { accounts }: Pick<CaseDocument, 'accounts'>,
  columns: number = Number.POSITIVE_INFINITY,
): ((account: string) => string) => {
  const names = uniqueNames(accounts)
  return (account) => (isOpaque(account) || displayWidth(account) > columns ? (names.get(account) ?? account) : account)
}
