import { createOwners } from './owners.ts'
import { FIRST } from './packed-novelty.ts'
import type { ScorePart } from './score-part.ts'
import { strangerChance } from './strangers.ts'

/** Many logins look alike: they are learnt and weighed once. */
const ratiosOf = (alike: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
  const owners = createOwners()
  for (const [of, times] of alike) owners.learn(of, times)
  return new Map([...alike.keys()].map((of) => [of, Math.log10(strangerChance(of) / owners.chance(of))] as const))
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
export const createContextPart = (packed: Int32Array, isFirst: Uint8Array): ScorePart => {
  const ofFirst = ratiosOf(countAlike(packed, (at) => isFirst[at] === 1))
  const ofLater = ratiosOf(countAlike(packed, (at) => isFirst[at] === 0))
  return {
    learn: () => undefined,
    ratio: (at, of) => (isFirst[at] === 1 ? ofFirst : ofLater).get(of) as number,
  }
}
