import { MINUTE_MS } from '../../../kernel/time-units.ts'
import { between, chance } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf, type SimEvent } from '../../event.ts'
import { call, crowd, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'
import { homeLine, otherDevice } from '../../world/people.ts'
import { timeOfDay } from '../../world/rhythm.ts'

export const lookAlike = defineLookAlike({
  id: 'forgetful-owner',
  title: { en: 'Forgetful owner', ja: 'パスワードを忘れた本人' },
  about: {
    en: 'Owners try three to fifteen passwords from home or on the road, then remember, reset, or give up; one in six with a new phone.',
    ja: '本人が自宅や外出先から3~15回パスワードを間違え、思い出すか、再設定するか、あきらめる。6人に1人は新しい端末。',
  },
  play: (stage) => {
    const { world, random } = stage
    return inOrder(
      crowd(stage, 0.01, 50, 300).flatMap((person) => {
        const timeMs = hourOfDay(stage, someDay(stage), 0) + timeOfDay(random)
        const line = chance(random, 0.7) ? homeLine(person, timeMs) : world.mobileLine(person, random)
        const device = chance(random, 0.17) ? otherDevice(random, true) : person.phone
        const end = random.next()
        const tries = call(stage, person, timeMs, { line, device, fails: 3 + random.int(13), gets: end < 0.4, uses: 0 })
        if (end < 0.4 || end > 0.85) return tries
        const last = tries.at(-1) as SimEvent
        const scene = { ...last, mark: markOf(stage, 'benign') }
        const resetMs = last.timeMs + between(random, 1, 12) * MINUTE_MS
        return [
          ...tries,
          eventOf(scene, last.timeMs + 20_000, 'password-reset-request', 'success'),
          eventOf(scene, resetMs, 'password-reset', 'success'),
          ...call(stage, person, resetMs + 25_000, { line, device, fails: 0 }),
        ]
      }),
    )
  },
})
