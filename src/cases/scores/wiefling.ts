/**
 * The risk score of Freeman et al. (NDSS 2016, equation 7 without attack data) as Wiefling et al. worked it out
 * (ACM TOPS 26(1), 2022; https://github.com/das-group/rba-algorithm):
 *
 *     S = Π over features ( p(value) / p(value | account) ) · (1 / accounts) / (own logins / all logins)
 *
 * A feature has levels, finest first (address, network, country). A likelihood is the weighted sum over its levels of the share that
 * the level's value has. Only the finest level of everybody's likelihood is smoothed: room is kept for values not seen yet.
 */

/** Weights of address, network, country, fitted by the authors to the RBA data. */
export const ADDRESS_WEIGHTS: readonly number[] = [0.6, 0.3, 0.1]
/** Weights of the whole user agent, its browser, its system, its kind of device; same source. */
export const AGENT_WEIGHTS: readonly number[] = [0.5386653840551359, 0.2680451498625666, 0.18818295100109536, 0.0051065150812021525]

/** A value that the account never showed at any level: everybody's likelihood through this. Smoothing both sides would call it safe. */
const NEVER_SEEN = 4

/** Share of a value, with room for `unseen` values that may still come. */
export const smoothedShare = (count: number, total: number, unseen: number): number =>
  count > 0 ? (count / total) * (1 - unseen / (total + unseen)) : 1 / (total + unseen)

/**
 * Everybody's likelihood of a feature. `counts` are by level; below 0: the log does not carry the level. The finest level counts within
 * its own group too: the logins of one address share one network and one country, so the group has room for as many values as levels.
 */
export const everybodysLikelihood = (weights: readonly number[], counts: ArrayLike<number>, logins: number, unseen: number): number => {
  let sum = 0
  for (let level = 0; level < weights.length; level += 1) {
    const count = counts[level] as number
    if (count < 0) continue
    const weight = weights[level] as number
    const share = level === 0 ? smoothedShare(count, count, weights.length) * smoothedShare(count, logins, unseen) : count / logins
    sum += weight * share
  }
  return sum
}

/** The account's own likelihood of a feature: nothing smoothed. */
export const ownLikelihood = (weights: readonly number[], counts: ArrayLike<number>, logins: number): number => {
  let sum = 0
  for (let level = 0; level < weights.length; level += 1) {
    const count = counts[level] as number
    if (count > 0) sum += ((weights[level] as number) * count) / logins
  }
  return sum
}

/** How much likelier the value is for anybody than for the account. 1 where the log does not carry the feature. */
export const featureRatio = (everybody: number, own: number): number => {
  if (everybody === 0) return 1
  return own === 0 ? NEVER_SEEN : everybody / own
}

/** The factor for how often the account logs in at all: rare visitors are attacked as often as regulars. */
export const visitorRatio = (accounts: number, ownLogins: number, logins: number): number => 1 / accounts / (ownLogins / logins)
