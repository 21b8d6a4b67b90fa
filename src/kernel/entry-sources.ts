import type { CaseAccount, CaseSource } from '../model/case.ts'
import { countedVerdict, isCounted } from '../model/counted.ts'

/** A carrier gives the address to somebody else within the hour. */
const PASSED_ON = 'mobile'

/**
 * Sources that attacked nobody by trying, but from which somebody got into an account that is judged taken over: with a stolen password,
 * a reset, a session. Not those of accounts that are only suspected, whose owner may be on the road, nor a line that the account always had.
 */
export const entrySources = (sources: readonly CaseSource[], accounts: readonly CaseAccount[]): readonly CaseSource[] => {
  const taken = new Map(
    accounts
      .filter((account) => isCounted(account) && countedVerdict(account) === 'compromised')
      .map(({ account, usual }) => [account, new Set(usual.sources)]),
  )
  return sources.filter(
    ({ source, campaigns, hits, network }) =>
      campaigns.length === 0 && network?.kind !== PASSED_ON && hits.some((account) => taken.get(account)?.has(source) === false),
  )
}
