import { between, chance } from '../../chance.ts'
import { defineLookAlike } from '../../define-scenario.ts'
import { call, crowd, hourOfDay, inOrder } from '../../ordinary/crowd.ts'
import { PROGRAMS } from '../../world/agents.ts'
import { lineOf } from '../../world/lines.ts'

export const lookAlike = defineLookAlike({
  id: 'budget-app',
  title: { en: 'Household-budget app', ja: '家計簿アプリ・ポイント管理アプリ' },
  about: {
    en: "A partner's server logs in for many customers every night from one address, with a program; some passwords are out of date.",
    ja: '提携サービスのサーバが毎晩、1つのIPアドレスから多数の会員としてログインする。一部のパスワードは古い。',
  },
  play: (stage) => {
    const { world, random } = stage
    const line = lineOf(random, 'hosting', world.profile.countries[0]?.country)
    const people = crowd(stage, 0.015, 60, 400).map((person) => ({ person, since: random.int(world.days), stale: chance(random, 0.06) }))
    const days = Array.from({ length: world.days }, (_, day) => day)
    return inOrder(
      days.flatMap((day) =>
        people
          .filter(({ since }) => since < world.days * 0.4 || since <= day)
          .flatMap(({ person, stale }) =>
            call(stage, person, hourOfDay(stage, day, between(random, 3.5, 5.5)), {
              line,
              userAgent: PROGRAMS.java,
              fails: stale ? 1 : 0,
              gets: !stale,
              uses: 0,
              acts: ['profile-view'],
              asksMfa: false,
              client: 'partner',
            }),
          ),
      ),
    )
  },
})
