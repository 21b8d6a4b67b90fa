import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prepare } from '../../src/pipeline/analyze.ts'
import { clientAddressBy } from '../../src/pipeline/client-address.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe('--trusted-proxy', () => {
  const choose = clientAddressBy(['10.0.0.0/8', '2001:db8:aaaa::/48'])
  const behind = (ip: string, chain: string | undefined): string => choose?.(ip, chain)?.ip ?? ip

  test('the rightmost hop that is not trusted is the client: what stands to its left, the sender may have made up', () => {
    expect(behind('10.0.0.5', '198.51.100.1, 203.0.113.7, 10.1.2.3')).toBe('203.0.113.7')
    expect(behind('10.0.0.5', '203.0.113.7')).toBe('203.0.113.7')
  })

  test('hops with ports, brackets and garbage between them', () => {
    expect(behind('10.0.0.5', '203.0.113.7:51234, 10.1.2.3:443')).toBe('203.0.113.7')
    expect(behind('10.0.0.5', '[2001:db8::7]:443, [2001:db8:aaaa::1]:80')).toBe('2001:db8::7')
    expect(behind('10.0.0.5', 'unknown, 203.0.113.7, 10.1.2.3, ')).toBe('203.0.113.7')
    expect(behind('10.0.0.5', '::ffff:203.0.113.7')).toBe('203.0.113.7')
  })

  test('a client that the last trusted hop does not name is nobody: what the sender wrote before it is not taken instead', () => {
    for (const hidden of ['unknown', '_hidden', '-', '203.0.113.7%eth0', '010.1.1.1'])
      expect(behind('10.0.0.5', `203.0.113.7, ${hidden}, 10.1.2.3`), hidden).toBe('10.0.0.5')
  })

  test('the header of RFC 7239', () => {
    expect(behind('10.0.0.5', 'for=198.51.100.1, for=203.0.113.7;proto=https;by=10.1.2.3')).toBe('203.0.113.7')
    expect(behind('10.0.0.5', 'For=\\"[2001:db8::7]:4711\\", for="10.1.2.3:80"')).toBe('2001:db8::7')
    expect(behind('10.0.0.5', 'by=10.1.2.3;proto=https; for=203.0.113.7')).toBe('203.0.113.7')
    expect(behind('10.0.0.5', 'for=203.0.113.7, for=unknown')).toBe('10.0.0.5')
  })

  test('a chain that an untrusted peer sent is not believed', () => {
    expect(behind('198.51.100.9', '203.0.113.7')).toBe('198.51.100.9')
  })

  test('somebody inside comes over trusted hops alone: the first of them', () => {
    expect(behind('10.0.0.5', '10.1.1.1, 10.2.2.2')).toBe('10.1.1.1')
    expect(behind('10.0.0.5', undefined)).toBe('10.0.0.5')
  })

  test('the port is that of the hop, never that of the proxy’s own connection', () => {
    expect(choose?.('10.0.0.5', '203.0.113.7:51234, 10.1.2.3:443')).toEqual({ ip: '203.0.113.7', port: 51234 })
    expect(choose?.('10.0.0.5', '203.0.113.7')).toEqual({ ip: '203.0.113.7', port: undefined })
  })

  test('what the log says of the proxy’s connection is not said of the client: port, country, network', async () => {
    const folder = tempFolder()
    const request = { remote_ip: '10.0.0.5', remote_port: '54462', method: 'POST', host: 'shop.example.com', uri: '/login' }
    const record = { ts: 1772438420.25, status: 401, request: { ...request, headers: { 'X-Forwarded-For': ['203.0.113.7:51234'] } } }
    const path = join(folder, 'caddy.ndjson')
    writeFileSync(path, `${JSON.stringify(record)}\n`)
    const portOf = async (trustedProxies: readonly string[]): Promise<readonly [string | undefined, number | undefined]> => {
      const { table } = await prepare({ ...runOptions([path]), trustedProxies }, () => undefined)
      return [table.places.ips.get(table.places.ip[table.place.get(0)] ?? -1), table.port.get(0)]
    }
    expect(await portOf([])).toEqual(['10.0.0.5', 54462])
    expect(await portOf(['10.0.0.0/8'])).toEqual(['203.0.113.7', 51234])
  })

  test('a chain in the place of the address is read as one', async () => {
    const folder = tempFolder()
    const path = join(folder, 'logins.csv')
    writeFileSync(path, 'time,user,ip,result\n2026-11-03T02:14:05Z,a,"192.0.2.66, 203.0.113.7, 10.0.0.5",ok\n')
    const addressOf = async (trustedProxies: readonly string[]): Promise<string | undefined> => {
      const { table } = await prepare({ ...runOptions([path]), trustedProxies }, () => undefined)
      return table.places.ips.get(table.places.ip[table.place.get(0)] ?? -1)
    }
    expect(await addressOf([])).toBe('10.0.0.5')
    expect(await addressOf(['10.0.0.0/8'])).toBe('203.0.113.7')
  })

  test('without the option, the logged address stays', () => {
    expect(clientAddressBy([])).toBeUndefined()
  })
})
