import type { CaseAccount, CaseSession } from '../../model/case.ts'
import { isAffected } from '../../model/vocabulary.ts'
import { say, type SayOptions } from '../translate.ts'
import { countryName } from '../words.ts'
import { moment } from './moment.ts'

const ARROW = ' → '

/** `JP → RO`, the countries of a session in order, by their names. */
export const describeCountries = (countries: string, { lang }: SayOptions): string =>
  countries
    .split(ARROW)
    .map((code) => countryName(code, lang))
    .join(ARROW)

/** Where a session came from: its addresses, then country and network operator, as far as known. */
export const describeOrigin = (
  { ips, country, network }: CaseSession,
  options: SayOptions,
): { readonly ips: string; readonly place: string } => {
  const operator = network?.org ?? (network?.asn == null ? undefined : `AS${network.asn}`)
  const kind = network === null || network.kind === 'unknown' ? undefined : say(`network.${network.kind}`, {}, options)
  const place = [country === null ? undefined : describeCountries(country, options), operator, kind].filter((part) => part !== undefined)
  return { ips: ips.join(' '), place: place.join(options.lang === 'ja' ? '、' : ', ') }
}

/** A key that was shown to be let in, by its fingerprint. */
export const describeKey = (fingerprint: string, isNew: boolean, options: SayOptions): string =>
  say(isNew ? 'session.key-new' : 'session.key', { key: fingerprint }, options)

/** What it was done with: a browser or program, or the key that let it in, as far as known. */
export const describeProgram = ({ agent, key }: CaseSession, options: SayOptions): string =>
  agent ?? (key === undefined ? '' : describeKey(key.fingerprint, !key.known, options))

type Act = CaseSession['actions'][number]

const describeAct = ({ action, outcome }: Act, options: SayOptions): string => {
  const word = say(`action.${action}`, {}, options)
  const bad = outcome === 'failure' || outcome === 'blocked' || outcome === 'challenge'
  return bad ? `${word}${options.lang === 'ja' ? '' : ' '}(${say(`outcome.${outcome}`, {}, options)})` : word
}

const countActs = (acts: readonly Act[], options: SayOptions): readonly string[] =>
  [...Map.groupBy(acts, (act) => describeAct(act, options))].map(([what, { length: count }]) =>
    count === 1 ? what : say('report.times', { what, count }, options),
  )

/** What was done to others, by what it was and to how many; to a single one, by its id. */
const describeDeeds = (acts: readonly Act[], options: SayOptions): readonly string[] =>
  [...Map.groupBy(acts, (act) => describeAct(act, options))].map(([what, own]) => {
    const [account = '', ...others] = new Set(own.flatMap(({ on }) => on ?? []))
    return others.length === 0
      ? say('session.on-other', { what, account }, options)
      : say('session.on-others', { what, accounts: others.length + 1 }, options)
  })

/** What was done in a session, equal actions counted: `login, e-mail address change ×2`; then what to other accounts. Failures are named as such. */
export const describeActions = ({ actions, moreActions }: CaseSession, options: SayOptions): string => {
  const parts = [
    ...countActs(
      actions.filter(({ on }) => on === undefined),
      options,
    ),
    ...describeDeeds(
      actions.filter(({ on }) => on !== undefined),
      options,
    ),
  ]
  if (moreActions > 0) parts.push(say('report.more-actions', { count: moreActions }, options))
  return parts.join(options.lang === 'ja' ? '、' : ', ')
}

/** Nothing is on record from before somebody else was in: what is told as usual may be theirs. */
export const isUsualAfter = ({ usual, verdict, firstSuspicious }: Pick<CaseAccount, 'usual' | 'verdict' | 'firstSuspicious'>): boolean =>
  isAffected({ verdict }) && usual.since !== null && firstSuspicious !== null && Date.parse(usual.since) > Date.parse(firstSuspicious)

/** What is usual for an account, in one sentence: what the log does not tell, it does not mention. */
export const describeUsual = (account: Pick<CaseAccount, 'usual' | 'verdict' | 'firstSuspicious'>, options: SayOptions): string => {
  const { usual } = account
  if (usual.logins === 0) return say('report.usual-none', {}, options)
  const since = usual.since === null ? '' : moment(usual.since, options.zone)
  const { logins, countries, networks, agents } = usual
  return [
    say(isUsualAfter(account) ? 'report.usual-after' : 'report.usual-since', { logins, since }, options),
    ...(countries.length === 0 ? [] : [say('report.usual-countries', { countries }, options)]),
    ...(networks.length === 0 ? [] : [say('report.usual-networks', { networks }, options)]),
    ...(agents.length === 0 ? [] : [say('report.usual-agents', { agents }, options)]),
  ].join(options.lang === 'ja' ? '、' : '; ')
}
