import { describe, expect, it } from 'vitest'
import { makeBlocklist } from '../../src/casefolder/blocklist.ts'
import { parseList } from '../../src/knowledge/parse-list.ts'
import { affectedOf, scanCase, truthOf } from './support.ts'

const allow = (text: string) => ({ lists: parseList('allow', text, 'allow.txt', 'UTC') })

describe('sources that the organisation vouches for', () => {
  it('never alert: the same attack as a penetration test is none, and the reader is told what was left out', async () => {
    const before = await scanCase('auth0-stuffing')
    const sources = before.campaigns.flatMap((campaign) => campaign.sources)
    expect(affectedOf(before).length).toBeGreaterThan(0)
    const document = await scanCase('auth0-stuffing', allow(`203.0.113.0/24 # test of November\n${sources.join('\n')}`))
    expect(document.campaigns).toEqual([])
    expect(affectedOf(document)).toEqual([])
    expect(document.findings.filter(({ source }) => source !== null && sources.includes(source))).toEqual([])
    expect(document.summary.caveats.map(({ id }) => id)).toContain('allowed-sources')
    expect(document.summary.attempts).toBe(0)
  })
  it('leave every other source as it was', async () => {
    const before = await scanCase('auth0-stuffing')
    const document = await scanCase('auth0-stuffing', allow('192.0.2.250'))
    expect(document.accounts).toEqual(before.accounts)
    expect(document.summary).toEqual(before.summary)
  })
  it('are still one end of a stolen session', async () => {
    const truth = truthOf('okta-session-moved')
    const before = await scanCase('okta-session-moved')
    const [hit] = affectedOf(before)
    const home = hit?.usual.sources[0] ?? ''
    expect(home).not.toBe('')
    const document = await scanCase('okta-session-moved', allow(home))
    expect(affectedOf(document).map(({ account }) => account)).toContain(hit?.account)
    expect(truth).toBeDefined()
  })
  it('are on no block list', () => {
    const source = {
      source: '203.0.113.7',
      campaigns: ['c'],
      attempts: 9,
      tried: [],
      hits: [],
      others: [],
      first: '',
      last: '',
      country: null,
      network: null,
      agents: [],
      shared: false,
      proxy: false,
      allowed: true,
    }
    expect(makeBlocklist({ sources: [source], accounts: [] } as never, 5)).toMatchObject({ blocked: [], refused: [{ why: 'allowed' }] })
  })
})
