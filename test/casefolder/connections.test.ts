import { expect, it } from 'vitest'
import { sourcesOf } from '../../src/casefolder/documents/connections.ts'
import { evidenceFacts } from '../../src/casefolder/documents/evidence-facts.ts'
import type { CaseSource } from '../../src/model/case.ts'
import { readCase } from '../reports/documents.ts'

const HANDLING = { collector: null, method: null, clockOffset: null, mark: null, retainUntil: null }

const source = (name: string, hits: readonly string[], attempts: number): CaseSource => ({
  source: name,
  campaigns: [],
  tried: [],
  others: [],
  agents: [],
  country: null,
  network: null,
  attempts,
  first: '2026-11-03T02:14:05.000Z',
  last: '2026-11-03T02:15:05.000Z',
  proxy: false,
  shared: false,
  hits,
})

it('the police reads first of the addresses that somebody got in from, then of the busiest', () => {
  const sources = [
    source('203.0.113.1', [], 500),
    source('203.0.113.3', ['a'], 3),
    source('203.0.113.2', [], 40),
    source('203.0.113.5', ['a', 'b'], 1),
    source('203.0.113.4', ['b'], 3),
    source('203.0.113.6', [], 500),
  ]
  const order = (of: readonly CaseSource[]): readonly string[] =>
    sourcesOf({ ...readCase('okta-takeover', 'en'), sources: of }).map(({ source: name }) => name.slice(-1))
  expect(order(sources)).toEqual(['5', '3', '4', '1', '6', '2'])
  expect(order(sources.toReversed())).toEqual(['5', '3', '4', '1', '6', '2'])
})

it('a line that the victim uses otherwise comes last and is told as such, unless it attacked', () => {
  const document = readCase('okta-takeover', 'en')
  const [victim] = document.accounts
  if (victim === undefined) throw new Error('the case is not what it was')
  const accounts = [{ ...victim, usual: { ...victim.usual, sources: ['203.0.113.1', '203.0.113.2'] } }]
  const mine = [victim.account]
  const sources = [
    source('203.0.113.1', mine, 7),
    { ...source('203.0.113.2', mine, 9), campaigns: ['campaign-1'] },
    source('203.0.113.3', mine, 0),
    source('203.0.113.4', [], 40),
    source('203.0.113.5', [], 0),
  ]
  const listed = sourcesOf({ ...document, accounts, sources })
  expect(listed.map(({ source: name }) => name.slice(-1))).toEqual(['2', '3', '4', '5', '1'])
  expect(listed.filter(({ isOwnLine }) => isOwnLine).map(({ source: name }) => name)).toEqual(['203.0.113.1'])
  const view = (name: string): unknown => {
    const { sources: rows } = evidenceFacts({ ...document, accounts, sources }, HANDLING, { lang: 'ja', zone: 'UTC' })
    return (rows as { ip: string; note: string }[]).find(({ ip }) => ip === name)?.note
  }
  expect(view('203.0.113.1')).toContain('被害者自身の回線の可能性')
  expect(view('203.0.113.3')).not.toContain('被害者自身')
})
