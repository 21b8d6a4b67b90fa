import type { Random } from '../../kernel/random.ts'
import { DAY_MS } from '../../kernel/time-units.ts'
import { chance, streamFor } from '../chance.ts'
import { CITIES } from './cities.ts'
import { type Line, lineAt, lineOf, networksOf, randomLine, sizeOf } from './lines.ts'
import { homeLine, type Person, personAt } from './people.ts'
import type { Profile } from './profile.ts'
import { hourOf, isWeekend } from './rhythm.ts'

export interface WorldOptions {
  readonly profile: Profile
  readonly accounts: number
  readonly days: number
  /** Midnight of the first day, in the service's own zone. */
  readonly startMs: number
  readonly seed: number
}

/** The service and its people. */
export interface World extends WorldOptions {
  readonly endMs: number
  readonly person: (index: number) => Person
  /** Where a person is likely to be at that time, and whether that is a desk. */
  readonly whereabouts: (person: Person, timeMs: number, random: Random) => { readonly line: Line; readonly atDesk: boolean }
  /** The carrier's shared way out: a few addresses for many phones. */
  readonly mobileLine: (person: Person, random: Random) => Line
  readonly officeLine: (office: number) => Line
  /** Accounts that are not among the ordinary people: test accounts, people of a new country. */
  readonly newcomers: (count: number) => readonly Person[]
  /** From then on a scenario plays the person's whole life: no ordinary visits until `untilMs`. */
  readonly keepAway: (person: Person, fromMs: number, untilMs: number) => void
  readonly isAway: (person: Person, timeMs: number) => boolean
  /** Takes people whom no other scenario has: victims are disjoint. */
  readonly reserve: (count: number, random: Random, fits?: (person: Person) => boolean) => readonly Person[]
}

/** Phones of one carrier per shared address: carriers of CGNAT put hundreds of subscribers behind one. */
const PHONES_PER_EXIT = 120

/** In a small service everybody may be taken: then there are fewer, rather than somebody twice. */
const takeFrom = (accounts: number, person: World['person']): World['reserve'] => {
  const reserved = new Set<number>()
  return (count, random, fits = () => true) => {
    const taken: Person[] = []
    for (let tries = 0; taken.length < count && tries < count * 400 + 4000; tries += 1) {
      const index = random.int(accounts)
      if (reserved.has(index) || !fits(person(index))) continue
      reserved.add(index)
      taken.push(person(index))
    }
    return taken
  }
}

const absences = (): Pick<World, 'keepAway' | 'isAway'> => {
  const away = new Map<number, { readonly fromMs: number; readonly untilMs: number }[]>()
  return {
    keepAway: ({ index }, fromMs, untilMs) => void away.set(index, [...(away.get(index) ?? []), { fromMs, untilMs }]),
    isAway: ({ index }, timeMs) => away.get(index)?.some(({ fromMs, untilMs }) => timeMs >= fromMs && timeMs < untilMs) === true,
  }
}

export const createWorld = (options: WorldOptions): World => {
  const { profile, accounts, seed } = options
  const countries = Object.keys(CITIES).filter((country) => networksOf('home', country).length > 0)
  const people = new Map<number, Person>()
  const person = (index: number): Person => {
    const known = people.get(index) ?? personAt(index, seed, accounts, profile, countries)
    people.set(index, known)
    return known
  }
  let next = accounts
  const newcomers: World['newcomers'] = (count) => Array.from({ length: count }, () => person(next++))
  const exits = Math.max(3, Math.round(accounts / PHONES_PER_EXIT / 5))
  const mobileLine: World['mobileLine'] = ({ mobile, country }, random) => {
    if (mobile === undefined) return lineOf(random, 'home', country)
    const exit = random.int(exits)
    return lineAt(mobile, streamFor('exit', seed, mobile.cidr, exit).int(sizeOf(mobile)))
  }
  const officeLine = (office: number): Line => {
    const random = streamFor('office', seed, office)
    return randomLine(random.pick(networksOf('office').concat(networksOf('campus'))), random)
  }
  const whereabouts: World['whereabouts'] = (who, timeMs, random) => {
    const hour = hourOf(timeMs, profile.offsetHours)
    if (who.office >= 0 && hour >= 9 && hour < 18 && !isWeekend(timeMs, profile.offsetHours) && chance(random, 0.8))
      return { line: officeLine(who.office), atDesk: true }
    if (who.vpn !== undefined && chance(random, 0.5)) return { line: lineAt(who.vpn, random.int(40) * 251), atDesk: false }
    if (who.relay && chance(random, 0.5)) return { line: lineOf(random, 'relay'), atDesk: false }
    if (chance(random, 0.3)) return { line: mobileLine(who, random), atDesk: false }
    // A hotel, a friend's home, a café: somewhere else in the country.
    if (chance(random, 0.02)) return { line: lineOf(random, 'home', who.country), atDesk: false }
    return { line: homeLine(who, timeMs), atDesk: false }
  }
  return {
    ...options,
    endMs: options.startMs + options.days * DAY_MS,
    person,
    whereabouts,
    mobileLine,
    officeLine,
    newcomers,
    ...absences(),
    reserve: takeFrom(accounts, person),
  }
}
