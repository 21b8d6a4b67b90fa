import { DAY_MS, MINUTE_MS } from '../../../kernel/time-units.ts'
import { between } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf, type SimEvent } from '../../event.ts'
import { call, crowd, inOrder } from '../../ordinary/crowd.ts'
import { PROGRAMS } from '../../world/agents.ts'
import { homeLine } from '../../world/people.ts'

export const lookAlike = defineLookAlike({
  id: 'stale-client',
  title: { en: 'Client with an old password', ja: '古いパスワードで再試行し続けるアプリ' },
  about: {
    en: 'After a change of password a forgotten client at home goes on with the old one every few minutes, for days, while the owner logs in as usual.',
    ja: 'パスワード変更後、自宅の端末が古いパスワードで数分おきに何日も再試行する。その間、本人は通常どおりログインする。',
  },
  play: (stage) => {
    const { world, random } = stage
    return inOrder(
      crowd(stage, 0.001, 6, 30).flatMap((person) => {
        const from = world.startMs + random.int(world.days * 0.5 * DAY_MS)
        const everyMs = between(random, 4, 20) * MINUTE_MS
        const line = homeLine(person, from)
        const scene = {
          person: person.index,
          name: person.name,
          line,
          userAgent: PROGRAMS.okhttp,
          device: undefined,
          session: undefined,
          client: 'web',
          mark: markOf(stage, 'benign'),
        }
        const events: SimEvent[] = call(stage, person, from - MINUTE_MS, { line, fails: 0, acts: ['password-change'], uses: 0 })
        const until = Math.min(world.endMs, from + between(random, 1, 4) * DAY_MS)
        for (let timeMs = from; timeMs < until; timeMs += everyMs + random.int(4000))
          events.push(eventOf(scene, timeMs, 'login', 'failure', 'bad-password'))
        for (let day = 0; day < 3; day += 1) events.push(...call(stage, person, from + (day + 0.4) * DAY_MS, { line, fails: 0, uses: 0 }))
        return events
      }),
    )
  },
})
