import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { geoipLite } from '../../src/enrich/geo-geoip-lite/index.ts'
import { isLocatable } from '../../src/enrich/geo-lookup.ts'
import { geoTableLookup, type GeoTableRow } from '../support/geo-table.ts'

const rows: GeoTableRow[] = JSON.parse(readFileSync(new URL('../../fixtures/geo/table.json', import.meta.url), 'utf8'))

const NOWHERE = [
  '10.0.0.1',
  '172.16.5.5',
  '192.168.1.1',
  '127.0.0.1',
  '169.254.1.1',
  '100.64.0.1',
  '192.0.2.1',
  '198.51.100.7',
  '203.0.113.9',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '0.0.0.0',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '2001:db8::1',
  '3fff::1',
  '',
  '-',
  'unknown',
  'host.example.com',
  '8.8.8.8/8',
  '8.8.8.8:443',
  ' 8.8.8.8',
  '8.8.8',
  '8.8.8.8.8',
  '999.1.1.1',
  '\u001b[31m',
  'x'.repeat(10_240),
]

describe('isLocatable', () => {
  it('refuses private, reserved and documentation addresses, and what is no address', () => {
    for (const text of NOWHERE) expect(isLocatable(text), text).toBe(false)
  })
  it('accepts public ones', () => {
    for (const ip of ['8.8.8.8', '126.1.2.3', '172.32.0.1', '100.128.0.1', '2400:4050::1', '2a00:1450::5'])
      expect(isLocatable(ip), ip).toBe(true)
  })
})

describe('geo-geoip-lite', () => {
  const tokyo = { country: 'JP', region: '13', city: 'Tokyo', lat: 35.69, lon: 139.69, accuracyKm: 5 }

  it('is not opened before the first locatable address, once only, and again after it was let go of', () => {
    const open = vi.fn(() => ({ lookup: () => tokyo, close: () => undefined }))
    const { lookup, release } = geoipLite(open)
    for (const text of NOWHERE) expect(lookup(text), text).toBeUndefined()
    expect(open).not.toHaveBeenCalled()
    expect(lookup('126.1.2.3')).toBe(tokyo)
    lookup('126.1.2.4')
    expect(open).toHaveBeenCalledOnce()
    release()
    expect(lookup('126.1.2.3')).toBe(tokyo)
    expect(open).toHaveBeenCalledTimes(2)
  })

  it('works with the real data, IPv4 and IPv6, also after they were let go of', () => {
    const { lookup, release } = geoipLite()
    const before = ['126.1.2.3', '2400:4050::1'].map(lookup)
    expect(before.map((geo) => geo?.country)).toEqual(['JP', 'JP'])
    expect(before[0]?.accuracyKm).toBeGreaterThan(0)
    release()
    expect(['126.1.2.3', '2400:4050::1'].map(lookup)).toEqual(before)
    release()
  })
})

describe('geo table', () => {
  const lookup = geoTableLookup(rows)
  it.each([
    ['192.0.2.77', 'Tokyo'],
    ['198.51.100.200', 'Bucharest'],
    ['203.0.113.127', 'Osaka'],
    ['203.0.113.128', 'Amsterdam'],
    ['2001:db8::5', 'Tokyo'],
    ['2001:db8:1fff::5', 'Osaka'],
    ['2001:db8:2000::5', 'San Francisco'],
    ['2001:db8:f000::1', 'Bucharest'],
  ])('%s is in %s', (ip, city) => expect(lookup(ip)?.city).toBe(city))

  it('knows nothing outside its networks and places no private address', () => {
    const world = geoTableLookup([{ cidr: '0.0.0.0/0', country: 'JP', region: '13', city: 'Tokyo', lat: 35, lon: 139, accuracyKm: 1 }])
    expect(lookup('192.0.3.1')).toBeUndefined()
    expect(lookup('2001:db8:3000::1')).toBeUndefined()
    expect(world('192.0.3.1')?.city).toBe('Tokyo')
    for (const ip of ['10.0.0.1', '100.64.3.3', '192.168.0.1', 'fd00::1', 'nonsense']) expect(world(ip), ip).toBeUndefined()
  })

  it('lets the narrowest network win, in any order of rows', () => {
    const wide = { cidr: '192.0.2.0/24', country: 'JP', region: '13', city: 'Tokyo', lat: 35, lon: 139, accuracyKm: 1 }
    const narrow = { ...wide, cidr: '192.0.2.64/26', city: 'Nagoya' }
    for (const table of [
      [wide, narrow],
      [narrow, wide],
    ]) {
      expect(geoTableLookup(table)('192.0.2.65')?.city).toBe('Nagoya')
      expect(geoTableLookup(table)('192.0.2.1')?.city).toBe('Tokyo')
    }
  })

  it('refuses a row without a network', () => {
    expect(() => geoTableLookup([{ cidr: 'Tokyo', country: 'JP', region: '', city: '', lat: 0, lon: 0, accuracyKm: 1 }])).toThrow(
      /not a network/,
    )
  })
})
