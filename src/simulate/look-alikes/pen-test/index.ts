import { HOUR_MS } from '../../../kernel/time-units.ts'
import { between, chance } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf, type SimEvent } from '../../event.ts'
import { randomMember } from '../../attacker/list-attack.ts'
import { hourOfDay, inOrder, isWorkday, someDay } from '../../ordinary/crowd.ts'
import { PROGRAMS } from '../../world/agents.ts'
import { lineOf } from '../../world/lines.ts'
import { strangerName } from '../../world/names.ts'

const TRIES = 600

/** In the log it is an attack like any other: only whoever ordered it knows, and says so with `--allow`. */
export const lookAlike = defineLookAlike({
  id: 'pen-test',
  title: { en: 'Penetration test', ja: '侵入テスト' },
  about: {
    en: 'A test that was ordered: hundreds of tries from one office line, and logins to three test accounts. Its address belongs on the allow list.',
    ja: '依頼した侵入テスト。1つの回線からの数百回の試行と、試験用アカウント3つへのログイン。送信元は許可リストに載せる。',
  },
  play: (stage) => {
    const { random } = stage
    const line = lineOf(random, 'office')
    let day = someDay(stage)
    while (!isWorkday(stage, day) && day > 0) day -= 1
    const from = hourOfDay(stage, day, between(random, 9.5, 13))
    const sceneOf = (person: number, name: string) => ({
      person,
      name,
      line,
      userAgent: PROGRAMS.python,
      device: undefined,
      session: undefined,
      client: 'web',
      mark: markOf(stage, 'benign'),
    })
    const tries = Array.from({ length: TRIES }, (): SimEvent => {
      const person = chance(random, 0.4) ? randomMember(stage) : undefined
      const scene = sceneOf(person?.index ?? -1, person?.name ?? strangerName(random))
      return eventOf(scene, from + random.int(4 * HOUR_MS), 'login', 'failure', person === undefined ? 'unknown-account' : 'bad-password')
    })
    const logins = stage.world
      .newcomers(3)
      .map((person) => eventOf(sceneOf(person.index, person.name), from + between(random, 1, 4) * HOUR_MS, 'login', 'success'))
    return inOrder([...tries, ...logins])
  },
})
