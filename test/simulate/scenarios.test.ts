import { describe, expect, it, test } from 'vitest'
import { attacks } from '../../src/simulate/attacks/registry.ts'
import { scenarios } from '../../src/simulate/choose.ts'
import { VOLUMES, type Scenario, type Spread, type Volume } from '../../src/simulate/define-scenario.ts'
import type { SimEvent } from '../../src/simulate/event.ts'
import { lookAlikes } from '../../src/simulate/look-alikes/registry.ts'
import { simulate } from '../../src/simulate/simulate.ts'
import type { Truth } from '../../src/simulate/truth.ts'
import { PROFILES } from '../../src/simulate/world/profile.ts'

const START_MS = Date.UTC(2026, 9, 4, 15)
const shop = PROFILES[0] as (typeof PROFILES)[number]

interface Played {
  readonly events: readonly SimEvent[]
  readonly truth: Truth
}

const playOne = (wanted: readonly Scenario[], volume: Volume = '1', spread: Spread = 50, seed = 3, profile = shop): Played => {
  const simulation = simulate({
    wishes: wanted.map((scenario) => ({ scenario, volume, spread })),
    profile,
    accounts: 250,
    days: 9,
    startMs: START_MS,
    seed,
  })
  const events = [...simulation.events]
  return { events, truth: simulation.truth() }
}

const marked = ({ events }: Played, role?: string): readonly SimEvent[] =>
  events.filter(({ mark }) => mark !== undefined && (role === undefined || mark.role === role))

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (id, scenario) => {
  const played = playOne([scenario])

  it('is of that id and says in both languages what happens', () => {
    expect(scenario.id).toBe(id)
    for (const lang of ['en', 'ja'] as const) expect(scenario.about[lang].length).toBeGreaterThan(15)
  })

  it('makes events in order of time, within the log, and none without its mark is its own', () => {
    const times = played.events.map(({ timeMs }) => timeMs)
    expect(times).toEqual(times.toSorted((left, right) => left - right))
    expect(times[0]).toBeGreaterThanOrEqual(START_MS)
    expect(times.at(-1)).toBeLessThan(START_MS + 9 * 86_400_000)
    expect(marked(played).length).toBeGreaterThan(0)
    expect(new Set(marked(played).map(({ mark }) => mark?.part))).toEqual(new Set([`${id}-1`]))
  })

  it.each(PROFILES.map((profile) => [profile.id, profile] as const))('can be played at %s', (_, profile) => {
    const there = playOne([scenario], '1', 50, 3, profile)
    // Nobody can be asked for a second factor where nobody has one.
    if (profile.withMfa > 0 || id !== 'mfa-fatigue') expect(marked(there).length).toBeGreaterThan(0)
    else expect(marked(there)).toEqual([])
  })

  it('is the same for the same seed, and another for another', () => {
    expect(playOne([scenario]).events).toEqual(played.events)
    expect(playOne([scenario], '1', 50, 4).events).not.toEqual(played.events)
  })
})

describe.each(attacks.map((scenario) => [scenario.id, scenario] as const))('attack %s', (_, scenario) => {
  it.each(VOLUMES)('has victims at volume %s, each got into by somebody else', (volume) => {
    const played = playOne([scenario], volume)
    const [attack] = played.truth.attacks
    expect(attack?.victims.length).toBeGreaterThan(0)
    const hits = new Set(
      marked(played, 'hit')
        .filter(({ outcome }) => outcome === 'success')
        .map(({ person }) => person),
    )
    expect(new Set(attack?.victims.map(({ person }) => person))).toEqual(hits)
  })
})

test.each(lookAlikes.map((scenario) => [scenario.id, scenario] as const))('nobody is harmed by %s', (_, scenario) => {
  const played = playOne([scenario])
  expect(marked(played, 'hit')).toEqual([])
  expect(marked(played, 'misuse')).toEqual([])
  expect(played.truth.attacks).toEqual([])
})

test('a scenario more moves neither the ordinary days of others nor the other scenarios', () => {
  const few = playOne(attacks.slice(0, 2))
  const more = playOne(attacks.slice(0, 3))
  const part = (attacks[0] as Scenario).id
  const of = (played: Played) => marked(played, 'hit').filter(({ mark }) => mark?.part === `${part}-1`)
  expect(of(more)).toEqual(of(few))
})

test('with all attacks at once no victim has two thieves', () => {
  const { truth } = playOne(attacks, '1/3')
  const victims = truth.attacks.flatMap((attack) => attack.victims.map(({ person }) => person))
  expect(new Set(victims).size).toBe(victims.length)
})
