import { HOUR_MS, MINUTE_MS } from '../../../kernel/time-units.ts'
import { hireAttacker } from '../../attacker/toolkit.ts'
import { takeover } from '../../attacker/takeover.ts'
import { attackStart } from '../../attacker/when.ts'
import { between, chance, wait } from '../../chance.ts'
import { defineAttack } from '../../define-scenario.ts'
import { byTime, eventOf, type SimEvent } from '../../event.ts'
import { randomMember } from '../../attacker/list-attack.ts'
import type { Action } from '../../../model/vocabulary.ts'

/** Accounts for which a reset is asked, at full volume. */
const REQUESTS = 60
const VICTIMS = 3

export const attack = defineAttack({
  id: 'reset-abuse',
  title: { en: 'Password reset abuse', ja: 'パスワード再設定の悪用' },
  about: {
    en: "Resets are asked for many accounts; where the thief reads the victim's mail, the password is set anew and used.",
    ja: '多数のアカウントに再設定を要求し、メールを読める被害者のパスワードを書き換えてログインする。',
  },
  play: (stage) => {
    const { world, random, volume, spread } = stage
    const requests = Math.max(VICTIMS, Math.round(REQUESTS * volume))
    const attacker = hireAttacker(stage, Math.min(spread, requests))
    const lengthMs = between(random, 1, 5) * HOUR_MS
    const from = attackStart(stage, lengthMs + 2 * HOUR_MS)
    const events: SimEvent[] = Array.from({ length: requests - VICTIMS }, () => {
      const timeMs = from + random.int(lengthMs)
      const person = randomMember(stage)
      return eventOf(attacker.scene(person, person.name, timeMs, 'attempt'), timeMs, 'password-reset-request', 'success')
    })
    for (const person of world.reserve(VICTIMS, random, ({ mfa }) => mfa === undefined)) {
      const timeMs = from + random.int(lengthMs)
      const scene = attacker.scene(person, person.name, timeMs, 'attempt')
      const resetMs = timeMs + wait(random, 3 * MINUTE_MS)
      const acts: Action[] = chance(random, 0.4) ? ['email-change'] : ['profile-view']
      events.push(
        eventOf(scene, timeMs, 'password-reset-request', 'success'),
        eventOf(scene, resetMs, 'password-reset', 'success'),
        ...takeover(stage, scene, person, resetMs + wait(random, MINUTE_MS / 2), acts),
      )
    }
    return events.sort(byTime)
  },
})
