import { sourceOf } from '../../../kernel/ip.ts'
import type { CaseCampaign, CaseDocument } from '../../../model/case.ts'

/** One source or account of a campaign's picture; `links` are places in the other list. */
export interface Picture {
  readonly sources: readonly { readonly name: string; readonly entered: readonly number[] }[]
  readonly accounts: readonly string[]
  readonly moreSources: number
  readonly moreAccounts: number
}

const MOST = 12

/** One of each, then the next of each: what is drawn of many sources shows more than the first of them. */
const inTurn = (lists: readonly (readonly string[])[]): readonly string[] => {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return [...new Set(Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat())]
}

/** Sources whose logins succeeded first: they are what the picture is about; then as listed. */
export const pictureOf = (
  { sessions, accounts: judged }: CaseDocument,
  campaign: Pick<CaseCampaign, 'sources' | 'compromised'>,
): Picture => {
  const sources = new Set(campaign.sources)
  const cleared = new Set(judged.filter(({ decision }) => decision.state === 'cleared').map(({ account }) => account))
  const entered = new Map<string, Set<string>>()
  for (const { account, ips } of sessions) {
    if (account === null || cleared.has(account)) continue
    for (const ip of new Set(ips.map(sourceOf).filter((one) => sources.has(one)))) {
      const known = entered.get(ip)
      if (known === undefined) entered.set(ip, new Set([account]))
      else known.add(account)
    }
  }
  const ranked = campaign.sources.toSorted((left, right) => (entered.get(right)?.size ?? 0) - (entered.get(left)?.size ?? 0))
  const drawn = inTurn(ranked.slice(0, MOST).map((source) => [...(entered.get(source) ?? [])]))
  const all = [...new Set([...drawn, ...[...entered.values()].flatMap((accounts) => [...accounts]), ...campaign.compromised])]
  const accounts = all.slice(0, MOST)
  const place = new Map(accounts.map((account, index) => [account, index]))
  return {
    sources: ranked.slice(0, MOST).map((name) => ({
      name,
      entered: [...(entered.get(name) ?? [])].flatMap((account) => place.get(account) ?? []),
    })),
    accounts,
    moreSources: Math.max(0, ranked.length - MOST),
    moreAccounts: Math.max(0, all.length - MOST),
  }
}
