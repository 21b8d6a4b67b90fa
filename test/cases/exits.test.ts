import { describe, expect, it } from 'vitest'
import { findExits } from '../../src/cases/lines/exits.ts'
import { createRowReader } from '../../src/cases/rows/row-reader.ts'
import { gatherLogins } from '../../src/cases/scores/logins.ts'
import { tableOf } from './table.ts'

const START = Date.UTC(2026, 9, 1)
const HOUR_MS = 3_600_000
const [CHROME, FIREFOX] = ['Chrome/155.0.0.0', 'Firefox/140.0'].map((program) => `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${program}`)

interface Visit {
  readonly hour: number
  readonly country: string
  readonly asn: number
  readonly agent?: string | undefined
}

const HOME = { country: 'JP', asn: 64500 }
const OUT = { country: 'IS', asn: 64501 }

/** The exits, as countries and numbers of networks, of a log in which so many people do the same. */
const placesOf = async (people: number, visits: readonly Visit[]): Promise<readonly string[]> => {
  const lines = Array.from({ length: people }, (_, person) =>
    visits.map(({ hour, country, asn, agent = CHROME }) =>
      JSON.stringify({
        timestamp: new Date(START + hour * HOUR_MS + person).toISOString(),
        user_id: `u${person}`,
        action: 'login',
        result: 'success',
        ip: `198.51.100.${asn % 100}`,
        country,
        asn,
        user_agent: agent,
      }),
    ),
  ).flat()
  const table = await tableOf({ 'login.ndjson': lines.join('\n') })
  const read = createRowReader(table)
  const isExit = findExits(table, gatherLogins(table, read), read)
  const exits = Array.from({ length: table.size }, (_, row) => table.place.get(row)).filter(isExit)
  return [
    ...new Set(
      exits.map((place) => `${table.places.countries.get(table.places.country[place] ?? -1)} ${table.places.networkOf(place)?.asn}`),
    ),
  ]
}
const exitsOf = async (people: number, visits: readonly Visit[]): Promise<readonly number[]> =>
  (await placesOf(people, visits)).map((place) => Number(place.split(' ')[1]))

const day = (count: number): number => count * 24
const COMES_BACK: readonly Visit[] = [
  { hour: 0, ...HOME },
  { hour: 5, ...OUT },
  { hour: day(1), ...HOME },
  { hour: day(3), ...OUT },
  { hour: day(4), ...HOME },
]

describe('an exit', () => {
  it('is a network by which several people go out who are at home elsewhere, and come home in between', async () => {
    expect(await exitsOf(5, COMES_BACK)).toEqual([OUT.asn])
  })
  it('is not a carrier that most have at home, but what it bought abroad is', async () => {
    const [, out] = COMES_BACK as [Visit, Visit]
    const carrier = COMES_BACK.map((visit) => ({ ...visit, asn: out.asn }))
    const places = await placesOf(5, carrier)
    expect(places).toEqual([`${out.country} ${out.asn}`])
  })
  it('is none that few use', async () => {
    expect(await exitsOf(4, COMES_BACK)).toEqual([])
  })
  it('is none where everybody was once, or on one journey', async () => {
    const [first, out, home, again, last] = COMES_BACK as [Visit, Visit, Visit, Visit, Visit]
    expect(await exitsOf(9, [first, out, home, last])).toEqual([])
    expect(await exitsOf(9, [first, home, again, { ...again, hour: day(3) + 5 }, last])).toEqual([])
  })
  it('is none to which only programs come that nobody has at home', async () => {
    expect(
      await exitsOf(
        9,
        COMES_BACK.map((visit) => (visit.asn === OUT.asn ? { ...visit, agent: FIREFOX } : visit)),
      ),
    ).toEqual([])
  })
})
