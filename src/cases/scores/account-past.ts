import type { LoginContext } from './login-context.ts'
import { loginClass, varietyClass } from './novelty-rates.ts'
import type { Popularity } from './popularity.ts'
import { gapClass, packCommon, packNews, packPace, packVariety } from './packed-novelty.ts'
import { createSeenValues, type SeenValues } from './seen-values.ts'

/** What one account's logins came with so far. */
export interface AccountPast {
  readonly clear: () => void
  /** True where the address is there, and new. */
  readonly learn: (context: LoginContext, at: number) => boolean
  readonly hasSource: (source: number) => boolean
  /** What is new about a login, packed. */
  readonly compare: (context: LoginContext, at: number, beside: Beside) => number
  /** How much of the log comes with a program that the account had, and of the country from a network that it had, as one byte. */
  readonly commonness: () => number
  /** What the account had of it, as bits: 1 the address, 2 the network, 4 the kind of program. */
  readonly knows: (context: LoginContext, at: number) => number
}

/** What a login is compared with. */
export interface Beside {
  /** So many. */
  readonly logins: number
  /** To the nearest of them. */
  readonly gapUs: number
  /** All of it is as in the login before. */
  readonly isSame: boolean
}

/** The log carries the value, and there is an earlier one to compare with. */
const isNewTo = (values: SeenValues, key: number): boolean => key >= 0 && values.size() > 0 && !values.has(key)

export const createAccountPast = (popularity: Popularity): AccountPast => {
  const [sources, networks, countries, texts, kinds] = [
    createSeenValues(),
    createSeenValues(),
    createSeenValues(),
    createSeenValues(),
    createSeenValues(),
  ]
  let variety = 0
  let [kindsShare, networksShare] = [0, 0]
  /** What there is something of, as bits of `carried`. */
  let had = 0
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
    ((source[at] as number) >= 0 ? 1 : 0) |
    ((network[at] as number) >= 0 ? 2 : 0) |
    ((country[at] as number) >= 0 ? 4 : 0) |
    ((text[at] as number) >= 0 ? 8 : 0)
  const measure = (): void => {
    variety = packVariety({
      sources: varietyClass(sources.size()),
      networks: varietyClass(networks.size()),
      countries: varietyClass(countries.size()),
      texts: varietyClass(texts.size()),
      kinds: varietyClass(kinds.size()),
    })
  }
  return {
    clear: () => {
      for (const values of [sources, networks, countries, texts, kinds]) values.clear()
      had = 0
      kindsShare = 0
      networksShare = 0
      measure()
    },
    learn: (context, at) => {
      const isNewSource = sources.add(context.source[at] as number)
      const isNewNetwork = networks.add(context.network[at] as number)
      const isNewCountry = countries.add(context.country[at] as number)
      const isNewText = texts.add(context.text[at] as number)
      const isNewKind = kinds.add(context.kind[at] as number)
      if (isNewKind) kindsShare += popularity.ofKind(context.kind[at] as number)
      if (isNewNetwork) networksShare += popularity.ofNetwork(context.network[at] as number, context.country[at] as number)
      if (isNewSource || isNewNetwork || isNewCountry || isNewText || isNewKind) measure()
      had |= carriedBy(context, at)
      return isNewSource
    },
    hasSource: sources.has,
    commonness: () => packCommon(kindsShare, networksShare),
    knows: ({ source, network, kind }, at) =>
      (sources.has(source[at] as number) ? 1 : 0) | (networks.has(network[at] as number) ? 2 : 0) | (kinds.has(kind[at] as number) ? 4 : 0),
    compare: (context, at, { logins, gapUs, isSame }) => {
      const line = isSame ? 0 : lineOf(context, at)
      const program = isSame ? 0 : programOf(context, at)
      return packPace(loginClass(logins), gapClass(gapUs)) | variety | packNews(line, program, carriedBy(context, at) & had)
    },
  }
}
