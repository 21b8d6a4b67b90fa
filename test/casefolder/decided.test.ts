import { describe, expect, it } from 'vitest'
import { notifyList, resetList } from '../../src/casefolder/account-list.ts'
import { withDecisions } from '../../src/casefolder/decided.ts'
import { figuresOf, personsOf } from '../../src/casefolder/figures.ts'
import { connectionsOf, sourcesOf } from '../../src/casefolder/documents/connections.ts'
import { sheetsOf } from '../../src/casefolder/workbook/sheets.ts'
import { describeHeadline } from '../../src/i18n/describe/summary.ts'
import type { CaseAccount, CaseDocument, CaseSource } from '../../src/model/case.ts'
import type { DecisionEntry } from '../../src/model/case-folder.ts'
import { readCase } from '../reports/documents.ts'

const EN = { lang: 'en', zone: 'UTC' } as const
const document = readCase('shop-stuffing', 'en')
const decide = (account: Pick<CaseAccount, 'account' | 'provider' | 'tenant'>, state: DecisionEntry['state']): DecisionEntry => ({
  account: account.account,
  provider: account.provider,
  tenant: account.tenant,
  state,
  by: 'T',
  at: '2026-11-22T00:00:00.000Z',
  why: null,
})
const taken = document.accounts.find(({ verdict }) => verdict === 'compromised') as CaseAccount

/** The case with one account judged as something else than a stranger's doing. */
const withKind = (kind: CaseAccount['kind']): CaseDocument => ({
  ...document,
  summary: { ...document.summary, exposure: kind === 'exposure' ? 1 : 0, misuse: kind === 'misuse' ? 1 : 0 },
  accounts: document.accounts.map((account) => (account === taken ? { ...account, kind, class: null } : account)),
})

describe('accounts that no stranger took over', () => {
  it.each(['misuse', 'exposure'] as const)('%s: in no list of whom to reset or to tell, and on a sheet of their own', (kind) => {
    const other = withKind(kind)
    const ids = (rows: readonly (readonly unknown[])[]): readonly unknown[] => rows.map(([id]) => id)
    expect(ids(resetList(document, 'UTC'))).toContain(taken.account)
    for (const list of [resetList, notifyList]) expect(ids(list(other, 'UTC'))).not.toContain(taken.account)
    const sheets = sheetsOf(other, EN)
    expect(ids(sheets.find(({ name }) => name === 'Insiders and faults')?.rows ?? [])).toEqual(['Account', taken.account])
    for (const { name, rows } of sheets.filter(({ name: one }) => one !== 'Insiders and faults'))
      expect(ids(rows), name).not.toContain(taken.account)
    expect(sheetsOf(document, EN).map(({ name }) => name)).not.toContain('Insiders and faults')
  })
  it.each(['misuse', 'exposure'] as const)('%s: is counted apart, before and after people decide', (kind) => {
    const [cleared] = document.accounts.filter(({ verdict, account }) => verdict === 'compromised' && account !== taken.account)
    const { summary } = withDecisions(withKind(kind), [decide(cleared as CaseAccount, 'cleared')])
    expect(summary.accounts.compromised).toBe(document.summary.accounts.compromised - 2)
    expect(summary[kind]).toBe(1)
    expect(withDecisions(withKind(kind), [decide(taken, 'cleared')]).summary[kind]).toBe(0)
  })
  it('count as persons where a fault may have shown their data', () => {
    const exposed = withKind('exposure')
    expect(personsOf(exposed)).toMatchObject({ exposed: 1, most: personsOf(document).most + 1 })
    expect(personsOf(withKind('misuse')).most).toBe(personsOf(document).most)
  })
})

describe('a case in which the tool judged nothing', () => {
  const none: CaseDocument = {
    ...document,
    summary: { ...document.summary, headline: { messageId: 'headline.nothing', data: {} } },
    accounts: [{ ...taken, verdict: 'targeted', class: null, compromisedAt: null, harms: [], flags: [], campaigns: [] }],
    campaigns: [],
  }
  it('answers with a takeover once people confirm one, and says since when', () => {
    const { summary } = withDecisions(none, [decide(taken, 'confirmed')])
    expect(describeHeadline(summary, EN)).toBe('Account takeover. Judged taken over 1, suspected 0 (at most 1 account)')
    expect(summary.firstTakeover).toBe(taken.compromisedAt)
    expect(summary.classes).toEqual({ A: 1, B: 0, C: 0 })
  })
  it('and with what it said before, where people clear it', () =>
    expect(withDecisions(none, [decide(taken, 'cleared')]).summary.headline).toEqual(none.summary.headline))
})

describe('a report by a customer whom people confirmed', () => {
  it('is one person, not two', () => {
    const targeted = document.accounts.find(({ verdict }) => verdict === 'targeted') as CaseAccount
    const missing = [{ account: targeted.account, why: 'attempts-only', near: null }] as const
    const reported: CaseDocument = {
      ...document,
      summary: { ...document.summary, victims: { given: 1, found: 0, inLog: 1, missing, shared: [] } },
    }
    const decided = withDecisions(reported, [decide(targeted, 'confirmed')])
    expect(personsOf(decided).most).toBe(personsOf(reported).most)
    expect(figuresOf(decided).find(({ id }) => id === 'victims-missing')?.value).toBe(0)
  })
})

describe('a customer whom people cleared', () => {
  const source: CaseSource = {
    source: '203.0.113.1',
    campaigns: [],
    attempts: 1,
    tried: [],
    hits: [taken.account],
    others: [],
    first: '2026-11-20T00:00:00.000Z',
    last: '2026-11-20T01:00:00.000Z',
    country: null,
    network: null,
    agents: [],
    shared: false,
    proxy: false,
    connections: [
      { time: '2026-11-20T00:00:00.000Z', ip: '203.0.113.1', port: 4711, account: taken.account, action: 'login', outcome: 'success' },
    ],
  }
  it('is in nothing that goes to the police', () => {
    const sealed: CaseDocument = { ...document, sources: [source] }
    expect(connectionsOf(sealed)).toHaveLength(1)
    const cleared = withDecisions(sealed, [decide(taken, 'cleared')])
    expect(connectionsOf(cleared)).toEqual([])
    expect(sourcesOf(cleared)[0]?.hits).toEqual([])
    // The document itself keeps it: a decision can be taken back.
    expect(cleared.sources).toEqual([source])
  })
})
