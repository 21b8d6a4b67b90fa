import { describe, expect, it } from 'vitest'
import { badSourcesOf, hitSources } from '../../src/pipeline/bad-sources.ts'
import type { CaseAccount, CaseSession, CaseSource } from '../../src/model/case.ts'
import { readCase } from '../reports/documents.ts'

const [OWNERS, THIEFS, USUAL] = ['192.0.2.10', '203.0.113.7', '192.0.2.99'] as const
const document = readCase('okta-takeover', 'en')
const [known] = document.accounts
const [session] = document.sessions
if (known === undefined || session === undefined) throw new Error('the case is not what it was')

const stolen: CaseSession = { ...session, id: 'stolen', account: known.account, ips: [OWNERS, THIEFS, USUAL] }
const account: CaseAccount = { ...known, campaigns: [], sessions: ['stolen'], usual: { ...known.usual, sources: [USUAL] } }
const source = (ip: string, hits: readonly string[]): CaseSource => ({
  source: ip,
  campaigns: [],
  attempts: 0,
  tried: [],
  hits,
  others: [],
  first: session.start,
  last: session.end,
  country: null,
  network: null,
  agents: [],
  shared: false,
  proxy: false,
})
const badWith = (sources: readonly CaseSource[] | undefined): readonly string[] => {
  const hits = hitSources({ ...document, ...(sources === undefined ? { sources: [] } : { sources }) })
  return [...badSourcesOf(account, [stolen], new Map(), hits)]
}

describe('where the intruder would come back from', () => {
  it('is not where the owner of a stolen session had begun it', () => {
    expect(badWith([source(OWNERS, []), source(THIEFS, [account.account]), source(USUAL, [account.account])])).toEqual([THIEFS])
  })
  it('is the whole session but for usual addresses, where a document names no sources', () => {
    expect(badWith(undefined)).toEqual([OWNERS, THIEFS])
  })
})
