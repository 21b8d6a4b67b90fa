import { between, chance, hexText } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf, type SimEvent } from '../../event.ts'
import { call, crowd, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'

export const lookAlike = defineLookAlike({
  id: 'idp-migration',
  title: { en: 'Move to a new identity provider', ja: 'ID基盤の移行' },
  about: {
    en: 'After a migration people must set a new password at their next login; every cookie is gone, so every device is new.',
    ja: '移行後の初回ログインで全員がパスワードを設定し直す。Cookieが失われるため、端末はすべて新規に見える。',
  },
  play: (stage) => {
    const { random } = stage
    const day = someDay(stage, 3)
    return inOrder(
      crowd(stage, 0.04, 100).flatMap((person) => {
        const timeMs = hourOfDay(stage, day, between(random, 8, 62))
        const chosen = random.next() < person.byPhone || person.desktop === undefined ? person.phone : person.desktop
        const device = { ...chosen, id: hexText(random, 16) }
        const events = call(stage, person, timeMs, { device, fails: chance(random, 0.3) ? 1 + random.int(2) : 0 })
        const first = events[0] as SimEvent
        const scene = { ...first, mark: markOf(stage, 'benign') }
        return [
          eventOf(scene, timeMs - 120_000, 'login', 'failure', 'must-change-password'),
          eventOf(scene, timeMs - 110_000, 'password-reset-request', 'success'),
          eventOf(scene, timeMs - 30_000, 'password-reset', 'success'),
          ...events,
        ]
      }),
    )
  },
})
