import { HOUR_MS, SECOND_MS } from '../../kernel/time-units.ts'
import type { Action } from '../../model/vocabulary.ts'
import { chance, hexText, wait } from '../chance.ts'
import { markOf, type Stage } from '../define-scenario.ts'
import { eventOf, type Scene, type SimEvent } from '../event.ts'
import type { Person } from '../world/people.ts'
import { visit } from '../ordinary/visit.ts'
import { drawActs } from '../ordinary/acts.ts'
import { borrowedAgent, lineNextDoor } from './toolkit.ts'

/** What is done with an account that was got into; most logins are only checked, then sold (2 of 59,389 with points stolen). */
const LOOT: readonly (readonly [Action, number])[] = [
  ['profile-view', 0.45],
  ['points-use', 0.1],
  ['purchase', 0.06],
  ['email-change', 0.06],
  ['phone-change', 0.02],
  ['address-change', 0.04],
]

/** With actions shuffled, the thief does what a customer does, and a customer what the thief would. */
const actsOf = (
  stage: Stage,
  person: Person,
  acts: readonly Action[],
): { readonly own: readonly Action[]; readonly given: readonly Action[] } =>
  stage.shuffled.has('action') ? { own: drawActs(stage.random, person), given: acts } : { own: acts, given: [] }

const customerWith = (stage: Stage, acts: readonly Action[], near: number): SimEvent[] => {
  if (acts.length === 0) return []
  const { world, random } = stage
  const person = world.person(random.int(world.accounts))
  return visit(world, person, Math.min(near + random.int(6 * HOUR_MS), world.endMs - HOUR_MS), random, { acts })
}

/** Acts in the scene of a login, the first soon after it (three minutes on average, Bursztein IMC'14). */
export const misuse = (stage: Stage, scene: Scene, person: Person, from: number, wanted: readonly Action[]): SimEvent[] => {
  const { own, given } = actsOf(stage, person, wanted)
  let timeMs = from
  const events = own.map((action) => {
    timeMs += wait(stage.random, 70 * SECOND_MS)
    return eventOf({ ...scene, mark: markOf(stage, 'misuse') }, timeMs, action, 'success')
  })
  return [...events, ...customerWith(stage, given, from)]
}

const drawLoot = ({ random }: Stage): Action[] => LOOT.filter(([, share]) => chance(random, share)).map(([action]) => action)

/** Days later somebody else uses the login: from a home line in the victim's country, with another browser. */
const buyer = (stage: Stage, person: Person, after: number): SimEvent[] => {
  const { random, world } = stage
  const timeMs = after + (0.5 + random.next() * 3) * 24 * HOUR_MS
  if (timeMs > world.endMs - HOUR_MS) return []
  const scene: Scene = {
    person: person.index,
    name: person.name,
    line: lineNextDoor(stage, person),
    userAgent: borrowedAgent(stage, timeMs),
    device: hexText(random, 16),
    session: hexText(random, 24),
    client: 'web',
    mark: markOf(stage, 'misuse'),
  }
  const acts: Action[] = chance(random, 0.6) ? ['profile-view', 'points-use'] : ['purchase']
  return [eventOf(scene, timeMs, 'login', 'success'), ...misuse(stage, scene, person, timeMs, acts)]
}

/** The login that succeeds, what is done at once, and perhaps the buyer. */
export const takeover = (
  stage: Stage,
  scene: Scene,
  person: Person,
  timeMs: number,
  acts: readonly Action[] = drawLoot(stage),
): SimEvent[] => [
  eventOf({ ...scene, mark: markOf(stage, 'hit') }, timeMs, 'login', 'success'),
  ...misuse(stage, scene, person, timeMs, acts),
  ...(chance(stage.random, 0.3) ? buyer(stage, person, timeMs) : []),
]
