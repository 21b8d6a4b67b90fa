import type { EventTable } from '../../order/event-table.ts'
import { carries, lineDepth, programDepth } from '../scores/packed-novelty.ts'
import { withTails, type LoginScores } from '../scores/score-logins.ts'
import { combineTails, leastOf } from './combine.ts'
import { learnOdds, type LearntOdds } from './learn-odds.ts'
import { loginKinds, type LoginKinds } from './login-kinds.ts'
import { TRACES, TRIES } from './thief.ts'
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
  /** `REPLY`: what came of it where the account had been used from before. */
  readonly reply: number
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

/** Does the log tell the network? (`packNews`) */
const NETWORK = 2

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

/** What every login is held against. */
interface Measures {
  readonly scores: LoginScores
  readonly kinds: LoginKinds
  readonly learnt: LearntOdds
  readonly limit: number
  /** log10 of how much likelier a thief's than the owner's it has to be. */
  readonly enough: number
  readonly slack: number
}

/** The login where context and trace together are too rare, or oddly enough a thief's; undefined: nothing of the sort. */
const fusedAt = (at: number, { logins, evidence }: WeighedLogins, measures: Measures): FusedLogin | undefined => {
  const { scores, kinds, learnt, limit, enough, slack } = measures
  const context = scores.tail(at)
  const trace = leastOf(ALL_TRACES.map((each) => learnt.tailOf(each, at)))
  const together = combineTails(context, trace)
  const isTelling = learnt.isActed(at) || (evidence.tries[at] as number) >= TRIES.scattered
  // Another address of a network that the account is known in is the owner's next lease more often than anything else.
  const novelty = scores.novelty[at] as number
  const isOtherNetwork = kinds.isNewcomer(at) || !carries(novelty, NETWORK) || lineDepth(novelty) >= 2
  const isOdd = isOtherNetwork && context <= RARE * slack && isTelling && learnt.ratioOf(at) >= enough
  if (together > limit && !isOdd) return undefined
  return {
    row: logins.row[at] as number,
    isNewcomer: kinds.isNewcomer(at),
    context,
    trace,
    together,
    failed: evidence.failed[at] as number,
    barren: evidence.barren[at] as number,
    reset: evidence.reset[at] === 1 || evidence.forgotten[at] === 1,
    isOnlyTried: together > limit && !learnt.isActed(at),
    changed: evidence.changed[at] === 1 || evidence.renewed[at] === 1,
    reply: evidence.reply[at] as number,
  }
}

const findFused = (weighed: WeighedLogins, measures: Measures): readonly FusedLogin[] => {
  const { logins, evidence } = weighed
  const columns = TRACES.map((trace) => evidence[trace])
  const fused: FusedLogin[] = []
  for (let at = 0; at < logins.size; at += 1) {
    if (!measures.kinds.isSubject(at) || columns.every((column) => column[at] === 0)) continue
    const login = fusedAt(at, weighed, measures)
    if (login !== undefined) fused.push(login)
  }
  return fused
}

const failedBeforeIn = (table: Pick<EventTable, 'account'>, { logins, evidence }: WeighedLogins): ReadonlySet<number> => {
  const accounts = new Set<number>()
  for (let at = 0; at < logins.size; at += 1)
    if ((evidence.failed[at] as number) >= WORTH_A_LOOK) accounts.add(table.account.get(logins.row[at] as number))
  return accounts
}

export const fuseLogins = (
  table: Pick<EventTable, 'account' | 'place' | 'places'>,
  weighed: WeighedLogins,
  /** By row. */
  isAttacker: (row: number) => boolean,
  { slack = 1, ratio }: Asked = {},
): Fusion => {
  const { logins } = weighed
  const scores = withTails(logins, weighed.scores)
  const { novelty, tail } = scores
  const kinds = loginKinds(novelty)
  const { isNewcomer } = kinds
  const isRented = (row: number): boolean => table.places.networkOf(table.place.get(row))?.kind === 'hosting'
  const learnt = learnOdds(weighed, scores, kinds, isAttacker, isRented)
  const asked = ratio ?? Math.max(ENOUGH, learnt.even)
  const limit = Math.max(BEARABLE, PER_LOG / Math.max(1, logins.size)) * slack
  const fused = findFused(weighed, { scores, kinds, learnt, limit, enough: asked - Math.log10(slack), slack })
  const alone = logins.size < SMALL_LOG ? (STRANGEST + 1) / (logins.size + 1) : BEARABLE
  return {
    scores,
    asked,
    byAccount: Map.groupBy(fused, ({ row }) => table.account.get(row)),
    failedBefore: failedBeforeIn(table, weighed),
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
