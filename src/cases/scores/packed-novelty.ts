import { DAY_US, HOUR_US, MINUTE_US } from '../../kernel/time-units.ts'
/**
 * What is new about one login in one number, so that equal logins are judged once: classes of the account's past, and depths of novelty.
 * Depth of the line: 0 nothing, 1 the address, 2 the network, 3 the country. Of the program: 0 nothing, 1 the version, 2 the kind.
 */
export const FIRST = -1

/** Where the account's next login came from: there is none, the same address, one it had before, yet another. */
export const AFTERMATH = { none: 0, stays: 1, returns: 2, elsewhere: 3 } as const

export type PastPart = 'sources' | 'networks' | 'countries' | 'texts' | 'kinds'

const SHIFT = { gap: 3, sources: 6, networks: 9, countries: 12, texts: 15, kinds: 18, line: 21, program: 23, carried: 25 } as const
const THREE_BITS = 7
const TWO_BITS = 3

/** The parts, each as a class, are joined by or: what of a past changes with something new only, what changes with every login, and what is new. */
export const packVariety = (varieties: Readonly<Record<PastPart, number>>): number =>
  (varieties.sources << SHIFT.sources) |
  (varieties.networks << SHIFT.networks) |
  (varieties.countries << SHIFT.countries) |
  (varieties.texts << SHIFT.texts) |
  (varieties.kinds << SHIFT.kinds)

export const packPace = (logins: number, gap: number): number => logins | (gap << SHIFT.gap)

/** @param carried what the log carries here and in the past: 1 address, 2 network, 4 country, 8 program */
export const packNews = (line: number, program: number, carried: number): number =>
  (line << SHIFT.line) | (program << SHIFT.program) | (carried << SHIFT.carried)

/** Shares in sixteen steps each, finer where they are small: what is rare differs by factors. */
const STEPS = 16
const stepOf = (share: number): number => Math.min(STEPS - 1, Math.floor(STEPS * Math.sqrt(share)))
const shareOf = (step: number): number => ((step + 0.5) / STEPS) ** 2
export const packCommon = (kinds: number, networks: number): number => stepOf(kinds) * STEPS + stepOf(networks)
export const commonKinds = (common: number): number => shareOf(Math.floor(common / STEPS))
export const commonNetworks = (common: number): number => shareOf(common % STEPS)

/** What of a login a stranger's chance depends on: line, program, and what the log carries, in eight bits. */
export const newsOf = (packed: number): number => packed >> SHIFT.line

export const loginsOf = (packed: number): number => packed & THREE_BITS
export const gapOf = (packed: number): number => (packed >> SHIFT.gap) & THREE_BITS
export const varietyOf = (packed: number, what: PastPart): number => (packed >> SHIFT[what]) & THREE_BITS
export const lineDepth = (packed: number): number => (packed >> SHIFT.line) & TWO_BITS
export const programDepth = (packed: number): number => (packed >> SHIFT.program) & TWO_BITS
export const carries = (packed: number, bit: 1 | 2 | 4 | 8): boolean => ((packed >> SHIFT.carried) & bit) !== 0

/** Pause since the account's last login: the longer, the more an owner's address may have changed. */
const GAP_BOUNDS = [10 * MINUTE_US, 2 * HOUR_US, 12 * HOUR_US, 3 * DAY_US, 14 * DAY_US] as const
export const GAP_CLASSES = GAP_BOUNDS.length + 1

export const gapClass = (gap: number): number => {
  let at = 0
  while (at < GAP_BOUNDS.length && gap > (GAP_BOUNDS[at] as number)) at += 1
  return at
}
