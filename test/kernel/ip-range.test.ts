import { describe, expect, it } from 'vitest'
import { cidrContains, cidrMatcher, parseCidr, type Cidr } from '../../src/kernel/ip-range.ts'

const cidrOf = (text: string): Cidr => {
  const cidr = parseCidr(text)
  if (cidr === undefined) throw new Error(`not a network: ${text}`)
  return cidr
}
const holds = (network: string, ip: string): boolean => cidrContains(cidrOf(network), ip)
const matches = (networks: readonly string[], ip: string): boolean => cidrMatcher(networks.map(cidrOf))(ip)

describe('a network as written', () => {
  it('counts its bits from the first to the last', () => {
    expect(parseCidr('192.0.2.0/24')).toEqual({ groups: [0xc000, 0x0200], bits: 24 })
    expect(parseCidr(' 192.0.2.7 ')).toEqual({ groups: [0xc000, 0x0207], bits: 32 })
    expect(parseCidr('2001:db8::/32')).toMatchObject({ bits: 32 })
    expect(parseCidr('2001:db8::1')).toMatchObject({ bits: 128 })
    expect(parseCidr('0.0.0.0/0')).toMatchObject({ bits: 0 })
    expect(parseCidr('192.0.2.0/32')).toMatchObject({ bits: 32 })
    expect(parseCidr('2001:db8::/128')).toMatchObject({ bits: 128 })
  })
  it('is none with a bit too many, a sign, a second prefix, or nothing behind the slash', () => {
    for (const text of [
      '192.0.2.0/33',
      '2001:db8::/129',
      '192.0.2.0/-1',
      '192.0.2.0/24/8',
      '192.0.2.0/',
      '192.0.2.0/1000',
      '192.0.2/24',
      '/8',
    ])
      expect(parseCidr(text), text).toBeUndefined()
  })
  it('of v4 written as v6 is v4, where the prefix reaches into it', () => {
    expect(parseCidr('::ffff:192.0.2.0/120')).toEqual({ groups: [0xc000, 0x0200], bits: 24 })
    expect(parseCidr('::ffff:192.0.2.9')).toEqual({ groups: [0xc000, 0x0209], bits: 32 })
    expect(parseCidr('::ffff:0:0/96')).toEqual({ groups: [0, 0], bits: 0 })
    expect(parseCidr('::ffff:0:0/95')).toMatchObject({ bits: 95 })
    expect(parseCidr('2001:db8::1/97')).toMatchObject({ bits: 97 })
  })
})

describe('whether a network holds an address', () => {
  it.each([
    ['192.0.2.0/25', '192.0.2.127', '192.0.2.128'],
    ['192.0.2.128/25', '192.0.2.128', '192.0.2.127'],
    ['10.0.0.0/15', '10.1.255.255', '10.2.0.0'],
    ['10.0.0.0/16', '10.0.255.255', '10.1.0.0'],
    ['10.0.0.0/17', '10.0.127.255', '10.0.128.0'],
    ['192.0.2.9', '192.0.2.9', '192.0.2.8'],
    ['2001:db8:0:8000::/49', '2001:db8:0:8000::1', '2001:db8:0:7fff::1'],
    ['2001:db8::/48', '2001:db8:0:ffff::1', '2001:db8:1::1'],
    ['2001:db8::1', '2001:db8::1', '2001:db8::2'],
  ])('%s: %s and not %s', (network, inside, outside) => {
    expect([holds(network, inside), holds(network, outside)]).toEqual([true, false])
    expect([matches([network], inside), matches([network], outside)]).toEqual([true, false])
  })
  it('never across families, and never what is no address', () => {
    expect(holds('0.0.0.0/0', '255.255.255.255')).toBe(true)
    expect(holds('::/0', '2001:db8::1')).toBe(true)
    expect([holds('0.0.0.0/0', '2001:db8::1'), holds('::/0', '192.0.2.1'), holds('::/0', 'host')]).toEqual([false, false, false])
    expect([matches(['0.0.0.0/0'], '2001:db8::1'), matches(['::/0'], '192.0.2.1'), matches(['::/0'], 'host')]).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('many networks together', () => {
  it('are the same whether they touch, overlap, or hold each other, in any order', () => {
    const networks = [
      '192.0.2.0/26',
      '192.0.2.64/26',
      '192.0.2.32/27',
      '198.51.100.0/24',
      '198.51.100.8/30',
      '0.0.0.0/32',
      '255.255.255.255/32',
    ]
    const inside = ['192.0.2.0', '192.0.2.63', '192.0.2.64', '192.0.2.127', '198.51.100.0', '198.51.100.255', '0.0.0.0', '255.255.255.255']
    const outside = ['192.0.1.255', '192.0.2.128', '198.51.99.255', '198.51.101.0', '0.0.0.1', '255.255.255.254']
    for (const some of [networks, networks.toReversed()]) {
      expect(inside.filter((ip) => !matches(some, ip))).toEqual([])
      expect(outside.filter((ip) => matches(some, ip))).toEqual([])
    }
  })
  it('leave the gaps between them, each address alone', () => {
    const odd = Array.from({ length: 9 }, (_, at) => `192.0.2.${2 * at + 1}`)
    expect(Array.from({ length: 19 }, (_, at) => `192.0.2.${at}`).filter((ip) => matches(odd, ip))).toEqual(odd)
  })
  it('hold nothing where there are none, and host bits do not count', () => {
    expect([matches([], '192.0.2.1'), matches([], '2001:db8::1')]).toEqual([false, false])
    expect(matches(['192.0.2.77/24'], '192.0.2.1')).toBe(true)
    expect(matches(['2001:db8::77/64', '192.0.2.0/24'], '2001:db8::1')).toBe(true)
  })
})
