import { WITHOUT_ACT } from './thief.ts'

/** Before looking: one in five hundred, as sure as so many logins make it. */
const ASSUMED = { thieves: 1, logins: 500 }
/** So many rounds settle it to well below what it matters. */
const ROUNDS = 50

/**
 * Part of the logins from new places that are thieves', by what is odd about those with an act beside them: the most likely share, by
 * expectation and maximisation (Dempster, Laird and Rubin 1977; empirical Bayes). Where nothing is going on, the oddest of many logins is
 * still the owner's.
 * @param ratios log10 of how much likelier each login with an act is a thief's
 * @param others logins without one
 */
export const prevalenceOf = (ratios: readonly number[], others: number): number => {
  const likelihoods = ratios.map((ratio) => 10 ** ratio)
  let share = ASSUMED.thieves / ASSUMED.logins
  for (let round = 0; round < ROUNDS; round += 1) {
    const isThief = (likelihood: number): number => (share * likelihood) / (1 - share + share * likelihood)
    const thieves = likelihoods.reduce((sum, likelihood) => sum + isThief(likelihood), others * isThief(WITHOUT_ACT))
    share = (thieves + ASSUMED.thieves) / (ratios.length + others + ASSUMED.logins)
  }
  return share
}

/** log10 of how much likelier a thief's a login must be, to be one rather than not. */
export const evenOdds = (share: number): number => Math.log10((1 - share) / share)
