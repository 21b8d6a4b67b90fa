import { describe, expect, it } from 'vitest'
import { parseSources } from '../../src/knowledge/sources-list.ts'
import { matchSources } from '../../src/knowledge/match-sources.ts'
import { tableOf } from '../rules/support/draft-table.ts'

const parse = (text: string, path = 'allow.txt') => parseSources(text, path, { option: '--allow', zone: 'Asia/Tokyo' })

const ROWS = [
  {
    time: '2026-03-01T00:00:00Z',
    action: 'login',
    outcome: 'success',
    account: 'a',
    ip: '203.0.113.7',
    asn: 64500,
    asnOrg: 'Example Office KK',
    userAgent: 'Chrome/Windows',
  },
  {
    time: '2026-03-02T00:00:00Z',
    action: 'login',
    outcome: 'failure',
    account: 'a',
    ip: '198.51.100.9',
    asn: 64501,
    userAgent: 'UptimeRobot/2.0',
  },
  { time: '2026-03-03T00:00:00Z', action: 'login', outcome: 'failure', account: 'a', ip: '2001:db8:1:2::9', userAgent: 'sqlmap/1.8' },
] as const

const fits = (text: string, path?: string): number[] => [...matchSources(parse(text, path), tableOf(ROWS))]

describe('a list of sources', () => {
  it('is one address, range, network or program per line', () => {
    expect(fits('203.0.113.7 # office')).toEqual([1, 0, 0])
    expect(fits('2001:db8::/32\n203.0.113.0/24')).toEqual([2, 0, 1])
    expect(fits('AS64501')).toEqual([0, 1, 0])
    expect(fits('network: example office')).toEqual([1, 0, 0])
    expect(fits('agent: uptime*2')).toEqual([0, 1, 0])
  })
  it('is a table whose conditions all hold, with a period that includes its last day', () => {
    expect(fits('address,agent,until\n198.51.100.0/24,uptimerobot,\n', 'a.csv')).toEqual([0, 1, 0])
    expect(fits('address,agent\n203.0.113.7,uptimerobot\n', 'a.csv')).toEqual([0, 0, 0])
    // 2026-03-03 in Tokyo ends at 15:00 UTC.
    expect(fits('ip,from,until\n2001:db8::/32,2026-03-03,2026-03-03\n', 'a.csv')).toEqual([0, 0, 1])
    expect(fits('ip,until\n2001:db8::/32,2026-03-02\n', 'a.csv')).toEqual([0, 0, 0])
  })
  it('is YAML', () => {
    expect(fits('sources:\n  - 203.0.113.7\n  - { asn: 64501, note: monitor }\n', 'a.yaml')).toEqual([1, 2, 0])
    expect(fits('- address: [198.51.100.9, 2001:db8:1:2::9]\n', 'a.yml')).toEqual([0, 1, 1])
  })
  it.each([
    ['203.0.113.0/99', 'a.txt', /a\.txt:1: "203\.0\.113\.0\/99" is not an address/],
    ['# head\noffice', 'a.txt', /a\.txt:2: "office" is not an address/],
    ['asn\nASX', 'a.csv', /a\.csv:2: "ASX"/],
    ['address,until\n203.0.113.7,soon', 'a.csv', /a\.csv:2: until: "soon" is not a time/],
    ['note,until\nx,2026-01-01', 'a.csv', /a\.csv:2: this entry names no/],
    ['x,y\n1,2', 'a.csv', /a\.csv:1: several columns/],
    ['sources:\n  - adress: 203.0.113.7', 'a.yaml', /a\.yaml:2:5.*adress.*address/s],
    ['sources: 5', 'a.yaml', /a\.yaml:1:1.*sources/s],
    ['sources:\n  - [', 'a.yaml', /a\.yaml:2/],
  ])('%j is refused with its place', (text, path, message) => expect(() => parse(text, path)).toThrow(message))
})
