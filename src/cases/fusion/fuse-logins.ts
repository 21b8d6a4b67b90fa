import type { EventTable } from '../../order/event-table.ts'
import { lineDepth, programDepth } from '../scores/packed-novelty.ts'
import { createShares } from '../scores/shares.ts'
import { withTails, type LoginScores } from '../scores/score-logins.ts'
import { combineTails, leastOf } from './combine.ts'
import { ACTS, NO_ACT, THIEVES_SHARE, THIEVES_TRIES, TRACES, TRIES, type Trace } from './thief.ts'
import { createTraceTails, type Like } from './trace-tails.ts'
import { evenOdds, prevalenceAmong } from './prevalence.ts'
import type { WeighedLogins } from './weigh-logins.ts'

/** One login that its context and a trace beside it make too rare to be chance. Tail probabilities on this log's own logins. */
export interface FusedLogin {
  readonly row: number
  /** Of an account that was seen on one day only: what is odd is where it came from. */
  readonly isNewcomer: boolean
  /** Of a login as unlike the account's past. */
  readonly context: number
  /** Of the rarest trace, and of both together. */
  readonly trace: number
  readonly together: number
  readonly failed: number
  readonly barren: number
  readonly reset: boolean
  readonly changed: boolean
  /** Nothing speaks for it but attempts on the account elsewhere, just before. */
  readonly isOnlyTried: boolean
}

export interface Fusion {
  readonly scores: LoginScores
  /** log10 of how much likelier a thief's than the owner's a login had to be. */
  readonly asked: number
  /** Logins that stand out by context and trace together, by account. */
  readonly byAccount: ReadonlyMap<number, readonly FusedLogin[]>
  /** Accounts that failed so often at unknown addresses before a login that it is worth a look (`signals/guessed.ts`). */
  readonly failedBefore: ReadonlySet<number>
  /** Is this login, with all that came before and after, likelier the owner's than a stranger's? Unknown of a first one. */
  readonly isLikelyOwners: (account: number, row: number) => boolean
  /** Does the context alone make this login one of the very rarest of the log? */
  readonly standsOut: (account: number, row: number) => boolean
}

/** So many false alarms per million logins are bearable: two in a hundred thousand. */
const BEARABLE = 2e-5
/** A log of a few thousand logins cannot show such a tail: there, one false alarm in ten such logs. */
const PER_LOG = 0.1
/** In a log that a person could read, the few strangest logins are worth a look by themselves. */
const SMALL_LOG = 5000
const STRANGEST = 3
const WORTH_A_LOOK = 3

/** Five hundred times likelier a thief's than the owner's; more where fewer of such logins are thieves' (`prevalence.ts`). */
const ENOUGH = 2.7
/** And rare in this log: in a small one a score stands on assumptions. */
const RARE = 0.05

const ALL_TRACES = TRACES.map((_, index) => index)

const positionIn = ({ starts, row: rows }: WeighedLogins['logins'], account: number, row: number): number => {
  for (let at = starts[account] as number; at < (starts[account + 1] as number); at += 1) if (rows[at] === row) return at
  return -1
}

/** What is asked of a login. */
interface Asked {
  /** How far it may fall short: so many times. */
  readonly slack?: number
  /** log10 of how much likelier a thief's it has to be, where that is known; otherwise it is found out. */
  readonly ratio?: number
}

export const fuseLogins = (
  table: Pick<EventTable, 'account'>,
  { logins, evidence, scores: columns }: WeighedLogins,
  /** By row. */
  isAttacker: (row: number) => boolean,
  { slack = 1, ratio }: Asked = {},
): Fusion => {
  const scores = withTails(logins, columns)
  const { novelty, tail } = scores
  const traceColumns = TRACES.map((trace) => evidence[trace])
  const isNewcomer = (at: number): boolean => (novelty[at] as number) < 0
  const isElsewhere = (at: number): boolean => !isNewcomer(at) && lineDepth(novelty[at] as number) > 0
  const likeOf = (at: number): Like => (isNewcomer(at) ? 'newcomers' : programDepth(novelty[at] as number) === 2 ? 'machines' : 'others')
  // What people do with a new machine is learnt at home, where no stranger is: they do it elsewhere, too.
  const taughtBy = (at: number): Like | undefined => {
    if (isAttacker(logins.row[at] as number)) return undefined
    if (isElsewhere(at)) return 'others'
    const like = likeOf(at)
    return like === 'others' ? undefined : like
  }
  const limit = Math.max(BEARABLE, PER_LOG / Math.max(1, logins.size)) * slack
  const tailOf = createTraceTails(evidence, logins.size, taughtBy, likeOf)
  const countOf = (trace: number, at: number): number => evidence[TRACES[trace] as Trace][at] as number
  const hasTrace = (at: number): boolean => traceColumns.some((column) => column[at] !== 0)
  const present = (at: number): readonly number[] => ALL_TRACES.filter((trace) => countOf(trace, at) > 0)
  const traceOf = (at: number): number => leastOf(ALL_TRACES.map((trace) => tailOf(trace, at)))
  /** log10 of how much likelier the most telling act is beside a thief's login, or that there is none. */
  const actOf = (at: number, traces: readonly number[]): number => {
    const acts = traces.flatMap((trace) => {
      const thieves = THIEVES_SHARE[TRACES[trace] as Trace]
      return thieves === undefined ? [] : Math.log10(thieves / tailOf(trace, at))
    })
    return acts.length === 0 ? NO_ACT : Math.max(...acts)
  }
  // Wrong passwords and what is done about them go together: with owners, too.
  const isActed = (at: number): boolean => ACTS.some((act) => evidence[act][at] !== 0)
  const groupOf = (at: number): number => Number(isNewcomer(at)) * 2 + Number(isActed(at))
  const tries = createShares(4, THIEVES_TRIES)
  for (let at = 0; at < logins.size; at += 1)
    if (!isAttacker(logins.row[at] as number) && (isNewcomer(at) || isElsewhere(at))) tries.learn(groupOf(at), evidence.tries[at] as number)
  const triesOf = (at: number): number => tries.ratio(groupOf(at), evidence.tries[at] as number)
  const isSubject = (at: number): boolean => isNewcomer(at) || isElsewhere(at)
  const ratioOf = (at: number): number => (scores.odds[at] as number) + actOf(at, present(at)) + triesOf(at)
  const asked = ratio ?? Math.max(ENOUGH, evenOdds(prevalenceAmong(logins.size, { isSubject, isActed, ratioOf })))
  const enough = asked - Math.log10(slack)
  const found = (): readonly FusedLogin[] => {
    const fused: FusedLogin[] = []
    for (let at = 0; at < logins.size; at += 1) {
      const of = novelty[at] as number
      if (process.env['DBGF'])
        console.error(
          'DBGF',
          logins.row[at],
          table.account.get(logins.row[at] as number),
          'new',
          isNewcomer(at),
          'line',
          isNewcomer(at) ? '-' : lineDepth(of),
          'odds',
          (scores.odds[at] as number).toFixed(2),
          'act',
          actOf(at, present(at)).toFixed(2),
          'tries',
          triesOf(at).toFixed(2),
          'ratio',
          ratioOf(at).toFixed(2),
          'asked',
          asked.toFixed(2),
          'ctx',
          tail(at).toFixed(4),
          'limit',
          limit,
          present(at)
            .map((t) => `${TRACES[t]}=${countOf(t, at)}:${tailOf(t, at).toFixed(4)}`)
            .join(' '),
        )
      if (!isSubject(at) || !hasTrace(at)) continue
      const context = tail(at)
      const trace = traceOf(at)
      const together = combineTails(context, trace)
      const isOdd = context <= RARE * slack && (isActed(at) || (evidence.tries[at] as number) >= TRIES.scattered) && ratioOf(at) >= enough
      if (together > limit && !isOdd) continue
      fused.push({
        row: logins.row[at] as number,
        isNewcomer: of < 0,
        context,
        trace,
        together,
        failed: evidence.failed[at] as number,
        barren: evidence.barren[at] as number,
        reset: evidence.reset[at] === 1 || evidence.forgotten[at] === 1,
        isOnlyTried: together > limit && !isActed(at),
        changed: evidence.changed[at] === 1 || evidence.renewed[at] === 1,
      })
    }
    return fused
  }
  const failedBefore = new Set<number>()
  for (let at = 0; at < logins.size; at += 1)
    if ((evidence.failed[at] as number) >= WORTH_A_LOOK) failedBefore.add(table.account.get(logins.row[at] as number))
  const alone = logins.size < SMALL_LOG ? (STRANGEST + 1) / (logins.size + 1) : BEARABLE
  return {
    scores,
    asked,
    byAccount: Map.groupBy(found(), ({ row }) => table.account.get(row)),
    failedBefore,
    isLikelyOwners: (account, row) => {
      const at = positionIn(logins, account, row)
      return at >= 0 && !isNewcomer(at) && (scores.odds[at] as number) < 0
    },
    standsOut: (account, row) => {
      const at = positionIn(logins, account, row)
      if (at < 0) return false
      const of = novelty[at] as number
      return of >= 0 && lineDepth(of) >= 2 && programDepth(of) > 0 && tail(at) <= alone
    },
  }
}
