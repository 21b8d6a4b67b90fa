import { expect, it } from 'vitest'
import { sourcesOf } from '../../src/casefolder/documents/connections.ts'
import type { CaseSource } from '../../src/model/case.ts'
import { readCase } from '../reports/documents.ts'

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
