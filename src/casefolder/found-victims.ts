import type { CaseAccount, CaseSummary } from '../model/case.ts'

/** Reasons that stand only where the account is in the logs. */
const WHY_IN_LOG: ReadonlySet<string> = new Set(['no-suspicious-login', 'findings-only', 'attempts-only', 'stopped', 'undetermined'])

/**
 * The comparison with the accounts as they stand now, after other logs or people's decisions: whoever `isFound` is not missing. What
 * the reported share is of the logs that were compared.
 */
export const foundVictims = (
  victims: CaseSummary['victims'],
  accounts: readonly CaseAccount[],
  isFound: (account: CaseAccount) => boolean,
): CaseSummary['victims'] => {
  if (victims === null) return null
  const namesOf = (some: readonly CaseAccount[]): ReadonlySet<string> => new Set(some.flatMap(({ account, names }) => [account, ...names]))
  const affected = namesOf(accounts.filter(isFound))
  const missing = victims.missing.filter(({ account }) => !affected.has(account))
  const known = namesOf(accounts)
  const later = victims.missing.filter(({ account, why }) => !WHY_IN_LOG.has(why) && known.has(account)).length
  return { ...victims, missing, found: victims.given - missing.length, inLog: victims.inLog + later }
}
