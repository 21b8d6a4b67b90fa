import { HOUR_MS } from '../../../kernel/time-units.ts'
import { between } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf, type SimEvent } from '../../event.ts'
import { call, crowd, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'

export const lookAlike = defineLookAlike({
  id: 'password-expiry',
  title: { en: 'Password expiry day', ja: 'パスワード有効期限の一斉到来' },
  about: {
    en: 'The passwords of many expire at once: refused, changed, logged in, and the old one still typed at other machines.',
    ja: '多数のパスワードが一斉に期限切れとなり、拒否・変更・再ログインが続く。別の端末では古いパスワードが使われる。',
  },
  play: (stage) => {
    const { random } = stage
    const day = someDay(stage, 2)
    return inOrder(
      crowd(stage, 0.015, 60, 400).flatMap((person) => {
        const timeMs = hourOfDay(stage, day, between(random, 8, 22))
        const events = call(stage, person, timeMs, { fails: 0, acts: ['password-change'] })
        const first = events[0] as SimEvent
        const refused = eventOf({ ...first, mark: markOf(stage, 'benign') }, timeMs - 45_000, 'login', 'failure', 'password-expired')
        return [
          refused,
          ...events,
          ...call(stage, person, timeMs + between(random, 2, 20) * HOUR_MS, { device: person.phone, fails: 1 + random.int(3) }),
        ]
      }),
    )
  },
})
