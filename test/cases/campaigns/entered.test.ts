import { expect, it } from 'vitest'
import { campaignsEntering } from '../../../src/cases/document/campaigns.ts'
import { judgeCampaigns } from '../../../src/cases/judging/judge-campaign.ts'
import type { JudgedCase } from '../../../src/cases/judging/judge-case.ts'
import { ATTACK_SOURCE } from '../../../src/cases/signals/signal.ts'

const TIMES = [10, 20, 30]
const table = {
  size: TIMES.length,
  account: { get: (row: number) => row },
  name: { get: (row: number) => row },
  time: { get: (row: number) => TIMES[row] },
}
const source = {
  source: 7,
  tried: new Set<number>(),
  triedAccounts: new Set<number>(),
  attempts: 3,
  neighbours: new Set<number>(),
  entered: new Set<number>(),
}
const campaign = { id: 'c', sources: [source], first: 1, last: 15 }
/** Got into by a login that only the wave tells of, from an address that tried nothing. */
const hit = (key: number, verdict: string): object => ({
  key,
  verdict,
  kind: 'takeover',
  attackSources: [],
  signals: [{ rule: ATTACK_SOURCE, weight: 'compromised', success: key }],
})

it('an account that a wave of ever new addresses got into is that attack’s, in every figure alike', () => {
  const judged = judgeCampaigns(
    [campaign] as never,
    {
      table,
      read: { source: (row: number) => 100 + row },
      accounts: [hit(0, 'compromised'), hit(1, 'suspected')],
      waveHits: new Map([0, 1].map((row) => [row, { campaign }])),
      members: new Uint8Array(3),
    } as never,
  )
  expect(judged.map(({ hits, compromised }) => [hits, compromised])).toEqual([[[0, 1], [0]]])
  const entering = campaignsEntering({ campaigns: judged, table } as unknown as JudgedCase)
  expect([...entering].map(([account, ids]) => [account, ...ids])).toEqual([
    [0, 'c'],
    [1, 'c'],
  ])
})
