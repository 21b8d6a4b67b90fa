import { HOUR_MS } from '../../../kernel/time-units.ts'
import { between, chance } from '../../chance.ts'
import { defineLookAlike, markOf } from '../../define-scenario.ts'
import { eventOf, type SimEvent } from '../../event.ts'
import { randomMember } from '../../attacker/list-attack.ts'
import { call, crowdNearby, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'
import { drawAgent } from '../../world/agents.ts'
import { lineOf } from '../../world/lines.ts'
import { strangerName } from '../../world/names.ts'

const TRIES = 180

/** The tries are an attack, without any success: what is looked at is whether the customers on the same address are left in peace. */
export const lookAlike = defineLookAlike({
  id: 'carrier-nat-attacked',
  title: { en: 'Customers on an address that attacks', ja: '攻撃元と同じ共用回線の利用者' },
  about: {
    en: "A stuffing tool runs behind a carrier's shared address, and gets in nowhere; dozens of customers use the same address meanwhile.",
    ja: '携帯電話会社の共用回線から攻撃ツールが試行する(成功なし)。同じIPアドレスを、その間も多数の会員が使う。',
  },
  play: (stage) => {
    const { world, random } = stage
    const line = lineOf(random, 'mobile', world.profile.countries[0]?.country)
    const from = hourOfDay(stage, someDay(stage), between(random, 8, 20))
    const userAgent = drawAgent(random).line(from)
    const tries = Array.from({ length: TRIES }, (): SimEvent => {
      const person = chance(random, 0.2) ? randomMember(stage) : undefined
      const scene = {
        person: person?.index ?? -1,
        name: person?.name ?? strangerName(random),
        line,
        userAgent,
        device: undefined,
        session: undefined,
        client: 'web',
        mark: markOf(stage, 'attempt'),
      }
      const timeMs = from + random.int(3 * HOUR_MS)
      return eventOf(scene, timeMs, 'login', 'failure', person === undefined ? 'unknown-account' : 'bad-password')
    })
    const customers = crowdNearby(stage, 0.006, 40, 100).flatMap((person) =>
      call(stage, person, from + between(random, -12, 15) * HOUR_MS, { line, device: person.phone }),
    )
    return inOrder([...tries, ...customers])
  },
})
