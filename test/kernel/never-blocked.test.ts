import { describe, expect, it } from 'vitest'
import { neverBlocked, type BlockCandidate } from '../../src/kernel/never-blocked.ts'

const attacker: BlockCandidate = { source: '203.0.113.7', proxy: false, shared: false, network: { asn: 64500, kind: 'hosting' } }

describe('addresses that are on no block list, whatever they did', () => {
  it.each<[string, Partial<BlockCandidate>, string]>([
    ['the own office', { allowed: true }, 'allowed'],
    ['a load balancer', { proxy: true }, 'proxy'],
    ['the inside', { source: '10.0.0.7' }, 'private'],
    ['a carrier’s inside', { source: '100.64.3.2' }, 'private'],
    ['a /64 of the inside', { source: 'fd00:1:2:3::/64' }, 'private'],
    ['what the log itself calls inside', { network: { asn: null, kind: 'private' } }, 'private'],
    ['Cloudflare', { network: { asn: 13335, kind: 'hosting' } }, 'content'],
    ['Fastly', { network: { asn: 54113, kind: 'unknown' } }, 'content'],
    ['a relay (also one that Cloudflare runs)', { network: { asn: 13335, kind: 'relay' } }, 'relay'],
    ['a line of many members', { shared: true }, 'shared'],
  ])('%s', (_, changes, why) => {
    expect(neverBlocked({ ...attacker, ...changes })).toBe(why)
  })
  it('a rented server of nobody else may be blocked', () => {
    expect(neverBlocked(attacker)).toBeUndefined()
    expect(neverBlocked({ ...attacker, network: null })).toBeUndefined()
    expect(neverBlocked({ ...attacker, network: { asn: null, kind: 'hosting' } })).toBeUndefined()
    expect(neverBlocked({ ...attacker, allowed: false, source: '2001:db8:1:2::/64' })).toBeUndefined()
  })
})
