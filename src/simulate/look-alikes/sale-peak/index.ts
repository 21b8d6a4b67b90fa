import { chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowd, hourOfDay, inOrder, someDay } from '../../ordinary/crowd.ts'

export const lookAlike = defineLookAlike({
  id: 'sale-peak',
  title: { en: 'Sale or television spot', ja: 'セール・テレビ放映による急増' },
  about: {
    en: 'Thousands log in within a few minutes, people who come once a year among them: many wrong passwords and resets.',
    ja: '数分間に多数の会員がログインする。年に1度しか来ない人も多く、入力ミスや再設定が増える。',
  },
  play: (stage) => {
    const { random } = stage
    const from = hourOfDay(stage, someDay(stage), 20)
    return inOrder(
      crowd(stage, 0.06, 100).flatMap((person) =>
        call(
          stage,
          person,
          from - Math.log(1 - random.next()) * 720_000,
          chance(random, 0.25) ? { fails: 1 + random.int(4), gets: !chance(random, 0.2) } : {},
        ),
      ),
    )
  },
})
