import type { EventTable } from '../../order/event-table.ts'

/** Tells accounts from mere names. By account key: 1 where something in the log shows that the account exists. */
export type KnownAccounts = Uint8Array

/** Formats with at least one successful login in this log. */
export const formatsWithSuccesses = (table: EventTable): ReadonlySet<string> => {
  const seen = new Uint8Array(table.classes.length)
  for (let row = 0; row < table.size; row += 1) seen[table.cls.get(row)] = 1
  return new Set(
    table.classes
      .filter((cls, index) => seen[index] === 1 && cls.action === 'login' && cls.outcome === 'success')
      .map(({ format }) => format),
  )
}

/**
 * Where a log has names only and does not say why a login failed, a typed name is an account only if it ever got in: a list of
 * other people's ids must not become a list of members. A log without successes cannot tell, so there every name counts.
 */
export const findKnownAccounts = (table: EventTable, successFormats: ReadonlySet<string>): KnownAccounts => {
  const known = new Uint8Array(table.accounts.size)
  for (let key = 0; key < known.length; key += 1) if (!table.accounts.isName(key)) known[key] = 1
  const proves = table.classes.map(
    ({ outcome, accountKnown, format }) => outcome === 'success' || accountKnown === true || !successFormats.has(format),
  )
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (account >= 0 && proves[table.cls.get(row)] === true) known[account] = 1
  }
  return known
}
