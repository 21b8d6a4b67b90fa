import { HOUR_MS, MINUTE_MS } from '../../../kernel/time-units.ts'
import { hireAttacker } from '../../attacker/toolkit.ts'
import { misuse } from '../../attacker/takeover.ts'
import { attackStart } from '../../attacker/when.ts'
import { chance, wait } from '../../chance.ts'
import { defineAttack, markOf, type Stage } from '../../define-scenario.ts'
import { byTime, eventOf, type Scene, type SimEvent } from '../../event.ts'
import { visit } from '../../ordinary/visit.ts'
import type { Person } from '../../world/people.ts'
import type { Action } from '../../../model/vocabulary.ts'

/** Uses of the stolen session at full volume. */
const USES = 12

const steal = (stage: Stage, person: Person): SimEvent[] => {
  const { world, random, volume, spread } = stage
  const from = attackStart(stage, 26 * HOUR_MS)
  const own = visit(world, person, from, random, { fails: 0, uses: 1, acts: [] })
  const login = own.find(({ action, outcome }) => action === 'login' && outcome === 'success')
  if (login === undefined) return own
  const uses = Math.max(1, Math.round(USES * volume))
  const attacker = hireAttacker(stage, Math.min(spread, uses))
  let timeMs = from + wait(random, 3 * HOUR_MS)
  // Infostealer kits bring the victim's browser line along; proxies for phishing do not.
  const sameAgent = !stage.shuffled.has('agent') && chance(random, 0.35)
  const sceneAt = (): Scene => {
    const scene = attacker.scene(person, person.name, timeMs, 'hit')
    return { ...scene, session: login.session, ...(sameAgent ? { userAgent: login.userAgent } : {}) }
  }
  const events: SimEvent[] = []
  for (let use = 0; use < uses; use += 1) {
    events.push(eventOf(sceneAt(), timeMs, 'session-use', 'success'))
    timeMs += wait(random, 6 * MINUTE_MS)
  }
  const acts: Action[] = chance(random, 0.4) ? ['profile-view', 'purchase'] : ['profile-view']
  return [...own, ...events, ...misuse(stage, { ...sceneAt(), mark: markOf(stage, 'misuse') }, person, timeMs, acts)]
}

export const attack = defineAttack({
  id: 'session-theft',
  title: { en: 'Stolen session', ja: 'セッションの窃取' },
  about: {
    en: "A session cookie taken by malware or a phishing proxy is used from the thief's address, without any login.",
    ja: 'マルウェアや中継型フィッシングで奪われたセッションCookieが、ログインなしに別の回線から使われる。',
  },
  play: (stage) =>
    stage.world
      .reserve(3, stage.random)
      .flatMap((person) => steal(stage, person))
      .sort(byTime),
})
