import { describe, expect, it } from 'vitest'
import { sourceMatcher } from '../../src/kernel/source-match.ts'

const SOURCES = [
  '203.0.113.7',
  '203.0.113.80',
  '198.51.100.7',
  '2001:db8:1:2::/64',
  '2001:db8:1:3::/64',
  'ip-86d3113147be280',
  '203.0.113.0/24',
]
const foundBy = (asked: string): readonly string[] => SOURCES.filter(sourceMatcher(asked))

describe('sources that an address or a range asks for', () => {
  it.each([
    ['203.0.113.7', ['203.0.113.7']],
    ['::ffff:203.0.113.7', ['203.0.113.7']],
    ['203.0.113.0/28', ['203.0.113.7', '203.0.113.0/24']],
    ['203.0.113.0/24', ['203.0.113.7', '203.0.113.80', '203.0.113.0/24']],
    ['203.0.113.64/26', ['203.0.113.80']],
    ['2001:DB8:1:2:0:0:0:9', ['2001:db8:1:2::/64']],
    // Narrower than what attempts are counted by: the line that it lies in.
    ['2001:db8:1:2::9/128', ['2001:db8:1:2::/64']],
    ['2001:db8:1:2::/80', ['2001:db8:1:2::/64']],
    ['2001:db8:1:2::/64', ['2001:db8:1:2::/64']],
    ['2001:db8:1::/48', ['2001:db8:1:2::/64', '2001:db8:1:3::/64']],
    ['::/0', ['2001:db8:1:2::/64', '2001:db8:1:3::/64']],
    ['0.0.0.0/0', ['203.0.113.7', '203.0.113.80', '198.51.100.7', '203.0.113.0/24']],
    ['ip-86d3113147be280', ['ip-86d3113147be280']],
    ['192.0.2.1', []],
  ])('%s', (asked, found) => expect(foundBy(asked)).toEqual(found))
})
