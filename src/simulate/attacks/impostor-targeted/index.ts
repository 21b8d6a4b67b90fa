import { impostors } from '../../attacker/impostor.ts'
import { chance } from '../../chance.ts'
import { defineAttack } from '../../define-scenario.ts'
import { randomLine } from '../../world/lines.ts'
import { userAgentOf } from '../../world/people.ts'

export const attack = defineAttack({
  id: 'impostor-targeted',
  title: { en: 'Impostor, targeted', ja: 'なりすまし(標的型)' },
  about: {
    en: "One login with the right password, from the victim's own provider and with the victim's browser; only the address is new.",
    ja: '被害者と同じ通信事業者・同じブラウザーからの1回のログイン。新しいのはIPアドレスだけ。',
  },
  spreads: [1],
  play: (stage) =>
    impostors(stage, (person, timeMs) => ({
      line: randomLine(person.home, stage.random),
      userAgent: userAgentOf(person.desktop !== undefined && !chance(stage.random, person.byPhone) ? person.desktop : person.phone, timeMs),
    })),
})
