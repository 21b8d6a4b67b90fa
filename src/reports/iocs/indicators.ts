import { parseV4, parseV6 } from '../../kernel/ip-parse.ts'
import { sourceOf } from '../../kernel/ip.ts'
import type { CaseCampaign, CaseDocument } from '../../model/case.ts'

/** An address (or IPv6 network) that attacked, and how it is known. */
export interface Indicator {
  readonly value: string
  readonly type: 'ipv4' | 'ipv6' | 'ipv6-net'
  readonly first: string
  readonly last: string
  readonly campaigns: readonly CaseCampaign[]
  /** Accounts with a suspicious session from there. */
  readonly accounts: readonly string[]
  /** Who would be hit by a block; null where the document does not say. */
  readonly shared: boolean | null
}

const typeOf = (value: string): Indicator['type'] | undefined => {
  if (parseV4(value) !== undefined) return 'ipv4'
  const network = value.endsWith('/64')
  if (parseV6(network ? value.slice(0, -3) : value) === undefined) return undefined
  return network ? 'ipv6-net' : 'ipv6'
}

const earliest = (times: readonly string[]): string => times.toSorted()[0] ?? ''
const latest = (times: readonly string[]): string => times.toSorted().at(-1) ?? ''

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

/**
 * The sources of the campaigns, in the order of the document. Only addresses: the service's own proxies are left out where they are
 * known, and what is no address (a hostile or broken field) is never handed on as one.
 */
export const indicatorsOf = (document: CaseDocument): readonly Indicator[] => {
  const accounts = accountsBySource(document)
  const details = new Map((document.sources ?? []).map((source) => [source.source, source]))
  const told = toldShared(document)
  const campaigns = new Map<string, CaseCampaign[]>()
  for (const campaign of document.campaigns) {
    for (const source of campaign.sources) {
      const known = campaigns.get(source)
      if (known === undefined) campaigns.set(source, [campaign])
      else known.push(campaign)
    }
  }
  return [...campaigns].flatMap(([value, own]) => {
    const type = typeOf(value)
    const detail = details.get(value)
    if (type === undefined || detail?.proxy === true) return []
    return [
      {
        value,
        type,
        first: detail?.first ?? earliest(own.map(({ first }) => first)),
        last: detail?.last ?? latest(own.map(({ last }) => last)),
        campaigns: own,
        accounts: detail?.hits ?? [...(accounts.get(value) ?? [])].toSorted(),
        shared: detail?.shared ?? (told.has(value) ? true : null),
      },
    ]
  })
}
