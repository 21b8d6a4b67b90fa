import { DAY_MS } from '../../../kernel/time-units.ts'
import { between, chance, hexText } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowdNearby, hourOfDay, inOrder, isWorkday } from '../../ordinary/crowd.ts'
import { drawAgent } from '../../world/agents.ts'
import { lineOf } from '../../world/lines.ts'

export const lookAlike = defineLookAlike({
  id: 'school-class',
  title: { en: 'School class', ja: '学校の授業' },
  about: {
    en: 'Forty pupils log in together within ten minutes from one line with identical machines, and mistype a lot; a few lessons a week.',
    ja: '40人の生徒が同じ機種の端末で、1つの回線から10分間に一斉にログインする。入力ミスが多い。週に数回。',
  },
  play: (stage) => {
    const { world, random } = stage
    const line = lineOf(random, 'campus')
    const agent = drawAgent(random, false)
    const pupils = crowdNearby(stage, 0, 40).map((person) => ({
      person,
      device: { agent, lagMs: 20 * DAY_MS, id: hexText(random, 16) },
    }))
    const days = Array.from({ length: world.days }, (_, day) => day).filter((day) => isWorkday(stage, day) && day % 2 === 0)
    return inOrder(
      days.flatMap((day) => {
        const from = hourOfDay(stage, day, between(random, 9, 14))
        return pupils.flatMap(({ person, device }) =>
          call(stage, person, from + random.int(600_000), {
            line,
            device,
            fails: chance(random, 0.35) ? 1 + random.int(4) : 0,
            uses: 0,
            asksMfa: false,
          }),
        )
      }),
    )
  },
})
