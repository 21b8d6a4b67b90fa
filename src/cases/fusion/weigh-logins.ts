import type { LoginReader } from '../rows/login-reader.ts'
import type { LoginTable } from '../rows/login-table.ts'
import { gatherLogins, type Logins } from '../scores/logins.ts'
import { scoreLogins, type ScoreColumns } from '../scores/score-logins.ts'
import { gatherEvidence } from './evidence.ts'
import type { LoginEvidence } from './login-evidence.ts'

/** What is odd about each login and what happened around it. Numbers in arrays, which a thread may hand over. */
export interface WeighedLogins {
  readonly logins: Logins
  readonly scores: ScoreColumns
  readonly evidence: LoginEvidence
}

/** Needs no findings: rules may run at the same time. */
export const weighLogins = (table: LoginTable, read: LoginReader): WeighedLogins => {
  const logins = gatherLogins(table, read)
  const scores = scoreLogins(table, logins, read)
  const evidence = gatherEvidence({ table, read, logins, novelty: scores.novelty })
  const { size, starts, accounts, row } = logins
  return { logins: { size, starts, accounts, row }, scores, evidence }
}
