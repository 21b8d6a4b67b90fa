import type { LoginEvidence } from './login-evidence.ts'
import type { TraceTails } from './trace-tails.ts'
import { NO_ACT, THIEVES_SHARE, TRACES, type Trace } from './thief.ts'
import type { TriesOdds } from './tries-odds.ts'

const ALL_TRACES = TRACES.map((_, index) => index)

/** log10 of how much likelier a thief's than the owner's: by its score, the most telling act beside it, what came of it, and the tries before. */
export type ThiefOdds = (at: number) => number

export const createThiefOdds = (
  evidence: LoginEvidence,
  /** log10, of all that is told without acts and tries. */
  oddsOf: (at: number) => number,
  { triesOf }: TriesOdds,
  { tailOf }: TraceTails,
): ThiefOdds => {
  const countOf = (trace: number, at: number): number => evidence[TRACES[trace] as Trace][at] as number
  /** Of the most telling act, or that there is none. */
  const actOf = (at: number): number => {
    const acts = ALL_TRACES.flatMap((trace) => {
      const thieves = THIEVES_SHARE[TRACES[trace] as Trace]
      return thieves === undefined || countOf(trace, at) <= 0 ? [] : Math.log10(thieves / tailOf(trace, at))
    })
    return acts.length === 0 ? NO_ACT : Math.max(...acts)
  }
  return (at) => oddsOf(at) + actOf(at) + triesOf(at)
}
