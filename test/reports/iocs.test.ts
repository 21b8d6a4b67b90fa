import { expect, test } from 'vitest'
import { report as iocs } from '../../src/reports/iocs/index.ts'
import { report as timesketch } from '../../src/reports/timesketch/index.ts'
import type { CaseDocument, CaseSource } from '../../src/model/case.ts'
import { CASES, emptyCase, LANGS, readCase, renderText } from './documents.ts'

interface Stix {
  readonly type: string
  readonly id: string
  readonly spec_version?: string
  readonly created?: string
  readonly modified?: string
  readonly pattern?: string
  readonly valid_from?: string
  readonly description?: string
  readonly start_time?: string
  readonly stop_time?: string
  readonly source_ref?: string
  readonly target_ref?: string
}

const shop = readCase('shop-stuffing', 'en')
const withSources = (sources: readonly string[]): CaseDocument => ({
  ...shop,
  campaigns: shop.campaigns.map((campaign) => ({ ...campaign, sources })),
})

test('every source of the campaigns is on the list, in CSV and in STIX, once', () => {
  const sources = shop.campaigns.flatMap(({ sources }) => sources)
  const list = renderText(iocs, shop, { part: 'list' }).trimEnd().split('\n')
  expect(list.slice(1)).toEqual(sources)
  expect(list[0]).toMatch(/^# attack sources: 61;/)
  const [head, ...rows] = renderText(iocs, shop, { part: 'csv' }).trimEnd().split('\n')
  expect(head).toBe('value,type,first,last,methods,campaigns,accounts_entered,shared,role,confidence,not_to_block')
  expect(rows.map((row) => row.split(',')[0])).toEqual(sources)
  expect(rows.reduce((sum, row) => sum + Number(row.split(',')[6]), 0)).toBe(shop.sessions.length)
  const { objects } = JSON.parse(renderText(iocs, shop, { part: 'stix' })) as { objects: Stix[] }
  expect(objects.flatMap(({ pattern }) => pattern ?? [])).toEqual(sources.map((source) => `[ipv4-addr:value = '${source}']`))
})

test('a line that members share is told as one, and is none of the addresses to take', () => {
  const [line = '', ...others] = shop.campaigns.flatMap(({ sources }) => sources)
  const caveats = [...shop.summary.caveats, { id: 'shared-attack-source', data: { source: line, accounts: 400 } }]
  const document = { ...shop, summary: { ...shop.summary, caveats } }
  const list = renderText(iocs, document, { part: 'list' }).trimEnd().split('\n')
  expect(list.filter((one) => !one.startsWith('#'))).toEqual(others)
  expect(list.slice(-2)).toEqual(['# lines that many members share, left out: 1', `# ${line}`])
  expect(renderText(iocs, document, { part: 'csv' }).split('\n')[1]).toMatch(
    new RegExp(`^${line.replaceAll('.', '[.]')},.*,true,attack,low,shared$`),
  )
  const { objects } = JSON.parse(renderText(iocs, document, { part: 'stix' })) as { objects: (Stix & { labels?: string[] })[] }
  expect(objects.filter(({ labels }) => labels?.includes('shared-line')).map(({ pattern }) => pattern)).toEqual([
    `[ipv4-addr:value = '${line}']`,
  ])
})

test('the bundle is well formed: ids of version 5, unique, every reference in it, valid times', () => {
  const bundle = JSON.parse(renderText(iocs, withSources(['192.0.2.1', '2001:db8::5', '2001:db8:1::/64']), { part: 'stix' })) as {
    id: string
    objects: Stix[]
  }
  const ids = new Set(bundle.objects.map(({ id }) => id))
  expect(ids.size).toBe(bundle.objects.length)
  for (const { type, id, spec_version } of [...bundle.objects, { ...bundle, type: 'bundle', spec_version: '2.1' }]) {
    expect(id).toMatch(new RegExp(`^${type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`))
    expect(spec_version).toBe('2.1')
  }
  const relationships = bundle.objects.filter(({ type }) => type === 'relationship')
  expect(relationships).toHaveLength(3)
  for (const { source_ref, target_ref } of relationships)
    expect([ids.has(source_ref ?? ''), ids.has(target_ref ?? '')]).toEqual([true, true])
  const indicators = bundle.objects.filter(({ type }) => type === 'indicator')
  expect(indicators.map(({ pattern }) => pattern)).toEqual([
    "[ipv4-addr:value = '192.0.2.1']",
    "[ipv6-addr:value = '2001:db8::5']",
    "[ipv6-addr:value ISSUBSET '2001:db8:1::/64']",
  ])
  for (const { valid_from } of indicators) expect(valid_from).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
})

/** STIX 2.1 (OASIS standard, 10 June 2021): properties by object in sections 3.2, 4.1, 4.7, 5.1; which are required is in the first list. */
const PROPERTIES: Readonly<Record<string, readonly [required: readonly string[], optional: readonly string[]]>> = {
  'attack-pattern': [['name'], ['description', 'aliases', 'kill_chain_phases']],
  indicator: [
    ['pattern', 'pattern_type', 'valid_from'],
    ['name', 'description', 'indicator_types', 'pattern_version', 'valid_until', 'kill_chain_phases'],
  ],
  relationship: [
    ['relationship_type', 'source_ref', 'target_ref'],
    ['description', 'start_time', 'stop_time'],
  ],
}
const COMMON = ['type', 'spec_version', 'id', 'created', 'modified'] as const
const COMMON_OPTIONAL = ['created_by_ref', 'revoked', 'labels', 'confidence', 'lang', 'external_references', 'object_marking_refs']
/** indicator-type-ov, section 10.13. */
const INDICATOR_TYPES = ['anomalous-activity', 'anonymization', 'benign', 'compromised', 'malicious-activity', 'attribution', 'unknown']

test('every object has what the standard demands of its type, and nothing that the standard does not know', () => {
  const [campaign] = shop.campaigns
  const source = detailsOf('192.0.2.1', { first: '2026-11-20T09:02:11.000100Z', last: '2026-11-20T09:02:11.000900Z' })
  const brief: CaseDocument = {
    ...shop,
    campaigns: campaign === undefined ? [] : [{ ...campaign, sources: ['192.0.2.1'] }],
    sources: [source],
  }
  for (const document of [shop, brief, ...CASES.map(({ name }) => readCase(name, 'ja'))]) {
    const { objects = [] } = JSON.parse(renderText(iocs, document, { part: 'stix' })) as { objects?: (Stix & Record<string, unknown>)[] }
    for (const object of objects) {
      const [required, optional] = PROPERTIES[object.type] ?? [[], []]
      expect(Object.keys(object)).toEqual(expect.arrayContaining([...COMMON, ...required]))
      expect(Object.keys(object).filter((name) => ![...COMMON, ...COMMON_OPTIONAL, ...required, ...optional].includes(name))).toEqual([])
      // Nothing is null, and no list or text is empty (section 2).
      for (const [name, value] of Object.entries(object))
        expect(value === null || (Array.isArray(value) && value.length === 0) || value === '', name).toBe(false)
      expect((object.modified ?? '') >= (object.created ?? ''), object.id).toBe(true)
      if (object.stop_time !== undefined) expect(object.stop_time > (object.start_time ?? ''), object.id).toBe(true)
      expect([object['indicator_types'] ?? []].flat().filter((type) => !INDICATOR_TYPES.includes(String(type)))).toEqual([])
      if (object.type === 'relationship')
        expect([object.source_ref?.split('--')[0], object['relationship_type'], object.target_ref?.split('--')[0]]).toEqual([
          'indicator',
          'indicates',
          'attack-pattern',
        ])
    }
  }
})

test('an object that a later run knows more about keeps its id and the time of its creation', () => {
  const later = { ...shop, summary: { ...shop.summary, last: '2027-01-01T00:00:00.000Z' } }
  const of = (document: CaseDocument): ReadonlyMap<string, Stix> =>
    new Map((JSON.parse(renderText(iocs, document, { part: 'stix' })) as { objects: Stix[] }).objects.map((object) => [object.id, object]))
  const [before, after] = [of(shop), of(later)]
  expect([...after.keys()]).toEqual([...before.keys()])
  for (const [id, { created, modified }] of after) {
    expect(created, id).toBe(before.get(id)?.created)
    expect(Date.parse(modified ?? ''), id).toBeGreaterThanOrEqual(Date.parse(created ?? ''))
  }
})

const detailsOf = (source: string, own: Partial<CaseSource>): CaseSource => ({
  source,
  campaigns: [],
  attempts: 1,
  tried: [],
  hits: [],
  others: [],
  first: shop.run.now,
  last: shop.run.now,
  country: null,
  network: null,
  agents: [],
  shared: false,
  proxy: false,
  allowed: false,
  ...own,
})

test('what the case knows of a source by itself goes before what its campaign as a whole did', () => {
  const [first, last] = ['2026-11-21T01:00:00.000Z', '2026-11-21T01:00:30.000Z']
  const document: CaseDocument = {
    ...withSources(['203.0.113.9', '203.0.113.10', '203.0.113.11']),
    sources: [
      detailsOf('203.0.113.9', { first, last, shared: true, hits: ['a', 'b'] }),
      detailsOf('203.0.113.10', { first, last: first, shared: false }),
    ],
  }
  const [campaign] = document.campaigns
  // Of the third nothing is known by itself: one session of the case comes from there.
  const rows = renderText(iocs, document, { part: 'csv' }).trimEnd().split('\n').slice(1)
  expect(rows.map((row) => row.split(',').filter((_, at) => [0, 2, 3, 6, 7].includes(at)))).toEqual([
    ['203.0.113.9', first, last, '2', 'true'],
    ['203.0.113.10', first, first, '0', 'false'],
    ['203.0.113.11', campaign?.first, campaign?.last, '1', ''],
  ])
  const { objects } = JSON.parse(renderText(iocs, document, { part: 'stix' })) as { objects: Stix[] }
  expect(objects.flatMap(({ description }) => description ?? [])).toEqual([
    'Login attack source; accounts entered: 2; shared line, a block hits its other users',
    'Login attack source; accounts entered: 0',
    'Login attack source; accounts entered: 1',
  ])
  // STIX: the end of a time is later than its beginning, or is left out.
  const times = objects.filter(({ type }) => type === 'relationship').map(({ start_time, stop_time }) => [start_time, stop_time])
  expect(times.slice(0, 2)).toEqual([
    [first, last],
    [first, undefined],
  ])
})

test('what is no address is not handed on; a known proxy neither', () => {
  const hostile = withSources(["' OR 1=1", 'example.jp', '203.0.113.9', '203.0.113.10'])
  const document: CaseDocument = { ...hostile, sources: [detailsOf('203.0.113.10', { proxy: true })] }
  expect(renderText(iocs, document, { part: 'list' }).trimEnd().split('\n').slice(1)).toEqual(['203.0.113.9'])
  expect(JSON.parse(renderText(iocs, emptyCase, { part: 'stix' }))).toEqual({
    type: 'bundle',
    id: expect.stringMatching(/^bundle--/) as string,
  })
})

test.each(CASES.flatMap(({ name }) => LANGS.map((lang) => ({ name, lang }))))(
  '$name.$lang: a Timesketch line for every action, session and finding, in time order',
  ({ name, lang }) => {
    const document = readCase(name, lang)
    const lines = renderText(timesketch, document, { lang }).trimEnd().split('\n')
    const events = lines.map((line) => JSON.parse(line) as Record<string, string>)
    const actions = document.sessions.reduce((sum, session) => sum + session.actions.length, 0)
    expect(events).toHaveLength(actions + document.sessions.length + document.findings.length + 1)
    for (const event of events) {
      expect(event['message']).not.toBe('')
      expect(event['timestamp_desc']).not.toBe('')
      expect(event['datetime']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/)
    }
    const times = events.map((event) => Date.parse(event['datetime'] ?? ''))
    expect(times).toEqual(times.toSorted((left, right) => left - right))
  },
)

const NOBODY: CaseDocument['accounts'][number]['usual'] = { logins: 9, since: null, countries: [], networks: [], agents: [], sources: [] }
const [anybody] = shop.accounts
if (anybody === undefined) throw new Error('the case has accounts')
const taken = { ...anybody, account: 'a', verdict: 'compromised' as const, kind: 'takeover' as const, campaigns: [], usual: NOBODY }
const [anySession] = shop.sessions
if (anySession === undefined) throw new Error('the case has sessions')
const stranger = { ...anySession, id: 's1', account: 'a', ips: ['203.0.113.40'], agent: 'curl', findings: [] }
const rented = { asn: 64_500, org: 'example rack', kind: 'hosting' as const }
const entered = (own: Partial<CaseDocument>): CaseDocument => ({
  ...emptyCase,
  accounts: [taken],
  sessions: [stranger],
  sources: [detailsOf('203.0.113.40', { hits: ['a'], agents: ['curl, "x"', 'Chrome (Windows)'], network: rented })],
  ...own,
})
const rowsOf = (document: CaseDocument): string[] => renderText(iocs, document, { part: 'csv' }).trimEnd().split('\n').slice(1)
const listed = (document: CaseDocument): string[] =>
  renderText(iocs, document, { part: 'list' })
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

test('without a campaign, where and with what somebody came in is told, each with how sure it is', () => {
  const key = { fingerprint: 'SHA256:abc', known: false, compared: 4 }
  const document = entered({ sessions: [{ ...stranger, key }] })
  expect(
    rowsOf(document)
      .map((row) => row.replace(/,[^,]*Z,[^,]*Z,/, ','))
      .sort(),
  ).toEqual(['"curl, ""x""",program,,,1,,entry,low,', '203.0.113.40,ipv4,,,1,false,entry,medium,', 'SHA256:abc,ssh-key,,,1,,entry,medium,'])
  // Firewalls get addresses and nothing else.
  expect(listed(document)).toEqual(['203.0.113.40'])
  const { objects } = JSON.parse(renderText(iocs, document, { part: 'stix' })) as { objects: (Stix & { confidence?: number })[] }
  expect(objects.map(({ pattern, confidence }) => [pattern, confidence])).toEqual([["[ipv4-addr:value = '203.0.113.40']", 50]])
  const confirmed = { ...taken, decision: { state: 'confirmed' as const, by: 'X', at: shop.run.now, why: null } }
  expect(rowsOf({ ...document, accounts: [confirmed] })[0]).toMatch(/,entry,high,$/)
})

test.each([
  ['its owner always came from there', { accounts: [{ ...taken, usual: { ...NOBODY, sources: ['203.0.113.40'] } }] }],
  ['the account is only suspected', { accounts: [{ ...taken, verdict: 'suspected' as const }] }],
  ['people cleared it', { accounts: [{ ...taken, decision: { state: 'cleared' as const, by: 'X', at: shop.run.now, why: null } }] }],
  ['many share the line', { sources: [detailsOf('203.0.113.40', { hits: ['a'], shared: true })] }],
  ['it is a proxy', { sources: [detailsOf('203.0.113.40', { hits: ['a'], proxy: true })] }],
  ['somebody vouches for it', { sources: [detailsOf('203.0.113.40', { hits: ['a'], allowed: true })] }],
  ['it is a relay', { sources: [detailsOf('203.0.113.40', { hits: ['a'], network: { ...rented, kind: 'relay' } })] }],
  ['it is a mobile line', { sources: [detailsOf('203.0.113.40', { hits: ['a'], network: { ...rented, kind: 'mobile' } })] }],
])('an entry is no indicator where %s', (_, own) => {
  expect(rowsOf(entered(own))).toEqual([])
  expect(listed(entered(own))).toEqual([])
})

test('a program that some owner has, and a key that the account always used, tell nobody apart', () => {
  const known = { fingerprint: 'SHA256:abc', known: true, compared: 4 }
  const bystander = { ...taken, account: 'b', verdict: 'targeted' as const, usual: { ...NOBODY, agents: ['curl'] } }
  const document = entered({ accounts: [taken, bystander], sessions: [{ ...stranger, key: known }] })
  expect(rowsOf(document).map((row) => row.split(',')[1])).toEqual(['ipv4'])
})

test('an attack source that is on no block list is told with the reason, and not handed to firewalls', () => {
  const document: CaseDocument = {
    ...withSources(['203.0.113.9', '203.0.113.10']),
    sources: [detailsOf('203.0.113.9', { network: { ...rented, kind: 'relay' } }), detailsOf('203.0.113.10', { allowed: true })],
  }
  expect(listed(document)).toEqual([])
  expect(rowsOf(document).map((row) => row.split(',').slice(-2).join(' '))).toEqual(['low relay', 'low allowed'])
})
