import { DAY, DAYS, HOUR, MINUTE, SECOND, START_MS, type Dice, type Happening, type Kind, type Seat } from './happenings.ts'
import { ABROAD, agentOf, homeLine, hosted, isPhone, ownedMachine } from './lines.ts'
import type { Crowd, Person } from './people.ts'

/** Takes down what happens. */
export interface Pen {
  readonly write: (ms: number, kind: Kind, person: Person | string, seat: Seat, session?: string) => void
  readonly session: () => string
}

export const penFor = (into: Happening[]): Pen => {
  let sessions = 0
  return {
    session: () => `idx${(sessions += 1).toString(36).padStart(22, '0')}`,
    write: (ms, kind, person, { address, agent }, session) => {
      const who = typeof person === 'string' ? { person: undefined, name: person } : { person: person.number, name: person.name }
      if (ms < START_MS || ms >= START_MS + DAYS * DAY) return
      into.push({ ms, kind, ...who, address, agent, ...(session === undefined ? {} : { session }) })
    },
  }
}

/** Of ten thousand logins, how many follow so many mistyped passwords: a fifth one or more, two follow five (RBA data). */
const MISTYPED = [7800, 1500, 500, 180, 18, 2]

const mistypedOf = (dice: Dice): number => {
  let left = dice.int(10_000)
  return MISTYPED.findIndex((share) => (left -= share) < 0)
}

/** A login with the right password at once, and what the session is used for. */
export const logInAtOnce = (dice: Dice, pen: Pen, person: Person, ms: number, seat: Seat): string => {
  const session = pen.session()
  pen.write(ms, 'login', person, seat, session)
  if (person.hasFactor) pen.write(ms + dice.between(4, 15) * SECOND, 'second-factor', person, seat, session)
  for (let left = dice.pick([0, 0, 1, 2, 3]); left > 0; left -= 1)
    pen.write(ms + dice.between(1, 40) * MINUTE, 'use', person, seat, session)
  return session
}

/** A login, with mistyped passwords before it. */
const logIn = (dice: Dice, pen: Pen, person: Person, ms: number, seat: Seat): string => {
  for (let left = mistypedOf(dice); left > 0; left -= 1) pen.write(ms - left * dice.between(6, 25) * SECOND, 'failure', person, seat)
  return logInAtOnce(dice, pen, person, ms, seat)
}

const usualSeat = (dice: Dice, { gateways }: Crowd, person: Person): Seat => {
  const machine = dice.pick(person.machines)
  if (dice.chance(0.02)) person.agents.set(machine, agentOf(dice, machine))
  // A line whose address changed.
  if (dice.chance(0.04)) person.home = homeLine(dice, person.country)
  const pool = gateways.get(person.country)
  const roams = person.hasMobile && isPhone(machine) && pool !== undefined && dice.chance(0.55)
  const address = roams ? dice.pick(pool) : person.office !== undefined && dice.chance(0.5) ? person.office : person.home
  return { address, agent: person.agents.get(machine) ?? '' }
}

type Oddity = (dice: Dice, pen: Pen, person: Person, ms: number, seat: Seat) => void

const newMachine: Oddity = (dice, pen, person, ms, seat) => {
  const machine = ownedMachine(dice)
  person.machines.push(machine)
  person.agents.set(machine, agentOf(dice, machine))
  logIn(dice, pen, person, ms, { ...seat, agent: person.agents.get(machine) ?? '' })
}
const ownTunnel: Oddity = (dice, pen, person, ms, seat) => void logIn(dice, pen, person, ms, { ...seat, address: hosted(dice) })
const forgotten: Oddity = (dice, pen, person, ms, seat) => {
  for (let left = 2 + dice.int(5); left > 0; left -= 1) pen.write(ms - 200 * SECOND - left * 30 * SECOND, 'failure', person, seat)
  pen.write(ms - 200 * SECOND, 'reset-request', person, seat)
  pen.write(ms - MINUTE, 'reset', person, seat)
  logInAtOnce(dice, pen, person, ms, seat)
}
const ownChange: Oddity = (dice, pen, person, ms, seat) => {
  const session = logInAtOnce(dice, pen, person, ms, seat)
  pen.write(ms + 4 * MINUTE, dice.pick(['mail', 'recovery', 'factor'] as const), person, seat, session)
}
const wrongName: Oddity = (dice, pen, person, ms, seat) => {
  pen.write(ms - 20 * SECOND, 'nobody', person.name.replace('.', ','), seat)
  logInAtOnce(dice, pen, person, ms, seat)
}

/** What sometimes happens to a login, with its share of all. */
const ODDITIES: readonly (readonly [share: number, Oddity])[] = [
  [0.004, newMachine],
  [0.006, ownTunnel],
  [0.012, forgotten],
  [0.004, ownChange],
  [0.015, wrongName],
]

const oddityOf = (dice: Dice): Oddity | undefined => {
  let left = dice.next()
  for (const [share, oddity] of ODDITIES) if ((left -= share) < 0) return oddity
  return undefined
}

const timesOf = (dice: Dice, person: Person): number[] => {
  const zoneHours = person.country === 'JP' || person.country === 'KR' ? 9 : 0
  return Array.from({ length: person.logins }, () => {
    const hour = (dice.around(person.hour, 2.5) - zoneHours + 48) % 24
    return START_MS + dice.int(DAYS) * DAY + hour * HOUR + dice.int(HOUR)
  }).toSorted((left, right) => left - right)
}

/** Three days abroad: nothing from home meanwhile. */
const TRIP_MS = 3 * DAY

const live = (dice: Dice, pen: Pen, crowd: Crowd, person: Person): void => {
  const isTraveller = person.logins > 3 && dice.chance(0.05)
  const leavesMs = isTraveller ? START_MS + dice.between(7, DAYS - 5) * DAY : Number.POSITIVE_INFINITY
  const abroad = homeLine(dice, dice.pick(ABROAD))
  for (const ms of timesOf(dice, person)) {
    const seat = usualSeat(dice, crowd, person)
    const isAway = ms > leavesMs && ms < leavesMs + TRIP_MS
    if (isAway && ms < leavesMs + DAY / 2) continue
    if (isAway) logIn(dice, pen, person, ms, { ...seat, address: abroad })
    else if (ms < leavesMs + TRIP_MS + DAY / 2 && ms > leavesMs) continue
    else (oddityOf(dice) ?? logIn)(dice, pen, person, ms, seat)
  }
}

/** An application that keeps trying an old password, a budget service with many customers' passwords, and the noise of the net. */
const machines = (dice: Dice, pen: Pen, { people }: Crowd): void => {
  for (let left = 3; left > 0; left -= 1) {
    const person = dice.pick(people)
    const seat = { address: person.home, agent: 'okhttp/4.12.0' }
    for (let turn = 0; turn < 200; turn += 1) pen.write(START_MS + 5 * DAY + turn * 30 * MINUTE, 'failure', person, seat)
  }
  const service = { address: '13.112.44.7', agent: 'MoneyView/8.2 (aggregation)' }
  for (let left = 120; left > 0; left -= 1) {
    const person = { ...dice.pick(people), hasFactor: false }
    for (let day = 0; day < DAYS; day += 1)
      if (dice.chance(0.5)) pen.write(START_MS + day * DAY + 3 * HOUR + dice.int(25 * MINUTE), 'login', person, service, pen.session())
  }
  for (let left = 600; left > 0; left -= 1) {
    const name = `${dice.pick(['admin', 'test', 'info', 'root'])}${dice.int(99)}@example.com`
    pen.write(START_MS + dice.int(DAYS * DAY), 'nobody', name, { address: hosted(dice), agent: agentOf(dice, 'script') })
  }
}

export const ordinaryDays = (dice: Dice, pen: Pen, crowd: Crowd): void => {
  for (const person of crowd.people) live(dice, pen, crowd, person)
  machines(dice, pen, crowd)
}
