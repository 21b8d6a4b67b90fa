import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cidrContains, cidrMatcher, isCarrierNat, isPrivateIp, normaliseIp, parseCidr, sourceOf } from '../../src/kernel/ip.ts'

const inside = (network: string, ip: string): boolean => {
  const cidr = parseCidr(network)
  if (cidr === undefined) throw new Error(`not a network: ${network}`)
  return cidrContains(cidr, ip)
}

describe('normaliseIp', () => {
  test.each<[string, string, number | undefined]>([
    ['192.0.2.1', '192.0.2.1', undefined],
    [' 192.0.2.1 ', '192.0.2.1', undefined],
    ['192.0.2.1:443', '192.0.2.1', 443],
    ['192.0.2.1:0', '192.0.2.1', undefined],
    ['[2001:DB8::1]:65535', '2001:db8::1', 65535],
    ['[2001:db8::1]', '2001:db8::1', undefined],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1', undefined],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1', undefined],
    ['2001:0db8:0000:0001:0001:0001:0001:0001', '2001:db8:0:1:1:1:1:1', undefined],
    ['::1', '::1', undefined],
    ['2001:db8::', '2001:db8::', undefined],
    ['::ffff:192.0.2.1', '192.0.2.1', undefined],
    ['::FFFF:c000:0201', '192.0.2.1', undefined],
    ['[::ffff:192.0.2.1]:80', '192.0.2.1', 80],
    ['fe80::1%eth0', 'fe80::1', undefined],
    ['64:ff9b::192.0.2.1', '64:ff9b::c000:201', undefined],
  ])('%s', (text, ip, port) => expect(normaliseIp(text)).toEqual({ ip, port }))

  test.each([
    '',
    '-',
    'unknown',
    'localhost',
    'AWS Internal',
    'host.example.com',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::ffff:0.0.0.0',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.1000',
    '010.1.1.1',
    '1.2.3.4:',
    '1.2.3.4:99999',
    '1..2.3',
    '.1.2.3',
    '1.2.3.4, 5.6.7.8',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '12345::',
    'g::1',
    ':::',
    '[1.2.3.4',
    '１.2.3.4',
    `${'1'.repeat(1000)}`,
    '192.0.2.1/24',
    '::1.2.3.400',
  ])('no address: %j', (text) => expect(normaliseIp(text)).toBeUndefined())

  test('has one spelling: normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const once = normaliseIp(text)
        if (once !== undefined) expect(normaliseIp(once.ip)).toEqual({ ip: once.ip, port: undefined })
        else expect(['0.0.0.0', '255.255.255.255', '::']).toContain(text.replace(/^[0:]+$/, '::').replace(/^::.*$/, '::'))
      }),
    )
  })
  test('agrees with the URL parser on v6, but for v4-mapped', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const ip = normaliseIp(text)?.ip
        if (ip?.includes(':') === true) expect(`[${ip}]`).toBe(new URL(`http://[${text}]/`).hostname)
      }),
    )
  })
  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.[]%/ '.split('')), maxLength: 50 }), (text) => {
        const found = normaliseIp(text)
        if (found !== undefined) expect(normaliseIp(found.ip)?.ip).toBe(found.ip)
      }),
      { numRuns: 3000 },
    )
  })
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8::/64'],
  ['2001:db8:0:1::9', '2001:db8:0:1::/64'],
  ['not an address', 'not an address'],
])('source of %s', (ip, source) => expect(sourceOf(ip)).toBe(source))

test.each([
  ['10.0.0.1', true],
  ['172.16.0.1', true],
  ['172.31.255.255', true],
  ['172.32.0.0', false],
  ['192.168.1.1', true],
  ['127.0.0.1', true],
  ['169.254.1.1', true],
  ['100.64.0.1', false],
  ['192.0.2.1', false],
  ['11.0.0.0', false],
  ['9.255.255.255', false],
  ['::1', true],
  ['fd00::1', true],
  ['fc00::1', true],
  ['fe80::1', true],
  ['febf::1', true],
  ['fec0::1', false],
  ['2001:db8::1', false],
  ['host', false],
])('private %s: %s', (ip, expected) => expect(isPrivateIp(ip)).toBe(expected))

test.each([
  ['100.64.0.0', true],
  ['100.127.255.255', true],
  ['100.128.0.0', false],
  ['100.63.255.255', false],
  ['2001:db8::1', false],
])('carrier NAT %s: %s', (ip, expected) => expect(isCarrierNat(ip)).toBe(expected))

describe('networks', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.255', true],
    ['192.0.2.0/24', '192.0.3.0', false],
    ['192.0.2.77/24', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['0.0.0.0/0', '203.0.113.9', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['198.51.100.128/25', '198.51.100.127', false],
    ['10.0.0.0/7', '11.1.1.1', true],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/33', '2001:db8:8000::1', false],
    ['2001:db8::1', '2001:db8::1', true],
    ['::/0', '2001:db8::1', true],
    ['::ffff:10.0.0.0/104', '10.9.9.9', true],
    ['192.0.2.0/24', 'host', false],
  ])('%s holds %s: %s', (network, ip, expected) => expect(inside(network, ip)).toBe(expected))
  test.each([
    '',
    '192.0.2.0/33',
    '2001:db8::/129',
    '192.0.2.0/',
    '192.0.2.0/24/8',
    '192.0.2/24',
    'host/8',
    '192.0.2.0/-1',
    '192.0.2.0/1e1',
  ])('no network: %j', (text) => expect(parseCidr(text)).toBeUndefined())
  test('holds exactly the addresses that share its leading bits', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), fc.integer({ min: 0, max: 32 }), (a, b, bits) => {
        const dotted = (n: number): string => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].join('.')
        const same = bits === 0 || a >>> (32 - bits) === b >>> (32 - bits)
        expect(inside(`${dotted(a)}/${bits}`, dotted(b))).toBe(same)
      }),
    )
  })
})

describe('cidrMatcher', () => {
  const edges = [
    '0.0.0.0',
    '10.0.0.255',
    '10.0.1.0',
    '10.0.1.127',
    '10.0.1.128',
    '10.255.255.255',
    '11.0.0.0',
    '255.255.255.255',
    '2001:db8::1',
    '2001:db9::',
  ]
  const networks = [
    '10.0.0.0/24',
    '10.0.1.0/25',
    '10.0.1.128/32',
    '10.255.0.0/16',
    '11.0.0.0/8',
    '0.0.0.0/32',
    '255.255.255.255/32',
    '2001:db8::/32',
  ]

  test('says of many networks at once what each says alone', () => {
    fc.assert(
      fc.property(fc.subarray(networks), fc.constantFrom(...edges), (some, ip) => {
        const cidrs = some.flatMap((text) => parseCidr(text) ?? [])
        expect(cidrMatcher(cidrs)(ip)).toBe(cidrs.some((cidr) => cidrContains(cidr, ip)))
      }),
    )
  })
})
