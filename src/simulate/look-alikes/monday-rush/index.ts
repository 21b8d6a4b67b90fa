import { between, chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowdNearby, hourOfDay, inOrder, isWorkday } from '../../ordinary/crowd.ts'
import { lineOf } from '../../world/lines.ts'
import { otherDevice } from '../../world/people.ts'

export const lookAlike = defineLookAlike({
  id: 'monday-rush',
  title: { en: 'Office, Monday morning', ja: 'オフィスの月曜朝' },
  about: {
    en: 'A hundred people behind one office address log in within half an hour of every working day, some after a weekend of forgetting.',
    ja: '1つのオフィス回線の背後にいる約100人が、毎営業日の朝30分間に一斉にログインする。週明けは入力ミスが多い。',
  },
  play: (stage) => {
    const { world, random } = stage
    const line = lineOf(random, 'office')
    const people = crowdNearby(stage, 0.01, 60, 150).map((person) => ({ person, device: otherDevice(random, false) }))
    const days = Array.from({ length: world.days }, (_, day) => day).filter((day) => isWorkday(stage, day))
    return inOrder(
      days.flatMap((day) =>
        people
          .filter(() => chance(random, 0.85))
          .flatMap(({ person, device }) =>
            call(stage, person, hourOfDay(stage, day, between(random, 8.6, 9.2)), {
              line,
              device,
              fails: chance(random, 0.14) ? 1 + random.int(3) : 0,
            }),
          ),
      ),
    )
  },
})
