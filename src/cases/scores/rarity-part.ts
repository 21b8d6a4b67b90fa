import type { LoginNovelty } from './login-novelty.ts'
import type { LoginTable } from '../rows/login-table.ts'
import type { Logins } from './logins.ts'
import { lineDepth, programDepth } from './packed-novelty.ts'
import { createRarity, type Rarity } from './rarity.ts'
import type { ScorePart } from './score-part.ts'

interface RarityInput {
  readonly table: LoginTable
  readonly logins: Logins
  readonly novelty: LoginNovelty
}

/** How odd the new network (or country, where the log knows no networks) and the new kind of program are among all that are new to somebody. */
export const createRarityPart = ({ table, logins: { row }, novelty }: RarityInput): ScorePart => {
  const networks = createRarity(novelty.ofNetwork)
  const countries = createRarity(novelty.ofCountry)
  const kinds = createRarity(novelty.ofKind)
  const eachRarity = (at: number, packed: number, visit: (rarity: Rarity, value: number) => void): void => {
    if (lineDepth(packed) >= 2) {
      const place = table.place.get(row[at] as number)
      const network = table.places.network[place] as number
      if (network >= 0) visit(networks, network)
      else visit(countries, table.places.country[place] as number)
    }
    if (programDepth(packed) === 2) visit(kinds, table.agents.agent[table.userAgent.get(row[at] as number)] as number)
  }
  return {
    learn: (at, packed) => eachRarity(at, packed, (rarity, value) => rarity.learn(value)),
    ratio: (at, packed) => {
      let sum = 0
      eachRarity(at, packed, (rarity, value) => {
        sum += rarity.of(value)
      })
      return sum
    },
  }
}
