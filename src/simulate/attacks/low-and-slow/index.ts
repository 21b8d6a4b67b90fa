import { DAY_MS } from '../../../kernel/time-units.ts'
import { listAttack, randomMember, rightTries, type Try } from '../../attacker/list-attack.ts'
import { attackStart } from '../../attacker/when.ts'
import { between, chance } from '../../chance.ts'
import { defineAttack } from '../../define-scenario.ts'

/** Tries a day at full volume, per account of the service. */
const TRIES_PER_ACCOUNT_AND_DAY = 0.006

/** A list that is tried over days, a few names an hour. */
export const attack = defineAttack({
  id: 'low-and-slow',
  title: { en: 'Low and slow', ja: '低頻度・長期間の試行' },
  about: {
    en: 'A list tried over many days, a few names an hour, below what limits per minute see.',
    ja: '何日もかけて、1時間に数件ずつ一覧を試す。分単位の制限にはかからない。',
  },
  play: (stage) => {
    const { world, random, volume } = stage
    const lengthMs = world.days * between(random, 0.35, 0.6) * DAY_MS
    const total = Math.max(8, Math.round(((world.accounts * TRIES_PER_ACCOUNT_AND_DAY * lengthMs) / DAY_MS) * volume))
    const members = between(random, 0.25, 0.6)
    const from = attackStart(stage, lengthMs)
    const step = lengthMs / total
    const tries = Array.from({ length: total }, (_, index): Try => ({
      timeMs: from + (index + random.next()) * step,
      person: chance(random, members) ? randomMember(stage) : undefined,
    }))
    return listAttack(stage, [...tries, ...rightTries(stage, tries, Math.max(1, Math.round(total * members * 0.015)))])
  },
})
