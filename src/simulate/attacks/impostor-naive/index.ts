import { impostors } from '../../attacker/impostor.ts'
import { borrowedAgent } from '../../attacker/toolkit.ts'
import { defineAttack } from '../../define-scenario.ts'

export const attack = defineAttack({
  id: 'impostor-naive',
  title: { en: 'Impostor, naive', ja: 'なりすまし(偽装なし)' },
  about: {
    en: "One login with the right password, from anywhere, with anybody's browser, and nothing else.",
    ja: '正しいパスワードによる1回のログイン。場所もブラウザーも本人とは無関係で、ほかの痕跡はない。',
  },
  spreads: [1],
  play: (stage) =>
    impostors(stage, (_, timeMs) => {
      const other = stage.world.person(stage.random.int(stage.world.accounts))
      return { line: stage.world.whereabouts(other, timeMs, stage.random).line, userAgent: borrowedAgent(stage, timeMs) }
    }),
})
