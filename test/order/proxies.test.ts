import { describe, expect, it } from 'vitest'
import type { EventDraft } from '../../src/model/event.ts'
import { logOf, tableOf, WITHOUT_IDS } from './support/log.ts'

let tick = 0
const events = (count: number, ip: string, of: (index: number) => Partial<EventDraft>): readonly Partial<EventDraft>[] =>
  Array.from({ length: count }, (_, index) => ({ time: (tick += 1) * 1e6, ip, username: `member${index}`, ...of(index) }))

const members = (count: number, ip: string, from = 0) => events(count, ip, (index) => ({ username: `member${from + index}` }))
const failures = (count: number, ip: string) => events(count, ip, () => ({ outcome: 'failure', reason: 'bad-password' }))
/** Each from an address of its own. */
const athome = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => members(1, `203.0.113.${index + 1}`, from + index)).flat()

const proxiesOf = (...parts: readonly (readonly Partial<EventDraft>[])[]): readonly string[] => {
  const { places } = tableOf(logOf(parts.flat(), WITHOUT_IDS)).table
  return Array.from({ length: places.sources.size }, (_, source) => source)
    .filter((source) => places.isProxy(source))
    .map((source) => places.sources.get(source) ?? '')
    .toSorted()
}

describe('addresses through which a service sees its members', () => {
  it('carry more than half of the events and most of the members: they are proxies', () => {
    expect(proxiesOf(members(40, '192.0.2.1'), athome(10, 40))).toEqual(['192.0.2.1'])
    expect(proxiesOf(members(25, '192.0.2.1'), members(25, '192.0.2.2', 25))).toEqual(['192.0.2.1', '192.0.2.2'])
  })

  it('are none below half of the events', () => {
    expect(proxiesOf(members(24, '192.0.2.1'), athome(50, 24))).toEqual([])
    // Most of the members come through it as well, but rarely: they are seen where they are.
    const alsoThrough = athome(30).flatMap((event) => [event, event, event])
    expect(proxiesOf(members(30, '192.0.2.1'), alsoThrough)).toEqual([])
  })

  it('are none where they carry failures only, or few of those who log in: that is an attack', () => {
    expect(proxiesOf(failures(200, '192.0.2.1'), athome(40))).toEqual([])
    expect(proxiesOf(failures(200, '192.0.2.1'), members(20, '192.0.2.1'), athome(60, 20))).toEqual([])
  })

  it('are none with fewer than twenty members, whatever the others carry', () => {
    expect(proxiesOf(members(19, '192.0.2.1'))).toEqual([])
    expect(proxiesOf(members(40, '192.0.2.1'), members(12, '192.0.2.2', 40))).toEqual(['192.0.2.1'])
  })

  it('carry a tenth of the events themselves', () => {
    const office = members(20, '192.0.2.2')
    expect(proxiesOf(members(179, '192.0.2.1'), office)).toEqual(['192.0.2.1', '192.0.2.2'])
    expect(proxiesOf(members(181, '192.0.2.1'), office)).toEqual(['192.0.2.1'])
  })
})
