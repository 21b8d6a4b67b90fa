import { AGAIN, LATER_CLASSES, type LaterLives } from './later-life.ts'
import type { LoginTable } from '../rows/login-table.ts'
import type { LocatedLogins } from './logins.ts'
import { lineDepth, programDepth } from './packed-novelty.ts'
import type { ScorePart } from './score-part.ts'
import { createSharesPart } from './shares-part.ts'
import { createShares } from './shares.ts'
import { STRANGER_AGAIN } from './strangers.ts'

const DEPTHS = 4

/** Whether what was new about a login came again on a later day. Only of logins that something came after. */
export const createSequelPart = (table: LoginTable, { row, source }: LocatedLogins, { again, later }: LaterLives): ScorePart => {
  const lines = createShares(DEPTHS * LATER_CLASSES, STRANGER_AGAIN)
  const kinds = createShares(DEPTHS * LATER_CLASSES, STRANGER_AGAIN)
  const networkOf = (at: number): number => table.places.network[table.place.get(row[at] as number)] as number
  /** Whoever was in a new network may come back to another address of it. */
  const bitOf = (at: number, packed: number): number => (lineDepth(packed) === 1 || networkOf(at) < 0 ? AGAIN.address : AGAIN.network)
  const came = (at: number, bit: number): number => (((again[at] as number) & bit) === 0 ? 0 : 1)
  return createSharesPart((at, packed, visit) => {
    if (later[at] === 0) return
    const group = lineDepth(packed) * LATER_CLASSES + (later[at] as number)
    if (programDepth(packed) === 2) visit(kinds, group, came(at, AGAIN.kind))
    if (lineDepth(packed) > 0 && (source[at] as number) >= 0) visit(lines, group, came(at, bitOf(at, packed)))
  })
}
