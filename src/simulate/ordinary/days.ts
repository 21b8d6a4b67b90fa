import { DAY_MS } from '../../kernel/time-units.ts'
import { chance, streamFor } from '../chance.ts'
import { byTime, eventOf, type SimEvent } from '../event.ts'
import { dayStart, drawDay, timeOfDay } from '../world/rhythm.ts'
import type { Person } from '../world/people.ts'
import type { World } from '../world/world.ts'
import { visit } from './visit.ts'

/** Accounts that are opened during a month, as a share of those there are. */
const NEW_A_MONTH = 0.02

/** Who comes on which day: 4 bytes a visit. */
const calendar = (world: World): readonly number[][] => {
  const days: number[][] = Array.from({ length: world.days }, () => [])
  for (let index = 0; index < world.accounts; index += 1) {
    const random = streamFor('calendar', world.seed, index)
    const visits = world.profile.visits(random, world.days)
    for (let count = 0; count < visits; count += 1) days[drawDay(random, world.startMs, world.days, world.profile.offsetHours)]?.push(index)
  }
  return days
}

const signup = (world: World, person: Person, timeMs: number): SimEvent[] => {
  const random = streamFor('signup', world.seed, person.index)
  const events = visit(world, person, timeMs + 90_000, random, { fails: 0 })
  const first = events.find(({ action, outcome }) => action === 'login' && outcome === 'success')
  return first === undefined ? events : [eventOf(first, timeMs, 'signup', 'success'), ...events]
}

/** Ordinary days: everybody as usual, day after day. Streams: one day is held at a time. */
export const ordinaryDays = function* (world: World): Generator<SimEvent, undefined> {
  const days = calendar(world)
  const joined = new Set<number>()
  let late: SimEvent[] = []
  for (const [day, people] of days.entries()) {
    const from = dayStart(world.startMs, day)
    const random = streamFor('day', world.seed, day)
    const events = late
    for (const index of people) {
      const person = world.person(index)
      const timeMs = from + timeOfDay(random)
      if (world.isAway(person, timeMs)) continue
      const isNew = !joined.has(index) && chance(random, (NEW_A_MONTH * world.days) / 30)
      joined.add(index)
      for (const event of isNew ? signup(world, person, timeMs) : visit(world, person, timeMs, random)) events.push(event)
    }
    events.sort(byTime)
    const end = from + DAY_MS
    const cut = events.findIndex(({ timeMs }) => timeMs >= end)
    late = cut < 0 ? [] : events.splice(cut)
    yield* events
  }
  for (const event of late) if (event.timeMs < world.endMs) yield event
  return undefined
}
