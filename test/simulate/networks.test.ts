import { expect, test } from 'vitest'
import { enricher as geo } from '../../src/enrich/geo-geoip-lite/index.ts'
import { enricher as asn } from '../../src/enrich/network-asn/index.ts'
import { streamFor } from '../../src/simulate/chance.ts'
import { NETWORKS, randomLine } from '../../src/simulate/world/lines.ts'
import { opened } from '../enrich/support/opened.ts'

test('every block is announced by the operator that it is simulated for, in that country', async () => {
  const [{ lookup: placeOf }, { lookup: networkOf }] = [await opened(geo, undefined), await opened(asn, undefined)]
  const wrong = NETWORKS.flatMap((network) => {
    const random = streamFor('test', network.cidr)
    const lines = Array.from({ length: 40 }, () => randomLine(network, random).ip)
    const strange = lines.filter((ip) => networkOf(ip)?.asn !== network.asn)
    const elsewhere = lines.filter((ip) => (placeOf(ip)?.country ?? network.country) !== network.country)
    // Position tables are years old; operator tables are not.
    return strange.length > 0 || elsewhere.length > 8 ? [{ cidr: network.cidr, strange: strange.length, elsewhere: elsewhere.length }] : []
  })
  expect(wrong).toEqual([])
})
