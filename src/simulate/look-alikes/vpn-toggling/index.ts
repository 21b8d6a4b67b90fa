import { DAY_MS, HOUR_MS } from '../../../kernel/time-units.ts'
import { between } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowd, inOrder } from '../../ordinary/crowd.ts'
import { lineOf } from '../../world/lines.ts'
import { homeLine } from '../../world/people.ts'

const VISITS = 8

export const lookAlike = defineLookAlike({
  id: 'vpn-toggling',
  title: { en: 'VPN on and off', ja: 'VPNのオン・オフ' },
  about: {
    en: 'Customers switch a commercial VPN on and off: one hour at home, the next in London or Riga, with the same browser.',
    ja: '商用VPNを切り替える利用者。同じブラウザーのまま、自宅と海外の出口を1時間おきに行き来する。',
  },
  play: (stage) => {
    const { world, random } = stage
    return inOrder(
      crowd(stage, 0.003, 15, 80).flatMap((person) => {
        const from = world.startMs + random.int(world.days * 0.6 * DAY_MS)
        const device = person.desktop ?? person.phone
        return Array.from({ length: VISITS }, (_, count) => {
          const timeMs = Math.min(from + count * between(random, 0.5, 20) * HOUR_MS, world.endMs - 2 * HOUR_MS)
          return call(stage, person, timeMs, { line: count % 2 === 0 ? homeLine(person, timeMs) : lineOf(random, 'vpn'), device, uses: 0 })
        }).flat()
      }),
    )
  },
})
