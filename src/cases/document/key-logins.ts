import type { JudgedAccount } from '../judging/judge-account.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { strangersRows } from '../strangers/strangers-rows.ts'
import { isAffected } from '../../model/vocabulary.ts'
import type { RowReader } from '../rows/row-reader.ts'

/** Protocol of a login by a key of the account's own. */
const BY_KEY = 'publickey'
/** Earlier logins of an account whose records are read again for their keys: the latest, which tell what is in use. */
const MOST_COMPARED = 50

export const isKeyLogin = (row: number, read: RowReader): boolean =>
  read.isLogin(row) && read.isSuccess(row) && read.cls(row).protocol === BY_KEY

/** Rows of an account's logins by a key before somebody else came in by one, the latest ones. */
export type KeyLogins = ReadonlyMap<number, readonly number[]>

const cameByKey = (account: JudgedAccount, read: RowReader): boolean =>
  isAffected(account) && account.sessions.some(({ rows: [first] }) => first !== undefined && isKeyLogin(first, read))

/** One pass over the log, for cases that have such an account only. */
export const findKeyLogins = ({ table, read, accounts }: JudgedCase): KeyLogins => {
  const wanted = accounts.filter((account) => cameByKey(account, read))
  if (wanted.length === 0) return new Map()
  const found = new Map(wanted.map(({ key }) => [key, [] as number[]]))
  const strangers = new Set(wanted.flatMap((account) => strangersRows(account, read)))
  const until = new Map(wanted.map(({ key, first }) => [key, first]))
  for (let row = 0; row < table.size; row += 1) {
    const key = table.account.get(row)
    const own = found.get(key)
    if (own !== undefined && read.time(row) < (until.get(key) ?? 0) && !strangers.has(row) && isKeyLogin(row, read)) own.push(row)
  }
  return new Map([...found].map(([key, rows]) => [key, rows.slice(-MOST_COMPARED)]))
}
