import { agentName } from '../../kernel/agent-name.ts'
import { toIso } from '../../kernel/time.ts'
import type { CaseCampaign } from '../../model/case.ts'
import type { JudgedCampaign } from '../judging/judge-campaign.ts'
import type { JudgedCase } from '../judging/judge-case.ts'

const present = (values: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== undefined))].toSorted((left, right) => (left < right ? -1 : 1))

const agentNames = (judged: JudgedCase): ReadonlyMap<number, string> => {
  const { agents } = judged.table
  const names = new Map<number, string>()
  agents.agent.forEach((kind, key) => {
    const agent = agents.agentOf(key)
    if (agent !== undefined && !names.has(kind)) names.set(kind, agentName(agent) ?? agent.family)
  })
  return names
}

/** By account: the campaigns of which a try got into it, from whatever address. */
export const campaignsEntering = ({ campaigns, table }: JudgedCase): ReadonlyMap<number, ReadonlySet<string>> => {
  const entering = campaigns.flatMap(({ id, hits }) => hits.map((row) => ({ id, account: table.account.get(row) })))
  return new Map([...Map.groupBy(entering, ({ account }) => account)].map(([account, own]) => [account, new Set(own.map(({ id }) => id))]))
}

/** Campaigns, earliest first. */
export const writeCampaigns = (judged: JudgedCase): readonly CaseCampaign[] => {
  const names = agentNames(judged)
  const { places, accounts, account } = judged.table
  return judged.campaigns.map((campaign: JudgedCampaign): CaseCampaign => ({
    id: campaign.id,
    method: campaign.method,
    sources: present(campaign.sources.map(({ source }) => places.sources.get(source))),
    attempts: campaign.attempts,
    tried: campaign.tried.size,
    unknownIds: campaign.unknownIds,
    targeted: campaign.targeted.size,
    entered: campaign.hits.flatMap((row) => accounts.get(account.get(row)) ?? []),
    compromised: campaign.compromised.flatMap((key) => accounts.get(key) ?? []),
    neighbours: present(campaign.neighbours.map((key) => accounts.get(key))),
    findings: present(campaign.sources.flatMap(({ findings }) => [...findings])),
    first: toIso(campaign.first),
    last: toIso(campaign.last),
    active: campaign.active,
    agents: present(campaign.sources.flatMap((source) => [...source.agents].map((key) => names.get(key)))),
    countries: present(campaign.sources.flatMap((source) => [...source.countries].map((key) => places.countries.get(key)))),
  }))
}
