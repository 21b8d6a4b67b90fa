import { streamFor } from './chance.ts'
import type { Scenario, Shuffled, Spread, Volume } from './define-scenario.ts'
import type { SimEvent } from './event.ts'
import { inOrderOfTime } from './merge.ts'
import { ordinaryDays } from './ordinary/days.ts'
import { createWitness, type Part, type Truth } from './truth.ts'
import type { Profile } from './world/profile.ts'
import { createWorld, type World } from './world/world.ts'

/** One wish: this scenario, so large, from so many addresses. */
export interface Wish {
  readonly scenario: Scenario
  readonly volume: Volume
  readonly spread: Spread
  /** The attack's day, from 0; absent: drawn. */
  readonly day?: number
}

export interface SimulateOptions {
  readonly wishes: readonly Wish[]
  readonly profile: Profile
  readonly accounts: number
  readonly days: number
  /** Midnight of the first day in the service's own zone, epoch ms. */
  readonly startMs: number
  readonly seed: number
  readonly shuffled?: readonly Shuffled[]
}

export interface Simulation {
  readonly world: World
  /** In order of time. */
  readonly events: Iterable<SimEvent>
  /** Complete once the events have been read. */
  readonly truth: () => Truth
}

const SHARES: Readonly<Record<Volume, number>> = { '1': 1, '1/3': 1 / 3, '1/10': 1 / 10, '1/30': 1 / 30 }

const nearestSpread = ({ spreads }: Scenario, wanted: Spread): Spread =>
  spreads === undefined || spreads.includes(wanted) ? wanted : (spreads.find((spread) => spread > wanted) ?? spreads.at(-1) ?? wanted)

type Planned = Part & { readonly spread: Spread; readonly day: number | undefined }

const planParts = (wishes: readonly Wish[]): Planned[] => {
  const counts = new Map<string, number>()
  return wishes.map(({ scenario, volume, spread, day }) => {
    const count = (counts.get(scenario.id) ?? 0) + 1
    counts.set(scenario.id, count)
    return { part: `${scenario.id}-${count}`, scenario, volume, spread: nearestSpread(scenario, spread), day }
  })
}

/** Ordinary days with the wished scenarios among them: the same for the same options, on every machine. */
export const simulate = (options: SimulateOptions): Simulation => {
  const { seed, wishes, shuffled = [] } = options
  const world = createWorld(options)
  const parts = planParts(wishes)
  const witness = createWitness(parts)
  // Scenarios first: they say whom the ordinary days must leave out.
  const plays = parts.map(({ part, scenario, volume, spread, day }) =>
    scenario.play({ world, random: streamFor('part', seed, part), part, volume: SHARES[volume], spread, shuffled: new Set(shuffled), day }),
  )
  const events = function* (): Generator<SimEvent, undefined> {
    for (const event of inOrderOfTime([ordinaryDays(world), ...plays])) {
      if (event.timeMs < world.startMs || event.timeMs >= world.endMs) continue
      witness.see(event)
      yield event
    }
    return undefined
  }
  return { world, events: events(), truth: witness.truth }
}
