import type { EventTable } from './event-table.ts'

/** Who acted in a row: the account's holder, or somebody else (an administrator, a help desk, a program). */
export interface Doers {
  readonly isOther: (row: number) => boolean
  /** The account whose address and program the row shows; −1: of somebody who is no account of this log. */
  readonly accountOf: (row: number) => number
}

const HOLDER = -2

/** The accounts behind the texts that stand in the actor column, by id and by asserted name. */
const accountsByText = ({ accounts, actors }: EventTable): ReadonlyMap<string, readonly number[]> => {
  const wanted = new Set(Array.from({ length: actors.size }, (_, key) => actors.get(key)))
  const found = new Map<string, number[]>()
  for (let account = 0; account < accounts.size; account += 1) {
    for (const text of new Set([accounts.get(account), ...accounts.namesOf(account)])) {
      if (text === undefined || !wanted.has(text)) continue
      const known = found.get(text)
      if (known === undefined) found.set(text, [account])
      else known.push(account)
    }
  }
  return found
}

/** Rules, scores and judgement of one table ask for the same, and looking through all accounts takes its time. */
const known = new WeakMap<EventTable, Doers>()

/**
 * Reads the actor column. Some systems name the holder as the actor of the holder's own acts, by id or by name; an actor is
 * looked for among the accounts of the same provider and tenant, and one who could be several is nobody.
 */
export const doersOf = (table: EventTable): Doers => {
  let doers = known.get(table)
  if (doers === undefined) known.set(table, (doers = readActors(table)))
  return doers
}

/**
 * By session: the row in which somebody else began it in the account's name. What is done in it is theirs, whoever the record says it was.
 */
const sessionsOnBehalf = (table: EventTable): ReadonlyMap<number, number> => {
  const { classes, cls, session, size } = table
  const begins = classes.map(({ action, outcome }) => action === 'impersonation' && outcome === 'success')
  const found = new Map<number, number>()
  if (!begins.includes(true)) return found
  for (let row = 0; row < size; row += 1) {
    const of = session.get(row)
    if (of >= 0 && begins[cls.get(row)] && !found.has(of)) found.set(of, row)
  }
  return found
}

const readActors = (table: EventTable): Doers => {
  const { account, accounts, actor, actors, session } = table
  const holderOf = (row: number): number => account.get(row)
  if (actors.size === 0) return { isOther: () => false, accountOf: holderOf }
  const byText = accountsByText(table)

  const onBehalf = sessionsOnBehalf(table)
  const actorIn = (row: number): number => {
    const own = actor.get(row)
    if (own >= 0 || onBehalf.size === 0) return own
    const begun = onBehalf.get(session.get(row))
    return begun === undefined || row < begun ? own : actor.get(begun)
  }

  const lookUp = (row: number): number => {
    const key = actorIn(row)
    if (key < 0) return HOLDER
    const holder = holderOf(row)
    const candidates = byText.get(actors.get(key) ?? '') ?? []
    if (candidates.includes(holder)) return HOLDER
    const [only, second] = candidates.filter(
      (candidate) =>
        holder < 0 ||
        (accounts.provider(candidate) === accounts.provider(holder) && accounts.tenant(candidate) === accounts.tenant(holder)),
    )
    return only === undefined || second !== undefined ? -1 : only
  }
  return {
    isOther: (row) => lookUp(row) !== HOLDER,
    accountOf: (row) => {
      const doer = lookUp(row)
      return doer === HOLDER ? holderOf(row) : doer
    },
  }
}
