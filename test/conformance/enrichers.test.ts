import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Enricher, Source } from '../../src/enrich/define-enricher.ts'
import { opened } from '../enrich/support/opened.ts'
import { writeMmdb } from '../enrich/support/write-mmdb.ts'
import { cpuMs } from '../support/cpu-ms.ts'
import { tempFolder } from '../support/temp-folder.ts'

const ROOM = new URL('../../src/enrich/', import.meta.url)
const IDS = readdirSync(ROOM, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const folder = tempFolder()
/** Enrichers that stand on a file of the user's. */
const OPTIONS: Readonly<Record<string, { readonly path: string }>> = {
  'geo-mmdb': { path: join(folder, 'city.mmdb') },
  'asn-mmdb': { path: join(folder, 'asn.mmdb') },
}

const PRIVATE = [
  '10.0.0.1',
  '172.16.0.1',
  '192.168.255.254',
  '127.0.0.1',
  '169.254.0.1',
  '100.64.0.1',
  '::1',
  'fe80::1',
  'fc00::1',
  'fdff::1',
]
const PUBLIC = ['8.8.8.8', '126.1.2.3', '2400:4050::1', '203.0.113.1', '2001:db8::1']
const AGENTS = [
  'curl/8.5.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
]
const HOSTILE = [
  '',
  ' ',
  '-',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\u001b]0;owned\u0007',
  '\u202eevil',
  '\ud800',
  '=1+1',
  '<script>',
  '../../etc/passwd',
  '1.2.3.4.5',
  '1.2.3.4:99999',
  '[::1]',
  '::ffff:1.2.3.4',
  ':'.repeat(40),
  ':'.repeat(10_240),
  '9'.repeat(10_240),
  '('.repeat(10_240),
  'a/'.repeat(5_000),
  '1.1.1.1'.repeat(1_000),
  'Mozilla/5.0 '.repeat(1_000),
]

type AnyEnricher = Enricher<Source<unknown>, unknown>

const load = async (id: string): Promise<AnyEnricher> => {
  const module: { readonly enricher: AnyEnricher } = await import(new URL(`${id}/index.ts`, ROOM).href)
  return module.enricher
}

beforeAll(() => {
  const everywhere = (data: { readonly [key: string]: string | number | { readonly iso_code: string } }) =>
    ['0.0.0.0/1', '128.0.0.0/1'].map((cidr) => ({ cidr, data }))
  writeFileSync(OPTIONS['geo-mmdb']?.path ?? '', writeMmdb('GeoLite2-City', everywhere({ country: { iso_code: 'JP' } })))
  writeFileSync(OPTIONS['asn-mmdb']?.path ?? '', writeMmdb('GeoLite2-ASN', everywhere({ autonomous_system_number: 64500 })))
})

/** The files of the room itself: they ask the enrichers, one after the other. */
const composition = readdirSync(ROOM)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, ROOM), 'utf8'))
  .join('\n')

describe.each(IDS)('enricher %s', (id) => {
  let enricher: AnyEnricher
  let lookup: Source<unknown>['lookup']
  beforeAll(async () => {
    enricher = await load(id)
    lookup = (await opened(enricher, OPTIONS[id])).lookup
  })

  it('is declared: the folder is its id, the source of its data is told', () => {
    expect(enricher.id).toBe(id)
    expect(['ip', 'userAgent']).toContain(enricher.key)
    expect(['geo', 'network', 'agent']).toContain(enricher.adds)
    expect(enricher.source.length).toBeGreaterThan(10)
  })

  it('is asked: a folder that src/enrich/enrich-places.ts does not lead to changes nothing', () => {
    expect(composition).toContain(`'./${id}/`)
  })

  it('is pure: one value, one answer, whoever asks first', async () => {
    const values = [...PRIVATE, ...PUBLIC, ...AGENTS, ...HOSTILE]
    const other = (await opened(enricher, OPTIONS[id])).lookup
    const backwards = new Map(values.toReversed().map((value) => [value, other(value)]))
    for (const value of values) {
      expect(lookup(value), value.slice(0, 40)).toEqual(backwards.get(value))
      expect(lookup(value), value.slice(0, 40)).toEqual(lookup(value))
    }
  })

  it('answers something for at least one ordinary value', () => {
    const ordinary = enricher.key === 'ip' ? [...PUBLIC, ...PRIVATE] : AGENTS
    expect(ordinary.some((value) => lookup(value) !== undefined)).toBe(true)
  })

  it('never throws on hostile values, and takes no more than a blink', () => {
    expect(
      cpuMs(() => {
        for (const value of HOSTILE) lookup(value)
      }),
    ).toBeLessThan(200)
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (value) => void lookup(value)))
  })

  it('neither locates a private address nor gives it an operator', () => {
    if (enricher.key !== 'ip') return expect(enricher.adds).toBe('agent')
    for (const ip of PRIVATE) expect([undefined, 'private'], ip).toContain(lookup(ip))
  })
})
