import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowdNearby, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'
import { lineOf } from '../../world/lines.ts'
import { timeOfDay } from '../../world/rhythm.ts'

export const lookAlike = defineLookAlike({
  id: 'carrier-nat',
  title: { en: 'One address of a mobile carrier', ja: '携帯電話会社の共用回線' },
  about: {
    en: 'Hundreds of phones reach the service through one address of their carrier during two days.',
    ja: '数百台の携帯電話が、2日間にわたり通信事業者の1つのIPアドレスから接続する。',
  },
  play: (stage) => {
    const line = lineOf(stage.random, 'mobile', stage.world.profile.countries[0]?.country)
    const day = someDay(stage, 2)
    return inOrder(
      crowdNearby(stage, 0.02, 120, 400).flatMap((person) =>
        call(stage, person, hourOfDay(stage, day + stage.random.int(2), 0) + timeOfDay(stage.random), { line, device: person.phone }),
      ),
    )
  },
})
