import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../row-reader.ts'
import type { Logins } from './logins.ts'
import { noveltyOfLogins } from './login-novelty.ts'
import { MACHINE, machinesOfLogins } from './machines.ts'
import { LOGIN_CLASSES, VARIETY_CLASSES } from './novelty-rates.ts'
import { createOwners } from './owners.ts'
import { FIRST, lineDepth, loginsOf, programDepth, varietyOf } from './packed-novelty.ts'
import { createRarity, type Rarity } from './rarity.ts'
import { loginsInCompany } from './recent-company.ts'
import { createShares } from './shares.ts'
import { STRANGER_AFTERMATH, STRANGER_COMPANY, STRANGER_MACHINE, strangerChance } from './strangers.ts'
import { createTails } from './tails.ts'

/**
 * One number per successful login: log10 of how much likelier it is a stranger's than the owner's. The chance of an owner's is learnt from
 * this log by how much past the account has and how varied it is; that of a stranger is an assumption said in `strangers.ts`. By position
 * in `logins`.
 */
export interface LoginScores {
  readonly logins: Logins
  readonly score: Float32Array
  /** What is new: `packed-novelty.ts`. */
  readonly novelty: Int32Array
  /** Part of the log's logins with as much past that score at least as high. 1 for the first login of an account: nothing to compare with. */
  readonly tail: (position: number) => number
}

/** So many accounts make a line of many. */
const CROWD = 10
const LINE_DEPTHS = 4
const PROGRAM_DEPTHS = 3
/** A first login says nothing. */
const NOTHING_KNOWN = 0
/** Class of past logins from which on an account has a past worth the name. */
const ESTABLISHED_CLASS = 3

const isEstablished = (packed: number): boolean => loginsOf(packed) >= ESTABLISHED_CLASS

/** How many logins share their novelty; first logins left out. */
const countAlike = (packed: Int32Array): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (let at = 0; at < packed.length; at += 1) {
    const of = packed[at] as number
    if (of !== FIRST) counts.set(of, (counts.get(of) ?? 0) + 1)
  }
  return counts
}

export const scoreLogins = (table: EventTable, logins: Logins, read: RowReader): LoginScores => {
  const { places, agents } = table
  const { size, source, row } = logins
  const { packed, aftermath, accountsOn, ofNetwork, ofCountry, ofKind } = noveltyOfLogins(table, logins, read)
  const machine = machinesOfLogins(table, logins)
  const inCompany = loginsInCompany(table, logins, accountsOn, CROWD)
  const owners = createOwners()
  const networks = createRarity(ofNetwork)
  const countries = createRarity(ofCountry)
  const kinds = createRarity(ofKind)
  const company = createShares(LINE_DEPTHS, STRANGER_COMPANY)
  const after = createShares(LINE_DEPTHS * VARIETY_CLASSES, STRANGER_AFTERMATH)

  const machines = createShares(LINE_DEPTHS * PROGRAM_DEPTHS * LOGIN_CLASSES, STRANGER_MACHINE)
  /** New machines come with new programs, at new addresses, and to accounts with little past. */
  const machineGroup = (of: number): number => (lineDepth(of) * PROGRAM_DEPTHS + programDepth(of)) * LOGIN_CLASSES + loginsOf(of)

  /** Alone at an address new to the account, with a few others of the last day, or on a line of many. */
  const companyOf = (at: number): number => ((accountsOn[source[at] as number] as number) >= CROWD ? 2 : (inCompany[at] as number))
  const afterGroup = (of: number): number => lineDepth(of) * VARIETY_CLASSES + varietyOf(of, 'sources')
  const eachRarity = (at: number, of: number, visit: (rarity: Rarity, value: number) => void): void => {
    if (lineDepth(of) >= 2) {
      const place = table.place.get(row[at] as number)
      const network = places.network[place] as number
      if (network >= 0) visit(networks, network)
      else visit(countries, places.country[place] as number)
    }
    if (programDepth(of) === 2) visit(kinds, agents.agent[table.userAgent.get(row[at] as number)] as number)
  }

  // Many logins look alike.
  const alike = countAlike(packed)
  for (const [of, times] of alike) owners.learn(of, times)
  for (let at = 0; at < size; at += 1) {
    const of = packed[at] as number
    if (of === FIRST) continue
    eachRarity(at, of, (rarity, value) => rarity.learn(value))
    if (machine[at] !== MACHINE.unknown) machines.learn(machineGroup(of), machine[at] as number)
    if (lineDepth(of) === 0 || (source[at] as number) < 0) continue
    company.learn(lineDepth(of), companyOf(at))
    if (aftermath[at] !== 0) after.learn(afterGroup(of), aftermath[at] as number)
  }

  const chances = new Map([...alike.keys()].map((of) => [of, Math.log10(strangerChance(of) / owners.chance(of))] as const))
  const scoreOf = (at: number, of: number): number => {
    let sum = chances.get(of) as number
    if (machine[at] !== MACHINE.unknown) sum += machines.ratio(machineGroup(of), machine[at] as number)
    if (lineDepth(of) === 0 && programDepth(of) < 2) return sum
    eachRarity(at, of, (rarity, value) => {
      sum += rarity.of(value)
    })
    if (lineDepth(of) === 0 || (source[at] as number) < 0) return sum
    sum += company.ratio(lineDepth(of), companyOf(at))
    return aftermath[at] === 0 ? sum : sum + after.ratio(afterGroup(of), aftermath[at] as number)
  }
  const score = new Float32Array(size)
  for (let at = 0; at < size; at += 1) {
    const of = packed[at] as number
    score[at] = of === FIRST ? NOTHING_KNOWN : scoreOf(at, of)
  }
  const tailsOf = (established: boolean) =>
    createTails(score, (at) => packed[at] !== FIRST && isEstablished(packed[at] as number) === established)
  const thin = tailsOf(false)
  const established = tailsOf(true)
  return {
    logins,
    score,
    novelty: packed,
    tail: (at) => {
      const of = packed[at] as number
      if (of === FIRST) return 1
      return (isEstablished(of) ? established : thin).of(score[at] as number)
    },
  }
}
