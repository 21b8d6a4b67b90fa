import { DAY_MS } from '../../kernel/time-units.ts'
import { chance } from '../chance.ts'
import type { Stage } from '../define-scenario.ts'
import { timeOfDay } from '../world/rhythm.ts'

/**
 * When an attack of that length begins: in the last two thirds of the log, so that there is a past to compare with. Mostly at the
 * service's busy hours, as bought tools do to hide; a third of them at any hour.
 */
export const attackStart = ({ world, random, day: wanted }: Stage, lengthMs: number): number => {
  const first = Math.min(Math.ceil(world.days / 3), Math.max(0, world.days - 1))
  const latest = world.endMs - lengthMs
  const drawn = first + random.int(Math.max(1, world.days - first))
  const day = wanted ?? drawn
  const within = chance(random, 0.66) ? timeOfDay(random) : random.int(DAY_MS)
  return Math.max(world.startMs, Math.min(world.startMs + day * DAY_MS + within, latest))
}
