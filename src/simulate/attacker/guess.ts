import { HOUR_MS } from '../../kernel/time-units.ts'
import { between, chance, wait } from '../chance.ts'
import type { Stage } from '../define-scenario.ts'
import { byTime, eventOf, type SimEvent } from '../event.ts'
import type { Person } from '../world/people.ts'
import { hireAttacker } from './toolkit.ts'
import { takeover } from './takeover.ts'
import { attackStart } from './when.ts'

/** Tries on one account at full volume. */
const TRIES = 240

const guessOne = (stage: Stage, person: Person, getsIn: boolean): SimEvent[] => {
  const { random, volume, spread } = stage
  const count = Math.max(4, Math.round(TRIES * volume * between(random, 0.7, 1.4)))
  const attacker = hireAttacker(stage, Math.min(spread, count))
  const lengthMs = between(random, 0.4, 4) * HOUR_MS
  const from = attackStart(stage, lengthMs)
  const step = lengthMs / count
  const events = Array.from({ length: count }, (_, index) => {
    const timeMs = from + (index + random.next()) * step
    return eventOf(attacker.scene(person, person.name, timeMs, 'attempt'), timeMs, 'login', 'failure', 'bad-password')
  })
  const timeMs = from + lengthMs + wait(random, step)
  return getsIn ? [...events, ...takeover(stage, attacker.scene(person, person.name, timeMs, 'hit'), person, timeMs)] : events
}

/** Many passwords on one name; three people, most of whose passwords are found. */
export const guess = (stage: Stage): SimEvent[] =>
  stage.world
    .reserve(3, stage.random, ({ mfa }) => mfa === undefined)
    .flatMap((person, index) => guessOne(stage, person, index === 0 || chance(stage.random, 0.8)))
    .sort(byTime)
