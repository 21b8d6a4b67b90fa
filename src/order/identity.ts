import type { AccountDictionary, Dictionary } from './event-table.ts'
import type { StoredLog } from './log-columns.ts'
import type { DraftColumn, TableColumn } from './table-column.ts'

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
const meantScopes = (scopes: StoredLog['dictionaries']['scopes']): Int32Array => {
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
const meantIds = (
  ids: StoredLog['dictionaries']['ids'],
  meant: Int32Array,
): { readonly idOf: Int32Array; readonly scopeOf: Int32Array } => {
  const scopeOf = new Int32Array(ids.size)
  const idOf = new Int32Array(ids.size).map((_, key) => {
    const scope = ids.scopeOf(key)
    scopeOf[key] = meant[scope] ?? -1
    if (meant[scope] === scope) return key
    const twin = ids.find(meant[scope] ?? -1, ids.get(key) ?? '')
    return twin < 0 ? key : twin
  })
  return { idOf, scopeOf }
}

interface NameAccounts {
  readonly all: readonly NameAccount[]
  readonly has: (scope: number, name: number) => boolean
  /** The number of the account that this name is; a new one where there is none yet. */
  readonly of: (scope: number, name: number) => number
}

/** Accounts that nothing but a name tells. @param after their numbers begin here */
const createNameAccounts = (names: number, after: number): NameAccounts => {
  const all: NameAccount[] = []
  /** By scope and name: one more than the number of its account. */
  const ofScopes: Int32Array[] = []
  return {
    all,
    has: (scope, name) => (ofScopes[scope]?.[name] ?? 0) > 0,
    of: (scope, name) => {
      const ofNames = (ofScopes[scope] ??= new Int32Array(names))
      if (ofNames[name] === 0) ofNames[name] = after + all.push({ scope, name })
      return (ofNames[name] as number) - 1
    },
  }
}

/** An account that an administrator makes exists by the name that it is given, also where nothing ever tells its id. */
const nameMadeAccounts = (
  classes: StoredLog['dictionaries']['classes'],
  { time, cls, name: names }: SubjectColumns,
  make: (row: number, name: number) => void,
): void => {
  const isMaking = classes.list.map(({ action, outcome }) => action === 'account-create' && outcome === 'success')
  if (!isMaking.includes(true)) return
  for (let row = 0; row < time.length; row += 1) {
    const name = names.get(row)
    if (isMaking[cls.get(row)] === true && name >= 0) make(row, name)
  }
}

/** The sorted rows' columns that tell whose events they are. */
export interface SubjectColumns {
  readonly time: TableColumn
  readonly cls: TableColumn
  readonly name: TableColumn
  readonly scope: TableColumn
  /** Immutable ids, as logged; becomes the accounts. */
  readonly account: DraftColumn
}

/**
 * Who each event is about (docs/ARCHITECTURE.md 3). An immutable id is the account; a typed name resolves to the id that a
 * *successful* event attached it to; where a log has names only, the name is the account. Ids never merge through a name.
 */
export const resolveAccounts = (log: StoredLog, columns: SubjectColumns): AccountDictionary => {
  const { classes, ids, names, scopes } = log.dictionaries
  const { time, cls, account } = columns
  const meant = meantScopes(scopes)
  const { idOf, scopeOf: scopeOfIds } = meantIds(ids, meant)
  const asserted = classes.list.map(({ outcome }) => outcome === 'success')
  const idAt = (row: number): number => {
    const id = account.get(row)
    return id < 0 ? -1 : (idOf[id] as number)
  }
  const links = createNameLinks(names.size, (account) => scopeOfIds[account] ?? -1)
  for (let row = 0; row < time.length; row += 1) {
    const name = columns.name.get(row)
    if (name < 0 || asserted[cls.get(row)] !== true) continue
    const id = idAt(row)
    if (id >= 0) links.attach(name, id, time.get(row))
  }
  const byName = createNameAccounts(names.size, ids.size)
  const namesAreAccounts = classes.list.map((cls) => log.formats.get(cls.format)?.names !== undefined && cls.accountKnown !== false)
  const resolve = (name: number, row: number): number => links.resolve(name, meant[columns.scope.get(row)] ?? -1, time.get(row))
  nameMadeAccounts(classes, columns, (row, name) => {
    if (idAt(row) < 0 && resolve(name, row) < 0) byName.of(meant[columns.scope.get(row)] ?? -1, name)
  })
  for (let row = 0; row < time.length; row += 1) {
    const name = columns.name.get(row)
    let resolved = idAt(row)
    if (resolved < 0 && name >= 0) {
      const scope = meant[columns.scope.get(row)] ?? -1
      resolved = resolve(name, row)
      const isOne = namesAreAccounts[cls.get(row)] === true || (asserted[cls.get(row)] === true && byName.has(scope, name))
      if (resolved < 0 && isOne) resolved = byName.of(scope, name)
    }
    account.set(row, resolved)
  }
  const namesOf = createNamesOf(names, assertedBy(cls, asserted), columns.name, account, ids.size + byName.all.length)
  return accountDictionary(log, scopeOfIds, byName.all, namesOf)
}

/** Apart from the resolving, so that what outlives it does not keep its columns. */
const assertedBy =
  (cls: TableColumn, asserted: readonly boolean[]): ((row: number) => boolean) =>
  (row) =>
    asserted[cls.get(row)] === true

interface NameAccount {
  readonly scope: number
  readonly name: number
}

const accountDictionary = (
  { dictionaries: { ids, names, scopes } }: StoredLog,
  scopeOfIds: Int32Array,
  nameAccounts: readonly NameAccount[],
  namesOf: AccountDictionary['namesOf'],
): AccountDictionary => {
  const systems = Array.from({ length: scopes.size }, (_, scope) => {
    const [provider = '', tenant = ''] = (scopes.get(scope) ?? '').split('\u0000')
    return { provider, tenant: tenant === '' ? undefined : tenant }
  })
  const systemOf = (key: number): (typeof systems)[number] | undefined =>
    systems[key < ids.size ? (scopeOfIds[key] ?? -1) : (nameAccounts[key - ids.size]?.scope ?? -1)]
  return {
    size: ids.size + nameAccounts.length,
    get: (key) => {
      if (key < 0) return undefined
      if (key >= ids.size) return names.get(nameAccounts[key - ids.size]?.name ?? -1)
      return ids.get(key)
    },
    provider: (key) => systemOf(key)?.provider ?? '',
    tenant: (key) => systemOf(key)?.tenant,
    isName: (key) => key >= ids.size,
    namesOf,
  }
}

/** Names that successful events asserted for an account, most recent last. Indexed on first use: many runs ask for no account. */
const createNamesOf = (
  names: Dictionary,
  isAsserted: (row: number) => boolean,
  name: TableColumn,
  account: TableColumn,
  accounts: number,
): ((key: number) => readonly string[]) => {
  let index: { readonly starts: Int32Array; readonly keys: Int32Array } | undefined
  const build = (): NonNullable<typeof index> => {
    const starts = new Int32Array(accounts + 2)
    const tells = (row: number): boolean => name.get(row) >= 0 && account.get(row) >= 0 && isAsserted(row)
    for (let row = 0; row < name.length; row += 1) if (tells(row)) starts[account.get(row) + 2]! += 1
    for (let key = 2; key < starts.length; key += 1) starts[key]! += starts[key - 1] as number
    const keys = new Int32Array(starts.at(-1) ?? 0)
    for (let row = 0; row < name.length; row += 1) if (tells(row)) keys[starts[account.get(row) + 1]!++] = name.get(row)
    return { starts, keys }
  }
  return (key) => {
    const { starts, keys } = (index ??= build())
    // From the latest back: a name counts where it was asserted last.
    const latest = new Set(keys.subarray(starts[key], starts[key + 1]).toReversed())
    return [...latest].toReversed().flatMap((nameKey) => names.get(nameKey) ?? [])
  }
}
