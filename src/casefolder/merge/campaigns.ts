import { mostTelling } from '../../cases/campaigns/method.ts'
import { HOUR_MS } from '../../kernel/time-units.ts'
import { MOST_CONNECTIONS, type CaseConnection } from '../../model/case-connection.ts'
import type { CaseCampaign, CaseSource } from '../../model/case.ts'

const union = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].toSorted()

const earliest = (left: string, right: string): string => (Date.parse(left) <= Date.parse(right) ? left : right)
const latest = (left: string, right: string): string => (Date.parse(left) > Date.parse(right) ? left : right)

/** Who was hit in either is nobody's neighbour. */
const neighboursOf = (old: CaseCampaign, now: CaseCampaign): Pick<CaseCampaign, 'neighbours'> => {
  if (old.neighbours === undefined && now.neighbours === undefined) return {}
  const hit = new Set([...old.compromised, ...now.compromised])
  return { neighbours: union([old.neighbours ?? [], now.neighbours ?? []]).filter((account) => !hit.has(account)) }
}

const failedTries = ({ attempts, entered = [] }: CaseCampaign): number => attempts - entered.length

/** An account is got into once, in whichever stretch. */
const triesOf = (old: CaseCampaign, now: CaseCampaign): Pick<CaseCampaign, 'attempts' | 'entered'> => {
  const entered = union([old.entered ?? [], now.entered ?? []])
  return { attempts: failedTries(old) + failedTries(now) + entered.length, entered }
}

/** Two stretches of one attack. Ids tried are counted per stretch, so their sum is the most that it can be. */
const joinCampaign = (old: CaseCampaign, now: CaseCampaign): CaseCampaign => ({
  ...now,
  id: old.id,
  method: mostTelling(new Set([old.method, now.method])) ?? now.method,
  sources: union([old.sources, now.sources]),
  ...triesOf(old, now),
  tried: Math.min(old.tried + now.tried, triesOf(old, now).attempts),
  unknownIds: old.unknownIds + now.unknownIds,
  targeted: old.targeted + now.targeted,
  compromised: union([old.compromised, now.compromised]),
  ...neighboursOf(old, now),
  findings: union([old.findings, now.findings]),
  first: earliest(old.first, now.first),
  last: latest(old.last, now.last),
  agents: union([old.agents, now.agents]),
  countries: union([old.countries, now.countries]),
})

/** Attacks by one program that follow each other within this time are one. */
const GAP_MS = 6 * HOUR_MS

const sharesSource = (old: CaseCampaign, now: CaseCampaign): boolean => {
  const sources = new Set(old.sources)
  return now.sources.some((source) => sources.has(source))
}

/** Guesses at one account and lists of many are never one attack. */
const isGuessing = ({ method }: CaseCampaign): boolean => method === 'guessing' || method === 'distributed'

const isAtOnce = (old: CaseCampaign, now: CaseCampaign): boolean =>
  isGuessing(old) === isGuessing(now) &&
  old.agents.some((agent) => now.agents.includes(agent)) &&
  Date.parse(now.first) - Date.parse(old.last) <= GAP_MS &&
  Date.parse(old.first) - Date.parse(now.last) <= GAP_MS

/** All stretches that one campaign of a newer log goes on are one attack: logs that come late fill the gap between them. */
const earlierStretches = (known: readonly CaseCampaign[], now: CaseCampaign): readonly CaseCampaign[] =>
  known.filter((old) => old.id === now.id || sharesSource(old, now) || isAtOnce(old, now))

/** Campaigns of both; one that goes on in the newer logs, from the same addresses or at once by the same program, keeps its id. */
export const mergeCampaigns = (
  carried: readonly CaseCampaign[],
  now: readonly CaseCampaign[],
): { readonly campaigns: readonly CaseCampaign[]; readonly ids: ReadonlyMap<string, string> } => {
  const ids = new Map<string, string>()
  const rename = (from: string, to: string): void => {
    for (const [id, is] of ids) if (is === from) ids.set(id, to)
    ids.set(from, to)
  }
  const merged = new Map(carried.map((campaign) => [campaign.id, campaign]))
  for (const campaign of now) {
    const stretches = earlierStretches([...merged.values()], campaign)
    const id = stretches[0]?.id ?? campaign.id
    // Of what was read again, only the newer counts.
    const joined = stretches.filter((old) => old.id !== campaign.id).reduce((whole, old) => joinCampaign(old, whole), campaign)
    for (const old of stretches) merged.delete(old.id)
    for (const part of [...stretches, campaign]) if (part.id !== id) rename(part.id, id)
    merged.set(id, { ...joined, id })
  }
  const campaigns = [...merged.values()].toSorted(
    (left, right) => Date.parse(left.first) - Date.parse(right.first) || (left.id < right.id ? -1 : 1),
  )
  return { campaigns, ids }
}

const joinConnections = (old: readonly CaseConnection[], now: readonly CaseConnection[]): readonly CaseConnection[] =>
  [...new Map([...old, ...now].map((connection) => [JSON.stringify(connection), connection])).values()]
    .toSorted((left, right) => Date.parse(left.time) - Date.parse(right.time))
    .slice(0, MOST_CONNECTIONS)

const joinSource = (old: CaseSource, now: CaseSource): CaseSource => {
  const hits = union([old.hits, now.hits])
  return {
    ...now,
    campaigns: union([old.campaigns, now.campaigns]),
    attempts: old.attempts + now.attempts,
    tried: union([old.tried, now.tried]),
    hits,
    others: union([old.others, now.others]).filter((account) => !hits.includes(account)),
    first: earliest(old.first, now.first),
    last: latest(old.last, now.last),
    agents: union([old.agents, now.agents]),
    shared: old.shared || now.shared,
    proxy: old.proxy || now.proxy,
    connections: joinConnections(old.connections ?? [], now.connections ?? []),
    allowed: old.allowed === true || now.allowed === true,
  }
}

/** Addresses of both, each once. */
export const mergeSources = (old: readonly CaseSource[], now: readonly CaseSource[]): readonly CaseSource[] => {
  const merged = new Map(old.map((source) => [source.source, source]))
  for (const source of now) {
    const before = merged.get(source.source)
    merged.set(source.source, before === undefined ? source : joinSource(before, source))
  }
  return [...merged.values()].toSorted((left, right) => (left.source < right.source ? -1 : 1))
}
