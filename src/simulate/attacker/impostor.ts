import { HOUR_MS } from '../../kernel/time-units.ts'
import { hexText } from '../chance.ts'
import { markOf, type Stage } from '../define-scenario.ts'
import { byTime, eventOf, type Scene, type SimEvent } from '../event.ts'
import type { Line } from '../world/lines.ts'
import type { Person } from '../world/people.ts'
import { attackStart } from './when.ts'

/** Impostors at full volume, per account of the service. */
const PER_ACCOUNT = 0.003

export interface Disguise {
  readonly line: Line
  readonly userAgent: string
}

/** One login each, with the right password and no other trace (Wiefling's attacker models). */
export const impostors = (stage: Stage, disguise: (person: Person, timeMs: number) => Disguise): SimEvent[] =>
  stage.world
    .reserve(Math.max(3, Math.round(stage.world.accounts * PER_ACCOUNT * stage.volume)), stage.random, ({ mfa }) => mfa === undefined)
    .map((person) => {
      const timeMs = attackStart(stage, HOUR_MS)
      const scene: Scene = {
        person: person.index,
        name: person.name,
        ...disguise(person, timeMs),
        device: hexText(stage.random, 16),
        session: hexText(stage.random, 24),
        client: 'web',
        mark: markOf(stage, 'hit'),
      }
      return eventOf(scene, timeMs, 'login', 'success')
    })
    .sort(byTime)
