import { guess } from '../../attacker/guess.ts'
import { defineAttack } from '../../define-scenario.ts'

export const attack = defineAttack({
  id: 'guessing',
  title: { en: 'Guessing at one account', ja: '総当たり(単一の送信元)' },
  about: {
    en: 'Many passwords on one name from one address, until one fits: birthdays, the name with a year.',
    ja: '1つの送信元から、1つのIDに対し誕生日などのパスワードを当たるまで試す。',
  },
  spreads: [1],
  play: guess,
})
