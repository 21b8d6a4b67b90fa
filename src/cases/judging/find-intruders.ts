import { DAY_US } from '../../kernel/time-units.ts'
import type { EventTable } from '../../order/event-table.ts'
import { NO_INTRUDERS, type Hand, type Intruders } from '../intruders/intruders.ts'
import type { JudgedAccount } from './judge-account.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import { strangersElsewhere } from '../strangers/strangers-rows.ts'

interface Surroundings {
  readonly deeds: ReadonlyMap<number, readonly number[]>
  readonly table: EventTable
  readonly read: RowReader
  /** Addresses that guessed: what a success from there means is known without this. */
  readonly sources: ReadonlyMap<number, AttackSource>
  readonly sharedLines: ReadonlySet<number>
}

interface OpenHand {
  readonly accounts: Set<number>
  readonly programs: Set<number>
  readonly kinds: Set<number>
  first: number
  last: number
}

export const isEntered = ({ verdict, kind }: JudgedAccount): boolean => verdict === 'compromised' && kind === 'takeover'

/** Addresses that something strong was seen at: what only follows from it, or is weak, may be the owner's, on a day among many others. */
const provenSources = ({ signals }: JudgedAccount, read: RowReader): ReadonlySet<number> =>
  new Set(signals.flatMap(({ weight, rows }) => (weight === 'compromised' || weight === 'suspected' ? rows.map(read.source) : [])))

/** Addresses of the strangers' sessions that are nobody else's as far as is known. */
const findHands = (accounts: readonly JudgedAccount[], { table, read, sources, sharedLines }: Surroundings): Map<number, OpenHand> => {
  const hands = new Map<number, OpenHand>()
  for (const account of accounts) {
    const proven = provenSources(account, read)
    for (const row of strangersElsewhere(account, read)) {
      const source = read.source(row)
      if (!proven.has(source) || sources.has(source) || sharedLines.has(source) || read.isAllowed(row) || table.places.isProxy(source))
        continue
      const time = read.time(row)
      const hand = hands.get(source) ?? { accounts: new Set(), programs: new Set(), kinds: new Set(), first: time, last: time }
      hand.accounts.add(account.key)
      if (read.userAgent(row) >= 0) hand.programs.add(read.userAgent(row))
      if (read.agent(row) >= 0) hand.kinds.add(read.agent(row))
      hand.first = Math.min(hand.first, time)
      hand.last = Math.max(hand.last, time)
      hands.set(source, hand)
    }
  }
  return hands
}

/** Lines on which several others log in on more days than one: an office, a VPN's exit, a carrier's gateway. */
const COMING_BACK = 3

/** Counts the others who got in from each address, and drops the addresses that people come back to. */
const withOthers = (hands: ReadonlyMap<number, OpenHand>, table: EventTable, read: RowReader): ReadonlyMap<number, Hand> => {
  const firstOf = new Map([...hands.keys()].map((source) => [source, new Map<number, number>()]))
  const backOf = new Map([...hands.keys()].map((source) => [source, new Set<number>()]))
  for (let row = 0; row < table.size; row += 1) {
    const source = read.source(row)
    const hand = hands.get(source)
    const account = table.account.get(row)
    if (hand === undefined || account < 0 || hand.accounts.has(account) || !read.isSuccess(row)) continue
    const first = firstOf.get(source)?.get(account)
    if (first === undefined) firstOf.get(source)?.set(account, read.time(row))
    else if (read.time(row) - first > DAY_US / 2) backOf.get(source)?.add(account)
  }
  return new Map(
    [...hands].flatMap(([source, hand]) =>
      (backOf.get(source)?.size ?? 0) >= COMING_BACK ? [] : [[source, { ...hand, others: firstOf.get(source)?.size ?? 0 }] as const],
    ),
  )
}

/** Since when an account is in somebody else's hands, by the address that they come from. */
const heldFrom = (account: JudgedAccount, read: RowReader): ReadonlyMap<number, number> => {
  const since = new Map<number, number>()
  for (const row of strangersElsewhere(account, read)) {
    const source = read.source(row)
    since.set(source, Math.min(since.get(source) ?? Number.POSITIVE_INFINITY, read.time(row)))
  }
  return since
}

const findReach = (accounts: readonly JudgedAccount[], { deeds, read }: Surroundings): ReadonlyMap<number, readonly number[]> =>
  new Map(
    accounts.flatMap((account) => {
      const done = deeds.get(account.key)
      if (done === undefined) return []
      const held = heldFrom(account, read)
      const rows = done.filter((row) => (held.get(read.source(row)) ?? Number.POSITIVE_INFINITY) <= read.time(row))
      return rows.length === 0 ? [] : [[account.key, rows] as const]
    }),
  )

/** Whoever was in one account is behind what the same hand does elsewhere: from the same address, or as the account that is held. */
export const findIntruders = (
  judged: readonly JudgedAccount[],
  foundIn: ReadonlyMap<number, number>,
  surroundings: Surroundings,
): Intruders => {
  const entered = judged.filter(isEntered)
  if (entered.length === 0) return NO_INTRUDERS
  const found = findHands(entered, surroundings)
  const hands = found.size === 0 ? NO_INTRUDERS.hands : withOthers(found, surroundings.table, surroundings.read)
  const reach = findReach(entered, surroundings)
  return { hands, acts: new Set([...reach.values()].flat()), reach, foundIn }
}

/** The accounts that an intruder's hands touched: entered, acted on, or held while acting on others. */
export const touchedBy = ({ hands, acts, reach }: Intruders, table: EventTable, read: RowReader): ReadonlySet<number> => {
  const found = new Set<number>(reach.keys())
  for (const row of acts) found.add(table.account.get(row))
  if (hands.size === 0) return found
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    const hand = hands.get(read.source(row))
    if (hand !== undefined && account >= 0 && !hand.accounts.has(account) && read.isSuccess(row)) found.add(account)
  }
  return found
}
