import type { LoginTable } from '../rows/login-table.ts'
import type { LocatedLogins } from './logins.ts'
import type { LoginNovelty } from './login-novelty.ts'
import { VARIETY_CLASSES } from './novelty-rates.ts'
import { lineDepth, varietyOf } from './packed-novelty.ts'
import { loginsInCompany } from './recent-company.ts'
import type { ScorePart } from './score-part.ts'
import { createSharesPart } from './shares-part.ts'
import { createShares } from './shares.ts'
import { STRANGER_AFTERMATH, STRANGER_COMPANY } from './strangers.ts'

/** So many accounts make a line of many. */
const CROWD = 10
const LINE_DEPTHS = 4

/** About an address that is new to the account: who else is there, and where the owner went next. */
export const createSurroundingsPart = (table: LoginTable, logins: LocatedLogins, { aftermath, accountsOn }: LoginNovelty): ScorePart => {
  const { source } = logins
  const inCompany = loginsInCompany(table, logins, accountsOn, CROWD)
  const company = createShares(LINE_DEPTHS, STRANGER_COMPANY)
  const after = createShares(LINE_DEPTHS * VARIETY_CLASSES, STRANGER_AFTERMATH)
  /** Alone at an address new to the account, with a few others of the last day, or on a line of many. */
  const companyOf = (at: number): number => ((accountsOn[source[at] as number] as number) >= CROWD ? 2 : (inCompany[at] as number))
  return createSharesPart((at, packed, visit) => {
    const depth = lineDepth(packed)
    if (depth === 0 || (source[at] as number) < 0) return
    visit(company, depth, companyOf(at))
    if (aftermath[at] !== 0) visit(after, depth * VARIETY_CLASSES + varietyOf(packed, 'sources'), aftermath[at] as number)
  })
}
