import { describe, expect, it } from 'vitest'
import { describeUsual } from '../../src/i18n/describe/session.ts'
import type { CaseAccount } from '../../src/model/case.ts'

const usual: CaseAccount['usual'] = {
  logins: 2,
  since: '2026-11-10T00:00:00.000Z',
  countries: ['JP'],
  networks: [],
  agents: [],
  sources: [],
}
const told = (verdict: CaseAccount['verdict'], firstSuspicious: string | null): string =>
  describeUsual({ usual, verdict, firstSuspicious }, { lang: 'ja', zone: 'UTC' })

describe('what is usual for an account', () => {
  it('says that it may be the stranger’s where nothing is on record from before', () => {
    expect(told('suspected', '2026-11-09T23:00:00.000Z')).toContain('いずれも最初の不審な利用より後')
    expect(told('compromised', '2026-11-09T23:00:00.000Z')).toContain('それ以前の記録なし')
  })
  it('says nothing of the kind where some of it is older, or where nobody got in', () => {
    expect(told('suspected', '2026-11-10T01:00:00.000Z')).toBe('2026-11-10 00:00:00+00:00 以降 2回のログイン、日本')
    expect(told('targeted', '2026-11-09T23:00:00.000Z')).toBe(told('suspected', null))
  })
})
