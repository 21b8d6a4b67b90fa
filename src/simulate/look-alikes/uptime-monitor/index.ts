import { chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call } from '../../ordinary/crowd.ts'
import type { SimEvent } from '../../event.ts'
import { PROGRAMS } from '../../world/agents.ts'
import { lineOf } from '../../world/lines.ts'

const EVERY_MS = 600_000

export const lookAlike = defineLookAlike({
  id: 'uptime-monitor',
  title: { en: 'Uptime monitor', ja: '死活監視' },
  about: {
    en: 'A test account logs in every ten minutes from data centres of three regions, with a program; now and then it fails.',
    ja: '監視サービスが3地域のデータセンターから、試験用アカウントで10分おきにログインする。まれに失敗する。',
  },
  play: function* (stage) {
    const { world, random } = stage
    const person = world.newcomers(1)[0]
    if (person === undefined) return
    const lines = [lineOf(random, 'hosting', 'JP'), lineOf(random, 'hosting', 'US'), lineOf(random, 'hosting', 'DE')]
    let turn = 0
    for (let timeMs = world.startMs + random.int(EVERY_MS); timeMs < world.endMs; timeMs += EVERY_MS) {
      const line = lines[turn % lines.length]
      turn += 1
      if (line === undefined) return
      const fails = chance(random, 0.01) ? 1 : 0
      const events: SimEvent[] = call(stage, person, timeMs, {
        line,
        userAgent: PROGRAMS.go,
        fails,
        gets: fails === 0,
        uses: 0,
        acts: [],
        asksMfa: false,
      })
      yield* events.filter((event) => event.action === 'login')
    }
  },
})
