import { HOUR_MS } from '../../../kernel/time-units.ts'
import { listAttack, randomMember, rightTries, type Try } from '../../attacker/list-attack.ts'
import { attackStart } from '../../attacker/when.ts'
import { between, chance } from '../../chance.ts'
import { defineAttack } from '../../define-scenario.ts'

/** Names tried at full volume, per account of the service. */
const TARGETS_PER_ACCOUNT = 0.2

/** A few common passwords against many known names, one round every two to ten hours. */
export const attack = defineAttack({
  id: 'spray',
  title: { en: 'Password spraying', ja: 'パスワードスプレー攻撃' },
  about: {
    en: 'Two or three common passwords against many names that are known to exist, hours apart, so that nobody is locked out.',
    ja: '実在するIDに対し、よく使われるパスワード2~3個を数時間おきに1回ずつ試す。アカウントロックを避ける手口。',
  },
  play: (stage) => {
    const { world, random, volume } = stage
    const targets = Array.from({ length: Math.max(10, Math.round(world.accounts * TARGETS_PER_ACCOUNT * volume)) }, () =>
      chance(random, 0.92) ? randomMember(stage) : undefined,
    )
    const rounds = 2 + random.int(2)
    const gapMs = between(random, 2, 10) * HOUR_MS
    const roundMs = between(random, 0.7, 1.8) * HOUR_MS
    const from = attackStart(stage, rounds * gapMs + roundMs)
    const tries = Array.from({ length: rounds }, (_, round) =>
      targets.map((person): Try => ({ timeMs: from + round * gapMs + random.int(roundMs), person })),
    ).flat()
    return listAttack(stage, [
      ...tries,
      ...rightTries(stage, tries, Math.max(1, Math.round(targets.length * between(random, 0.003, 0.01)))),
    ])
  },
})
