import { DAY_MS } from '../../../kernel/time-units.ts'
import { chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowd, inOrder } from '../../ordinary/crowd.ts'
import { homeLine } from '../../world/people.ts'
import { timeOfDay } from '../../world/rhythm.ts'

const MEMBERS = 4

export const lookAlike = defineLookAlike({
  id: 'family-device',
  title: { en: 'Family machine', ja: '家族で共用する端末' },
  about: {
    en: 'Three to four accounts of one household are used at one line and one machine, one after the other, on many evenings.',
    ja: '1つの世帯の3~4アカウントが、同じ回線・同じ端末で続けて使われる。',
  },
  play: (stage) => {
    const { world, random } = stage
    const people = crowd(stage, 0.006, 32, 200)
    const families = Array.from({ length: Math.floor(people.length / MEMBERS) }, (_, at) =>
      people.slice(at * MEMBERS, at * MEMBERS + MEMBERS),
    )
    return inOrder(
      families.flatMap((family) => {
        const head = family[0]
        if (head === undefined) return []
        const device = head.desktop ?? head.phone
        return Array.from({ length: 3 }, () => {
          const evening = world.startMs + random.int(world.days) * DAY_MS + timeOfDay(random)
          return family
            .filter(() => chance(random, 0.8))
            .flatMap((person, turn) => call(stage, person, evening + turn * 240_000, { line: homeLine(head, evening), device, uses: 0 }))
        }).flat()
      }),
    )
  },
})
