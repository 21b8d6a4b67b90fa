import { describe, expect, it } from 'vitest'
import { buildTable } from '../../src/order/build-table.ts'
import type { Geo } from '../../src/model/event.ts'
import { logOf } from './support/log.ts'

const geo = (own: Partial<Geo>): Geo => ({
  country: undefined,
  region: undefined,
  city: undefined,
  lat: undefined,
  lon: undefined,
  accuracyKm: undefined,
  ...own,
})
const LOOKED_UP = geo({ country: 'JP', region: 'Tokyo', city: 'Chiyoda', lat: 35.7, lon: 139.7, accuracyKm: 50 })

const placeOf = (asserted: Geo | undefined, preferOwnGeo = false): Geo | undefined => {
  const knowledge = { geoOf: () => LOOKED_UP, networkOf: () => undefined, agentOf: () => undefined, preferOwnGeo }
  const { table } = buildTable(logOf([{ ip: '192.0.2.1', geo: asserted }]), knowledge)
  return table.places.geoOf(table.place.get(0))
}

describe('a place that the log says something of', () => {
  it('is where the log says, with a position of its own', () => {
    const own = geo({ country: 'NL', city: 'Delft', lat: 52, lon: 4.4 })
    expect(placeOf(own)).toEqual(own)
  })

  it('gets the position that was looked up, where the log has a country only', () => {
    expect(placeOf(geo({ country: 'JP' }))).toEqual(LOOKED_UP)
  })

  it('keeps its city, and gets country and position', () => {
    expect(placeOf(geo({ city: 'Kawasaki' }))).toEqual({ ...LOOKED_UP, region: undefined, city: 'Kawasaki' })
  })

  it('gets none in another country', () => {
    expect(placeOf(geo({ country: 'NL' }))).toEqual(geo({ country: 'NL' }))
  })

  it('is the one of the database where that is trusted more', () => {
    expect(placeOf(geo({ country: 'NL' }), true)).toEqual(LOOKED_UP)
    expect(placeOf(undefined)).toEqual(LOOKED_UP)
  })
})
