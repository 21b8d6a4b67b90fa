import { MINUTE_MS } from '../../../kernel/time-units.ts'
import { between } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf, type SimEvent } from '../../event.ts'
import { PROGRAMS } from '../../world/agents.ts'
import { lineOf } from '../../world/lines.ts'

export const lookAlike = defineLookAlike({
  id: 'runaway-client',
  title: { en: 'Runaway client', ja: '暴走したクライアント' },
  about: {
    en: 'A forgotten script fails with one account from four addresses, hundreds of times a day, and never gets in.',
    ja: '放置されたスクリプトが、4つのIPアドレスから1つのアカウントで1日数百回失敗し続ける。成功はしない。',
  },
  play: function* (stage) {
    const { world, random } = stage
    const person = world.newcomers(1)[0]
    if (person === undefined) return
    const lines = Array.from({ length: 4 }, () => lineOf(random, 'hosting', 'JP'))
    const everyMs = between(random, 3, 7) * MINUTE_MS
    for (let timeMs = world.startMs; timeMs < world.endMs; timeMs += everyMs + random.int(2000)) {
      const event: SimEvent = eventOf(
        {
          person: person.index,
          name: person.name,
          line: random.pick(lines),
          userAgent: PROGRAMS.python,
          device: undefined,
          session: undefined,
          client: 'web',
          mark: markOf(stage, 'benign'),
        },
        timeMs,
        'login',
        'failure',
        'bad-password',
      )
      yield event
    }
  },
})
