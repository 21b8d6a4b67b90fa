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
  const entering = campaigns.filter(({ entered }) => entered > 0)
  const attempts = new Map<CaseCampaign['method'], number>()
  for (const campaign of entering.length > 0 ? entering : campaigns)
    attempts.set(campaign.method, (attempts.get(campaign.method) ?? 0) + campaign.attempts)
  const [most] = [...attempts].toSorted(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
  return most?.[0]
}

/** The same of campaigns as the document has them. */
export const mainMethodOf = (campaigns: readonly CaseCampaign[]): CaseCampaign['method'] | undefined =>
  mainMethod(
    campaigns.map(({ method, attempts, entered, compromised }) => ({ method, attempts, entered: (entered ?? compromised).length })),
  )
