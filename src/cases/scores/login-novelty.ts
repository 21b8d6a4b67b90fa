import type { LoginReader } from '../login-reader.ts'
import { createAccountPast } from './account-past.ts'
import { contextOf, eachBlock, type LoginContext } from './login-context.ts'
import type { LoginTable } from './login-table.ts'
import type { Logins } from './logins.ts'
import { createLaterWalk, type LaterLives } from './later-life.ts'
import { AFTERMATH, FIRST } from './packed-novelty.ts'

/** What is new about each successful login for its account, by position in `Logins`. */
export interface LoginNovelty extends LaterLives {
  /** As in `packed-novelty.ts`; `FIRST` for the first login of an account that nothing comes after on another day. */
  readonly packed: Int32Array
  /** Where the account's next login came from. */
  readonly aftermath: Uint8Array
  /** By source: accounts that ever logged in from there. */
  readonly accountsOn: Int32Array
  /** Logins by network, by country and by kind of program. */
  readonly ofNetwork: Int32Array
  readonly ofCountry: Int32Array
  readonly ofKind: Int32Array
  /** By account: where a login came from that nothing can be compared with; −1 for other accounts. */
  readonly onlyPlace: Int32Array
}

const isAsBefore = ({ source, text, network, country }: LoginContext, at: number): boolean =>
  source[at] === source[at - 1] && text[at] === text[at - 1] && network[at] === network[at - 1] && country[at] === country[at - 1]

/** Walks through one account after the other; positions are those of the context. */
const createWalk = (accountsOn: Int32Array) => {
  const past = createAccountPast()
  const count = (source: number): void => {
    accountsOn[source]! += 1
  }
  const aftermathOf = (before: number, here: number): number => {
    if (here < 0 || before < 0) return AFTERMATH.none
    if (here === before) return AFTERMATH.stays
    return past.hasSource(here) ? AFTERMATH.returns : AFTERMATH.elsewhere
  }
  return (context: LoginContext, start: number, end: number, { packed, aftermath }: Pick<LoginNovelty, 'packed' | 'aftermath'>): void => {
    const { source, time } = context
    packed[start] = FIRST
    if (end === start + 1) {
      // Nothing comes after it that could be compared.
      if ((source[start] as number) >= 0) count(source[start] as number)
      return
    }
    past.clear()
    if (past.learn(context, start)) count(source[start] as number)
    for (let at = start + 1; at < end; at += 1) {
      const isSame = isAsBefore(context, at)
      // Of the first, no place was known before that the account could return to.
      if (at > start + 1) aftermath[at - 1] = aftermathOf(source[at - 1] as number, source[at] as number)
      const gapUs = (time[at] as number) - (time[at - 1] as number)
      packed[at] = past.compare(context, at, { logins: at - start, gapUs, isSame })
      if (!isSame && past.learn(context, at)) count(source[at] as number)
    }
  }
}

/** As many as the largest of these values asks for. */
const countsFor = (values: Int32Array): Int32Array => new Int32Array(values.reduce((most, value) => Math.max(most, value), -1) + 1)

const countIn = (counts: Int32Array, values: Int32Array): void => {
  for (let at = 0; at < values.length; at += 1) if ((values[at] as number) >= 0) counts[values[at] as number]! += 1
}

export const noveltyOfLogins = (table: LoginTable, logins: Logins, read: LoginReader): LoginNovelty => {
  const { places, agents } = table
  const { starts } = logins
  const found: LoginNovelty = {
    packed: new Int32Array(logins.size),
    aftermath: new Uint8Array(logins.size),
    accountsOn: new Int32Array(places.sources.size),
    ofNetwork: countsFor(places.network),
    ofCountry: countsFor(places.country),
    ofKind: countsFor(agents.agent),
    again: new Uint8Array(logins.size),
    later: new Uint8Array(logins.size),
    onlyPlace: new Int32Array(table.accounts.size).fill(-1),
  }
  const walk = createWalk(found.accountsOn)
  const walkBack = createLaterWalk()
  eachBlock(logins, (firstAccount, endAccount) => {
    const from = starts[firstAccount] as number
    const to = starts[endAccount] as number
    const context = contextOf(table, logins, read, firstAccount, endAccount)
    countIn(found.ofNetwork, context.network)
    countIn(found.ofCountry, context.country)
    countIn(found.ofKind, context.kind)
    const here = {
      packed: found.packed.subarray(from, to),
      aftermath: found.aftermath.subarray(from, to),
      again: found.again.subarray(from, to),
      later: found.later.subarray(from, to),
    }
    for (let account = firstAccount; account < endAccount; account += 1) {
      const start = (starts[account] as number) - from
      const end = (starts[account + 1] as number) - from
      if (end === start) continue
      walk(context, start, end, here)
      walkBack(context, start, end, here)
      if (here.packed[start] === FIRST) found.onlyPlace[account] = context.place[start] as number
    }
  })
  return found
}
