import { findPersonalDevices } from '../rows/personal-devices.ts'
import { AGAIN } from './later-life.ts'
import type { LoginNovelty } from './login-novelty.ts'
import type { LoginTable } from '../rows/login-table.ts'
import type { Logins } from './logins.ts'
import { LOGIN_CLASSES } from './novelty-rates.ts'
import { FIRST, lineDepth, loginsOf, programDepth } from './packed-novelty.ts'
import type { ScorePart } from './score-part.ts'
import { createSeenValues } from './seen-values.ts'
import { createShares } from './shares.ts'
import { STRANGER_MACHINE } from './strangers.ts'

/** The machine: nothing to compare with, one that the account had before, another, another that comes again on a later day. */
const MACHINE = { unknown: 0, known: 1, fresh: 2, kept: 3 } as const

const LINE_DEPTHS = 4
const PROGRAM_DEPTHS = 3
/** Nothing came later, something did, or it is a first login, which is told by what did. */
const SEQUEL = { none: 0, some: 1, first: 2 } as const
const SEQUELS = 3

const machinesOfLogins = (table: LoginTable, { size, starts, row }: Logins, { packed, again }: LoginNovelty): Uint8Array => {
  const machine = new Uint8Array(size)
  if (table.devices.size === 0) return machine
  const personal = findPersonalDevices(table)
  const seen = createSeenValues()
  for (let account = 0; account + 1 < starts.length; account += 1) {
    seen.clear()
    const start = starts[account] as number
    for (let at = start; at < (starts[account + 1] as number); at += 1) {
      const key = table.device.get(row[at] as number)
      if (key < 0 || personal[key] === 0) continue
      const isAgain = ((again[at] as number) & AGAIN.device) !== 0
      if (seen.size() > 0) machine[at] = seen.has(key) ? MACHINE.known : isAgain ? MACHINE.kept : MACHINE.fresh
      else if (at === start && packed[at] !== FIRST) machine[at] = isAgain ? MACHINE.known : MACHINE.fresh
      seen.add(key)
    }
  }
  return machine
}

/**
 * Whose machine it is, where the log has its id. New machines come with new programs, at new addresses, and to accounts with little past;
 * whether they stay is seen only where something came later.
 */
export const createMachinePart = (table: LoginTable, logins: Logins, novelty: LoginNovelty, isFirst: Uint8Array): ScorePart => {
  const machine = machinesOfLogins(table, logins, novelty)
  const shares = createShares(LINE_DEPTHS * PROGRAM_DEPTHS * LOGIN_CLASSES * SEQUELS, STRANGER_MACHINE)
  const sequelOf = (at: number): number => (isFirst[at] === 1 ? SEQUEL.first : novelty.later[at] === 0 ? SEQUEL.none : SEQUEL.some)
  const groupOf = (at: number, of: number): number =>
    ((lineDepth(of) * PROGRAM_DEPTHS + programDepth(of)) * LOGIN_CLASSES + loginsOf(of)) * SEQUELS + sequelOf(at)
  return {
    learn: (at, of) => {
      if (machine[at] !== MACHINE.unknown) shares.learn(groupOf(at, of), machine[at] as number)
    },
    ratio: (at, of) => (machine[at] === MACHINE.unknown ? 0 : shares.ratio(groupOf(at, of), machine[at] as number)),
  }
}
