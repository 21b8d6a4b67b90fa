import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createPseudonyms, isAddress, isPseudonym } from '../../src/casefolder/redact/pseudonyms.ts'

const KEY = Buffer.from('a key of thirty-two bytes, really')
const NONE = new Map<string, string>()
const plain = createPseudonyms(KEY, false, NONE)
const masking = createPseudonyms(KEY, true, NONE)

describe('pseudonyms', () => {
  it('are the first 60 bits of an HMAC over kind and text', () => {
    const expected = createHmac('sha256', KEY).update('id\u0000alice').digest('hex').slice(0, 15)
    expect(plain.of('id', 'alice')).toBe(`id-${expected}`)
  })
  it('differ by key, kind and text, and by nothing else', () => {
    const all = [
      plain.of('id', 'alice'),
      plain.of('id', 'Alice'),
      plain.of('session', 'alice'),
      createPseudonyms(Buffer.from('another key'), false, NONE).of('id', 'alice'),
    ]
    expect(new Set(all).size).toBe(all.length)
    expect(createPseudonyms(KEY, true, NONE).of('id', 'alice')).toBe(all[0])
  })
  it('are told from real names', () => {
    expect(isPseudonym(plain.of('id', 'alice'))).toBe(true)
    for (const name of [
      'alice',
      'id-',
      'id-abc',
      'id-0123456789abcdef',
      'x id-0123456789abcde',
      'id-0123456789abcdg',
      'ID-0123456789abcde',
    ])
      expect(isPseudonym(name), name).toBe(false)
  })
  it('lead back to what they stand for, those of earlier revisions too', () => {
    const continued = createPseudonyms(KEY, false, new Map([['id-000000000000000', 'bob']]))
    const alice = continued.of('id', 'alice')
    const address = continued.address('192.0.2.7')
    expect(continued.originals()).toEqual(
      new Map([
        ['id-000000000000000', 'bob'],
        [alice, 'alice'],
        [address, '192.0.2.7'],
      ]),
    )
  })
  it('of an address: of the kind ip', () => {
    expect(plain.masksAddresses).toBe(false)
    expect(plain.address('192.0.2.7')).toBe(plain.of('ip', '192.0.2.7'))
    expect(plain.address('192.0.2.7')).toMatch(/^ip-/)
  })
})

describe('masked addresses', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['198.51.100.0/24', '198.51.100.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8::/48'],
    ['unknown', 'unknown'],
  ])('%s is shown as %s', (address, shown) => {
    expect(masking.masksAddresses).toBe(true)
    expect(masking.address(address)).toBe(shown)
  })
  it('leave nothing that could be turned back', () => {
    const fresh = createPseudonyms(KEY, true, NONE)
    fresh.address('192.0.2.77')
    expect(fresh.originals().size).toBe(0)
  })
})

describe('what is an address', () => {
  it.each(['192.0.2.7', '192.0.2.0/24', '2001:db8::1', '2001:db8::/64'])('%s', (text) => expect(isAddress(text)).toBe(true))
  it.each(['', 'alice', '192.0.2', '192.0.2.256', '/24', 'id/192.0.2.7'])('not %j', (text) => expect(isAddress(text)).toBe(false))
})
