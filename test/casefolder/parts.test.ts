import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { briefPage } from '../../src/casefolder/brief.ts'
import { blocklistRows, makeBlocklist } from '../../src/casefolder/blocklist.ts'
import { csvOf, spreadsheetOf } from '../../src/casefolder/csv.ts'
import { lookupLines, lookupRows, type LookupEntry } from '../../src/casefolder/lookup.ts'
import { parseCsv } from '../../src/kernel/parse-csv.ts'
import { wilson } from '../../src/casefolder/sample.ts'
import { urgentSteps } from '../../src/i18n/describe/summary.ts'
import type { CaseAccount, CaseDocument, CaseSource, CaseStep } from '../../src/model/case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { writeFolder } from '../../src/state/case-folder/write-folder.ts'
import { emptyCase, readCase } from '../reports/documents.ts'
import { tempFolder } from '../support/temp-folder.ts'

const source = (text: string, changes: Partial<CaseSource> = {}): CaseSource => ({
  source: text,
  campaigns: ['campaign-1'],
  attempts: 10,
  tried: [],
  hits: [],
  others: [],
  first: '2026-11-20T00:00:00.000Z',
  last: '2026-11-20T01:00:00.000Z',
  country: null,
  network: null,
  agents: [],
  shared: false,
  proxy: false,
  allowed: false,
  ...changes,
})

describe('what is never on a block list, whatever is allowed', () => {
  const refused = [
    [source('10.0.0.1'), 'private'],
    [source('100.64.3.4'), 'private'],
    [source('fd00:1:2:3::/64'), 'private'],
    [source('203.0.113.1', { proxy: true }), 'proxy'],
    [source('203.0.113.2', { network: { asn: 64500, org: 'relay', kind: 'relay' } }), 'relay'],
    [source('203.0.113.3', { shared: true }), 'shared'],
  ] as const
  it.each(refused)('%o', (one, why) => {
    expect(makeBlocklist({ ...emptyCase, sources: [one] }, 1_000_000)).toEqual({
      blocked: [],
      members: 0,
      refused: [{ source: one.source, why, collateral: 0 }],
    })
  })
  it('nor an address with more legitimate users than allowed, nor one of no campaign', () => {
    const sources = [source('203.0.113.4', { others: ['a', 'b'] }), source('203.0.113.5', { campaigns: [] }), source('2001:db8:1:2::/64')]
    const { blocked, refused: left } = makeBlocklist({ ...emptyCase, sources }, 1)
    expect(blocked.map((one) => one.source.source)).toEqual(['2001:db8:1:2::/64'])
    expect(left).toEqual([{ source: '203.0.113.4', why: 'collateral', collateral: 2 }])
  })
  it('but one with just as many as allowed is on it', () => {
    const sources = [source('203.0.113.4', { others: ['a', 'b'] })]
    const on = (most: number): number => makeBlocklist({ ...emptyCase, sources }, most).blocked.length
    expect([on(1), on(2), on(3)]).toEqual([0, 1, 1])
  })
})

describe('the addresses on a block list', () => {
  it('stand in order of their attempts, equals by their names', () => {
    const sources = [
      source('203.0.113.30', { attempts: 2 }),
      source('203.0.113.20', { attempts: 9 }),
      source('203.0.113.12', { attempts: 2 }),
      source('203.0.113.11', { attempts: 2 }),
    ]
    const { blocked } = makeBlocklist({ ...emptyCase, sources }, 5)
    expect(blocked.map((one) => one.source.source)).toEqual(['203.0.113.20', '203.0.113.11', '203.0.113.12', '203.0.113.30'])
  })
  it('count whom they entered as people decided: who was cleared is a member like others, each once', () => {
    const decided = (account: string, state: 'pending' | 'cleared'): CaseAccount =>
      ({ account, kind: 'takeover', verdict: 'compromised', decision: { state }, usual: { sources: [] } }) as unknown as CaseAccount
    const accounts = [decided('a', 'pending'), decided('b', 'cleared')]
    const sources = [
      source('203.0.113.20', { hits: ['a', 'b'], others: ['c'] }),
      source('203.0.113.21', { hits: ['b'], others: ['c', 'b'] }),
    ]
    const { blocked, members } = makeBlocklist({ ...emptyCase, sources, accounts }, 5)
    expect(blocked.map(({ hits, collateral }) => [hits, collateral])).toEqual([
      [1, 2],
      [0, 2],
    ])
    expect(members).toBe(2)
  })
  it('are a table, with whose network each is where that is known', () => {
    const known = source('203.0.113.20', { attempts: 11, country: 'NL', network: { asn: 64500, org: 'example bulk', kind: 'hosting' } })
    const list = makeBlocklist({ ...emptyCase, sources: [known, source('203.0.113.21')] }, 5)
    const [, ...rows] = blocklistRows(list, '2026-11-28T00:00:00.000Z', 'UTC')
    expect(rows.map(([address, , , , , , country, asn, network]) => [address, country, asn, network])).toEqual([
      ['203.0.113.20', 'NL', 64500, 'example bulk'],
      ['203.0.113.21', null, null, null],
    ])
  })
})

describe('an address that tried nothing, and from which an account was entered', () => {
  const entered = source('203.0.113.6', { campaigns: [], attempts: 0, hits: ['a'] })
  const account = (changes: Partial<CaseAccount>): CaseAccount =>
    ({
      account: 'a',
      kind: 'takeover',
      verdict: 'compromised',
      decision: { state: 'pending', by: null, at: null, why: null },
      usual: { sources: ['203.0.113.200'] },
      ...changes,
    }) as CaseAccount
  const blockedWith = (one: CaseSource, changes: Partial<CaseAccount> = {}): readonly string[] =>
    makeBlocklist({ ...emptyCase, sources: [one], accounts: [account(changes)] }, 5).blocked.map((row) => row.source.source)

  it('is blocked where the account is judged taken over, or people confirmed it', () => {
    expect(blockedWith(entered)).toEqual(['203.0.113.6'])
    const confirmed = { state: 'confirmed', by: 'A. Tanaka', at: null, why: null } as const
    expect(blockedWith(entered, { verdict: 'suspected', decision: confirmed })).toEqual(['203.0.113.6'])
  })
  it('is not where the owner may be on the road, always came from there, or the carrier gives it to the next', () => {
    expect(blockedWith(entered, { verdict: 'suspected' })).toEqual([])
    expect(blockedWith(entered, { decision: { state: 'cleared', by: 'A. Tanaka', at: null, why: null } })).toEqual([])
    expect(blockedWith(entered, { kind: 'misuse' })).toEqual([])
    expect(blockedWith(entered, { usual: { ...account({}).usual, sources: ['203.0.113.6'] } })).toEqual([])
    expect(blockedWith({ ...entered, network: { asn: 64500, org: 'carrier', kind: 'mobile' } })).toEqual([])
    expect(blockedWith({ ...entered, hits: ['somebody else'] })).toEqual([])
  })
})

describe('a lookup of an account in which nobody is seen', () => {
  const period = {
    first: '2026-11-18T00:00:00.000Z',
    last: '2026-11-22T00:00:00.000Z',
    gaps: [],
    recordsSuccesses: true,
    incomplete: false,
  }
  const entry = (flags: readonly string[]): LookupEntry => ({
    account: 'a',
    provider: 'okta',
    tenant: null,
    names: [],
    verdict: 'suspected',
    kind: 'takeover',
    class: 'B',
    at: '2026-11-20T00:00:00.000Z',
    flags,
    decision: 'pending',
  })
  const said = (flags: readonly string[]): string => lookupLines('a', [entry(flags)], period, { lang: 'en', zone: 'UTC' }).join('')
  it('speaks of no login', () => {
    expect(said(['factorChanged'])).toContain('suspicious login')
    expect(said(['factorChanged', 'noSession'])).toContain('suspicious act on the account')
  })
  it('says "from an attack source" of the time at which that was so', () => {
    expect(said(['campaignSource'])).toContain('login from an attack source')
    expect(said(['campaignSource', 'attackLater'])).toContain('suspicious login')
    const document = readCase('shop-stuffing', 'en')
    const taken = document.accounts.find(({ flags }) => flags.includes('campaignSource'))
    if (taken?.compromisedAt == null) throw new Error('the case is not what it was')
    const reasons = [{ messageId: 'reason.success-from-attack-source', data: {}, text: '', at: taken.compromisedAt, evidence: [] }]
    const flagsAt = (compromisedAt: string): string =>
      String(lookupRows({ ...document, accounts: [{ ...taken, compromisedAt, reasons }] }, 'UTC')[1]?.[7])
    const earlier = (minutes: number): string => new Date(Date.parse(taken.compromisedAt ?? '') - minutes * 60_000).toISOString()
    expect(flagsAt(earlier(0))).not.toContain('attackLater')
    expect(flagsAt(earlier(1))).not.toContain('attackLater')
    expect(flagsAt(earlier(2))).toContain('attackLater')
  })
  it('has nothing to read out where an intruder made it', () => {
    expect(said(['madeByIntruder', 'noSession'])).toContain('it has no owner')
    expect(said(['madeByIntruder', 'noSession'])).not.toMatch(/reset|May say/)
  })
})

describe('a lookup that finds nothing', () => {
  const period = {
    first: '2026-11-18T00:00:00.000Z',
    last: '2026-11-22T00:00:00.000Z',
    gaps: [],
    recordsSuccesses: true,
    incomplete: false,
  }
  const en = { lang: 'en', zone: 'UTC' } as const
  it('names the gaps of the log', () => {
    const gaps = [{ from: '2026-11-20T17:00:00.000Z', to: '2026-11-20T19:10:00.000Z' }]
    expect(lookupLines('67890', [], { ...period, gaps }, { lang: 'ja', zone: 'Asia/Tokyo' })).toEqual([
      '67890  該当する記録なし  11/18〜11/22のログに攻撃元からのログイン成功はありません(11/21 02:00+09:00–11/21 04:10+09:00は欠落)  「安全」とは案内しない',
    ])
  })
  it('does not speak of successes where the log records none', () => {
    const [line] = lookupLines('1', [], { ...period, recordsSuccesses: false }, en)
    expect(line).toContain('cannot tell')
    expect(line).not.toContain('show no login success')
  })
})

describe('CSV', () => {
  it('is read as people and spreadsheets write it', () => {
    expect(parseCsv('\ufeffa;b\r\n"x;1";"say ""hi""\r\nthere"\r\n\r\n00123;\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x;1', 'say "hi"\r\nthere'] },
      { line: 5, cells: ['00123', ''] },
    ])
  })
  it('keeps ids exact, and guards formulas only where a spreadsheet is meant', () => {
    const table = [['account'], ['=1+1'], ['007'], ['a\nb']]
    expect([...csvOf(table)].join('')).toBe('account\n=1+1\n007\n"a\nb"\n')
    expect([...spreadsheetOf(table)].join('')).toBe('\ufeffaccount\n\'=1+1\n007\n"a\nb"\n')
    expect(parseCsv([...csvOf(table)].join('')).map(({ cells }) => cells[0])).toEqual(['account', '=1+1', '007', 'a\nb'])
  })
})

describe('the Wilson interval', () => {
  it('agrees with published values', () => {
    const [from, to] = wilson(1, 10)
    expect([from.toFixed(4), to.toFixed(4)]).toEqual(['0.0179', '0.4042'])
    expect(wilson(0, 20).map((bound) => bound.toFixed(4))).toEqual(['0.0000', '0.1611'])
    expect(wilson(0, 0)).toEqual([0, 1])
  })
})

describe('a folder that cannot be finished', () => {
  it('leaves nothing behind', async () => {
    const folder = tempFolder()
    const broken = function* content(): Iterable<string> {
      yield 'half'
      throw new Error('disk full')
    }
    await expect(writeFolder(join(folder, 'case'), [{ path: 'a', content: broken() }], null)).rejects.toThrow('disk full')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('goes with the run that %s stops (exit code %i): half a case is none, and names people', async (signal, code) => {
    const folder = tempFolder()
    const stops: (() => void)[] = []
    const signals = { once: (event: string, stop: (cause: unknown) => void) => event === signal && stops.push(() => stop(undefined)) }
    const half = async function* content(): AsyncIterable<string> {
      yield 'half'
      expect(readdirSync(folder)).toHaveLength(1)
      const running = runCli(['-', '-q'], { cwd: folder, signals })
      for (const stop of stops) stop()
      expect(await running).toMatchObject({ code, stderr: 'Interrupted.\n' })
      expect(readdirSync(folder)).toEqual([])
      throw new Error('the process ends here')
    }
    await expect(writeFolder(join(folder, 'case'), [{ path: 'a', content: half() }], null)).rejects.toThrow('the process ends here')
  })
})

/** As Node says that the disk is full. */
const noSpace = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })

describe('a full disk', () => {
  it('is no bug: it is said with the folder, as output not written (exit code 3)', async () => {
    const folder = tempFolder()
    function* full(): Iterable<string> {
      yield 'begun'
      throw noSpace()
    }
    await expect(writeFolder(join(folder, 'case'), [{ path: 'a', content: full() }], null)).rejects.toMatchObject({
      messageId: 'complaint.not-written',
      data: { path: join(folder, 'case') },
      exitCode: 3,
    })
    expect(readdirSync(folder)).toEqual([])
    await expect(writeFolder('/dev/null/case', [{ path: 'a', content: ['x'] }], null)).rejects.toMatchObject({ exitCode: 3 })
  })
})

describe('the page for whoever decides', () => {
  const document = readCase('shop-stuffing', 'en')
  const page = (of: CaseDocument): string => [...briefPage(of, { samples: [], legal: undefined }, { lang: 'en', zone: 'UTC' })].join('')

  it('an id that two campaigns tried is one id, as everywhere else', () => {
    const [campaign] = document.campaigns
    const twice = { ...document, campaigns: [campaign, { ...campaign, id: 'campaign-2' }] as CaseDocument['campaigns'] }
    expect(page(twice)).toMatch(/% of the 3,913 ids tried are no account/)
    expect(page(twice)).toContain('3,913 ids tried')
  })

  it('ids that were only asked for are no sign of a list that leaked elsewhere', () => {
    const [campaign] = document.campaigns
    if (campaign === undefined) throw new Error('the case is not what it was')
    const asked = { ...campaign, id: 'campaign-2', method: 'enumeration' as const }
    const list = { ...campaign, tried: 100, unknownIds: 10 }
    const origin = 'a list that leaked elsewhere'
    expect(page(document)).toContain(origin)
    expect(page({ ...document, campaigns: [campaign, asked] })).toContain(origin)
    for (const campaigns of [[asked], [list, asked]]) {
      expect(page({ ...document, campaigns })).toContain('ids tried are no account known from these logs')
      expect(page({ ...document, campaigns })).not.toContain(origin)
    }
    expect(page({ ...document, campaigns: [list] })).not.toContain('no account known')
  })

  it('what the case does for everybody is not said again of a class', () => {
    const [model] = document.steps
    const step = (id: string, scope: CaseStep['scope']): CaseStep => ({
      ...(model as CaseStep),
      id,
      scope,
      priority: 1,
      phase: 'evict',
      state: 'open',
    })
    const idsOf = (steps: readonly CaseStep[]): readonly string[] => urgentSteps({ ...document, steps }).map(({ id }) => id)
    expect(idsOf([step('case/E1', 'case'), step('A/E1', 'class'), step('B/E3', 'class')])).toEqual(['case/E1', 'B/E3'])
    expect(idsOf([step('case/E1.sessions', 'case'), step('A/E1', 'class')])).toEqual(['case/E1.sessions'])
    expect(idsOf([step('A/E1', 'class')])).toEqual(['A/E1'])
  })
})
