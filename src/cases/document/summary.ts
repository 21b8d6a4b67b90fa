import type { CaseSummary } from '../../model/case.ts'
import { isAffected, MEMBER_ACTS } from '../../model/vocabulary.ts'
import { countAfterLogin } from '../rows/after-login.ts'
import { firstAttemptMs } from '../attacks/first-attempt.ts'
import type { JudgedAccount } from '../judging/judge-account.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { isOfAttack } from '../signals/signal.ts'
import { headlineOf, ofWhatWasRead } from './headline.ts'
import { isoOrNull, writeData } from './texts.ts'

const count = (accounts: readonly JudgedAccount[], is: (account: JudgedAccount) => boolean): number => accounts.filter(is).length

const union = (sets: readonly ReadonlySet<number>[]): number => {
  const all = new Set<number>()
  for (const set of sets) for (const key of set) all.add(key)
  return all.size
}

/** Does this log record anything that members do after the login? */
const recordsActs = ({ table }: JudgedCase): boolean => {
  const acts = table.classes.map(({ action }) => MEMBER_ACTS.includes(action))
  // An act of nobody's answers nothing about anybody.
  for (let row = 0; row < table.size; row += 1) if (acts[table.cls.get(row)] === true && table.account.get(row) >= 0) return true
  return false
}

const known = (times: readonly (number | undefined)[]): readonly number[] => times.filter((time) => time !== undefined)
const earliest = (times: readonly (number | undefined)[]): number | undefined =>
  known(times).reduce<number | undefined>((first, time) => Math.min(first ?? time, time), undefined)
const latest = (times: readonly (number | undefined)[]): number | undefined =>
  known(times).reduce<number | undefined>((last, time) => Math.max(last ?? time, time), undefined)

/** Epoch µs. */
const firstAttempt = (firstFailure: number | undefined, accounts: readonly JudgedAccount[]): number | undefined =>
  firstFailure === undefined
    ? undefined
    : firstAttemptMs(
        firstFailure / 1000,
        accounts.flatMap(({ compromisedAt }) => (compromisedAt === undefined ? [] : [compromisedAt / 1000])),
      ) * 1000

const periodOf = ({ table }: JudgedCase): Pick<CaseSummary, 'first' | 'last' | 'events'> => ({
  first: isoOrNull(table.size === 0 ? undefined : table.time.get(0)),
  last: isoOrNull(table.size === 0 ? undefined : table.time.get(table.size - 1)),
  events: table.size,
})

/** By verdict; accounts of which nobody else was in possession are counted by their kind, apart from these. */
const verdictsOf = (accounts: readonly JudgedAccount[], affected: readonly JudgedAccount[]): CaseSummary['accounts'] => ({
  compromised: count(affected, ({ verdict }) => verdict === 'compromised'),
  suspected: count(affected, ({ verdict }) => verdict === 'suspected'),
  targeted: count(accounts, ({ verdict }) => verdict === 'targeted'),
  undetermined: count(accounts, ({ verdict }) => verdict === 'undetermined'),
})

type Attempts = 'attempts' | 'triedIds' | 'triedMembers' | 'campaignSuccesses'

/** What the campaigns come to: attempts are events, ids are what was typed, members are accounts of this log. */
const attemptsOf = ({ campaigns }: JudgedCase, affected: readonly JudgedAccount[]): Pick<CaseSummary, Attempts> => ({
  attempts: campaigns.reduce((sum, campaign) => sum + campaign.attempts, 0),
  triedIds: union(campaigns.map(({ tried }) => tried)),
  triedMembers: union(campaigns.map(({ targeted }) => targeted)),
  campaignSuccesses: count(affected, ({ signals }) => signals.some(isOfAttack)),
})

type Times = 'firstAttempt' | 'firstTakeover' | 'lastAttempt' | 'active' | 'secondsSinceLastAttempt'

const timesOf = ({ table, campaigns, accounts }: JudgedCase, affected: readonly JudgedAccount[]): Pick<CaseSummary, Times> => {
  const firstFailure = earliest(campaigns.map(({ first }) => first))
  const lastAttempt = latest(campaigns.map(({ last }) => last))
  return {
    firstAttempt: isoOrNull(firstAttempt(firstFailure, affected)),
    firstTakeover: isoOrNull(earliest(accounts.map(({ compromisedAt }) => compromisedAt))),
    lastAttempt: isoOrNull(lastAttempt),
    active: campaigns.length === 0 ? null : campaigns.some(({ active }) => active),
    secondsSinceLastAttempt:
      lastAttempt === undefined || table.size === 0 ? null : Math.round((table.time.get(table.size - 1) - lastAttempt) / 1e6),
  }
}

const classesOf = (affected: readonly JudgedAccount[]): CaseSummary['classes'] => {
  const of = (name: JudgedAccount['class']): number => count(affected, (account) => account.class === name)
  return { A: of('A'), B: of('B'), C: of('C') }
}

/** What the reading adds to what was judged. */
export interface SummaryParts {
  readonly caveats: CaseSummary['caveats']
  readonly incomplete: boolean
  readonly victims: CaseSummary['victims']
}

/** The figures at the top. */
export const writeSummary = (judged: JudgedCase, { caveats, incomplete, victims }: SummaryParts): CaseSummary => {
  const { accounts } = judged
  const affected = accounts.filter((account) => isAffected(account) && account.kind === 'takeover')
  const ofKind = (kind: JudgedAccount['kind']): number => count(accounts, (account) => isAffected(account) && account.kind === kind)
  const verdicts = verdictsOf(accounts, affected)
  return {
    ...periodOf(judged),
    headline: ofWhatWasRead(headlineOf(judged, verdicts), incomplete),
    accounts: verdicts,
    misuse: ofKind('misuse'),
    exposure: ofKind('exposure'),
    passwordKnown: count(accounts, (account) => account.passwordKnown && !isAffected(account)),
    ...attemptsOf(judged, affected),
    ...timesOf(judged, affected),
    afterLogin: countAfterLogin(
      affected.map(({ harms }) => harms),
      recordsActs(judged),
    ),
    classes: classesOf(affected),
    victims,
    caveats: caveats.map(({ id, data }) => ({ id, data: writeData(data) })),
    incomplete,
  }
}
