import { entrySources } from '../../kernel/entry-sources.ts'
import { sourceOf } from '../../kernel/ip.ts'
import { neverBlocked } from '../../kernel/never-blocked.ts'
import type { CaseAccount, CaseDocument, CaseSession, CaseSource } from '../../model/case.ts'
import { countedVerdict, isCounted } from '../../model/counted.ts'
import type { Confidence } from '../../model/vocabulary.ts'
import { addressType, earliest, latest, type Indicator } from './indicator.ts'

type Taken = ReadonlyMap<string, CaseAccount>

/** Only what is judged taken over: the owner of an account that is suspected may be on the road. */
const takenOver = ({ accounts }: CaseDocument): Taken =>
  new Map(
    accounts
      .filter((account) => isCounted(account) && countedVerdict(account) === 'compromised')
      .map((account) => [account.account, account]),
  )

/** What people confirmed is surer than what the tool judged. */
const confidenceOf = (accounts: readonly string[], taken: Taken): Confidence =>
  accounts.some((account) => taken.get(account)?.decision.state === 'confirmed') ? 'high' : 'medium'

const entry = (own: Pick<Indicator, 'value' | 'type' | 'confidence' | 'first' | 'last' | 'accounts'>): Indicator => ({
  ...own,
  role: 'entry',
  campaigns: [],
  shared: own.type === 'program' || own.type === 'ssh-key' ? null : false,
  spared: null,
})

/** Addresses that may be on a block list, as there; never one that an account of the case always had, a proxy, or a line of many. */
const addresses = (sources: readonly CaseSource[], taken: Taken): readonly Indicator[] =>
  sources.flatMap(({ source: value, first, last, hits }) => {
    const type = addressType(value)
    const accounts = hits.filter((account) => taken.has(account))
    return type === undefined ? [] : [entry({ value, type, confidence: confidenceOf(accounts, taken), first, last, accounts })]
  })

/** A browser is named with its system, a tool by itself. */
const isTool = (program: string): boolean => !program.includes('(')

/** Tools that came from there, unless some owner of the case has one of the kind: browsers of everybody tell nobody apart. */
const programs = (sources: readonly CaseSource[], { sessions, accounts }: CaseDocument, taken: Taken): readonly Indicator[] => {
  const usual = new Set(accounts.flatMap((account) => account.usual.agents))
  const found = new Map<string, CaseSource[]>()
  for (const source of sources) {
    const kinds = sessions.filter(({ ips }) => ips.some((ip) => sourceOf(ip) === source.source)).flatMap(({ agent }) => agent ?? [])
    if (kinds.length === 0 || kinds.some((kind) => usual.has(kind))) continue
    for (const agent of source.agents.filter(isTool)) found.set(agent, [...(found.get(agent) ?? []), source])
  }
  return [...found].map(([value, from]) =>
    entry({
      value,
      type: 'program',
      confidence: 'low',
      first: earliest(from.map(({ first }) => first)),
      last: latest(from.map(({ last }) => last)),
      accounts: [...new Set(from.flatMap(({ hits }) => hits.filter((account) => taken.has(account))))],
    }),
  )
}

/** Keys that let somebody in and that no earlier login of the account used. */
const keys = ({ sessions }: CaseDocument, taken: Taken): readonly Indicator[] => {
  const isOfTaken = ({ account, key }: CaseSession): boolean => key?.known === false && account !== null && taken.has(account)
  const byKey = Map.groupBy(sessions.filter(isOfTaken), ({ key }) => key?.fingerprint ?? '')
  return [...byKey].map(([value, own]) => {
    const accounts = [...new Set(own.flatMap(({ account }) => account ?? []))]
    const compared = own.every(({ key }) => (key?.compared ?? 0) > 0)
    return entry({
      value,
      type: 'ssh-key',
      confidence: compared ? confidenceOf(accounts, taken) : 'low',
      first: earliest(own.map(({ start }) => start)),
      last: latest(own.map(({ end }) => end)),
      accounts,
    })
  })
}

/** Where, and with what, somebody came in who tried nothing: with a stolen password, a reset, a session, a key. */
export const entryIndicators = (document: CaseDocument): readonly Indicator[] => {
  const taken = takenOver(document)
  const sources = entrySources(document.sources ?? [], document.accounts).filter((source) => neverBlocked(source) === undefined)
  return [...addresses(sources, taken), ...programs(sources, document, taken), ...keys(document, taken)]
}
