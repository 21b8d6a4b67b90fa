import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEnrichment } from '../../src/enrich/enrich-places.ts'
import { writeMmdb } from './support/write-mmdb.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

describe('createEnrichment', () => {
  it('asks an injected place lookup once per distinct address', async () => {
    const asked: string[] = []
    const { geoOf } = await createEnrichment({ geoLookup: (ip) => (asked.push(ip), undefined) })
    for (const ip of ['192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.1']) geoOf(ip)
    expect(asked).toEqual(['192.0.2.1', '192.0.2.2'])
  })

  it('knows networks from the built-in table', async () => {
    const { networkOf, problems } = await createEnrichment()
    expect(networkOf('126.1.2.3')).toEqual({ asn: 17676, org: 'SoftBank Corp.', kind: 'residential' })
    expect(networkOf('10.0.0.1')).toEqual({ asn: undefined, org: undefined, kind: 'private' })
    expect(networkOf('192.0.2.1')).toBeUndefined()
    expect(networkOf('nonsense')).toBeUndefined()
    expect(problems()).toEqual([])
  })

  it('believes what the log asserts, also without an address or with an anonymised one', async () => {
    const { networkOf } = await createEnrichment()
    expect(networkOf('126.1.2.3', 9605)).toEqual({ asn: 9605, org: 'NTT DOCOMO, INC.', kind: 'mobile' })
    expect(networkOf(undefined, 64500, 'Example Hosting')).toEqual({ asn: 64500, org: 'Example Hosting', kind: 'hosting' })
    expect(networkOf('10.0.0.1', 16509)).toEqual({ asn: 16509, org: 'Amazon.com, Inc.', kind: 'hosting' })
    expect(networkOf('126.1.2.3', undefined, 'Named by the log')).toEqual({ asn: 17676, org: 'Named by the log', kind: 'residential' })
    expect(networkOf(undefined)).toBeUndefined()
  })

  it('answers of an address what the log asserts of it, and what the table says, in any order', async () => {
    const { networkOf } = await createEnrichment()
    const asked = [undefined, 9605, undefined, undefined, 16509].map((asn) => networkOf('126.1.2.3', asn)?.asn)
    expect(asked).toEqual([17676, 9605, 17676, 17676, 16509])
    expect([networkOf(undefined), networkOf('192.0.2.1'), networkOf('126.1.2.3')?.asn]).toEqual([undefined, undefined, 17676])
  })

  it('prefers the databases that the user brings, and says so', async () => {
    const geoDb = join(folder, 'city.mmdb')
    const asnDb = join(folder, 'asn.mmdb')
    writeFileSync(geoDb, writeMmdb('GeoLite2-City', [{ cidr: '11.0.0.0/8', data: { country: { iso_code: 'NL' } } }]))
    writeFileSync(
      asnDb,
      writeMmdb('GeoLite2-ASN', [
        { cidr: '11.0.0.0/8', data: { autonomous_system_number: 64500, autonomous_system_organization: 'Example Hosting' } },
      ]),
    )
    const { geoOf, networkOf, describe: said } = await createEnrichment({ geoDb, asnDb })
    expect(geoOf('11.2.3.4')?.country).toBe('NL')
    expect(geoOf('126.1.2.3')).toBeUndefined()
    expect(networkOf('11.2.3.4')).toEqual({ asn: 64500, org: 'Example Hosting', kind: 'hosting' })
    expect(networkOf('126.1.2.3')).toBeUndefined()
    expect(said()).toEqual(['geo: GeoLite2-City, built 2026-01-01', 'network: GeoLite2-ASN, built 2026-01-01'])
  })

  it('leaves a mobile carrier at home whose bought blocks the built-in table has abroad, and believes the databases of the user', async () => {
    const bought = '193.114.66.185'
    const { geoOf, networkOf } = await createEnrichment()
    expect(networkOf(bought)?.asn).toBe(138384)
    expect(geoOf(bought)).toEqual({ country: 'JP' })
    expect(geoOf('133.106.1.1')?.lat).toBeDefined()
    const geoDb = join(folder, 'own.mmdb')
    writeFileSync(geoDb, writeMmdb('GeoLite2-City', [{ cidr: '193.114.0.0/16', data: { country: { iso_code: 'NL' } } }]))
    expect((await createEnrichment({ geoDb })).geoOf(bought)?.country).toBe('NL')
  })

  it('reports an unusable database as a value, at once', async () => {
    const { problems, describe: said } = await createEnrichment({ geoDb: join(folder, 'none.mmdb') })
    expect(problems().map((problem) => problem.id)).toEqual(['missing'])
    expect(said().at(-1)).toMatch(/^No database at /)
  })

  it('classifies user agents', async () => {
    const { agentOf } = await createEnrichment()
    expect(agentOf('curl/8.5.0')).toEqual({ family: 'curl', os: 'unknown', deviceClass: 'bot', scripted: true })
  })

  it('describes the built-in data with their credits', async () => {
    const { describe: said } = await createEnrichment()
    expect(said()).toEqual([
      'geo: GeoLite data by MaxMind, as shipped with geoip-lite',
      'network: IP to ASN table by ip-location-db (RouteViews, DB-IP), CC BY 4.0',
    ])
  })
})
