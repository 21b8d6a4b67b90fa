import type { CaseCampaign } from '../model/case.ts'

/** What an attack came to; `entered`: accounts that its tries got into. */
export interface MethodShare {
  readonly method: CaseCampaign['method']
  readonly attempts: number
  readonly entered: number
}

/**
 * How the attack is called that stands before the number of accounts taken over: by the method with the most attempts, all its campaigns
 * together, among those that got in anywhere. Asking for many ids opens no account, and one large campaign is not the whole of a method.
 */
export const mainMethod = (campaigns: readonly MethodShare[]): CaseCampaign['method'] | undefined => {
  const sum = (of: readonly MethodShare[], what: 'attempts' | 'entered'): number => of.reduce((total, share) => total + share[what], 0)
  const methods = [...Map.groupBy(campaigns, ({ method }) => method)].map(([method, own]) => ({
    method,
    attempts: sum(own, 'attempts'),
    entered: sum(own, 'entered'),
  }))
  const entering = methods.filter(({ entered }) => entered > 0)
  const [most] = (entering.length > 0 ? entering : methods).toSorted(
    (left, right) => right.attempts - left.attempts || (left.method < right.method ? -1 : 1),
  )
  return most?.method
}

/** The same of campaigns as the document has them. */
export const mainMethodOf = (campaigns: readonly CaseCampaign[]): CaseCampaign['method'] | undefined =>
  mainMethod(
    campaigns.map(({ method, attempts, entered, compromised }) => ({ method, attempts, entered: (entered ?? compromised).length })),
  )
