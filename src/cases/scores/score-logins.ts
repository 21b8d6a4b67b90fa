import type { AccountRows } from '../account-rows.ts'
import type { EventTable } from '../../order/event-table.ts'
import { contextLevels, countLevels } from './context-levels.ts'
import { FIRST, lineDepth, loginsOf, NOT_A_LOGIN, noveltyOfLogins, programDepth, varietyOf } from './login-novelty.ts'
import { VARIETY_CLASSES } from './novelty-rates.ts'
import { createOwners } from './owners.ts'
import { createRarity } from './rarity.ts'
import { loginsInCompany } from './recent-company.ts'
import { createShares } from './shares.ts'
import { STRANGER_AFTERMATH, STRANGER_COMPANY, strangerChance } from './strangers.ts'
import { createTails, type Tails } from './tails.ts'

/**
 * One number per successful login: log10 of how much likelier it is a stranger's than the owner's. The chance of an owner's is learnt from
 * this log by how much past the account has and how varied it is; that of a stranger is an assumption said in `strangers.ts`.
 */
export interface LoginScores {
  /** By row; NaN where the row is no successful login. */
  readonly score: Float32Array
  readonly freeman: Float32Array
  /** By row: what is new, packed (`login-novelty.ts`). */
  readonly novelty: Int32Array
  /** Part of the log's logins with as much past that score at least as high. 1 for the first login of an account: nothing to compare with. */
  readonly tail: (row: number) => number
}

const CROWD = 10
const LINE_DEPTHS = 4

/** A first login says nothing. */
const NOTHING_KNOWN = 0

/** Fewer past logins than this are little past. */
const ESTABLISHED_CLASS = 3

export const scoreLogins = (table: EventTable, byAccount: AccountRows, isLogin: (row: number) => boolean): LoginScores => {
  const levels = contextLevels(table)
  const counts = countLevels(table, levels, isLogin)
  const { packed, freeman, accountsOn, aftermath } = noveltyOfLogins(table, byAccount, levels, counts, isLogin)
  const inCompany = loginsInCompany(table, isLogin)
  const [sourceAt, networkAt, countryAt] = levels.address
  const owners = createOwners()
  const network = createRarity(counts.address[1] as Int32Array)
  const country = createRarity(counts.address[2] as Int32Array)
  const kinds = createRarity(countKinds(table, levels.kind, isLogin))
  const company = createShares(LINE_DEPTHS, STRANGER_COMPANY)
  const after = createShares(LINE_DEPTHS * VARIETY_CLASSES, STRANGER_AFTERMATH)
  const afterCell = (of: number): number => lineDepth(of) * VARIETY_CLASSES + varietyOf(of, 'sources')

  const companyOf = (row: number): number => {
    if ((accountsOn[sourceAt[table.place[row] as number] as number] as number) >= CROWD) return 2
    return inCompany[row] as number
  }
  const eachRarity = (row: number, of: number, visit: (rarity: typeof network, value: number) => void): void => {
    const place = table.place[row] as number
    if (lineDepth(of) >= 2) {
      const net = networkAt[place] as number
      const land = countryAt[place] as number
      if (net >= 0) visit(network, net)
      else if (land >= 0) visit(country, land)
    }
    const kind = programDepth(of) === 2 ? (levels.kind[table.userAgent[row] as number] as number) : -1
    if (kind >= 0) visit(kinds, kind)
  }

  for (let row = 0; row < table.size; row += 1) {
    const of = packed[row] as number
    if (of < 0) continue
    owners.learn(of)
    eachRarity(row, of, (rarity, value) => rarity.learn(value))
    if (lineDepth(of) === 0) continue
    company.learn(lineDepth(of), companyOf(row))
    if (aftermath[row] !== 0) after.learn(afterCell(of), aftermath[row] as number)
  }

  const chances = new Map<number, number>()
  /** Many logins look alike. */
  const chanceRatio = (of: number): number => {
    let known = chances.get(of)
    if (known === undefined) chances.set(of, (known = Math.log10(strangerChance(of) / owners.chance(of))))
    return known
  }
  const score = new Float32Array(table.size)
  for (let row = 0; row < table.size; row += 1) {
    const of = packed[row] as number
    if (of === NOT_A_LOGIN) score[row] = Number.NaN
    else if (of === FIRST) score[row] = NOTHING_KNOWN
    else {
      let sum = chanceRatio(of)
      eachRarity(row, of, (rarity, value) => {
        sum += rarity.of(value)
      })
      if (lineDepth(of) >= 1) sum += company.ratio(lineDepth(of), companyOf(row))
      if (lineDepth(of) >= 1 && aftermath[row] !== 0) sum += after.ratio(afterCell(of), aftermath[row] as number)
      score[row] = sum
    }
  }
  const tails: readonly Tails[] = [false, true].map((isEstablished) =>
    createTails(score, (row) => (packed[row] as number) >= 0 && loginsOf(packed[row] as number) >= ESTABLISHED_CLASS === isEstablished),
  )
  return {
    score,
    freeman,
    novelty: packed,
    tail: (row) => {
      const of = packed[row] as number
      if (of < 0) return 1
      return tails[loginsOf(of) >= ESTABLISHED_CLASS ? 1 : 0]!.of(score[row] as number)
    },
  }
}

const countKinds = (table: EventTable, kindAt: Int32Array, isLogin: (row: number) => boolean): Int32Array => {
  let most = -1
  for (const kind of kindAt) if (kind > most) most = kind
  const counts = new Int32Array(most + 1)
  for (let row = 0; row < table.size; row += 1) {
    const text = table.userAgent[row] as number
    const kind = text < 0 ? -1 : (kindAt[text] as number)
    if (kind >= 0 && isLogin(row)) counts[kind]! += 1
  }
  return counts
}
