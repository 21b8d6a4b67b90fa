import { guess } from '../../attacker/guess.ts'
import { defineAttack } from '../../define-scenario.ts'

export const attack = defineAttack({
  id: 'distributed-guessing',
  title: { en: 'Guessing from many addresses', ja: '総当たり(多数の送信元)' },
  about: {
    en: 'Many passwords on one name, each from another address, so that no address is noticed.',
    ja: '1つのIDに対するパスワードの試行を、多数の送信元に分散する。',
  },
  spreads: [50, 2000],
  play: guess,
})
