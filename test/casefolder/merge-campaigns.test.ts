import { describe, expect, it } from 'vitest'
import { mergeCampaigns } from '../../src/casefolder/merge/campaigns.ts'
import type { CaseCampaign } from '../../src/model/case.ts'

const campaign = (
  id: string,
  sources: readonly string[],
  hours: readonly [number, number],
  more: Partial<CaseCampaign> = {},
): CaseCampaign => ({
  id,
  method: 'stuffing',
  sources,
  attempts: 10,
  tried: 10,
  unknownIds: 5,
  targeted: 5,
  entered: [],
  compromised: [],
  findings: [],
  first: new Date(hours[0] * 3_600_000).toISOString(),
  last: new Date(hours[1] * 3_600_000).toISOString(),
  active: false,
  agents: ['python-requests'],
  countries: [],
  ...more,
})

const APART = { agents: [] }

describe('campaigns of two revisions', () => {
  it('is called what the more telling of its stretches is called, as one reading of all logs would', () => {
    for (const [before, after, whole] of [
      ['low-and-slow', 'stuffing', 'stuffing'],
      ['spray', 'enumeration', 'spray'],
      ['mixed', 'low-and-slow', 'low-and-slow'],
    ] as const) {
      const { campaigns } = mergeCampaigns(
        [campaign('a', ['10'], [0, 1], { method: before })],
        [campaign('b', ['10'], [2, 3], { method: after })],
      )
      expect(campaigns).toMatchObject([{ id: 'a', method: whole }])
    }
  })

  it('one that came late and shares addresses with two makes one of them, under the id of the first', () => {
    const old = [campaign('a', ['10'], [0, 1], APART), campaign('b', ['20'], [50, 51], APART)]
    const { campaigns, ids } = mergeCampaigns(old, [campaign('c', ['10', '20'], [20, 30], APART)])
    expect(campaigns).toMatchObject([{ id: 'a', sources: ['10', '20'], attempts: 30, first: old[0]?.first, last: old[1]?.last }])
    expect([...ids].toSorted()).toEqual([
      ['b', 'a'],
      ['c', 'a'],
    ])
  })

  it('names that were joined before follow when their campaign is joined again', () => {
    const old = [campaign('a', ['10'], [0, 1], APART), campaign('b', ['20'], [50, 51], APART)]
    const { campaigns, ids } = mergeCampaigns(old, [campaign('c', ['20'], [60, 61], APART), campaign('d', ['10', '20'], [20, 30], APART)])
    expect(campaigns.map(({ id }) => id)).toEqual(['a'])
    expect(Object.fromEntries(ids)).toEqual({ b: 'a', c: 'a', d: 'a' })
  })

  it('stretches by one program within hours are one, however the logs were cut', () => {
    const old = [campaign('a', ['10'], [0, 1]), campaign('b', ['20'], [1, 2])]
    expect(mergeCampaigns(old, [campaign('c', ['30'], [0, 2])]).campaigns.length).toBe(1)
    expect(mergeCampaigns(old, [campaign('c', ['30'], [12, 13])]).campaigns.length).toBe(3)
  })

  it('guesses at one account are never a stretch of a list', () => {
    const old = [campaign('a', ['10'], [0, 1], { method: 'guessing' })]
    expect(mergeCampaigns(old, [campaign('c', ['30'], [1, 2])]).campaigns.length).toBe(2)
  })

  it('counts an account that both stretches got into as one try', () => {
    const old = [campaign('a', ['10'], [0, 1], { entered: ['x', 'y'] })]
    const [joined] = mergeCampaigns(old, [campaign('c', ['10'], [1, 2], { entered: ['y', 'z'] })]).campaigns
    expect(joined).toMatchObject({ entered: ['x', 'y', 'z'], attempts: 8 + 8 + 3 })
  })

  it('tried no more ids than both stretches tried, and no more than there were tries', () => {
    const triedIn = (before: number, after: number): number | undefined =>
      mergeCampaigns([campaign('a', ['10'], [0, 1], { tried: before })], [campaign('c', ['10'], [1, 2], { tried: after })]).campaigns[0]
        ?.tried
    expect(triedIn(4, 3)).toBe(7)
    expect(triedIn(15, 12)).toBe(20)
  })

  it('what was read again replaces what it was', () => {
    const { campaigns, ids } = mergeCampaigns([campaign('a', ['10'], [0, 1])], [campaign('a', ['10'], [0, 1], { attempts: 12 })])
    expect(campaigns).toMatchObject([{ id: 'a', attempts: 12 }])
    expect(ids.size).toBe(0)
  })
})
