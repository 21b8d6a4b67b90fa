import type { Episode } from './attack-source.ts'

/** Pauses up to this many usual ones belong to an episode, and half an hour always does. */
const PAUSES = 8
const LEAST_PAUSE_US = 30 * 60 * 1e6
/** Of an attack of some size, a few attempts far from all others are somebody else's typing errors. */
const SOME = 20
const STRAGGLERS = 3

interface Stretch extends Episode {
  readonly count: number
}

const cut = (times: readonly number[], pauseUs: number): readonly Stretch[] => {
  const found: Stretch[] = []
  for (const time of times) {
    const open = found.at(-1)
    if (open !== undefined && time - open.last <= pauseUs)
      found[found.length - 1] = { first: open.first, last: time, count: open.count + 1 }
    else found.push({ first: time, last: time, count: 1 })
  }
  return found
}

/** Cuts attempts (epoch µs, ascending) into stretches by the attack's own pace. */
export const episodesOf = (times: readonly number[]): readonly Episode[] => {
  const pauses = times
    .slice(1)
    .map((time, at) => time - (times[at] as number))
    .toSorted((left, right) => left - right)
  const usual = pauses[Math.floor(pauses.length / 2)] ?? 0
  const stretches = cut(times, Math.max(LEAST_PAUSE_US, PAUSES * usual))
  const kept = times.length < SOME ? stretches : stretches.filter(({ count }) => count >= STRAGGLERS)
  return (kept.length === 0 ? stretches : kept).map(({ first, last }) => ({ first, last }))
}
