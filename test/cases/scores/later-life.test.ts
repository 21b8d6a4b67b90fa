import { describe, expect, it } from 'vitest'
import { AGAIN, createLaterWalk } from '../../../src/cases/scores/later-life.ts'
import { FIRST, lineDepth } from '../../../src/cases/scores/packed-novelty.ts'
import type { LoginContext } from '../../../src/cases/scores/login-context.ts'

const DAY_US = 24 * 3600 * 1e6
const HOME = 1
const AWAY = 2

interface Visit {
  readonly day: number
  readonly at: number
  readonly device: number
}

/** Each place is an address, a network and a kind of program of its own, in one country. */
const livesOf = (visits: readonly Visit[]) => {
  const places = Int32Array.from(visits, ({ at }) => at)
  const context: LoginContext = {
    time: Float64Array.from(visits, ({ day }) => (day + 1) * DAY_US),
    source: places,
    network: places,
    country: places.map(() => 1),
    text: places,
    kind: places,
    device: Int32Array.from(visits, ({ device }) => device),
    place: places,
  }
  const found = {
    again: new Uint8Array(visits.length),
    later: new Uint8Array(visits.length),
    packed: new Int32Array(visits.length).fill(FIRST),
    common: new Uint8Array(visits.length),
  }
  createLaterWalk({ ofKind: () => 0.5, ofNetwork: () => 0.5 })(context, 0, visits.length, found)
  return found
}

const ALL = AGAIN.address | AGAIN.network | AGAIN.kind | AGAIN.device

describe('what came of a login', () => {
  it('comes again where the owner moved there with a new machine, and not where somebody came once', () => {
    const moved = livesOf([0, 3, 6, 9].map((day) => ({ day, at: day < 6 ? HOME : AWAY, device: day < 6 ? HOME : AWAY })))
    expect([moved.again[2], moved.later[2]]).toEqual([ALL, 1])
    const visited = livesOf([0, 3, 6, 9].map((day) => ({ day, at: day === 6 ? AWAY : HOME, device: day === 6 ? AWAY : HOME })))
    expect([visited.again[2], visited.later[2]]).toEqual([0, 1])
  })
  it('is no coming again within the day, which the same hand may do', () => {
    const { again, later } = livesOf([
      { day: 0, at: HOME, device: HOME },
      { day: 3, at: AWAY, device: AWAY },
      { day: 3.5, at: AWAY, device: AWAY },
    ])
    expect([again[1], later[1]]).toEqual([0, 0])
  })
  it('tells the first login by what came later', () => {
    const stranger = livesOf([0, 3, 6].map((day) => ({ day, at: day === 0 ? AWAY : HOME, device: HOME })))
    expect(lineDepth(stranger.packed[0] as number)).toBe(2)
    const owner = livesOf([0, 3, 6].map((day) => ({ day, at: HOME, device: HOME })))
    expect(lineDepth(owner.packed[0] as number)).toBe(0)
  })
  it('leaves the first login untold where nothing came on another day', () => {
    expect(livesOf([0, 0.5].map((day) => ({ day, at: HOME, device: HOME }))).packed[0]).toBe(FIRST)
  })
})
