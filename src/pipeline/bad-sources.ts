import { sourceOf } from '../kernel/ip.ts'
import { neverBlocked } from '../kernel/never-blocked.ts'
import type { CaseAccount, CaseDocument, CaseSession } from '../model/case.ts'

/** Sources of each campaign that nobody else uses: whoever comes from there is the attacker, who changes addresses. */
export const sourcesOfCampaigns = ({ campaigns, sources = [] }: CaseDocument): ReadonlyMap<string, readonly string[]> => {
  const shared = new Set(sources.filter((source) => neverBlocked(source) !== undefined).map(({ source }) => source))
  return new Map(campaigns.map((campaign) => [campaign.id, campaign.sources.filter((source) => !shared.has(source))]))
}

/** By account: where somebody else used it. Of a stolen session that is not where its owner had begun it. */
export const hitSources = ({ sources = [] }: CaseDocument): ReadonlyMap<string, readonly string[]> => {
  const byAccount = Map.groupBy(
    sources.flatMap(({ source, hits }) => hits.map((account) => ({ source, account }))),
    ({ account }) => account,
  )
  return new Map([...byAccount].map(([account, own]) => [account, own.map(({ source }) => source)]))
}

/** Addresses of the account's suspicious sessions and of the campaigns that entered it, but for its own. */
export const badSourcesOf = (
  account: CaseAccount,
  sessions: readonly CaseSession[],
  ofCampaign: ReadonlyMap<string, readonly string[]>,
  hits: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> => {
  const ids = new Set(account.sessions)
  // Documents of versions that name no sources tell whole sessions only.
  const used = hits.get(account.account) ?? sessions.filter(({ id }) => ids.has(id)).flatMap((session) => session.ips.map(sourceOf))
  const attackers = account.campaigns.flatMap((id) => ofCampaign.get(id) ?? [])
  return new Set([...used, ...attackers].filter((source) => !account.usual.sources.includes(source)))
}
