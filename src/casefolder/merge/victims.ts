import type { CaseAccount, CaseSummary } from '../../model/case.ts'

/** The comparison with the accounts of both revisions: what one of them found is not missing. What the reported share is of the logs that were compared. */
export const mergeVictims = (victims: CaseSummary['victims'], accounts: readonly CaseAccount[]): CaseSummary['victims'] => {
  if (victims === null) return null
  const affected = new Set(
    accounts
      .filter(({ verdict }) => verdict === 'compromised' || verdict === 'suspected')
      .flatMap(({ account, names }) => [account, ...names]),
  )
  const missing = victims.missing.filter(({ account }) => !affected.has(account))
  const known = new Set(accounts.flatMap(({ account, names }) => [account, ...names]))
  const later = victims.missing.filter(({ account, why }) => !WHY_IN_LOG.has(why) && known.has(account)).length
  return { ...victims, missing, found: victims.given - missing.length, inLog: victims.inLog + later }
}

/** Reasons that stand only where the account is in the logs. */
const WHY_IN_LOG: ReadonlySet<string> = new Set(['no-suspicious-login', 'attempts-only', 'stopped', 'undetermined'])
