import type { Random } from '../../kernel/random.ts'
import { DAY_MS } from '../../kernel/time-units.ts'
import { chance, hexText, streamFor, weighted } from '../chance.ts'
import { type AgentKind, drawAgent } from './agents.ts'
import { type Line, lineAt, networksOf, randomLine, sizeOf } from './lines.ts'
import { nameOf } from './names.ts'
import type { NetworkBlock } from './networks.ts'
import { drawCountry, type Profile } from './profile.ts'

/** A browser or app on one machine of one person. */
export interface Device {
  readonly agent: AgentKind
  /** How long after a release this machine has it; some never update. */
  readonly lagMs: number
  /** The cookie or installation id. */
  readonly id: string
}

export interface Person {
  readonly index: number
  readonly name: string
  readonly country: string
  readonly home: NetworkBlock
  /** Where in the home network; the line moves every `leaseMs`, most never do. */
  readonly seat: number
  readonly leaseMs: number
  readonly mobile: NetworkBlock | undefined
  /** Number of the office, or −1. */
  readonly office: number
  readonly phone: Device
  readonly desktop: Device | undefined
  /** Share of visits by phone. */
  readonly byPhone: number
  readonly mfa: 'push' | 'otp' | 'sms' | undefined
  readonly mistyped: number
  /** A commercial VPN's exits, for those who always or often use one. */
  readonly vpn: NetworkBlock | undefined
  /** Private relay of the phone's maker. */
  readonly relay: boolean
}

export const userAgentOf = ({ agent, lagMs }: Device, timeMs: number): string => agent.line(timeMs - lagMs)

const drawDevice = (random: Random, phone: boolean): Device => ({
  agent: drawAgent(random, phone),
  lagMs: chance(random, 0.07) ? (60 + random.int(300)) * DAY_MS : random.int(14 * DAY_MS),
  id: hexText(random, 16),
})

/** Another machine of the same person: a new phone, a colleague's desk, a terminal. */
export const otherDevice = (random: Random, phone: boolean): Device => drawDevice(random, phone)

const leaseOf = (random: Random): number => {
  const draw = random.next()
  if (draw < 0.6) return Number.POSITIVE_INFINITY
  return draw < 0.9 ? (7 + random.int(10)) * DAY_MS : DAY_MS
}

const PEOPLE_PER_OFFICE = 110
const METHODS = [
  { method: 'push', weight: 5 },
  { method: 'otp', weight: 4 },
  { method: 'sms', weight: 2 },
] as const

const networkIn = (random: Random, kind: 'home' | 'mobile', country: string): NetworkBlock | undefined => {
  const rows = networksOf(kind, country)
  return rows.length === 0 ? undefined : weighted(random, rows)
}

/** Everything that is usual for the person number `index`: a pure function of the seed. */
export const personAt = (index: number, seed: number, accounts: number, profile: Profile, countries: readonly string[]): Person => {
  const random = streamFor('person', seed, index)
  const country = drawCountry(random, profile, countries)
  const home = networkIn(random, 'home', country) ?? (networksOf('home')[0] as NetworkBlock)
  return {
    index,
    name: nameOf(index, random),
    country,
    home,
    seat: random.int(sizeOf(home)),
    leaseMs: leaseOf(random),
    mobile: networkIn(random, 'mobile', country),
    office: chance(random, profile.inOffices)
      ? random.int(Math.max(1, Math.round((accounts * profile.inOffices) / PEOPLE_PER_OFFICE)))
      : -1,
    phone: drawDevice(random, true),
    desktop: chance(random, 0.6) ? drawDevice(random, false) : undefined,
    byPhone: 0.35 + random.next() * 0.6,
    mfa: chance(random, profile.withMfa) ? weighted(random, METHODS).method : undefined,
    mistyped: profile.mistyped * (0.3 + random.next() * 1.4),
    vpn: chance(random, 0.012) ? weighted(random, networksOf('vpn')) : undefined,
    relay: chance(random, 0.01),
  }
}

/** The home's address at that time. */
export const homeLine = (person: Person, timeMs: number): Line => {
  if (person.leaseMs === Number.POSITIVE_INFINITY) return lineAt(person.home, person.seat)
  const lease = Math.floor((timeMs + person.seat) / person.leaseMs)
  return randomLine(person.home, streamFor('lease', person.index, person.seat, lease))
}
