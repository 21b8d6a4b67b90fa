import type { LoginReader } from '../rows/login-reader.ts'
import { createContextPart } from './context-part.ts'
import { createHoursPart } from './hours-part.ts'
import { noveltyOfLogins } from './login-novelty.ts'
import type { LoginTable } from '../rows/login-table.ts'
import type { LocatedLogins, Logins } from './logins.ts'
import { createMachinePart } from './machine-part.ts'
import { FIRST, loginsOf } from './packed-novelty.ts'
import { oddsOfNewcomers } from './newcomers.ts'
import type { LoginCounts } from './popularity.ts'
import { createRarityPart } from './rarity-part.ts'
import type { ScorePart } from './score-part.ts'
import { createSequelPart } from './sequel-part.ts'
import { createSurroundingsPart } from './surroundings-part.ts'
import { createTails } from './tails.ts'

/**
 * One number per successful login: log10 of how much likelier it is a stranger's than the owner's. The chance of an owner's is learnt from
 * this log by how much past the account has and how varied it is; that of a stranger is an assumption said in `strangers.ts`. Of an account
 * seen once it is how odd the place is that it came from: worth something beside another sign only. By position in `Logins`.
 */
export interface ScoreColumns {
  readonly odds: Float32Array
  /** What is new: `packed-novelty.ts`. */
  readonly novelty: Int32Array
  /** By source: accounts that ever logged in from there. */
  readonly accountsOn: Int32Array
  readonly counts: LoginCounts
}

export interface LoginScores extends ScoreColumns {
  readonly logins: Logins
  /** Part of the log's logins with as much past that score at least as high. 1 for the first login of an account: nothing to compare with. */
  readonly tail: (position: number) => number
}

/** Class of past logins from which on an account has a past worth the name. */
const ESTABLISHED_CLASS = 3

/** Accounts are compared with their like: seen once, seldom, often. */
const likeOf = (packed: number): number => {
  if (packed === FIRST) return 0
  return loginsOf(packed) >= ESTABLISHED_CLASS ? 2 : 1
}

const markFirst = ({ size, starts }: Logins): Uint8Array => {
  const isFirst = new Uint8Array(size)
  for (let account = 0; account + 1 < starts.length; account += 1)
    if (starts[account] !== starts[account + 1]) isFirst[starts[account] as number] = 1
  return isFirst
}

export const scoreLogins = (table: LoginTable, logins: LocatedLogins, read: LoginReader): ScoreColumns => {
  const { size } = logins
  const novelty = noveltyOfLogins(table, logins, read)
  const { packed, accountsOn, ofNetwork, ofCountry, ofKind, total } = novelty
  const isFirst = markFirst(logins)
  const parts: readonly ScorePart[] = [
    createContextPart(novelty, isFirst),
    createMachinePart(table, logins, novelty, isFirst),
    createRarityPart({ table, logins, novelty }),
    createSequelPart(table, logins, novelty),
    createSurroundingsPart(table, logins, novelty),
    createHoursPart(novelty),
  ]
  const ofFirst = oddsOfNewcomers(table, novelty)
  for (let at = 0; at < size; at += 1) if (packed[at] !== FIRST) for (const part of parts) part.learn(at, packed[at] as number)
  const odds = new Float32Array(size)
  for (let account = 0; account + 1 < logins.starts.length; account += 1)
    for (let at = logins.starts[account] as number; at < (logins.starts[account + 1] as number); at += 1) {
      const of = packed[at] as number
      let ratio = of === FIRST ? (ofFirst[account] as number) : 0
      if (of !== FIRST) for (const part of parts) ratio += part.ratio(at, of)
      odds[at] = ratio
    }
  return { odds, novelty: packed, accountsOn, counts: { ofNetwork, ofCountry, ofKind, total } }
}

export const withTails = (logins: Logins, scores: ScoreColumns): LoginScores => {
  const { odds, novelty } = scores
  const tails = [0, 1, 2].map((like) => createTails(odds, (at) => likeOf(novelty[at] as number) === like))
  return { ...scores, logins, tail: (at) => tails[likeOf(novelty[at] as number)]!.of(odds[at] as number) }
}
