import { sourceOf } from '../../../kernel/ip.ts'
import type { CaseDocument } from '../../../model/case.ts'

/** One address outside every campaign, and the accounts with a suspicious session from there. */
export interface EntrySource {
  readonly source: string
  readonly accounts: readonly string[]
}

/** Beside a campaign, one account on an address of its own says nothing about an attack. */
const SEVERAL = 2

/** Where somebody came in who tried nothing: from which addresses, into which accounts; the most accounts first. */
export const entrySourcesOf = ({ sessions, accounts, campaigns }: CaseDocument): readonly EntrySource[] => {
  const attacking = new Set(campaigns.flatMap(({ sources }) => sources))
  const counted = new Set(
    accounts.filter(({ kind, decision }) => kind === 'takeover' && decision.state !== 'cleared').map(({ account }) => account),
  )
  const entered = new Map<string, Set<string>>()
  for (const { account, ips } of sessions) {
    if (account === null || !counted.has(account)) continue
    for (const source of new Set(ips.map(sourceOf))) {
      if (attacking.has(source)) continue
      const known = entered.get(source)
      if (known === undefined) entered.set(source, new Set([account]))
      else known.add(account)
    }
  }
  const least = campaigns.length === 0 ? 1 : SEVERAL
  return [...entered]
    .map(([source, into]): EntrySource => ({ source, accounts: [...into] }))
    .filter(({ accounts: into }) => into.length >= least)
    .toSorted((left, right) => right.accounts.length - left.accounts.length || (left.source < right.source ? -1 : 1))
}
