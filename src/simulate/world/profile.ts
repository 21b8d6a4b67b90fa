import type { Random } from '../../kernel/random.ts'
import { chance, poisson } from '../chance.ts'

/** What kind of service is simulated: how often its people come, from where, and how often they mistype. */
export interface Profile {
  readonly id: 'shop' | 'sso'
  readonly title: { readonly en: string; readonly ja: string }
  /** Where the people live, ISO 3166, with weights; the rest is spread over all countries that lines.ts knows. */
  readonly countries: readonly { readonly country: string; readonly weight: number }[]
  readonly elsewhere: number
  /** Offset of the service's own day, hours. */
  readonly offsetHours: number
  /** Logins of one person during the whole log. */
  readonly visits: (random: Random, days: number) => number
  /** Share of visits that begin with a mistyped password. */
  readonly mistyped: number
  readonly withMfa: number
  /** Share of people who work at a shared line by day. */
  readonly inOffices: number
}

/** Logins a day of four groups: those who do not come at all, now and then, every few days, daily. */
const SHOP_GROUPS = [
  { share: 0.2, perDay: 0 },
  { share: 0.4, perDay: 0.06 },
  { share: 0.3, perDay: 0.28 },
  { share: 0.1, perDay: 1.1 },
] as const

const shopVisits = (random: Random, days: number): number => {
  let draw = random.next()
  const group = SHOP_GROUPS.find(({ share }) => (draw -= share) < 0) ?? SHOP_GROUPS[1]
  return poisson(random, group.perDay * days)
}

/** Events per user of the RBA data set: 39.7 % exactly one, 51.8 % two to nine (mean 3.75), the rest ten and more (mean 19.5). */
const ssoVisits = (random: Random): number => {
  const draw = random.next()
  if (draw < 0.397) return 1
  if (draw < 0.915) return Math.min(9, 2 + poisson(random, 1.75))
  return Math.min(200, 10 + Math.floor(-Math.log(1 - random.next()) * 9.5))
}

export const PROFILES: readonly Profile[] = [
  {
    id: 'shop',
    title: { en: 'a Japanese online shop', ja: '国内のオンラインショップ' },
    countries: [{ country: 'JP', weight: 0.985 }],
    elsewhere: 0.015,
    offsetHours: 9,
    visits: shopVisits,
    mistyped: 0.09,
    withMfa: 0.25,
    inOffices: 0.14,
  },
  {
    id: 'sso',
    title: {
      en: 'a single sign-on service with the proportions of the RBA data set (Wiefling et al., CC BY 4.0)',
      ja: 'RBAデータセット(Wieflingら、CC BY 4.0)の比率をもつシングルサインオン',
    },
    countries: [
      { country: 'NO', weight: 0.423 },
      { country: 'US', weight: 0.278 },
      { country: 'RU', weight: 0.054 },
      { country: 'BR', weight: 0.038 },
      { country: 'DE', weight: 0.029 },
    ],
    elsewhere: 0.178,
    offsetHours: 1,
    visits: ssoVisits,
    mistyped: 0.18,
    withMfa: 0,
    inOffices: 0.04,
  },
]

export const drawCountry = (random: Random, { countries, elsewhere }: Profile, all: readonly string[]): string => {
  if (chance(random, elsewhere)) return random.pick(all)
  let draw = random.next() * countries.reduce((sum, { weight }) => sum + weight, 0)
  return countries.find(({ weight }) => (draw -= weight) < 0)?.country ?? 'JP'
}
