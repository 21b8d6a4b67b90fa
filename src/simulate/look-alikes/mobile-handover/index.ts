import { DAY_MS } from '../../../kernel/time-units.ts'
import { hexText, wait } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf } from '../../event.ts'
import { crowd, inOrder } from '../../ordinary/crowd.ts'
import { homeLine, userAgentOf } from '../../world/people.ts'
import { timeOfDay } from '../../world/rhythm.ts'

const USES = 7

export const lookAlike = defineLookAlike({
  id: 'mobile-handover',
  title: { en: 'Wi-Fi to mobile and back', ja: 'Wi-Fiと携帯回線の切り替え' },
  about: {
    en: "A phone's session goes on while it moves between the home's Wi-Fi and the carrier, several times within the hour.",
    ja: 'スマートフォンのセッションが、自宅Wi-Fiと携帯回線の間を1時間に何度も移りながら続く。',
  },
  play: (stage) => {
    const { world, random } = stage
    return inOrder(
      crowd(stage, 0.008, 40, 250).flatMap((person) => {
        let timeMs = world.startMs + random.int(world.days) * DAY_MS + timeOfDay(random)
        const scene = {
          person: person.index,
          name: person.name,
          line: homeLine(person, timeMs),
          userAgent: userAgentOf(person.phone, timeMs),
          device: person.phone.id,
          session: hexText(random, 24),
          client: 'web',
          mark: markOf(stage, 'benign'),
        }
        const events = [eventOf(scene, timeMs, 'login', 'success')]
        for (let use = 0; use < USES; use += 1) {
          timeMs += wait(random, 240_000)
          const line = use % 2 === 0 ? world.mobileLine(person, random) : scene.line
          events.push(eventOf({ ...scene, line }, timeMs, 'session-use', 'success'))
        }
        return events
      }),
    )
  },
})
