import type { EventTable } from '../../order/event-table.ts'
import { contextOf, eachBlock, type LoginContext } from './login-context.ts'
import type { Logins } from './logins.ts'
import { loginClass, varietyClass } from './novelty-rates.ts'
import { AFTERMATH, FIRST, gapClass, pack, type NoveltyParts } from './packed-novelty.ts'
import { createSeenValues, type SeenValues } from './seen-values.ts'

/** What is new about each successful login for its account, by position in `Logins`. */
export interface LoginNovelty {
  /** As in `packed-novelty.ts`; `FIRST` for the first login of an account. */
  readonly packed: Int32Array
  /** Where the account's next login came from. */
  readonly aftermath: Uint8Array
  /** By source: accounts that ever logged in from there. */
  readonly accountsOn: Int32Array
}

/** The parts of one account's past. */
const createPast = () => ({
  sources: createSeenValues(),
  networks: createSeenValues(),
  countries: createSeenValues(),
  texts: createSeenValues(),
  kinds: createSeenValues(),
})

/** The log carries the value, and there is an earlier one to compare with. */
const isNewTo = (values: SeenValues, key: number): boolean => key >= 0 && values.size() > 0 && !values.has(key)

export const noveltyOfLogins = (table: EventTable, logins: Logins): LoginNovelty => {
  const { source, starts } = logins
  const packed = new Int32Array(logins.size)
  const aftermath = new Uint8Array(logins.size)
  const accountsOn = new Int32Array(table.places.sources.size)
  const seen = createPast()
  const all = Object.values(seen)
  const parts: NoveltyParts = {
    logins: 0,
    gap: 0,
    sources: 0,
    networks: 0,
    countries: 0,
    texts: 0,
    kinds: 0,
    line: 0,
    program: 0,
    carried: 0,
  }
  let base = 0
  let { time, network, country, text, kind }: LoginContext = contextOf(table, logins, 0, 0)

  const lineOf = (at: number): number => {
    if (isNewTo(seen.countries, country[at - base] as number)) return 3
    if (isNewTo(seen.networks, network[at - base] as number)) return 2
    return isNewTo(seen.sources, source[at] as number) ? 1 : 0
  }
  const programOf = (at: number): number => {
    if (!isNewTo(seen.texts, text[at - base] as number)) return 0
    return isNewTo(seen.kinds, kind[at - base] as number) ? 2 : 1
  }
  const carriedBy = (at: number): number =>
    ((source[at] as number) >= 0 && seen.sources.size() > 0 ? 1 : 0) |
    ((network[at - base] as number) >= 0 && seen.networks.size() > 0 ? 2 : 0) |
    ((country[at - base] as number) >= 0 && seen.countries.size() > 0 ? 4 : 0) |
    ((text[at - base] as number) >= 0 && seen.texts.size() > 0 ? 8 : 0)
  const refresh = (): void => {
    parts.sources = varietyClass(seen.sources.size())
    parts.networks = varietyClass(seen.networks.size())
    parts.countries = varietyClass(seen.countries.size())
    parts.texts = varietyClass(seen.texts.size())
    parts.kinds = varietyClass(seen.kinds.size())
  }
  const learn = (at: number): void => {
    if ((source[at] as number) >= 0 && seen.sources.add(source[at] as number)) accountsOn[source[at] as number]! += 1
    seen.networks.add(network[at - base] as number)
    seen.countries.add(country[at - base] as number)
    seen.texts.add(text[at - base] as number)
    seen.kinds.add(kind[at - base] as number)
    refresh()
  }
  const isAsBefore = (at: number): boolean => {
    const here = at - base
    return (
      source[at] === source[at - 1] &&
      text[here] === text[here - 1] &&
      network[here] === network[here - 1] &&
      country[here] === country[here - 1]
    )
  }
  const follow = (at: number): void => {
    if ((source[at] as number) < 0 || (source[at - 1] as number) < 0) return
    if (source[at] === source[at - 1]) aftermath[at - 1] = AFTERMATH.stays
    else aftermath[at - 1] = seen.sources.has(source[at] as number) ? AFTERMATH.returns : AFTERMATH.elsewhere
  }
  const walk = (start: number, end: number): void => {
    packed[start] = FIRST
    if (end === start + 1) {
      // Nothing comes after it that could be compared.
      if ((source[start] as number) >= 0) accountsOn[source[start] as number]! += 1
      return
    }
    for (const values of all) values.clear()
    learn(start)
    for (let at = start + 1; at < end; at += 1) {
      const isSame = isAsBefore(at)
      follow(at)
      parts.logins = loginClass(at - start)
      parts.gap = gapClass((time[at - base] as number) - (time[at - base - 1] as number))
      parts.line = isSame ? 0 : lineOf(at)
      parts.program = isSame ? 0 : programOf(at)
      parts.carried = carriedBy(at)
      packed[at] = pack(parts)
      if (!isSame) learn(at)
    }
  }

  eachBlock(logins, (firstAccount, endAccount) => {
    base = starts[firstAccount] as number
    ;({ time, network, country, text, kind } = contextOf(table, logins, base, starts[endAccount] as number))
    for (let account = firstAccount; account < endAccount; account += 1) {
      const start = starts[account] as number
      const end = starts[account + 1] as number
      if (end > start) walk(start, end)
    }
  })
  return { packed, aftermath, accountsOn }
}
