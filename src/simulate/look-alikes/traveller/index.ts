import { DAY_MS, HOUR_MS } from '../../../kernel/time-units.ts'
import { between, chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import type { SimEvent } from '../../event.ts'
import { call, crowd, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'
import { homeLine } from '../../world/people.ts'
import { lineOf, randomLine } from '../../world/lines.ts'

export const lookAlike = defineLookAlike({
  id: 'traveller',
  title: { en: 'Travellers', ja: '海外旅行者' },
  about: {
    en: 'People fly abroad with their own phone or laptop, log in from hotels for some days, mistype now and then, and come home.',
    ja: '自分の端末を持って海外へ渡航し、数日間ホテルなどからログインして帰国する。ときどき入力を誤る。',
  },
  play: (stage) => {
    const { random } = stage
    const here = stage.world.profile.countries[0]?.country ?? 'JP'
    return inOrder(
      crowd(stage, 0.004, 20, 120).flatMap((person) => {
        const leaves = hourOfDay(stage, someDay(stage, 5), between(random, 7, 14))
        const hotel = lineOf(random, 'home', `!${here}`)
        const lands = leaves + between(random, 5, 15) * HOUR_MS
        const device = person.desktop !== undefined && chance(random, 0.3) ? person.desktop : person.phone
        const events: SimEvent[] = call(stage, person, leaves, { line: homeLine(person, leaves), device, fails: 0, uses: 0 })
        stage.world.keepAway(person, leaves, lands + 5 * DAY_MS)
        const stays = 1 + random.int(4)
        for (let night = 0; night < stays; night += 1) {
          const line = chance(random, 0.7) ? hotel : randomLine(hotel.network, random)
          events.push(...call(stage, person, lands + night * between(random, 10, 30) * HOUR_MS, { line, device, uses: 0 }))
        }
        return events
      }),
    )
  },
})
