import type { LoginNovelty } from './login-novelty.ts'
import { createOwners } from './owners.ts'
import { FIRST, newsOf } from './packed-novelty.ts'
import type { ScorePart } from './score-part.ts'
import { strangerChance } from './strangers.ts'

/** Many logins look alike: they are learnt and weighed once. log10 of the owner's chance. */
const ownersOf = (alike: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
  const owners = createOwners()
  for (const [of, times] of alike) owners.learn(of, times)
  return new Map([...alike.keys()].map((of) => [of, Math.log10(owners.chance(of))] as const))
}

/** log10 of a stranger's chance, worked out once for all that look alike to strangers. */
const createStrangers = (): ((packed: number, common: number) => number) => {
  const known = new Map<number, number>()
  return (packed, common) => {
    const key = (newsOf(packed) << 8) | common
    let chance = known.get(key)
    if (chance === undefined) known.set(key, (chance = Math.log10(strangerChance(packed, common))))
    return chance
  }
}

/** How many logins share their novelty. */
const countAlike = (packed: Int32Array, isMeant: (at: number) => boolean): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (let at = 0; at < packed.length; at += 1) {
    const of = packed[at] as number
    if (of !== FIRST && isMeant(at)) counts.set(of, (counts.get(of) ?? 0) + 1)
  }
  return counts
}

/**
 * What is new about the login, where the account was before. First logins are told by what came after: old telephones are given up, new
 * ones are not, so these are learnt by themselves.
 */
export const createContextPart = ({ packed, common }: LoginNovelty, isFirst: Uint8Array): ScorePart => {
  const ofFirst = ownersOf(countAlike(packed, (at) => isFirst[at] === 1))
  const ofLater = ownersOf(countAlike(packed, (at) => isFirst[at] === 0))
  const stranger = createStrangers()
  return {
    learn: () => undefined,
    ratio: (at, of) => stranger(of, common[at] as number) - ((isFirst[at] === 1 ? ofFirst : ofLater).get(of) as number),
  }
}
