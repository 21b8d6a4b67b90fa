import { attacks } from '../../src/simulate/attacks/registry.ts'
import { SPREADS, VOLUMES, type Scenario } from '../../src/simulate/define-scenario.ts'
import { lookAlikes } from '../../src/simulate/look-alikes/registry.ts'
import type { Wish } from '../../src/simulate/simulate.ts'

/** For whoever changes a rule: look at these as often as you like. */
export const TUNING_SEEDS = [1, 2, 3, 4, 5, 6] as const
/** For the report only: nobody looks into these logs, nothing is tuned to them. */
export const REPORT_SEEDS = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112] as const

/** The same of the other world: seeds below ten are for looking. */
export const OTHER_WORLD_SEEDS = [31, 32, 33, 34] as const

/** Attacks that leave more than one login behind. */
export const traced: readonly Scenario[] = attacks.filter(({ id }) => !id.startsWith('impostor-'))
/** A penetration test is an attack as far as a log can tell: it is played where the allow list is, not here. */
export const innocent: readonly Scenario[] = lookAlikes.filter(({ id }) => id !== 'pen-test')

interface Cell {
  readonly volume: Wish['volume']
  readonly spread: Wish['spread']
}

const cellsOf = ({ spreads = SPREADS }: Scenario): readonly Cell[] =>
  VOLUMES.flatMap((volume) => spreads.map((spread) => ({ volume, spread })))

/** Two cells of each attack's grid per seed, another pair for the next seed: twelve seeds in a row meet every cell alike. */
export const attackWishes = (seed: number): readonly Wish[] =>
  traced.flatMap((scenario, row) => {
    const cells = cellsOf(scenario)
    return [0, 1].map((turn) => ({ scenario, ...(cells[(seed * 2 + turn + row) % cells.length] as Cell) }))
  })

export const lookAlikeWishes: readonly Wish[] = innocent.map((scenario) => ({ scenario, volume: '1', spread: 50 }))

export const mixedWishes = (seed: number): readonly Wish[] => [...attackWishes(seed), ...lookAlikeWishes]
