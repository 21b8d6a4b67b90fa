import { between, chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowdNearby, hourOfDay, inOrder } from '../../ordinary/crowd.ts'
import { lineOf } from '../../world/lines.ts'
import { otherDevice } from '../../world/people.ts'

export const lookAlike = defineLookAlike({
  id: 'store-terminal',
  title: { en: 'Terminal in a shop', ja: '店頭端末' },
  about: {
    en: 'Customers log in at a terminal in a shop: one address, one machine, a different account every few minutes, all new to it.',
    ja: '店舗の端末で会員がログインする。1つの回線・1台の端末で、数分おきに別のアカウントが初めて使う。',
  },
  play: (stage) => {
    const { world, random } = stage
    const line = lineOf(random, 'office')
    const device = otherDevice(random, false)
    return inOrder(
      crowdNearby(stage, 0.012, 50, 300).flatMap((person) =>
        call(stage, person, hourOfDay(stage, random.int(world.days), between(random, 10, 20)), {
          line,
          device,
          fails: chance(random, 0.2) ? 1 + random.int(2) : 0,
          uses: 0,
          acts: chance(random, 0.6) ? ['points-use'] : ['profile-view'],
          asksMfa: false,
        }),
      ),
    )
  },
})
