import { MOST, type LoginEvidence } from './login-evidence.ts'
import { ACTS, TRACES, type Trace } from './thief.ts'

/** Whose rates a login is weighed by. `machines`: with a program new to the account. */
export type Like = 'others' | 'newcomers' | 'machines'
/** Whom the rates are learnt from: also at home, where no stranger is. */
export type Teacher = Like | 'home'
const TEACHERS: readonly Teacher[] = ['others', 'newcomers', 'machines', 'home']

/**
 * Owners do away from home what they do there, and somewhat more often: 1.1 to 2.5 times in eleven logs of different services without an attack.
 * However much of what is done elsewhere is put down to thieves, this much stays theirs.
 */
const AWAY_TIMES = 1.5

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

const gather = (
  evidence: LoginEvidence,
  size: number,
  taughtBy: (at: number) => Teacher | undefined,
): Readonly<Record<Teacher, Counts>> => {
  const columns = TRACES.map((trace) => evidence[trace])
  const make = (): Counts => ({ atLeast: TRACES.map(() => new Float64Array(MOST + 2)), logins: 0 })
  const counts: Readonly<Record<Teacher, Counts>> = { others: make(), newcomers: make(), machines: make(), home: make() }
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
  for (const like of TEACHERS)
    for (const atLeast of counts[like].atLeast) {
      for (let count = MOST - 1; count > 0; count -= 1) atLeast[count]! += atLeast[count + 1] as number
      atLeast[0] = counts[like].logins
    }
  return counts
}

/** A login that may be a thief's: what thieves do says nothing about owners. */
export interface Doubt {
  readonly at: number
  /** Chance that it is a thief's. */
  readonly chance: number
}

export interface TraceTails {
  /** Part of the honest logins with at least so many of a trace as the login at that position. */
  readonly tailOf: (trace: number, at: number) => number
  /** The same, with less learnt from those in doubt. */
  readonly without: (doubts: readonly Doubt[]) => TraceTails
}

interface Lesson {
  readonly evidence: LoginEvidence
  /** Which group a login teaches, if it is honest as far as is known. */
  readonly taughtBy: (at: number) => Teacher | undefined
  /** Which group it is weighed by. */
  readonly likeOf: (at: number) => Like
}

const lessDoubts = (counts: Readonly<Record<Teacher, Counts>>, doubts: readonly Doubt[], { evidence, taughtBy }: Lesson) => {
  const copy = ({ atLeast, logins }: Counts): Counts => ({ atLeast: atLeast.map((column) => column.slice()), logins })
  const less: Readonly<Record<Teacher, Counts>> = {
    others: copy(counts.others),
    newcomers: copy(counts.newcomers),
    machines: copy(counts.machines),
    home: counts.home,
  }
  for (const { at, chance } of doubts) {
    const like = taughtBy(at)
    if (like === undefined) continue
    const group = less[like]
    group.logins -= chance
    TRACES.forEach((trace, index) => {
      const column = group.atLeast[index] as Float64Array
      for (let count = evidence[trace][at] as number; count >= 0; count -= 1) column[count]! -= chance
    })
  }
  return less
}

const tailsFrom = (counts: Readonly<Record<Teacher, Counts>>, lesson: Lesson): TraceTails['tailOf'] => {
  const atHome = (trace: number, least: number): number =>
    counts.home.logins === 0 ? 0 : ((counts.home.atLeast[trace] as Float64Array)[least] as number) / counts.home.logins
  const others = counts.others.atLeast.map((atLeast, trace) =>
    atLeast.map((count, least) => {
      const away = (count + 1) / (counts.others.logins + 1)
      return OWNERS_TROUBLES.has(TRACES[trace] as Trace) ? Math.max(away, AWAY_TIMES * atHome(trace, least)) : away
    }),
  )
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
    const count = lesson.evidence[TRACES[trace] as Trace][at] as number
    const ofOthers = (others[trace] as Float64Array)[count] as number
    if (!OWNERS_TROUBLES.has(TRACES[trace] as Trace)) return ofOthers
    return Math.max(ofOthers, (tails[lesson.likeOf(at)][trace] as Float64Array)[count] as number)
  }
}

export const createTraceTails = (lesson: Lesson, size: number): TraceTails => {
  const counts = gather(lesson.evidence, size, lesson.taughtBy)
  const tails = (doubts: readonly Doubt[]): TraceTails => ({
    tailOf: tailsFrom(doubts.length === 0 ? counts : lessDoubts(counts, doubts, lesson), lesson),
    without: tails,
  })
  return tails([])
}
