import { HOUR_MS, SECOND_MS } from '../../../kernel/time-units.ts'
import { hireAttacker } from '../../attacker/toolkit.ts'
import { takeover } from '../../attacker/takeover.ts'
import { attackStart } from '../../attacker/when.ts'
import { chance, wait } from '../../chance.ts'
import { defineAttack, type Stage } from '../../define-scenario.ts'
import { byFactor, byTime, eventOf, type SimEvent } from '../../event.ts'
import type { Person } from '../../world/people.ts'

/** Prompts before the approval, at full volume. */
const PROMPTS = 24

const tire = (stage: Stage, person: Person, approves: boolean): SimEvent[] => {
  const { random, volume, spread } = stage
  const prompts = Math.max(1, Math.round(PROMPTS * volume))
  const attacker = hireAttacker(stage, Math.min(spread, prompts))
  let timeMs = attackStart(stage, 3 * HOUR_MS)
  const events: SimEvent[] = []
  for (let prompt = 0; prompt < prompts; prompt += 1) {
    const scene = attacker.scene(person, person.name, timeMs, 'attempt')
    events.push(byFactor('push', eventOf(scene, timeMs, 'login', 'challenge', 'mfa-required')))
    timeMs += wait(random, 25 * SECOND_MS)
    events.push(byFactor('push', eventOf(scene, timeMs, 'mfa', 'failure', chance(random, 0.6) ? 'mfa-denied' : 'mfa-timeout')))
    timeMs += wait(random, 20 * SECOND_MS)
  }
  if (!approves) return events
  const scene = attacker.scene(person, person.name, timeMs, 'hit')
  const approvedMs = timeMs + wait(random, 15 * SECOND_MS)
  return [
    ...events,
    byFactor('push', eventOf(scene, timeMs, 'login', 'challenge', 'mfa-required')),
    byFactor('push', eventOf(scene, approvedMs, 'mfa', 'success')),
    ...takeover(stage, scene, person, approvedMs + 1),
  ]
}

export const attack = defineAttack({
  id: 'mfa-fatigue',
  title: { en: 'MFA fatigue', ja: '多要素認証疲労攻撃' },
  about: {
    en: 'The password is known; approvals are asked for until the tired owner says yes. One in four never does.',
    ja: 'パスワードは知られており、所有者が承認するまでプッシュ通知を送り続ける。4人に1人は承認しない。',
  },
  play: (stage) =>
    stage.world
      .reserve(4, stage.random, ({ mfa }) => mfa === 'push')
      .flatMap((person, index) => tire(stage, person, index > 0))
      .sort(byTime),
})
