import { chance } from '../chance.ts'
import type { Stage } from '../define-scenario.ts'
import { byFactor, byTime, eventOf, type SimEvent } from '../event.ts'
import { strangerName } from '../world/names.ts'
import type { Person } from '../world/people.ts'
import { type Attacker, hireAttacker } from './toolkit.ts'
import { takeover } from './takeover.ts'

/** One try of a list: when, and on whom; undefined: nobody here has that name. `right`: this is the password. */
export interface Try {
  readonly timeMs: number
  readonly person: Person | undefined
  readonly right?: true
}

const failed = (attacker: Attacker, { timeMs, person }: Try, name: string): SimEvent =>
  eventOf(
    attacker.scene(person, name, timeMs, 'attempt'),
    timeMs,
    'login',
    'failure',
    person === undefined ? 'unknown-account' : 'bad-password',
  )

/** The password was right, and the second factor stops it. */
const stopped = (attacker: Attacker, { timeMs }: Try, person: Person): SimEvent =>
  byFactor(person.mfa, eventOf(attacker.scene(person, person.name, timeMs, 'attempt'), timeMs, 'login', 'challenge', 'mfa-required'))

/** Plays a list from some addresses. Members with a second factor are never got into; some of their passwords are right all the same. */
export const listAttack = (stage: Stage, tries: readonly Try[], rightPasswords = 0.01): SimEvent[] => {
  const { random } = stage
  const attacker = hireAttacker(stage, Math.min(stage.spread, tries.length))
  const done = new Set<number>()
  const events: SimEvent[] = []
  for (const one of tries.toSorted((left, right) => left.timeMs - right.timeMs)) {
    const { person, timeMs } = one
    if (person === undefined) events.push(failed(attacker, one, strangerName(random)))
    else if (done.has(person.index)) continue
    else if (one.right === true) {
      done.add(person.index)
      events.push(...takeover(stage, attacker.scene(person, person.name, timeMs, 'hit'), person, timeMs))
    } else if (person.mfa !== undefined && chance(random, rightPasswords)) events.push(stopped(attacker, one, person))
    else events.push(failed(attacker, one, person.name))
  }
  return events.sort(byTime)
}

const withoutFactor = ({ mfa }: Person): boolean => mfa === undefined

/** Tries with the right password, on people whom no other scenario has, scattered over the times of the others. */
export const rightTries = (stage: Stage, tries: readonly Try[], count: number): Try[] =>
  stage.world.reserve(count, stage.random, withoutFactor).map((person) => ({
    timeMs: stage.random.pick(tries).timeMs + stage.random.int(500),
    person,
    right: true,
  }))

export const randomMember = ({ world, random }: Stage): Person => world.person(random.int(world.accounts))
