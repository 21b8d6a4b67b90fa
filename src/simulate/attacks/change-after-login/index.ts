import { HOUR_MS } from '../../../kernel/time-units.ts'
import { hireAttacker } from '../../attacker/toolkit.ts'
import { takeover } from '../../attacker/takeover.ts'
import { attackStart } from '../../attacker/when.ts'
import { chance, wait } from '../../chance.ts'
import { defineAttack, type Stage } from '../../define-scenario.ts'
import { byTime, eventOf, type SimEvent } from '../../event.ts'
import type { Person } from '../../world/people.ts'
import type { Action } from '../../../model/vocabulary.ts'

/** Mistaken tries before the login, at full volume: variations of a known password. */
const TRIES = 5

const CHANGES: readonly (readonly Action[])[] = [
  ['email-change', 'password-change'],
  ['email-change'],
  ['phone-change'],
  ['mfa-enroll'],
  ['mfa-remove', 'mfa-enroll'],
  ['recovery-change', 'password-change'],
]

const take = (stage: Stage, person: Person): SimEvent[] => {
  const { random, volume, spread } = stage
  const tries = Math.round(TRIES * volume)
  const attacker = hireAttacker(stage, Math.min(spread, tries + 1))
  let timeMs = attackStart(stage, HOUR_MS)
  const events: SimEvent[] = []
  for (let count = 0; count < tries; count += 1) {
    events.push(eventOf(attacker.scene(person, person.name, timeMs, 'attempt'), timeMs, 'login', 'failure', 'bad-password'))
    timeMs += wait(random, 15_000)
  }
  const acts: Action[] = [...(chance(random, 0.5) ? (['profile-view'] as const) : []), ...random.pick(CHANGES)]
  return [...events, ...takeover(stage, attacker.scene(person, person.name, timeMs, 'hit'), person, timeMs, acts)]
}

export const attack = defineAttack({
  id: 'change-after-login',
  title: { en: 'Contact or factor changed after a strange login', ja: '不審なログイン後の連絡先・認証要素の変更' },
  about: {
    en: 'One login with a known password from a new place; minutes later the address, phone, password or second factor is changed.',
    ja: '既知のパスワードで見慣れない場所から1回ログインし、数分後に連絡先・パスワード・認証要素を変更する。',
  },
  play: (stage) =>
    stage.world
      .reserve(3, stage.random, ({ mfa }) => mfa === undefined)
      .flatMap((person) => take(stage, person))
      .sort(byTime),
})
