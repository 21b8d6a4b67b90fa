import type { LoginContext } from './login-context.ts'
import { loginClass, varietyClass } from './novelty-rates.ts'
import { gapClass, pack, type NoveltyParts } from './packed-novelty.ts'
import { createSeenValues, type SeenValues } from './seen-values.ts'

/** What one account's logins came with so far. */
export interface AccountPast {
  readonly clear: () => void
  /** True where the address is there, and new. */
  readonly learn: (context: LoginContext, at: number) => boolean
  readonly hasSource: (source: number) => boolean
  /**
   * What is new about a login, packed.
   * @param logins before this one
   * @param isSame all of it is as in the login before
   */
  readonly compare: (context: LoginContext, at: number, logins: number, isSame: boolean) => number
}

/** The log carries the value, and there is an earlier one to compare with. */
const isNewTo = (values: SeenValues, key: number): boolean => key >= 0 && values.size() > 0 && !values.has(key)

export const createAccountPast = (): AccountPast => {
  const [sources, networks, countries, texts, kinds] = [
    createSeenValues(),
    createSeenValues(),
    createSeenValues(),
    createSeenValues(),
    createSeenValues(),
  ]
  /** One for all: made a million times, it would be half of the work. */
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
  const lineOf = ({ source, network, country }: LoginContext, at: number): number => {
    if (isNewTo(countries, country[at] as number)) return 3
    if (isNewTo(networks, network[at] as number)) return 2
    return isNewTo(sources, source[at] as number) ? 1 : 0
  }
  const programOf = ({ text, kind }: LoginContext, at: number): number => {
    if (!isNewTo(texts, text[at] as number)) return 0
    return isNewTo(kinds, kind[at] as number) ? 2 : 1
  }
  const carriedBy = ({ source, network, country, text }: LoginContext, at: number): number =>
    ((source[at] as number) >= 0 && sources.size() > 0 ? 1 : 0) |
    ((network[at] as number) >= 0 && networks.size() > 0 ? 2 : 0) |
    ((country[at] as number) >= 0 && countries.size() > 0 ? 4 : 0) |
    ((text[at] as number) >= 0 && texts.size() > 0 ? 8 : 0)
  return {
    clear: () => {
      for (const values of [sources, networks, countries, texts, kinds]) values.clear()
    },
    learn: ({ source, network, country, text, kind }, at) => {
      const isNew = sources.add(source[at] as number)
      networks.add(network[at] as number)
      countries.add(country[at] as number)
      texts.add(text[at] as number)
      kinds.add(kind[at] as number)
      parts.sources = varietyClass(sources.size())
      parts.networks = varietyClass(networks.size())
      parts.countries = varietyClass(countries.size())
      parts.texts = varietyClass(texts.size())
      parts.kinds = varietyClass(kinds.size())
      return isNew
    },
    hasSource: sources.has,
    compare: (context, at, logins, isSame) => {
      parts.logins = loginClass(logins)
      parts.gap = gapClass((context.time[at] as number) - (context.time[at - 1] as number))
      parts.line = isSame ? 0 : lineOf(context, at)
      parts.program = isSame ? 0 : programOf(context, at)
      parts.carried = carriedBy(context, at)
      return pack(parts)
    },
  }
}
