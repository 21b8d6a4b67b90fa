import { accountKey, type Identity } from './decided.ts'

/**
 * Finds an account of one set of logs in another. Logs of one system differ in whether they name the tenant (Entra's sign-ins and
 * audits do not, Microsoft 365's unified log does): where one side names none, the same immutable id is the same account, unless the
 * other side has it in several tenants.
 */
export const accountFinder = <Value>(entries: Iterable<readonly [Identity, Value]>): ((wanted: Identity) => Value | undefined) => {
  const exact = new Map<string, Value>()
  const byId = new Map<string, (readonly [Identity, Value])[]>()
  for (const entry of entries) {
    const [identity, value] = entry
    exact.set(accountKey(identity), value)
    const id = accountKey({ ...identity, tenant: null })
    byId.set(id, [...(byId.get(id) ?? []), entry])
  }
  return (wanted) => {
    const found = exact.get(accountKey(wanted))
    if (found !== undefined) return found
    const [only, ...others] = byId.get(accountKey({ ...wanted, tenant: null })) ?? []
    if (only === undefined || others.length > 0) return undefined
    const [{ tenant }, value] = only
    return (tenant === null) === (wanted.tenant === null) ? undefined : value
  }
}
