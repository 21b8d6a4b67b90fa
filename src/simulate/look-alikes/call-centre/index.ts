import { between, chance } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf } from '../../event.ts'
import { call, crowd, hourOfDay, inOrder, isWorkday } from '../../ordinary/crowd.ts'
import { lineOf } from '../../world/lines.ts'
import { otherDevice, userAgentOf } from '../../world/people.ts'

export const lookAlike = defineLookAlike({
  id: 'call-centre',
  title: { en: 'Call centre', ja: 'コールセンターによる代行' },
  about: {
    en: 'Agents of the support reset passwords and log in for customers, from one office line with a handful of machines.',
    ja: 'サポート担当者が、1つのオフィス回線と数台の端末から、パスワードを再設定し会員に代わってログインする。',
  },
  play: (stage) => {
    const { world, random } = stage
    const line = lineOf(random, 'office')
    const desks = Array.from({ length: 6 }, () => otherDevice(random, false))
    return inOrder(
      crowd(stage, 0.01, 40, 200).flatMap((person) => {
        const day = random.int(world.days)
        if (!isWorkday(stage, day)) return []
        const device = random.pick(desks)
        const timeMs = hourOfDay(stage, day, between(random, 9.5, 17.5))
        const scene = {
          person: person.index,
          name: person.name,
          line,
          userAgent: userAgentOf(device, timeMs),
          device: device.id,
          session: undefined,
          client: 'web',
          mark: markOf(stage, 'benign'),
        }
        const reset = chance(random, 0.35)
          ? [
              eventOf(scene, timeMs - 90_000, 'password-reset-request', 'success'),
              eventOf(scene, timeMs - 20_000, 'password-reset', 'success'),
            ]
          : []
        return [...reset, ...call(stage, person, timeMs, { line, device, uses: 0, asksMfa: false })]
      }),
    )
  },
})
