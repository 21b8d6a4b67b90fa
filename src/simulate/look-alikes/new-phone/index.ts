import { HOUR_MS } from '../../../kernel/time-units.ts'
import { chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowd, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'
import { homeLine, otherDevice } from '../../world/people.ts'
import { timeOfDay } from '../../world/rhythm.ts'
import type { Action } from '../../../model/vocabulary.ts'

const CHANGES: readonly (readonly Action[])[] = [
  ['mfa-enroll'],
  ['mfa-remove', 'mfa-enroll'],
  ['phone-change'],
  ['email-change'],
  [],
  [],
  [],
]

export const lookAlike = defineLookAlike({
  id: 'new-phone',
  title: { en: 'A new phone', ja: '機種変更' },
  about: {
    en: 'People log in with a new phone, often of another make, in the shop or at home; some register it as a factor or change their number.',
    ja: '新しい端末(別メーカーを含む)で、店頭や自宅からログインする。認証アプリの再登録や電話番号の変更を伴うことがある。',
  },
  play: (stage) => {
    const { world, random } = stage
    return inOrder(
      crowd(stage, 0.01, 50, 300).flatMap((person) => {
        const device = otherDevice(random, true)
        const timeMs = hourOfDay(stage, someDay(stage, 2), 0) + timeOfDay(random)
        const line = chance(random, 0.5) ? homeLine(person, timeMs) : world.mobileLine(person, random)
        // The old one is gone.
        world.keepAway(person, timeMs - HOUR_MS, world.endMs)
        const first = call(stage, person, timeMs, {
          line,
          device,
          fails: chance(random, 0.3) ? 1 + random.int(4) : 0,
          acts: random.pick(CHANGES),
        })
        const later = [20, 52, 110].map((hours) => timeMs + hours * HOUR_MS).filter((at) => at < world.endMs - 2 * HOUR_MS)
        return [...first, ...later.filter(() => chance(random, 0.5)).flatMap((at) => call(stage, person, at, { device }))]
      }),
    )
  },
})
