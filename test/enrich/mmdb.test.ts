import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { enricher as asnMmdb } from '../../src/enrich/asn-mmdb/index.ts'
import { enricher as geoMmdb } from '../../src/enrich/geo-mmdb/index.ts'
import { opened } from './support/opened.ts'
import { writeMmdb } from './support/write-mmdb.ts'
import { tempFolder } from '../support/temp-folder.ts'

let folder = ''
const file = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = tempFolder()
  const place = {
    country: { iso_code: 'JP', names: { en: 'Japan', ja: '日本' } },
    subdivisions: [{ iso_code: '13', names: { en: 'Tokyo' } }],
    city: { names: { en: 'Chiyoda', ja: '千代田' } },
    location: { latitude: 35.694, longitude: 139.754, accuracy_radius: 5 },
  }
  // Locatable addresses are needed here; what the test database says of them is made up.
  writeFileSync(
    file('city.mmdb'),
    writeMmdb('GeoLite2-City', [
      { cidr: '11.1.0.0/16', data: place },
      { cidr: '12.0.0.0/8', data: { country: { iso_code: 'RO' } } },
      { cidr: '10.0.0.0/8', data: place },
    ]),
  )
  writeFileSync(
    file('asn.mmdb'),
    writeMmdb('GeoLite2-ASN', [
      { cidr: '11.1.0.0/16', data: { autonomous_system_number: 64500, autonomous_system_organization: 'Example Networks' } },
      { cidr: '12.0.0.0/8', data: { autonomous_system_organization: 'Nameless' } },
    ]),
  )
  writeFileSync(file('text.mmdb'), 'not a database\n'.repeat(100))
})

describe('geo-mmdb', () => {
  it('reads country, region, city and accuracy, in English', async () => {
    const { lookup } = await opened(geoMmdb, { path: file('city.mmdb') })
    expect(lookup('11.1.2.3')).toEqual({ country: 'JP', region: '13', city: 'Chiyoda', lat: 35.694, lon: 139.754, accuracyKm: 5 })
    expect(lookup('12.3.4.5')).toEqual({
      country: 'RO',
      region: undefined,
      city: undefined,
      lat: undefined,
      lon: undefined,
      accuracyKm: undefined,
    })
    expect(lookup('13.3.4.5')).toBeUndefined()
  })

  it('places neither private addresses nor what is no address, whatever the database says', async () => {
    const { lookup } = await opened(geoMmdb, { path: file('city.mmdb') })
    for (const text of ['10.1.2.3', '', '-', 'host.example.com', '11.1.2.3/32', '11.1.2', "'; DROP TABLE", '::', '\u0000'])
      expect(lookup(text), text).toBeUndefined()
  })

  it('names the database and its date', async () => {
    const { title, failures } = await opened(geoMmdb, { path: file('city.mmdb') })
    expect([title, failures()]).toEqual(['GeoLite2-City, built 2026-01-01', 0])
  })

  it('counts lookups that a damaged file fails', async () => {
    const whole = writeMmdb('GeoLite2-City', [{ cidr: '11.0.0.0/8', data: { country: { iso_code: 'JP' } } }])
    // The tree of 8 nodes takes 48 bytes and a gap of 16; the data begin behind it.
    whole.fill(0xff, 64, 70)
    writeFileSync(file('damaged.mmdb'), whole)
    // It opens: the damage shows in lookups only.
    const { lookup, failures } = await opened(geoMmdb, { path: file('damaged.mmdb') })
    expect(lookup('11.1.1.1')).toBeUndefined()
    expect(failures()).toBe(1)
  })
})

describe('asn-mmdb', () => {
  it('reads number and organisation, and only where there is a number', async () => {
    const { lookup } = await opened(asnMmdb, { path: file('asn.mmdb') })
    expect(lookup('11.1.2.3')).toEqual({ asn: 64500, org: 'Example Networks' })
    expect(lookup('12.1.2.3')).toBeUndefined()
    expect(lookup('10.1.2.3')).toBeUndefined()
  })
})

describe('a file that cannot serve', () => {
  it.each([
    ['missing', 'none.mmdb', /^No database at .*none\.mmdb\.$/],
    ['not-a-database', 'text.mmdb', /is not a MaxMind database/],
    ['wrong-database', 'asn.mmdb', /is a database of type GeoLite2-ASN; wanted: City, Country, Enterprise\.$/],
  ] as const)('%s is a value that says what to do', async (id, name, text) => {
    const found = await geoMmdb.open({ path: file(name) })
    if (found.ok) throw new Error('must not open')
    expect(found.problem.id).toBe(id)
    expect(found.problem.path).toBe(file(name))
    expect(found.problem.text).toMatch(text)
  })

  it('is unreadable when it is a folder', async () => {
    const found = await asnMmdb.open({ path: folder })
    if (found.ok) throw new Error('must not open')
    expect(found.problem.id).toBe('unreadable')
    expect(found.problem.text).toContain('cannot be read')
  })
})
