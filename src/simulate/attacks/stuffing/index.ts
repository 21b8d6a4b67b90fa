import { HOUR_MS } from '../../../kernel/time-units.ts'
import { rightTries, listAttack, randomMember, type Try } from '../../attacker/list-attack.ts'
import { attackStart } from '../../attacker/when.ts'
import { between, chance } from '../../chance.ts'
import { defineAttack } from '../../define-scenario.ts'

/** Tries at full volume, per account of the service. */
const TRIES_PER_ACCOUNT = 0.45

/** A list of names and passwords that was stolen elsewhere: most names are nobody's here, each is tried once, 0.5 to 2 % of the members' fit. */
export const attack = defineAttack({
  id: 'stuffing',
  title: { en: 'Credential stuffing', ja: 'パスワードリスト攻撃' },
  about: {
    en: 'A list of names and passwords from another leak, tried once each over a few hours; 65 to 90 % of the names are no members.',
    ja: '他社から流出したIDとパスワードの一覧を、数時間かけて1回ずつ試す。65~90%のIDは会員ではない。',
  },
  play: (stage) => {
    const { world, random, volume } = stage
    const total = Math.max(20, Math.round(world.accounts * TRIES_PER_ACCOUNT * volume))
    const members = between(random, 0.1, 0.35)
    const lengthMs = between(random, 2, 10) * HOUR_MS
    const from = attackStart(stage, lengthMs)
    const tries = Array.from({ length: total }, (): Try => ({
      timeMs: from + random.int(lengthMs),
      person: chance(random, members) ? randomMember(stage) : undefined,
    }))
    const hits = Math.max(1, Math.round(total * members * between(random, 0.005, 0.02)))
    return listAttack(stage, [...tries, ...rightTries(stage, tries, hits)], 0.015)
  },
})
