import { describe, expect, test } from 'vitest'
import { clientAddressBy } from '../../src/pipeline/client-address.ts'

describe('--trusted-proxy', () => {
  const behind = clientAddressBy(['10.0.0.0/8', '2001:db8:aaaa::/48'])

  test('the rightmost hop that is not trusted is the client: what stands to its left, the sender may have made up', () => {
    expect(behind?.('10.0.0.5', '198.51.100.1, 203.0.113.7, 10.1.2.3')).toBe('203.0.113.7')
    expect(behind?.('10.0.0.5', '203.0.113.7')).toBe('203.0.113.7')
  })

  test('hops with ports, brackets and garbage between them', () => {
    expect(behind?.('10.0.0.5', '203.0.113.7:51234, 10.1.2.3:443')).toBe('203.0.113.7')
    expect(behind?.('10.0.0.5', '[2001:db8::7]:443, [2001:db8:aaaa::1]:80')).toBe('2001:db8::7')
    expect(behind?.('10.0.0.5', 'unknown, 203.0.113.7, _hidden')).toBe('203.0.113.7')
  })

  test('a chain that an untrusted peer sent is not believed, and one of trusted hops alone leaves the peer', () => {
    expect(behind?.('198.51.100.9', '203.0.113.7')).toBe('198.51.100.9')
    expect(behind?.('10.0.0.5', '10.1.1.1, 10.2.2.2')).toBe('10.0.0.5')
    expect(behind?.('10.0.0.5', undefined)).toBe('10.0.0.5')
  })

  test('without the option, the logged address stays', () => {
    expect(clientAddressBy([])).toBeUndefined()
  })
})
