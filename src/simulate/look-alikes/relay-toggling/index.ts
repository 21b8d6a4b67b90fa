import { DAY_MS, HOUR_MS } from '../../../kernel/time-units.ts'
import { between, chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowd, inOrder } from '../../ordinary/crowd.ts'
import { lineOf } from '../../world/lines.ts'
import { homeLine } from '../../world/people.ts'

const VISITS = 8

export const lookAlike = defineLookAlike({
  id: 'relay-toggling',
  title: { en: "The phone maker's private relay", ja: 'プライベートリレーの切り替え' },
  about: {
    en: "Safari's private relay gives another address at each visit, whose country tables often get wrong; at times it is off.",
    ja: 'Safariのプライベートリレーにより、アクセスのたびに出口が変わる(国の判定も外れやすい)。ときどき無効になる。',
  },
  play: (stage) => {
    const { world, random } = stage
    return inOrder(
      crowd(stage, 0.004, 20, 120).flatMap((person) => {
        const from = world.startMs + random.int(world.days * 0.6 * DAY_MS)
        return Array.from({ length: VISITS }, (_, count) => {
          const timeMs = Math.min(from + count * between(random, 0.3, 20) * HOUR_MS, world.endMs - 2 * HOUR_MS)
          const line = chance(random, 0.7) ? lineOf(random, 'relay') : homeLine(person, timeMs)
          return call(stage, person, timeMs, { line, device: person.phone, uses: 0 })
        }).flat()
      }),
    )
  },
})
