import { DAY_MS } from '../../../kernel/time-units.ts'
import { between } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowd, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'
import { homeLine } from '../../world/people.ts'

const MAJOR_MS = 28 * DAY_MS

export const lookAlike = defineLookAlike({
  id: 'browser-update',
  title: { en: 'Browser updates', ja: 'ブラウザーの更新' },
  about: {
    en: 'A major version arrives on many machines on one day: everybody shows a line that was never seen before, from the usual place.',
    ja: 'メジャー更新が同じ日に多数の端末へ届き、いつもの場所から初めて見るユーザーエージェントが一斉に現れる。',
  },
  play: (stage) => {
    const { random } = stage
    const day = someDay(stage, 2)
    return inOrder(
      crowd(stage, 0.02, 80, 400).flatMap((person) => {
        const device = person.desktop ?? person.phone
        const before = hourOfDay(stage, Math.max(0, day - 2), between(random, 9, 22))
        const after = hourOfDay(stage, day, between(random, 9, 22))
        const line = homeLine(person, after)
        return [
          ...call(stage, person, before, { line, device: { ...device, lagMs: device.lagMs + MAJOR_MS }, uses: 0 }),
          ...call(stage, person, after, { line, device, uses: 0 }),
        ]
      }),
    )
  },
})
