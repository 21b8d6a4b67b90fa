import { sourceOf } from '../../kernel/ip.ts'
import { neverBlocked } from '../../kernel/never-blocked.ts'
import type { CaseCampaign, CaseDocument } from '../../model/case.ts'
import { addressType, earliest, latest, type Indicator } from './indicator.ts'

const accountsBySource = ({ sessions }: CaseDocument): ReadonlyMap<string, Set<string>> => {
  const accounts = new Map<string, Set<string>>()
  for (const { account, ips } of sessions) {
    if (account === null) continue
    for (const source of ips.map(sourceOf)) {
      const known = accounts.get(source)
      if (known === undefined) accounts.set(source, new Set([account]))
      else known.add(account)
    }
  }
  return accounts
}

/** Lines that a document without sources tells of in its caveats. */
const toldShared = ({ summary }: CaseDocument): ReadonlySet<unknown> =>
  new Set(summary.caveats.filter(({ id }) => id === 'shared-attack-source').map(({ data }) => data['source']))

const campaignsBySource = ({ campaigns }: CaseDocument): ReadonlyMap<string, readonly CaseCampaign[]> => {
  const found = new Map<string, CaseCampaign[]>()
  for (const campaign of campaigns) {
    for (const source of campaign.sources) {
      const known = found.get(source)
      if (known === undefined) found.set(source, [campaign])
      else known.push(campaign)
    }
  }
  return found
}

/**
 * Only addresses: the service's own proxies are left out where they are known, and what is no address (a hostile or broken field) is
 * never handed on as one.
 */
export const attackIndicators = (document: CaseDocument): readonly Indicator[] => {
  const accounts = accountsBySource(document)
  const details = new Map((document.sources ?? []).map((source) => [source.source, source]))
  const told = toldShared(document)
  return [...campaignsBySource(document)].flatMap(([value, own]) => {
    const type = addressType(value)
    const detail = details.get(value)
    if (type === undefined || detail?.proxy === true) return []
    const shared = detail?.shared ?? (told.has(value) ? true : null)
    const spared = neverBlocked(detail ?? { source: value, proxy: false, shared: shared === true, network: null }) ?? null
    return [
      {
        value,
        type,
        role: 'attack',
        confidence: spared === null ? 'high' : 'low',
        first: detail?.first ?? earliest(own.map(({ first }) => first)),
        last: detail?.last ?? latest(own.map(({ last }) => last)),
        campaigns: own,
        accounts: detail?.hits ?? [...(accounts.get(value) ?? [])].toSorted(),
        shared,
        spared,
      },
    ]
  })
}
