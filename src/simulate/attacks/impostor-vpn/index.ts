import { impostors } from '../../attacker/impostor.ts'
import { borrowedAgent } from '../../attacker/toolkit.ts'
import { weighted } from '../../chance.ts'
import { defineAttack } from '../../define-scenario.ts'
import { networksOf, randomLine } from '../../world/lines.ts'

export const attack = defineAttack({
  id: 'impostor-vpn',
  title: { en: 'Impostor in the right country', ja: 'なりすまし(同じ国から)' },
  about: {
    en: "One login with the right password, through an address in the victim's country, with anybody's browser.",
    ja: '被害者と同じ国の回線を経由した、正しいパスワードによる1回のログイン。ブラウザーは本人と無関係。',
  },
  spreads: [1],
  play: (stage) =>
    impostors(stage, (person, timeMs) => ({
      line: randomLine(weighted(stage.random, networksOf('any', person.country)), stage.random),
      userAgent: borrowedAgent(stage, timeMs),
    })),
})
