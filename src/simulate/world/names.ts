import type { Random } from '../../kernel/random.ts'

const FAMILY = [
  'sato',
  'suzuki',
  'takahashi',
  'tanaka',
  'ito',
  'watanabe',
  'yamamoto',
  'nakamura',
  'kobayashi',
  'kato',
  'yoshida',
  'yamada',
  'sasaki',
  'matsumoto',
  'inoue',
  'kimura',
  'hayashi',
  'shimizu',
  'mori',
  'abe',
  'ikeda',
  'hashimoto',
  'ishikawa',
  'ogawa',
  'goto',
  'okada',
  'hasegawa',
  'murakami',
  'kondo',
  'ishii',
  'fujita',
  'endo',
  'aoki',
  'sakamoto',
  'fujii',
  'nishimura',
  'fukuda',
  'ota',
  'miura',
  'okamoto',
] as const
const GIVEN = [
  'haruka',
  'yuki',
  'sota',
  'hana',
  'ren',
  'aoi',
  'kenji',
  'mika',
  'takumi',
  'sakura',
  'daiki',
  'emi',
  'kenta',
  'yui',
  'shota',
  'rina',
  'naoki',
  'miho',
  'jun',
  'ayumi',
  'hiroshi',
  'kana',
  'tomoya',
  'nana',
  'ryo',
  'saki',
  'makoto',
  'eri',
  'satoshi',
  'maki',
] as const

/** An address that was never anybody's (RFC 2606); unique by its number. */
export const nameOf = (index: number, random: Random): string =>
  `${random.pick(GIVEN)}.${random.pick(FAMILY)}${index.toString(36)}@example.jp`

/** What a list that was stolen elsewhere holds besides members: addresses that nobody here has. */
export const strangerName = (random: Random): string =>
  `${random.pick(GIVEN)}${random.pick(['.', '_', '-', ''])}${random.pick(FAMILY)}${random.int(100000)}@example.${random.pick(['net', 'com', 'org'])}`

/** Two letters swapped or one left out: how people mistype their own name. */
export const mistype = (name: string, random: Random): string => {
  const at = 1 + random.int(Math.max(1, name.indexOf('@') - 2))
  const [before, first = '', second = '', after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)]
  return random.next() < 0.5 || first === second ? `${before}${second}${after}` : `${before}${second}${first}${after}`
}
