import { describe, expect, it } from 'vitest'
import { mergeSummary } from '../../src/casefolder/merge/summary.ts'
import type { CaseCampaign, CaseDocument, CaseSummary } from '../../src/model/case.ts'
import { emptyCase, readCase } from '../reports/documents.ts'

const { accounts, campaigns, summary } = readCase('shop-stuffing', 'en')
const [model] = campaigns
if (model === undefined) throw new Error('the written case has no campaign')

const campaign = (id: string, method: CaseCampaign['method'], attempts: number): CaseCampaign => ({ ...model, id, method, attempts })
const quiet: CaseSummary = { ...emptyCase.summary, first: summary.first, last: summary.last }
const merged = (of: CaseDocument['campaigns']): CaseSummary => mergeSummary(summary, quiet, { accounts, campaigns: of })

describe('the summary of two revisions', () => {
  it('names the attack after the largest of its campaigns, in whichever order they stand', () => {
    const three = [campaign('a', 'spray', 10), campaign('b', 'stuffing', 300), campaign('c', 'enumeration', 20)]
    for (const order of [three, three.toReversed(), [...three.slice(1), ...three.slice(0, 1)]])
      expect(merged(order).headline).toMatchObject({ messageId: 'headline.campaign', data: { method: 'stuffing' } })
  })

  it('sums tries over campaigns, and says of newer logs without a sign that the case stands as it was', () => {
    const { headline, accounts: counts, attempts } = merged([campaign('a', 'spray', 10), campaign('b', 'stuffing', 300)])
    expect(attempts).toBe(310)
    expect(counts).toEqual(summary.accounts)
    expect(headline.data).toMatchObject({ compromised: summary.accounts.compromised })
  })
})
