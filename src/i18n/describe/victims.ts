import type { CaseVictims } from '../../model/case-victims.ts'
import { formatCount } from '../quantity.ts'
import { say, sayFrom, type SayOptions } from '../translate.ts'
import { minuteMoment } from './moment.ts'

type Shared = CaseVictims['shared'][number]
type Missing = CaseVictims['missing'][number]

/** `1,240` times, but `5.5` where a decimal tells something. */
const formatRatio = (ratio: number): string => formatCount(ratio >= 10 ? Math.round(ratio) : Math.round(ratio * 10) / 10)

/** Something that reported accounts share, with how often everybody else has it. */
export const describeTrait = ({ kind, value, victims, victimsOf, others, othersOf, ratio }: Shared, options: SayOptions): string => {
  const trait = say(`trait.${kind}`, { value: kind === 'minute' ? minuteMoment(value, options.zone) : value }, options)
  if (ratio === null) return say('report.trait-alone', { trait, victims, victimsOf, othersOf }, options)
  return say('report.trait', { trait, victims, victimsOf, others, othersOf, ratio: formatRatio(ratio) }, options)
}

/** The others that share it, at most `most` by name, each with its verdict where it has one; undefined where there are none. */
export const describeOthers = ({ accounts, others }: Shared, most: number, options: SayOptions): string | undefined => {
  if (accounts.length === 0) return undefined
  const [open, close] = options.lang === 'ja' ? ['(', ')'] : [' (', ')']
  const named = accounts
    .slice(0, most)
    .map(({ account, verdict }) => (verdict === null ? account : account + open + say(`verdict-short.${verdict}`, {}, options) + close))
  const more = others - named.length
  const list =
    named.join(options.lang === 'ja' ? '、' : ', ') + (more > 0 ? ` ${say('report.more-accounts', { count: more }, options)}` : '')
  return say('report.victims-others', { accounts: list }, options)
}

/** Why a reported account was not found, and what was probably meant. */
export const describeMissing = ({ why, near }: Missing, options: SayOptions): string => {
  const said = sayFrom('why', why, {}, options, why)
  return near === null ? said : said + (options.lang === 'ja' ? '、' : ', ') + say('report.near', { account: near }, options)
}
