import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/knowledge/parse-list.ts'
import { resolveLists } from '../../src/knowledge/resolve-lists.ts'
import { tableOf } from '../rules/support/draft-table.ts'

const login = (day: number, account: string, ip: string) =>
  ({ time: `2026-03-0${day}T00:00:00Z`, action: 'login', outcome: 'success', account, ip, userAgent: 'Chrome/Windows' }) as const

const table = tableOf([login(1, 'hit', '203.0.113.7'), login(2, 'other', '198.51.100.9'), login(3, 'second', '2001:db8:1:2::9')])
const accountsAmong = (known: ReturnType<typeof resolveLists>, which: 'intel' | 'roster' | 'privileged'): string[] =>
  [...known.among(which, 'account')].flatMap((is, key) => (is === 1 ? [table.accounts.get(key) ?? ''] : []))

describe('the lists of a run', () => {
  it('mark every account that a listed address was in, by the first entry as by any other', () => {
    const known = resolveLists(parseList('intel', '203.0.113.7 # proxy service\n2001:db8:1:2::/64\n', 'intel.txt', 'UTC'), table)
    expect(accountsAmong(known, 'intel')).toEqual(['hit', 'second'])
    expect([...known.among('intel', 'source')].filter((is) => is === 1)).toHaveLength(2)
    expect([0, 1, 2].map((row) => known.intelOf(row))).toEqual(['proxy service', undefined, '2001:db8:1:2::/64'])
  })

  it('know a person by the roster, and the roles by their own words only', () => {
    const known = resolveLists(parseList('roster', 'account,role\nhit,admin\nother,\n', 'roster.csv', 'UTC'), table)
    expect(accountsAmong(known, 'roster')).toEqual(['hit', 'other'])
    expect(accountsAmong(known, 'privileged')).toEqual(['hit'])
    expect([...known.lists]).toEqual(['roster'])
  })

  it('vouch for rows of allowed sources, and for no row where there is no list', () => {
    expect([...(resolveLists(parseList('allow', '198.51.100.0/24\n', 'allow.txt', 'UTC'), table).allowed ?? [])]).toEqual([0, 1, 0])
    expect(resolveLists({}, table).allowed).toBeUndefined()
  })
})
