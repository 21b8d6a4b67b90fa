import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf, type SimEvent } from '../../event.ts'
import { call, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'
import { lineOf } from '../../world/lines.ts'
import { timeOfDay } from '../../world/rhythm.ts'

export const lookAlike = defineLookAlike({
  id: 'new-country',
  title: { en: 'Opening in a new country', ja: '新しい国でのサービス開始' },
  about: {
    en: 'The service opens in Taiwan: within days accounts are opened and used from a country that was hardly in the log before.',
    ja: '台湾でサービスを開始し、これまでログにほとんどなかった国から数日のうちに新規登録とログインが続く。',
  },
  play: (stage) => {
    const { random } = stage
    const day = someDay(stage, 4)
    return inOrder(
      stage.world.newcomers(Math.min(250, Math.max(40, Math.round(stage.world.accounts * 0.008)))).flatMap((person) => {
        const line = lineOf(random, 'home', 'TW')
        const timeMs = hourOfDay(stage, Math.min(day + random.int(4), stage.world.days - 1), 0) + timeOfDay(random)
        const events = call(stage, person, timeMs, { line, device: person.phone, fails: 0, uses: 0 })
        const first = events[0] as SimEvent
        return [eventOf({ ...first, mark: markOf(stage, 'benign') }, timeMs - 90_000, 'signup', 'success'), ...events]
      }),
    )
  },
})
