import type { StrayContext } from './stray-attempts.ts'

/** Part of the members among the tried who log in from that network otherwise: above, it is their own trouble (a broken app, an outage). */
const OWN_SHARE = 0.5

export const isOwnTrouble = (rows: readonly number[], { table, byAccount, read }: StrayContext): boolean => {
  let members = 0
  let own = 0
  for (const row of rows) {
    const account = table.account.get(row)
    if (account < 0) continue
    const network = read.network(row)
    let hasSuccess = false
    let isHome = false
    for (const other of byAccount.of(account)) {
      if (!read.isSuccess(other)) continue
      hasSuccess = true
      if (network >= 0 && read.network(other) === network) isHome = true
    }
    if (hasSuccess) members += 1
    if (isHome) own += 1
  }
  return own > members * OWN_SHARE
}
