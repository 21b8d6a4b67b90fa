import { HOUR_MS } from '../../../kernel/time-units.ts'
import { chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowd, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'

export const lookAlike = defineLookAlike({
  id: 'login-bug',
  title: { en: 'Fault of the login itself', ja: 'ログイン機能の不具合' },
  about: {
    en: 'For an hour every right password is refused; people try again and again, and get in once it is mended.',
    ja: '1時間にわたり正しいパスワードが拒否され、利用者は何度も試す。復旧後にログインできる。',
  },
  play: (stage) => {
    const { random } = stage
    const from = hourOfDay(stage, someDay(stage), 11)
    return inOrder(
      crowd(stage, 0.02, 60).flatMap((person) => {
        const place = stage.world.whereabouts(person, from, random).line
        const device = person.phone
        const tries = call(stage, person, from + random.int(3_300_000), { line: place, device, fails: 1 + random.int(5), gets: false })
        if (chance(random, 0.25)) return tries
        return [...tries, ...call(stage, person, from + HOUR_MS + random.int(2 * HOUR_MS), { line: place, device, fails: 0 })]
      }),
    )
  },
})
