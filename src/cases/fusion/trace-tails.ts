import { MOST, type LoginEvidence } from './login-evidence.ts'
import { ACTS, TRACES, type Trace } from './thief.ts'

/** Whose rates a login is weighed by. `machines`: with a program new to the account. */
export type Like = 'others' | 'newcomers' | 'machines'
const LIKES: readonly Like[] = ['others', 'newcomers', 'machines']

/** A few logins of a kind prove no rate of their own: so many weigh as much as what is known of the others. */
const ASSUMED_WEIGHT = 20

/**
 * Whoever comes once in the time of the log has forgotten the password more often than whoever comes every day, and has more to set right:
 * an address that is no longer theirs, a number. Whoever comes with a new telephone or computer has, too.
 */
const OWNERS_TROUBLES: ReadonlySet<Trace> = new Set<Trace>(['failed', ...ACTS, 'seized'])

interface Counts {
  readonly atLeast: readonly Float64Array[]
  logins: number
}

const gather = (evidence: LoginEvidence, size: number, taughtBy: (at: number) => Like | undefined): Readonly<Record<Like, Counts>> => {
  const columns = TRACES.map((trace) => evidence[trace])
  const make = (): Counts => ({ atLeast: TRACES.map(() => new Float64Array(MOST + 2)), logins: 0 })
  const counts: Readonly<Record<Like, Counts>> = { others: make(), newcomers: make(), machines: make() }
  for (let at = 0; at < size; at += 1) {
    const like = taughtBy(at)
    if (like === undefined) continue
    const group = counts[like]
    group.logins += 1
    for (let trace = 0; trace < columns.length; trace += 1) {
      const count = (columns[trace] as Uint8Array)[at] as number
      if (count > 0) (group.atLeast[trace] as Float64Array)[count]! += 1
    }
  }
  for (const like of LIKES)
    for (const atLeast of counts[like].atLeast) {
      for (let count = MOST - 1; count > 0; count -= 1) atLeast[count]! += atLeast[count + 1] as number
      atLeast[0] = counts[like].logins
    }
  return counts
}

/**
 * Part of the honest logins with at least so many of a trace.
 * @param taughtBy which group a login teaches, if it is honest as far as is known
 * @param likeOf which group it is weighed by
 */
export const createTraceTails = (
  evidence: LoginEvidence,
  size: number,
  taughtBy: (at: number) => Like | undefined,
  likeOf: (at: number) => Like,
): ((trace: number, at: number) => number) => {
  const counts = gather(evidence, size, taughtBy)
  const others = counts.others.atLeast.map((atLeast) => atLeast.map((count) => (count + 1) / (counts.others.logins + 1)))
  const tailsOf = ({ atLeast, logins }: Counts): readonly Float64Array[] =>
    atLeast.map((column, trace) =>
      column.map(
        (count, least) => (count + ASSUMED_WEIGHT * ((others[trace] as Float64Array)[least] as number)) / (logins + ASSUMED_WEIGHT),
      ),
    )
  const tails: Readonly<Record<Like, readonly Float64Array[]>> = {
    others,
    newcomers: tailsOf(counts.newcomers),
    machines: tailsOf(counts.machines),
  }
  return (trace, at) => {
    const count = evidence[TRACES[trace] as Trace][at] as number
    const ofOthers = (others[trace] as Float64Array)[count] as number
    if (!OWNERS_TROUBLES.has(TRACES[trace] as Trace)) return ofOthers
    return Math.max(ofOthers, (tails[likeOf(at)][trace] as Float64Array)[count] as number)
  }
}
