import type { Random } from '../../kernel/random.ts'
import { MINUTE_MS, SECOND_MS } from '../../kernel/time-units.ts'
import type { Action } from '../../model/vocabulary.ts'
import { chance, hexText, streamFor, wait } from '../chance.ts'
import { byFactor, eventOf, type Mark, type Scene, type SimEvent } from '../event.ts'
import type { Line } from '../world/lines.ts'
import { mistype } from '../world/names.ts'
import { type Device, type Person, userAgentOf } from '../world/people.ts'
import type { World } from '../world/world.ts'
import { drawActs } from './acts.ts'

/** What is different about this visit; everything else is as usual for the person. */
export interface VisitOptions {
  readonly line?: Line
  readonly device?: Device
  /** Sent instead of the device's own: programs. */
  readonly userAgent?: string
  /** Wrong passwords before the right one. */
  readonly fails?: number
  /** False: gives up. */
  readonly gets?: boolean
  readonly acts?: readonly Action[]
  /** Later uses of the session; their addresses may differ. */
  readonly uses?: number
  readonly asksMfa?: boolean
  readonly mark?: Mark
  readonly client?: string
}

/** Password mistakes come in short runs: mostly one or two. */
const drawFails = (random: Random, { mistyped }: Person): number => {
  if (!chance(random, mistyped)) return 0
  let fails = 1
  while (fails < 12 && chance(random, 0.32)) fails += 1
  return fails
}

/** A phone that moves between the home's Wi-Fi and the carrier; a desk that stays. */
const laterLine = (world: World, person: Person, line: Line, phone: boolean, random: Random): Line =>
  phone && line.network.kind !== 'relay' && chance(random, 0.25) ? world.mobileLine(person, random) : line

const failures = (scene: Scene, from: number, count: number, random: Random): SimEvent[] => {
  let timeMs = from
  return Array.from({ length: count }, () => {
    const event = eventOf(scene, timeMs, 'login', 'failure', 'bad-password')
    timeMs += wait(random, 9 * SECOND_MS)
    return event
  })
}

const secondFactor = (scene: Scene, from: number, { mfa }: Person, random: Random): SimEvent[] => {
  if (mfa === undefined) return []
  const answered = from + wait(random, 12 * SECOND_MS)
  const asked = eventOf(scene, from, 'login', 'challenge', 'mfa-required')
  const mistakes = mfa === 'otp' && chance(random, 0.06) ? [eventOf(scene, answered, 'mfa', 'failure', 'mfa-failed')] : []
  return [asked, ...mistakes, eventOf(scene, answered + mistakes.length * 8000, 'mfa', 'success')].map((event) => byFactor(mfa, event))
}

/** Who visits, and how: what does not change during a visit. */
interface Visit {
  readonly world: World
  readonly person: Person
  readonly random: Random
  readonly options: VisitOptions
  readonly scene: Scene
  readonly byPhone: boolean
}

const afterLogin = ({ world, person, random, options, scene, byPhone }: Visit, from: number): SimEvent[] => {
  const events: SimEvent[] = []
  let timeMs = from
  for (const action of options.acts ?? drawActs(random, person)) {
    timeMs += wait(random, 40 * SECOND_MS)
    events.push(eventOf(scene, timeMs, action, 'success'))
  }
  const uses = options.uses ?? (chance(random, 0.4) ? 1 + random.int(3) : 0)
  for (let use = 0; use < uses; use += 1) {
    timeMs += wait(random, 35 * MINUTE_MS)
    const line = options.line === undefined ? laterLine(world, person, scene.line, byPhone, random) : scene.line
    events.push(eventOf({ ...scene, line }, timeMs, 'session-use', 'success'))
  }
  if (chance(random, 0.08)) events.push(eventOf(scene, timeMs + wait(random, 2 * MINUTE_MS), 'logout', 'success'))
  return events
}

const chooseDevice = (person: Person, atDesk: boolean, random: Random): Device =>
  person.desktop !== undefined && (atDesk || !chance(random, person.byPhone)) ? person.desktop : person.phone

const arrive = (world: World, person: Person, timeMs: number, random: Random, options: VisitOptions): Visit => {
  const place = options.line === undefined ? world.whereabouts(person, timeMs, random) : { line: options.line, atDesk: false }
  const device = options.device ?? chooseDevice(person, place.atDesk, random)
  // Private windows and cleared cookies: the device looks new.
  const cookie = chance(random, 0.05) ? hexText(random, 16) : device.id
  const scene: Scene = {
    person: person.index,
    name: person.name,
    line: place.line,
    userAgent: options.userAgent ?? userAgentOf(device, timeMs),
    device: options.userAgent === undefined ? cookie : undefined,
    session: hexText(random, 24),
    client: options.client ?? 'web',
    mark: options.mark,
  }
  return { world, person, random, options, scene, byPhone: device.agent.phone }
}

/** Who knows at once that the password is forgotten, and asks for a reset without trying: an estimate, as many as ask after failing. */
const FORGOTTEN = 0.003

/** @param from time of asking. */
const resetBy = (scene: Scene, from: number, random: Random): readonly SimEvent[] => [
  eventOf(scene, from, 'password-reset-request', 'success'),
  eventOf(scene, from + wait(random, 2 * MINUTE_MS), 'password-reset', 'success'),
]

/** What goes wrong before the login: a mistyped name, wrong passwords, at times a reset. */
const beforeLogin = ({ world, person, random, options, scene }: Visit, timeMs: number): SimEvent[] => {
  const events: SimEvent[] = []
  let at = timeMs
  if (options.fails === undefined && chance(random, 0.012)) {
    events.push(eventOf({ ...scene, person: -1, name: mistype(person.name, random) }, at, 'login', 'failure', 'unknown-account'))
    at += wait(random, 12 * SECOND_MS)
  }
  const wrong = failures(scene, at, options.fails ?? drawFails(random, person), random)
  events.push(...wrong)
  if (options.gets !== false && wrong.length >= 3 && options.fails === undefined && chance(random, 0.3)) {
    events.push(...resetBy(scene, (wrong.at(-1)?.timeMs ?? at) + 8 * SECOND_MS, random))
  }
  if (options.gets !== false && wrong.length === 0 && options.fails === undefined) {
    const forgetful = streamFor('forgotten', world.seed, person.index, timeMs)
    if (chance(forgetful, FORGOTTEN)) events.push(...resetBy(scene, at, forgetful))
  }
  return events
}

/** One person logs in, as people do: sometimes after a mistake, and does something. In order of time. */
export const visit = (world: World, person: Person, timeMs: number, random: Random, options: VisitOptions = {}): SimEvent[] => {
  const here = arrive(world, person, timeMs, random, options)
  const before = beforeLogin(here, timeMs)
  if (options.gets === false) return before
  const last = before.at(-1)
  let at = last === undefined ? timeMs : last.timeMs + wait(random, 8 * SECOND_MS)
  const asked = (options.asksMfa ?? chance(random, 0.3)) ? secondFactor(here.scene, at, person, random) : []
  at = (asked.at(-1)?.timeMs ?? at - 1) + 1
  return [...before, ...asked, eventOf(here.scene, at, 'login', 'success'), ...afterLogin(here, at)]
}
