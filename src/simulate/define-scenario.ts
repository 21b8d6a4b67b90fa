import type { Random } from '../kernel/random.ts'
import type { Lang } from '../model/vocabulary.ts'
import type { Mark, SimEvent } from './event.ts'
import type { World } from './world/world.ts'

export const VOLUMES = ['1', '1/3', '1/10', '1/30'] as const
export type Volume = (typeof VOLUMES)[number]
/** How many addresses an attack comes from. */
export const SPREADS = [1, 50, 2000] as const
export type Spread = (typeof SPREADS)[number]

/** What an attacker takes from the customers' own distribution instead of having its own: shows which rule lives on one giveaway. */
export type Shuffled = 'agent' | 'network' | 'action'

/** Everything that one instance of a scenario plays with. */
export interface Stage {
  readonly world: World
  readonly random: Random
  /** `stuffing-2`. */
  readonly part: string
  /** Share of the full volume. */
  readonly volume: number
  readonly spread: Spread
  readonly shuffled: ReadonlySet<Shuffled>
  /** The attack's day, from 0; undefined: drawn. */
  readonly day: number | undefined
}

type Text = Readonly<Record<Lang, string>>

/** A scenario is data and one closure: events in order of time, marked. */
export interface Scenario {
  readonly id: string
  readonly kind: 'attack' | 'look-alike'
  readonly title: Text
  /** What happens, for somebody who chooses a drill. */
  readonly about: Text
  /** For attacks that come from one address only, or never do. */
  readonly spreads?: readonly Spread[]
  readonly play: (stage: Stage) => Iterable<SimEvent>
}

export const defineAttack = (scenario: Omit<Scenario, 'kind'>): Scenario => ({ ...scenario, kind: 'attack' })
export const defineLookAlike = (scenario: Omit<Scenario, 'kind' | 'spreads'>): Scenario => ({ ...scenario, kind: 'look-alike' })

export const markOf = ({ part }: Stage, role: Mark['role']): Mark => ({ part, role })
