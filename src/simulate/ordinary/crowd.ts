import { DAY_MS, HOUR_MS } from '../../kernel/time-units.ts'
import { markOf, type Stage } from '../define-scenario.ts'
import { byTime, type SimEvent } from '../event.ts'
import type { Person } from '../world/people.ts'
import { visit, type VisitOptions } from './visit.ts'

const sizeOf = ({ world }: Stage, share: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, world.accounts * share)))

/** People for a look-alike: as many as a service of that size would have, at least `least`. */
export const crowd = (stage: Stage, share: number, least: number, most = Number.POSITIVE_INFINITY): readonly Person[] =>
  stage.world.reserve(sizeOf(stage, share, least, most), stage.random)

/** The same of people who live where the service is: who shares an office, a school, a shop or a carrier's way out lives near it. */
export const crowdNearby = (stage: Stage, share: number, least: number, most = Number.POSITIVE_INFINITY): readonly Person[] => {
  const here = stage.world.profile.countries[0]?.country
  return stage.world.reserve(sizeOf(stage, share, least, most), stage.random, ({ country }) => country === here)
}

/** A visit marked as benign. */
export const call = (stage: Stage, person: Person, timeMs: number, options: VisitOptions = {}): SimEvent[] =>
  visit(stage.world, person, timeMs, stage.random, { ...options, mark: markOf(stage, 'benign') })

/** That hour of a day of the log (the service's own clock); of a weekday where asked, if the log has one. */
export const hourOfDay = ({ world }: Stage, day: number, hour: number): number => world.startMs + day * DAY_MS + hour * HOUR_MS

/** Number of a day in the last two thirds, early enough to leave `left` days. */
export const someDay = ({ world, random }: Stage, left = 1): number => {
  const first = Math.ceil(world.days / 3)
  return Math.min(world.days - 1, first + random.int(Math.max(1, world.days - first - left + 1)))
}

export const isWorkday = ({ world }: Stage, day: number): boolean => {
  const weekday = new Date(world.startMs + day * DAY_MS + world.profile.offsetHours * HOUR_MS).getUTCDay()
  return weekday > 0 && weekday < 6
}

export const inOrder = (events: readonly SimEvent[]): SimEvent[] => [...events].sort(byTime)
