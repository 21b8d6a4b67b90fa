import type { LoginScores } from '../scores/score-logins.ts'
import type { LoginKinds } from './login-kinds.ts'
import { createLineOdds } from './line-odds.ts'
import { evenOdds, prevalenceOf } from './prevalence.ts'
import { createReplyOdds } from './reply-odds.ts'
import { createThiefOdds, type ThiefOdds } from './thief-odds.ts'
import { createTraceTails, type Doubt, type Teacher, type TraceTails } from './trace-tails.ts'
import { createTriesOdds, type TriesOdds } from './tries-odds.ts'
import type { WeighedLogins } from './weigh-logins.ts'

/** What is learnt from a log about its owners and thieves. */
export interface LearntOdds extends Pick<TriesOdds, 'isActed'>, Pick<TraceTails, 'tailOf'> {
  readonly ratioOf: ThiefOdds
  /** log10 of how much likelier a thief's a login must be, to be one rather than not. */
  readonly even: number
}

/** Takings of thieves among few owners' acts are a large part of them: after three rounds nothing moves that would matter. */
const ROUNDS = 3

const chanceAt = (even: number, ratio: number): number => 1 / (1 + 10 ** (even - ratio))

const findSubjects = (size: number, { isSubject }: LoginKinds, isActed: (at: number) => boolean) => {
  const acted: number[] = []
  let others = 0
  for (let at = 0; at < size; at += 1) {
    if (!isSubject(at)) continue
    if (isActed(at)) acted.push(at)
    else others += 1
  }
  return { acted, others }
}

/**
 * What owners do beside their logins is learnt from a log in which thieves do it, too. Each round, logins that are likely a thief's teach
 * less (expectation and maximisation, as of their share in `prevalence.ts`).
 * @param isAttacker by row
 * @param isRented by row: in a data centre
 */
export const learnOdds = (
  { logins, evidence }: WeighedLogins,
  { odds }: LoginScores,
  kinds: LoginKinds,
  isAttacker: (row: number) => boolean,
  isRented: (row: number) => boolean,
): LearntOdds => {
  const { isElsewhere, likeOf } = kinds
  // What people do with a new machine is learnt at home, where no stranger is: they do it elsewhere, too.
  const taughtBy = (at: number): Teacher | undefined => {
    const like = isElsewhere(at) ? 'elsewhere' : likeOf(at)
    if (like === 'others') return 'home'
    if (isAttacker(logins.row[at] as number)) return undefined
    return like === 'elsewhere' ? 'others' : like
  }
  const tries = createTriesOdds({ logins, evidence }, kinds, isAttacker)
  const isHonest = (at: number): boolean => !isAttacker(logins.row[at] as number)
  const replyOf = createReplyOdds(evidence, logins.size, tries.isActed, isHonest)
  const lineOf = createLineOdds({ logins }, kinds, isHonest, isRented)
  const { acted, others } = findSubjects(logins.size, kinds, tries.isActed)
  const learnFrom = (tails: TraceTails, rounds: number): LearntOdds => {
    const ratioOf = createThiefOdds(evidence, (at) => (odds[at] as number) + replyOf(at) + lineOf(at), tries, tails)
    const ratios = acted.map(ratioOf)
    const even = evenOdds(prevalenceOf(ratios, others))
    if (rounds === 0) return { isActed: tries.isActed, tailOf: tails.tailOf, ratioOf, even }
    const doubts = acted.map((at, index): Doubt => ({ at, chance: chanceAt(even, ratios[index] as number) }))
    return learnFrom(tails.without(doubts), rounds - 1)
  }
  return learnFrom(createTraceTails({ evidence, taughtBy, likeOf }, logins.size), acted.length === 0 ? 0 : ROUNDS)
}
