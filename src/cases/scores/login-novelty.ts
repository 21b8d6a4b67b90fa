import type { LoginReader } from '../rows/login-reader.ts'
import { createAccountPast } from './account-past.ts'
import { contextOf, eachBlock, type LoginContext } from './login-context.ts'
import type { LoginTable } from '../rows/login-table.ts'
import type { LocatedLogins } from './logins.ts'
import { createLaterWalk, type LaterLives } from './later-life.ts'
import { AFTERMATH, FIRST } from './packed-novelty.ts'
import { countLogins, popularityOf, type LoginCounts, type Popularity } from './popularity.ts'
import { HOUR_US } from '../../kernel/time-units.ts'

/** What is new about each successful login for its account, by position in `Logins`. */
export interface LoginNovelty extends LaterLives, LoginCounts {
  /** As in `packed-novelty.ts`; `FIRST` for the first login of an account that nothing comes after on another day. */
  readonly packed: Int32Array
  /** Where the account's next login came from. */
  readonly aftermath: Uint8Array
  /** By source: accounts that ever logged in from there. */
  readonly accountsOn: Int32Array
  /** How common the account's programs and networks are (`AccountPast.commonness`). */
  readonly common: Uint8Array
  /** Of the day, in UTC. */
  readonly hour: Uint8Array
  /** By account: where a login came from that nothing can be compared with; −1 for other accounts. */
  readonly onlyPlace: Int32Array
}

const HOURS_A_DAY = 24
const hourOf = (time: number): number => Math.floor(time / HOUR_US) % HOURS_A_DAY

/** Of two logins one after the other at one address. */
export const isSameVisit = (timeUs: number, laterUs: number): boolean => laterUs - timeUs <= HOUR_US

const isAsBefore = ({ source, text, network, country }: LoginContext, at: number): boolean =>
  source[at] === source[at - 1] && text[at] === text[at - 1] && network[at] === network[at - 1] && country[at] === country[at - 1]

/** Walks through one account after the other; positions are those of the context. */
const createWalk = (accountsOn: Int32Array, popularity: Popularity) => {
  const past = createAccountPast(popularity)
  const count = (source: number): void => {
    accountsOn[source]! += 1
  }
  const aftermathOf = (before: number, here: number): number => {
    if (here < 0 || before < 0) return AFTERMATH.none
    if (here === before) return AFTERMATH.stays
    return past.hasSource(here) ? AFTERMATH.returns : AFTERMATH.elsewhere
  }
  return (context: LoginContext, start: number, end: number, found: Pick<LoginNovelty, 'packed' | 'aftermath' | 'common'>): void => {
    const { packed, aftermath, common } = found
    const { source, time } = context
    packed[start] = FIRST
    if (end === start + 1) {
      // Nothing comes after it that could be compared.
      if ((source[start] as number) >= 0) count(source[start] as number)
      return
    }
    past.clear()
    if (past.learn(context, start)) count(source[start] as number)
    let visit = start
    for (let at = start + 1; at < end; at += 1) {
      const isSame = isAsBefore(context, at)
      // Of the first, no place was known before that the account could return to. To another application of the same visit is nowhere to go.
      if (source[at] !== source[at - 1] || !isSameVisit(time[at - 1] as number, time[at] as number)) {
        if (visit > start) aftermath.fill(aftermathOf(source[at - 1] as number, source[at] as number), visit, at)
        visit = at
      }
      const gapUs = (time[at] as number) - (time[at - 1] as number)
      packed[at] = past.compare(context, at, { logins: at - start, gapUs, isSame })
      common[at] = past.commonness()
      if (!isSame && past.learn(context, at)) count(source[at] as number)
    }
  }
}

export const noveltyOfLogins = (table: LoginTable, logins: LocatedLogins, read: LoginReader): LoginNovelty => {
  const { places } = table
  const { starts } = logins
  const counts = countLogins(table, read)
  const popularity = popularityOf(counts)
  const found: LoginNovelty = {
    ...counts,
    packed: new Int32Array(logins.size),
    aftermath: new Uint8Array(logins.size),
    accountsOn: new Int32Array(places.sources.size),
    common: new Uint8Array(logins.size),
    hour: new Uint8Array(logins.size),
    again: new Uint8Array(logins.size),
    later: new Uint8Array(logins.size),
    onlyPlace: new Int32Array(table.accounts.size).fill(-1),
  }
  const walk = createWalk(found.accountsOn, popularity)
  const walkBack = createLaterWalk(popularity)
  eachBlock(logins, (firstAccount, endAccount) => {
    const from = starts[firstAccount] as number
    const to = starts[endAccount] as number
    const context = contextOf(table, logins, read, firstAccount, endAccount)
    const here = {
      packed: found.packed.subarray(from, to),
      aftermath: found.aftermath.subarray(from, to),
      common: found.common.subarray(from, to),
      again: found.again.subarray(from, to),
      later: found.later.subarray(from, to),
    }
    for (let at = from; at < to; at += 1) found.hour[at] = hourOf(context.time[at - from] as number)
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
