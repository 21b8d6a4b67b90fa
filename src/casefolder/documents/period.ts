import type { CaseDocument } from '../../model/case.ts'
import { isCounted } from '../../model/counted.ts'

/** When it happened, ISO 8601: tries, and what was done in the accounts. Null is not known. */
export interface Period {
  readonly first: string | null
  readonly last: string | null
  /** The last act in an account that counts. */
  readonly lastAct: string | null
}

const byTime = (times: readonly (string | null)[]): readonly string[] =>
  times.flatMap((time) => time ?? []).toSorted((left, right) => Date.parse(left) - Date.parse(right))

/** Somebody who has a stolen password or session tries nothing: the period of such a case is that of what was done. */
export const periodOf = ({ summary, accounts }: CaseDocument): Period => {
  const counted = accounts.filter(isCounted)
  const lastAct = byTime(counted.map(({ lastSuspicious }) => lastSuspicious)).at(-1) ?? null
  const all = byTime([
    summary.firstAttempt,
    summary.firstTakeover,
    summary.lastAttempt,
    ...counted.flatMap(({ firstSuspicious, lastSuspicious }) => [firstSuspicious, lastSuspicious]),
  ])
  return { first: all[0] ?? null, last: all.at(-1) ?? null, lastAct }
}
