import { lineDepth, programDepth } from '../scores/packed-novelty.ts'
import { MOST, type LoginEvidence } from './login-evidence.ts'
import { ACTS, TRACES, type Trace } from './thief.ts'

/** By trace, then by count. */
type Tails = readonly Float64Array[]

/** So many logins with new machines weigh as much as what is known of all logins from new addresses. */
const ASSUMED_WEIGHT = 200

/** Whoever comes once in the time of the log has forgotten the password more often than whoever comes every day. */
const FORGETTING: ReadonlySet<Trace> = new Set<Trace>(['failed', 'reset', 'forgotten'])
/** Whoever has a new machine sets things up on it, and has to remember the password. */
const SETTING_UP: ReadonlySet<Trace> = new Set(ACTS)

export interface TraceTails {
  /** Part of the honest logins that are like, and from a new address, with at least so many. */
  readonly of: (trace: number, at: number) => number
  readonly count: (trace: number, at: number) => number
}

const tailsOfCounts = (
  counts: readonly Uint8Array[],
  isMeant: (at: number) => boolean,
  assumed: { readonly weight: number; readonly of: (trace: number, count: number) => number } = { weight: 1, of: () => 1 },
): Tails => {
  const tails = counts.map(() => new Float64Array(MOST + 2))
  let size = 0
  for (let at = 0; at < (counts[0]?.length ?? 0); at += 1) {
    if (!isMeant(at)) continue
    size += 1
    counts.forEach((column, trace) => {
      ;(tails[trace] as Float64Array)[column[at] as number]! += 1
    })
  }
  return tails.map((atLeast, trace) => {
    for (let count = MOST; count >= 0; count -= 1) atLeast[count]! += atLeast[count + 1] as number
    return atLeast.map((logins, count) => (logins + assumed.weight * assumed.of(trace, count)) / (size + assumed.weight))
  })
}

/**
 * How often owners leave a trace beside a login, counted in this log. People who come once, and people at home with a new machine, do some
 * things more often than others.
 */
export const createTraceTails = (evidence: LoginEvidence, novelty: Int32Array, isAttackers: (at: number) => boolean): TraceTails => {
  const counts = TRACES.map((trace) => evidence[trace])
  const isNewcomer = (at: number): boolean => (novelty[at] as number) < 0
  const isElsewhere = (at: number): boolean => !isNewcomer(at) && lineDepth(novelty[at] as number) > 0
  const isNewMachine = (at: number): boolean => lineDepth(novelty[at] as number) === 1 && programDepth(novelty[at] as number) > 0
  const ofAll = tailsOfCounts(counts, (at) => isElsewhere(at) && !isAttackers(at))
  const allOf = (trace: number, count: number): number => (ofAll[trace] as Float64Array)[count] as number
  const ofNewcomers = tailsOfCounts(counts, (at) => isNewcomer(at) && !isAttackers(at))
  const ofNewMachines = tailsOfCounts(counts, (at) => isElsewhere(at) && isNewMachine(at) && !isAttackers(at), {
    weight: ASSUMED_WEIGHT,
    of: allOf,
  })
  const likeOf = (trace: Trace, at: number): Tails | undefined => {
    if (isNewcomer(at)) return FORGETTING.has(trace) ? ofNewcomers : undefined
    return isNewMachine(at) && SETTING_UP.has(trace) ? ofNewMachines : undefined
  }
  const count = (trace: number, at: number): number => (counts[trace] as Uint8Array)[at] as number
  return {
    count,
    of: (trace, at) => {
      const like = likeOf(TRACES[trace] as Trace, at)?.[trace]?.[count(trace, at)]
      return Math.max(allOf(trace, count(trace, at)), like ?? 0)
    },
  }
}
