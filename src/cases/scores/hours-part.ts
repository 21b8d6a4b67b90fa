import { lineDepth } from './packed-novelty.ts'
import type { LoginNovelty } from './login-novelty.ts'
import type { ScorePart } from './score-part.ts'
import { LIKE_EVERYBODY } from './strangers.ts'

const HOURS = 24
/** So many logins in each hour are assumed before looking: of a small log, an hour without a login is chance. */
const ASSUMED = 4
/** So many logins from where the account never was weigh as much as what the whole log says of their hours. */
const ASSUMED_WEIGHT = 100

const AT_HOME = 0
const AWAY = 1

/**
 * The hour of the day (Freeman et al., NDSS 2016, have it among their features): a service has hours in which its people sleep, and a
 * stranger half of the time keeps to no hours of theirs. Of the whole log, not of the account: few accounts have logins enough for hours of
 * their own. People away from home keep other hours; they are learnt apart. Where a service has people all over the world it tells nothing.
 */
export const createHoursPart = ({ hour }: Pick<LoginNovelty, 'hour'>): ScorePart => {
  const everybody = new Float64Array(HOURS).fill(ASSUMED)
  for (const at of hour) everybody[at]! += 1
  const total = hour.length + HOURS * ASSUMED
  const counts = [new Float64Array(HOURS), new Float64Array(HOURS)]
  const sums = [0, 0]
  const groupOf = (of: number): number => (lineDepth(of) === 0 ? AT_HOME : AWAY)
  return {
    learn: (at, of) => {
      counts[groupOf(of)]![hour[at] as number]! += 1
      sums[groupOf(of)]! += 1
    },
    ratio: (at, of) => {
      const share = (everybody[hour[at] as number] as number) / total
      const group = groupOf(of)
      const owner = ((counts[group]![hour[at] as number] as number) + ASSUMED_WEIGHT * share) / ((sums[group] as number) + ASSUMED_WEIGHT)
      return Math.log10((LIKE_EVERYBODY * share + (1 - LIKE_EVERYBODY) / HOURS) / owner)
    },
  }
}
