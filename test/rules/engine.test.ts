import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/rules/define-rule.ts'
import { rules } from '../../src/rules/registry.ts'
import { shuffled, tableOf } from './support/draft-table.ts'
import type { EventLine } from './support/draft-table.ts'
import { probe } from './support/probe-rule.ts'
import { run } from './support/rule-fixtures.ts'

const minute = (at: number): string => new Date(Date.UTC(2026, 2, 2) + at * 60_000).toISOString()
const login = (at: number, fields: Partial<EventLine> = {}): EventLine => ({
  time: minute(at),
  action: 'login',
  outcome: 'success',
  account: 'u-1',
  ip: '192.0.2.1',
  ...fields,
})
const failure = (at: number, fields: Partial<EventLine> = {}): EventLine =>
  login(at, { outcome: 'failure', reason: 'bad-password', ...fields })

describe('dispatch', () => {
  it('hands over events in time order, and only those that have the key', () => {
    const seen: (string | undefined)[] = []
    const { account: _, ...nobody } = failure(2, { username: 'nobody', accountKnown: false })
    run(tableOf([login(3, { account: 'u-3' }), nobody, login(1)]), [probe({ sees: (event) => seen.push(event.account) })])
    expect(seen).toEqual(['u-1', 'u-3'])
  })
  it('takes a missing reason for "other", and wants every list that is given to match', () => {
    const rule: Rule = { ...probe({ reports: () => true }), when: { action: ['login'], outcome: ['failure'], reason: ['other'] } }
    const table = tableOf([login(1), failure(2), { ...failure(3), reason: undefined }])
    expect(run(table, [rule]).findings.map(({ count }) => count)).toEqual([1])
  })
  it('opens state only on the outcomes that a rule names', () => {
    const rule: Rule = { ...probe({ reports: () => true }), when: { opens: ['failure'] } }
    expect(run(tableOf([login(1), failure(2), login(3)]), [rule]).findings[0]?.count).toBe(2)
  })
  it('asks for protocols in any case, and by how they begin', () => {
    const rule: Rule = { ...probe({ reports: () => true }), when: { protocol: ['legacy:*', 'deviceCode'] } }
    const protocols = ['legacy:IMAP', 'Legacy:pop', 'DEVICECODE', 'deviceCode2', 'oAuth2', undefined]
    expect(run(tableOf(protocols.map((protocol, at) => login(at, { protocol }))), [rule]).findings[0]?.count).toBe(3)
  })
  it('hands nothing over where no event can open state', () => {
    const rule: Rule = { ...probe({ reports: () => true }), least: { events: () => 1, action: ['mfa-remove'] } }
    expect(run(tableOf([login(1), login(2)]), [rule]).findings).toEqual([])
    expect(run(tableOf([login(1), login(2, { action: 'mfa-remove' })]), [rule]).findings[0]?.count).toBe(2)
  })
  it('takes events away after the call', () => {
    const kept: { timeMs: number }[] = []
    run(tableOf([login(1)]), [probe({ sees: (event) => kept.push(event) })], { mode: 'lent-views' })
    expect(() => kept[0]?.timeMs).toThrow(TypeError)
  })
  it('gives plug-ins objects that are frozen all through', () => {
    const line = login(1, {
      geo: { country: 'JP', region: undefined, city: undefined, lat: 35, lon: 139, accuracyKm: 9 },
      asn: 64500,
      userAgent: 'Chrome/Windows',
    })
    run(
      tableOf([line]),
      [
        probe({
          sees: (event) => {
            for (const part of [event, event.geo, event.network, event.agent, event.facts, event.usual])
              expect(Object.isFrozen(part)).toBe(true)
          },
        }),
      ],
      { mode: 'objects' },
    )
    expect.assertions(6)
  })
})

describe('episodes', () => {
  const reportAll = probe({ reports: () => true })
  it('joins reports whose gaps are at most the parameter, and counts their rows', () => {
    const { findings } = run(tableOf([0, 10, 20, 31].map((at) => login(at))), [reportAll])
    expect(findings.map(({ count, first, last }) => [count, (last - first) / 6e7])).toEqual([
      [3, 20],
      [1, 0],
    ])
  })
  it('keeps the first and last halves of the evidence', () => {
    const { findings } = run(tableOf(Array.from({ length: 9 }, (_, at) => login(at))), [reportAll], { evidenceCap: 4 })
    expect(findings[0]).toMatchObject({ count: 9, rows: [0, 1, 7, 8], data: { events: 9, count: 9 } })
  })
  it('gives ids that do not depend on other events of the log', () => {
    const ids = (lines: readonly EventLine[]): string[] =>
      run(tableOf(lines), [reportAll])
        .findings.filter(({ accountKey, first }) => accountKey >= 0 && first === 1772409660e6)
        .map(({ id }) => id)
    expect(ids([login(1)])).toEqual(ids([login(0, { account: 'u-0' }), login(1), login(2, { account: 'u-2' })]).slice(0, 1))
  })
  it('reads parameters as written', () => {
    const { findings } = run(tableOf([0, 10].map((at) => login(at))), [reportAll], { parameters: { probe: { gap: '5m', most: '4' } } })
    expect(findings.map(({ count, parameters }) => [count, parameters])).toEqual([
      [1, { gap: '5m', most: 4 }],
      [1, { gap: '5m', most: 4 }],
    ])
  })
})

describe('what is usual', () => {
  it('holds what came before, without events that a rule doubted or their sessions', () => {
    const counts: number[] = []
    const lines = [login(0), login(1, { session: 's-1', ip: '192.0.2.9' }), login(2, { session: 's-1', ip: '192.0.2.9' }), login(3)]
    const suspicious = probe({ id: 'suspicious', reports: (event) => event.timeMs === Date.parse(minute(1)) })
    run(tableOf(lines), [suspicious, probe({ sees: ({ usual }) => counts.push(usual.successes, usual.sameSource) })])
    expect(counts).toEqual([0, 0, 1, 0, 1, 0, 1, 1])
  })
  it('counts every repetition, also across a change of context and back', () => {
    const counts: number[] = []
    const ips = ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.2', '192.0.2.1']
    run(tableOf(ips.map((ip, at) => login(at, { ip }))), [probe({ sees: ({ usual }) => counts.push(usual.sameSource) })])
    expect(counts).toEqual([0, 1, 0, 2, 1, 3])
  })
  it('is the past of whoever acted: by id or by name, of nobody where that could be several', () => {
    const seen: unknown[] = []
    const admin = { account: 'u-9', username: 'root', ip: '192.0.2.9' }
    const acts = ['u-9', 'root', 'u-1', 'somebody', undefined].map((actor, at) =>
      login(10 + at, { action: 'role-grant', ip: '192.0.2.9', actor }),
    )
    const watch = probe({
      sees: ({ action, isOthersAct, usual }) => (action === 'role-grant' ? seen.push([isOthersAct, usual.successes, usual.sameSource]) : 0),
    })
    run(tableOf([login(0), login(1), login(2), login(3, admin), ...acts]), [watch])
    expect(seen).toEqual([
      [true, 1, 1],
      [true, 1, 1],
      [false, 3, 0],
      [true, 0, 0],
      [false, 3, 0],
    ])
    seen.length = 0
    run(tableOf([login(0), login(3, admin), login(4, { ...admin, account: 'u-8' }), ...acts.slice(1, 2)]), [watch])
    expect(seen).toEqual([[true, 0, 0]])
  })
  it('does not learn from logins that somebody else made for the account', () => {
    const counts: number[] = []
    run(tableOf([login(0, { actor: 'support' }), login(1)]), [probe({ sees: ({ usual }) => counts.push(usual.successes) })])
    expect(counts).toEqual([0, 0])
  })
  it('learns in spite of low findings', () => {
    const counts: number[] = []
    run(tableOf([login(0), login(1)]), [probe({ severity: 'low', reports: () => true, sees: ({ usual }) => counts.push(usual.successes) })])
    expect(counts).toEqual([0, 1])
  })
})

describe('facts', () => {
  it('are those of the last complete hour', () => {
    const seen: number[] = []
    run(tableOf([login(0), login(30), login(59), login(60), login(61), login(120)]), [
      probe({ sees: ({ facts }) => seen.push(facts.successes) }),
    ])
    expect(seen).toEqual([0, 0, 0, 3, 3, 5])
  })
  it('count each account of a source once, and failures apart', () => {
    const seen: number[][] = []
    const lines = [login(0), login(1), login(2, { account: 'u-2' }), failure(3), login(70)]
    run(tableOf(lines), [
      probe({
        sees: ({ facts, outcome, timeMs }) =>
          outcome === 'success' && timeMs > Date.parse(minute(60))
            ? seen.push([facts.sourceAccounts, facts.sourceSuccesses, facts.sourceFailures])
            : 0,
      }),
    ])
    expect(seen).toEqual([[2, 3, 1]])
  })
  it('count the accounts of a client, by login or consent, in logs that have consents', () => {
    const seen: number[] = []
    const watch = probe({ sees: ({ facts, timeMs }) => (timeMs > Date.parse(minute(60)) ? seen.push(facts.clientAccounts) : 0) })
    const lines = [
      login(0, { client: 'a' }),
      login(1, { client: 'a' }),
      login(2, { client: 'a', account: 'u-2' }),
      login(70, { client: 'a' }),
      login(71, { client: 'b' }),
    ]
    run(tableOf(lines), [watch])
    run(tableOf([...lines, login(3, { action: 'consent-grant', client: 'a', account: 'u-3' })]), [watch])
    expect(seen).toEqual([0, 0, 3, 0])
  })
})

describe('threats', () => {
  const attack = probe({
    id: 'attack',
    partition: ['source'],
    severity: 'high',
    reports: ({ outcome, timeMs }) => outcome === 'failure' && timeMs >= Date.parse(minute(5)),
  })
  const threatsAt = (at: number, withinMs: number, after?: readonly string[]): (string | undefined)[] => {
    const seen: (string | undefined)[] = []
    const lines = [failure(1), failure(5), failure(9), login(at, { account: 'u-9' })]
    const reader = probe({
      id: 'reader',
      sees: (event) => (event.account === 'u-9' ? seen.push(event.threat(withinMs)?.rule) : 0),
      ...(after === undefined ? {} : { after }),
    })
    run(tableOf(lines), [attack, reader])
    return seen
  }
  it('are unknown before they were first reported', () => expect(threatsAt(4, 0)).toEqual([undefined]))
  it('are known while the episode may go on', () =>
    expect([threatsAt(7, 0), threatsAt(19, 0), threatsAt(20, 0)]).toEqual([['attack'], ['attack'], [undefined]]))
  it('are known for as long after as is asked', () =>
    expect([threatsAt(69, 3_600_000), threatsAt(70, 3_600_000)]).toEqual([['attack'], [undefined]]))
  it('come only from the rules that the reader names', () =>
    expect([threatsAt(7, 0, ['attack']), threatsAt(7, 0, ['other'])]).toEqual([['attack'], [undefined]]))
})

describe('which rules run', () => {
  const table = tableOf([login(0)])
  it('skips a rule whose fields a format never carries, and says why', () => {
    const rule: Rule = { ...probe({}), needs: ['session', 'geo', 'account'] }
    expect(run(table, [rule])).toMatchObject({ ran: [], skipped: [{ rule: 'probe', format: 'generic', why: 'session+geo' }] })
  })
  it('chooses by id, tag and severity', () => {
    const two = [probe({ id: 'a-rule' }), probe({ id: 'b-rule', severity: 'high' })]
    expect(run(table, two, { only: ['high'] }).ran).toEqual(['b-rule'])
    expect(run(table, two, { only: ['probing'], skip: ['b-rule'] }).ran).toEqual(['a-rule'])
  })
  it.each([[['source']], [['source', 'account']]] as const)('leaves out sources that are proxies, for keys %s', (partition) => {
    const lines = Array.from({ length: 60 }, (_, at) => login(at, { account: `u-${at}`, ip: `192.0.2.${at % 2}` }))
    const rule = probe({ partition, reports: () => true })
    expect(run(tableOf(lines), [rule]).findings).toEqual([])
    const guest = login(60, { account: 'u-1', ip: '198.51.100.1' })
    expect(run(tableOf([...lines, guest]), [rule]).findings).toHaveLength(1)
  })
})

describe('bounds', () => {
  const many = Array.from({ length: 100_000 }, (_, at) =>
    failure(at / 20, { account: `u-${at}`, ip: `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}` }),
  )
  it('takes less than two kilobytes per key for all rules together at 100,000 keys, garbage included', () => {
    const table = tableOf(many)
    const before = process.memoryUsage()
    const { findings, incomplete } = run(table, rules)
    const after = process.memoryUsage()
    expect({ findings, incomplete }).toEqual({ findings: [], incomplete: false })
    expect(after.arrayBuffers - before.arrayBuffers + Math.max(0, after.heapUsed - before.heapUsed)).toBeLessThan(100_000 * 2048)
  })
  it('drops the least recently active keys above the cap, and says that the result is incomplete', () => {
    const rule = probe({ reports: () => true })
    const table = tableOf(shuffled(many.slice(0, 2_000), 7))
    expect(run(table, [rule], { keyCap: 1_000, parameters: { probe: { gap: '30d' } } }).incomplete).toBe(true)
    expect(run(table, [rule], { keyCap: 1_000, parameters: { probe: { gap: '1s' } } }).incomplete).toBe(false)
    expect(run(table, [rule], { keyCap: 1_000 }).findings).toHaveLength(2_000)
  })
})
