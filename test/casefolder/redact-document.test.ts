import { describe, expect, it } from 'vitest'
import { originalsOf, redactDocument } from '../../src/casefolder/redact/redact-document.ts'
import type { PseudonymKind, Pseudonyms } from '../../src/casefolder/redact/pseudonyms.ts'
import type { CaseAccount, CaseDocument, CaseSource } from '../../src/model/case.ts'
import type { MessageData } from '../../src/model/finding.ts'
import { readCase } from '../reports/documents.ts'

/** Readable ones, by kind and order of meeting: what was replaced, and as what, can be seen. */
const pseudonymsOf = (masksAddresses = false): Pseudonyms => {
  const known = new Map<string, string>()
  const of = (kind: PseudonymKind, text: string): string => {
    const key = `${kind} ${text}`
    const pseudonym = known.get(key) ?? `${kind}#${known.size}`
    known.set(key, pseudonym)
    return pseudonym
  }
  return { masksAddresses, of, address: (text) => of('ip', text), originals: () => new Map() }
}
const say = (messageId: string, data: MessageData): string => `${messageId} ${JSON.stringify(data)}`

const base = readCase('shop-stuffing', 'en')
const [account, other] = base.accounts
const [step] = base.steps
const [session] = base.sessions
const [campaign] = base.campaigns
if (account === undefined || other === undefined || step === undefined || session === undefined || campaign === undefined)
  throw new Error('the case is not what it was')

const source: CaseSource = {
  source: '203.0.113.77',
  campaigns: [campaign.id],
  attempts: 3,
  tried: ['tried-1'],
  hits: ['hit-1'],
  others: ['neighbour-1'],
  first: '2026-11-20T00:00:00.000Z',
  last: '2026-11-20T01:00:00.000Z',
  country: 'JP',
  network: { asn: 64_500, org: 'Example Net', kind: 'hosting' },
  agents: ['Chrome (Windows)'],
  shared: false,
  proxy: false,
  connections: [
    { time: '2026-11-20T00:00:00.000Z', ip: '203.0.113.77', port: 4711, account: 'hit-1', action: 'login', outcome: 'success' },
  ],
}
const person: CaseAccount = {
  ...account,
  account: 'member-1',
  names: ['taro@example.jp', ''],
  usual: { ...account.usual, sources: ['192.0.2.44'], countries: ['JP'] },
  decision: { state: 'confirmed', by: 'A. Tanaka', at: '2026-11-21T00:00:00.000Z', why: 'taro@example.jp called' },
  reasons: [
    {
      messageId: 'reason.failed-at-home',
      data: { time: { time: '2026-11-20T00:00:00.000Z' }, source: '192.0.2.44' },
      text: 'from 192.0.2.44',
      at: '2026-11-20T00:00:00.000Z',
      evidence: [],
    },
  ],
  checklist: [
    {
      ...step,
      text: 'Ask member-1 (taro@example.jp) at 192.0.2.44: now',
      commands: [{ command: 'block member-1', permission: 'x', note: 'for member-1' }],
    },
  ],
}
const documentOf = (changes: Partial<CaseDocument> = {}): CaseDocument => ({
  ...base,
  accounts: [person, { ...other, account: 'second-1', names: [] }],
  sessions: [{ ...session, id: 'session-1', account: 'member-1', ips: ['192.0.2.44'] }],
  campaigns: [
    { ...campaign, id: 'campaign-1', sources: ['203.0.113.5'], compromised: ['member-1'], entered: ['member-1'], neighbours: ['near-1'] },
  ],
  findings: [
    {
      id: 'finding-1',
      rule: 'impossible-travel',
      severity: 'medium',
      account: 'member-1',
      source: '198.51.100.3',
      first: '2026-11-20T00:00:00.000Z',
      last: '2026-11-20T00:00:00.000Z',
      count: 1,
      evidence: [{ record: 'record-1', where: { input: 0, line: 1, offset: 0, length: 1 } }],
      messageId: 'impossible-travel.travel',
      data: { account: 'member-1', source: '198.51.100.3', fromCountry: 'JP', km: 12, names: ['taro@example.jp'], empty: '' },
      text: 'member-1',
    } as unknown as CaseDocument['findings'][number],
  ],
  steps: [
    { ...step, text: 'Block 203.0.113.5', list: ['member-1'], commands: [{ command: 'block 203.0.113.5', permission: null, note: null }] },
  ],
  summary: {
    ...base.summary,
    caveats: [{ id: 'privileged-findings', data: { account: 'member-1', count: 2 } }],
    victims: {
      given: 2,
      found: 1,
      inLog: 1,
      missing: [{ account: 'reported-1', why: 'name-differs', near: 'second-1' }],
      shared: [
        {
          kind: 'agent',
          value: 'Chrome (Windows)',
          victims: 2,
          victimsOf: 2,
          others: 0,
          othersOf: 9,
          ratio: null,
          accounts: [],
          moreAccounts: 0,
        },
        {
          kind: 'source',
          value: '192.0.2.44',
          victims: 2,
          victimsOf: 2,
          others: 1,
          othersOf: 9,
          ratio: 9,
          accounts: [{ account: 'second-1', provider: 'okta', verdict: null }],
          moreAccounts: 0,
        },
      ],
    },
  },
  sources: [source],
  ...changes,
})
const redacted = (document = documentOf(), pseudonyms = pseudonymsOf()): CaseDocument => redactDocument(document, pseudonyms, say)

const NAMES =
  'member-1 taro@example.jp second-1 192.0.2.44 203.0.113.5 203.0.113.77 198.51.100.3 near-1 tried-1 hit-1 neighbour-1 reported-1 session-1 campaign-1 finding-1 record-1'

describe('a redacted document', () => {
  it('names nobody, whoever and wherever', () => {
    const text = JSON.stringify(redacted())
    expect(NAMES.split(' ').filter((name) => text.includes(name))).toEqual([])
    expect(text).not.toContain('A. Tanaka')
  })
  it('knows as original whatever names somebody, and no empty text', () => {
    const originals = originalsOf(documentOf())
    for (const name of NAMES.split(' ').filter((one) => !/^(?:session|campaign|finding|record)-/.test(one)))
      expect(originals).toContain(name)
    expect(originals).not.toContain('')
    expect(originalsOf(documentOf({ sources: [] }))).not.toContain('tried-1')
  })
  it('knows each place where a name may stand alone', () => {
    const alone = documentOf({
      accounts: [
        {
          ...person,
          alsoKnownAs: [{ account: 'same-person-1', provider: 'okta', tenant: null, link: 'roster', verdict: null }],
          usual: { ...person.usual, sources: ['192.0.2.66'] },
        },
      ],
      sessions: [
        { ...session, account: 'in-session-1', ips: ['192.0.2.55'] },
        { ...session, account: null, ips: [] },
      ],
      findings: documentOf().findings.map((finding) => ({ ...finding, account: 'in-finding-1', source: '198.51.100.9' })),
    })
    for (const name of ['same-person-1', '192.0.2.66', 'in-session-1', '192.0.2.55', 'in-finding-1', '198.51.100.9'])
      expect(originalsOf(alone)).toContain(name)
    expect(originalsOf(alone)).not.toContain('')
  })
  it('keeps everything else of the document', () => {
    const before = documentOf()
    const { schema, tool, summary } = redacted(before)
    expect({ schema, tool }).toEqual({ schema: before.schema, tool: before.tool })
    expect(summary).toMatchObject({ attempts: before.summary.attempts, first: before.summary.first, classes: before.summary.classes })
    expect(summary.victims?.shared[0]).toMatchObject({ kind: 'agent', victims: 2, othersOf: 9, ratio: null })
  })
  it('keeps the same person the same', () => {
    const { accounts, sessions, campaigns, findings, summary } = redacted()
    const id = accounts[0]?.account
    expect(id).toMatch(/^id#/)
    expect([sessions[0]?.account, campaigns[0]?.compromised[0], findings[0]?.account, findings[0]?.data['account']]).toEqual([
      id,
      id,
      id,
      id,
    ])
    expect(summary.caveats.at(-1)).toEqual({ id: 'privileged-findings', data: { account: id, count: 2 } })
    expect(summary.victims?.missing[0]?.near).toBe(accounts[1]?.account)
  })
  it('keeps kinds apart', () => {
    const found = redacted()
    expect(found.accounts[0]).toMatchObject({
      usual: { sources: [found.sessions[0]?.ips[0]] },
      decision: { by: expect.stringMatching(/^person#/) as unknown },
    })
    expect(found.sessions[0]).toMatchObject({ id: expect.stringMatching(/^session#/) as unknown, ips: [expect.stringMatching(/^ip#/)] })
    expect(found.campaigns[0]?.id).toMatch(/^campaign#/)
    expect(found.sources?.[0]?.campaigns).toEqual([expect.stringMatching(/^campaign#/)])
    expect(found.findings[0]).toMatchObject({
      id: expect.stringMatching(/^finding#/) as unknown,
      evidence: [{ record: expect.stringMatching(/^record#/) as unknown }],
    })
  })
  it('keeps what names nobody: words, times, countries, networks, programs, numbers, and what is empty', () => {
    const { accounts, findings, sources, summary } = redacted()
    expect(accounts[0]).toMatchObject({ verdict: person.verdict, names: [expect.stringMatching(/^id#/), ''], usual: { countries: ['JP'] } })
    expect(accounts[0]?.decision).toMatchObject({ state: 'confirmed', at: '2026-11-21T00:00:00.000Z', why: null })
    expect(findings[0]).toMatchObject({ rule: 'impossible-travel', severity: 'medium', data: { fromCountry: 'JP', km: 12, empty: '' } })
    expect(sources?.[0]).toMatchObject({
      country: 'JP',
      network: { asn: 64_500, org: 'Example Net' },
      agents: ['Chrome (Windows)'],
      attempts: 3,
    })
    expect(summary.victims?.shared.map(({ value }) => value)).toEqual(['Chrome (Windows)', expect.stringMatching(/^ip#/)])
    expect(summary.victims?.missing[0]?.why).toBe('name-differs')
    expect(redacted(documentOf({ summary: { ...base.summary, victims: null } })).summary.victims).toBeNull()
  })
  it('tells sentences again from what was replaced, and scrubs those that have no message', () => {
    const { accounts, findings } = redacted()
    const [id, ip] = [accounts[0]?.account, accounts[0]?.usual.sources[0]]
    expect(findings[0]?.text).toBe(`impossible-travel.travel ${JSON.stringify(findings[0]?.data)}`)
    expect(accounts[0]?.reasons[0]?.text).toBe(say('reason.failed-at-home', accounts[0]?.reasons[0]?.data ?? {}))
    expect(accounts[0]?.checklist[0]?.text).toBe(`Ask ${id} (${accounts[0]?.names[0]}) at ${ip}: now`)
  })
  it('has no command, and says how it was redacted first', () => {
    const { accounts, steps, summary } = redacted()
    expect([...steps, ...accounts.flatMap(({ checklist }) => checklist)].flatMap(({ commands }) => commands)).toEqual([])
    expect(summary.caveats[0]).toEqual({ id: 'redacted', data: {} })
    expect(redacted(documentOf(), pseudonymsOf(true)).summary.caveats[0]).toEqual({ id: 'redacted-masked', data: {} })
  })
  it('has no sources where there were none', () => {
    const { sources: _sources, ...without } = documentOf()
    expect('sources' in redacted(without)).toBe(false)
  })
})
