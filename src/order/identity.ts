import type { AccountDictionary } from './event-table.ts'
import type { EventLog } from './event-log.ts'

interface Link {
  /** Epoch µs from which on the name belonged to the account. */
  readonly time: number
  readonly account: number
}

interface NameLinks {
  readonly attach: (name: number, account: number, time: number) => void
  /** The account the name last attached to at or before `time`, otherwise the first after; −1 when none in this scope. */
  readonly resolve: (name: number, scope: number, time: number) => number
}

/** Nearly every name belongs to one account for ever: those cost four bytes; the few that move keep their history. */
const createNameLinks = (names: number, scopeOfAccount: (account: number) => number): NameLinks => {
  const only = new Int32Array(names).fill(-1)
  const since = new Map<number, Link[]>()
  return {
    attach: (name, account, time) => {
      const known = only[name] as number
      if (known < 0) only[name] = account
      const history = since.get(name)
      if (known < 0 || (history === undefined && known === account)) return
      if (history === undefined)
        since.set(name, [
          { time: Number.NEGATIVE_INFINITY, account: known },
          { time, account },
        ])
      else if (history.at(-1)?.account !== account) history.push({ time, account })
    },
    resolve: (name, scope, time) => {
      const history = since.get(name)
      if (history === undefined) {
        const account = only[name] as number
        return account >= 0 && scopeOfAccount(account) === scope ? account : -1
      }
      const ours = history.filter(({ account }) => scopeOfAccount(account) === scope)
      return (ours.findLast((link) => link.time <= time) ?? ours[0])?.account ?? -1
    },
  }
}

/**
 * Scopes (provider, tenant) as they are meant: some exports leave the tenant out (Graph, Auth0's API), others of the same
 * system name it. Where a provider has exactly one tenant in this log, a record without one is that tenant's.
 */
const meantScopes = (scopes: EventLog['dictionaries']['scopes']): Int32Array => {
  const named = new Map<string, number[]>()
  const parts = Array.from(
    { length: scopes.size },
    (_, scope) => (scopes.get(scope) ?? '').split('\u0000') as [provider: string, tenant: string],
  )
  parts.forEach(([provider, tenant], scope) => {
    if (tenant !== '') named.set(provider, [...(named.get(provider) ?? []), scope])
  })
  return Int32Array.from(parts, ([provider, tenant], scope) => {
    const tenants = named.get(provider) ?? []
    return tenant === '' && tenants.length === 1 ? (tenants[0] as number) : scope
  })
}

/** Account keys as they are meant: an id without a tenant is the same id with the one tenant there is. */
const meantIds = (ids: EventLog['dictionaries']['ids'], meant: Int32Array): { readonly idOf: Int32Array; readonly scopeOf: Int32Array } => {
  const scopeOf = new Int32Array(ids.size)
  const idOf = Int32Array.from({ length: ids.size }, (_, key) => {
    const scope = ids.scopeOf(key)
    scopeOf[key] = meant[scope] ?? -1
    if (meant[scope] === scope) return key
    const twin = ids.find(meant[scope] ?? -1, ids.get(key) ?? '')
    return twin < 0 ? key : twin
  })
  return { idOf, scopeOf }
}

export interface ResolvedAccounts {
  /** Per sorted row. */
  readonly account: Int32Array
  readonly accounts: AccountDictionary
}

/**
 * Who each event is about (ENGINE.md 3). An immutable id is the account; a typed name resolves to the id that a
 * *successful* event attached it to; where a log has names only, the name is the account. Ids never merge through a name.
 */
export const resolveAccounts = (log: EventLog, rows: Uint32Array): ResolvedAccounts => {
  const { columns, dictionaries } = log
  const { classes, ids, names, scopes } = dictionaries
  const meant = meantScopes(scopes)
  const { idOf, scopeOf: scopeOfIds } = meantIds(ids, meant)
  const idAt = (row: number): number => {
    const id = columns.account.get(row)
    return id < 0 ? -1 : (idOf[id] as number)
  }
  const links = createNameLinks(names.size, (account) => scopeOfIds[account] ?? -1)
  for (const row of rows) {
    const account = idAt(row)
    const name = columns.name.get(row)
    if (account >= 0 && name >= 0 && classes.list[columns.cls.get(row)]?.outcome === 'success')
      links.attach(name, account, columns.time.get(row))
  }
  const nameAccounts: { readonly scope: number; readonly name: number }[] = []
  const accountOfName = new Map<string, number>()
  const accountByName = (scope: number, name: number): number => {
    const key = `${scope} ${name}`
    const known = accountOfName.get(key)
    if (known !== undefined) return known
    nameAccounts.push({ scope, name })
    accountOfName.set(key, ids.size + nameAccounts.length - 1)
    return ids.size + nameAccounts.length - 1
  }
  const namesAreAccounts = classes.list.map((cls) => log.formats.get(cls.format)?.names !== undefined && cls.accountKnown !== false)
  const account = new Int32Array(rows.length)
  rows.forEach((row, index) => {
    const id = idAt(row)
    const name = columns.name.get(row)
    const scope = meant[columns.scope.get(row)] ?? -1
    let resolved = id
    if (id < 0 && name >= 0) {
      resolved = links.resolve(name, scope, columns.time.get(row))
      if (resolved < 0 && namesAreAccounts[columns.cls.get(row)] === true) resolved = accountByName(scope, name)
    }
    account[index] = resolved
  })
  const scopeOf = (key: number): string =>
    scopes.get(key < ids.size ? (scopeOfIds[key] ?? -1) : (nameAccounts[key - ids.size]?.scope ?? -1)) ?? ''
  const accounts: AccountDictionary = {
    size: ids.size + nameAccounts.length,
    get: (key) => {
      if (key < 0) return undefined
      if (key >= ids.size) return names.get(nameAccounts[key - ids.size]?.name ?? -1)
      return ids.get(key)
    },
    provider: (key) => scopeOf(key).split('\u0000', 1)[0] ?? '',
    tenant: (key) => scopeOf(key).split('\u0000')[1] || undefined,
    isName: (key) => key >= ids.size,
    namesOf: createNamesOf(log, rows, account),
  }
  return { account, accounts }
}

/** Names that successful events asserted for an account, most recent last. Built on first use: most runs ask for few accounts. */
const createNamesOf = (log: EventLog, rows: Uint32Array, account: Int32Array): ((key: number) => readonly string[]) => {
  const { cls, name } = log.columns
  const { classes, names } = log.dictionaries
  const asserted = classes.list.map(({ outcome }) => outcome === 'success')
  const nameOf = new Int32Array(rows.length)
  rows.forEach((row, index) => {
    nameOf[index] = asserted[cls.get(row)] === true ? name.get(row) : -1
  })
  let built: Map<number, number[]> | undefined
  const build = (): Map<number, number[]> => {
    const map = new Map<number, number[]>()
    nameOf.forEach((key, index) => {
      const who = account[index] as number
      if (key < 0 || who < 0) return
      const list = map.get(who)
      if (list === undefined) map.set(who, [key])
      else if (list.at(-1) !== key) map.set(who, [...list.filter((other) => other !== key), key])
    })
    return map
  }
  return (key) => ((built ??= build()).get(key) ?? []).flatMap((nameKey) => names.get(nameKey) ?? [])
}
