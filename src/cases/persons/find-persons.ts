import type { Person } from '../../model/knowledge.ts'
import type { Verdict } from '../../model/vocabulary.ts'
import type { AccountDictionary } from '../../order/event-table.ts'
import { accountsByAddress, assertedAddresses } from './addresses.ts'

/** Another account of the same person, and what says so: the organisation's list, or one mail address that both systems assert. */
export interface OtherAccount {
  readonly key: number
  readonly link: 'roster' | 'email'
  /** null: nothing was found against it. */
  readonly verdict: Verdict | null
}

/** By account: the person's others. Accounts stay accounts: nothing is judged by it (docs/ARCHITECTURE.md 3). */
export type Persons = ReadonlyMap<number, readonly OtherAccount[]>

export interface PersonContext {
  readonly accounts: AccountDictionary
  readonly personOf: (key: number) => Person | undefined
  /** Something in the log shows that the account exists. */
  readonly exists: (key: number) => boolean
  readonly verdictOf: (key: number) => Verdict | undefined
}

const systemOf = (accounts: AccountDictionary, key: number): string => `${accounts.provider(key)}\u0000${accounts.tenant(key) ?? ''}`

const isOneSystem = (accounts: AccountDictionary): boolean => {
  for (let key = 1; key < accounts.size; key += 1)
    if (accounts.provider(key) !== accounts.provider(0) || accounts.tenant(key) !== accounts.tenant(0)) return false
  return true
}

/**
 * By address: its one account in each system. Where two accounts of a system ever had it, it was moved or given to somebody else, and
 * says nothing about who is who there.
 */
const holdersByAddress = (keys: readonly number[], { accounts }: PersonContext): ReadonlyMap<string, readonly number[]> => {
  if (isOneSystem(accounts)) return new Map()
  const wanted = new Set(keys.flatMap((key) => [...assertedAddresses(accounts, key)]))
  return new Map(
    [...accountsByAddress(accounts, wanted)].map(([address, holders]) => [
      address,
      [...Map.groupBy(holders, (key) => systemOf(accounts, key)).values()].flatMap((held) => (held.length === 1 ? held : [])),
    ]),
  )
}

const ofOneWidth = (text: string): string => text.normalize('NFKC')

/** Does the roster write this id: as it is, or, where no account is written so, in signs of another width (`０００１２`)? */
const isWritten = ({ texts }: Person, id: string, ids: ReadonlySet<string>): boolean =>
  texts.includes(id) || texts.some((text) => !ids.has(text) && ofOneWidth(text) === ofOneWidth(id))

/** By person of the roster: the accounts that it names. One that it reaches by an asserted name only counts where it is the only one. */
const accountsByPerson = ({ accounts, personOf, exists }: PersonContext): ReadonlyMap<Person, readonly number[]> => {
  const all = new Map<Person, number[]>()
  for (let key = 0; key < accounts.size; key += 1) {
    const person = personOf(key)
    if (person === undefined || !exists(key)) continue
    const known = all.get(person)
    if (known === undefined) all.set(person, [key])
    else known.push(key)
  }
  return new Map(
    [...all].map(([person, keys]) => {
      const ids = new Set(keys.map((key) => accounts.get(key) ?? ''))
      const isNamed = (key: number): boolean => isWritten(person, accounts.get(key) ?? '', ids)
      const named = [...Map.groupBy(keys, (key) => systemOf(accounts, key)).values()].map((held) =>
        held.length === 1 ? held : held.filter(isNamed),
      )
      return [person, named.flat()]
    }),
  )
}

/** What accounts are called, for an order that depends on nothing else. */
const byName =
  (accounts: AccountDictionary) =>
  (left: OtherAccount, right: OtherAccount): number => {
    const [one, other] = [left, right].map(({ key }) => `${systemOf(accounts, key)}\u0000${accounts.get(key) ?? ''}`) as [string, string]
    return one < other ? -1 : 1
  }

/** Which accounts of other systems belong to the persons behind `keys`. */
export const findPersons = (keys: readonly number[], context: PersonContext): Persons => {
  const { accounts, personOf } = context
  const byAddress = holdersByAddress(keys, context)
  const byPerson = accountsByPerson(context)
  const othersOf = (key: number): readonly OtherAccount[] => {
    const others = new Map<number, OtherAccount['link']>()
    for (const address of assertedAddresses(accounts, key)) {
      const holders = byAddress.get(address) ?? []
      if (holders.includes(key)) for (const other of holders) others.set(other, 'email')
    }
    const person = personOf(key)
    const named = person === undefined ? [] : (byPerson.get(person) ?? [])
    if (named.includes(key)) for (const other of named) others.set(other, 'roster')
    others.delete(key)
    return [...others]
      .map(([other, link]): OtherAccount => ({ key: other, link, verdict: context.verdictOf(other) ?? null }))
      .toSorted(byName(accounts))
  }
  return new Map(
    keys.flatMap((key) => {
      const others = othersOf(key)
      return others.length === 0 ? [] : [[key, others] as const]
    }),
  )
}
