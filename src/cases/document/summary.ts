import type { CaseSummary } from '../../model/case.ts'
import type { MessageData } from '../../model/finding.ts'
import { isAffected, MEMBER_ACTS } from '../../model/vocabulary.ts'
import { countAfterLogin } from '../after-login.ts'
import { formatsWithoutAddresses } from '../formats-without-addresses.ts'
import { firstAttemptMs } from '../first-attempt.ts'
import type { JudgedAccount } from '../judge-account.ts'
import type { JudgedCase } from '../judge-case.ts'
import { isoOrNull, writeData } from './texts.ts'

const count = (accounts: readonly JudgedAccount[], is: (account: JudgedAccount) => boolean): number => accounts.filter(is).length

const union = (sets: readonly ReadonlySet<number>[]): number => {
  const all = new Set<number>()
  for (const set of sets) for (const key of set) all.add(key)
  return all.size
}

/** Nobody else was in, but one of ours went too far, or the service showed people each other's data. */
const otherHeadline = ({ accounts }: JudgedCase): CaseSummary['headline'] | undefined => {
  const of = (kind: JudgedAccount['kind']): number => count(accounts, (account) => isAffected(account) && account.kind === kind)
  const [misuse, exposure] = [of('misuse'), of('exposure')]
  if (misuse + exposure === 0) return undefined
  const id = misuse === 0 ? 'headline.exposure' : exposure === 0 ? 'headline.misuse' : 'headline.misuse-exposure'
  return { messageId: id, data: { misuse, exposure } }
}

const headlineOf = (judged: JudgedCase, accounts: CaseSummary['accounts']): CaseSummary['headline'] => {
  const { campaigns, table } = judged
  const { compromised, suspected } = accounts
  const [largest] = campaigns.toSorted((left, right) => right.attempts - left.attempts || (left.id < right.id ? -1 : 1))
  const data = {
    compromised,
    suspected,
    max: compromised + suspected,
    ...(largest === undefined ? {} : { method: largest.method }),
  } satisfies MessageData
  if (table.size === 0) return { messageId: 'headline.no-events', data: {} }
  if (compromised + suspected > 0) {
    const fromCampaign = judged.accounts.some(
      (account) => isAffected(account) && account.signals.some(({ rule, weight }) => rule === 'attack-source' && weight !== 'context'),
    )
    return { messageId: fromCampaign ? 'headline.campaign' : 'headline.takeover', data }
  }
  const other = otherHeadline(judged)
  if (other !== undefined) return other
  if (!judged.recordsSuccesses || accounts.undetermined > 0) return { messageId: 'headline.undetermined', data: {} }
  // Neighbours on a shared line did log in from there: "no success from the attack's sources" would be untrue.
  if (campaigns.some(({ sources }) => sources.some(({ entered }) => entered.size > 0)))
    return { messageId: 'headline.attempts-shared', data: {} }
  if (campaigns.length > 0 || accounts.targeted > 0) return { messageId: 'headline.attempts-only', data: {} }
  // Without addresses most of what would show a takeover cannot be looked for.
  return { messageId: formatsWithoutAddresses(table).length > 0 ? 'headline.undetermined' : 'headline.nothing', data: {} }
}

/** Does this log record anything that members do after the login? */
const recordsActs = ({ table }: JudgedCase): boolean => {
  const acts = table.classes.map(({ action }) => MEMBER_ACTS.includes(action))
  // An act of nobody's answers nothing about anybody.
  for (let row = 0; row < table.size; row += 1) if (acts[table.cls.get(row)] === true && table.account.get(row) >= 0) return true
  return false
}

const extreme = (times: readonly (number | undefined)[], pick: (left: number, right: number) => number): number | undefined =>
  times.reduce<number | undefined>((best, time) => (time === undefined ? best : best === undefined ? time : pick(best, time)), undefined)

/** Epoch µs. */
const firstAttempt = (firstFailure: number | undefined, accounts: readonly JudgedAccount[]): number | undefined =>
  firstFailure === undefined
    ? undefined
    : firstAttemptMs(
        firstFailure / 1000,
        accounts.flatMap(({ compromisedAt }) => (compromisedAt === undefined ? [] : [compromisedAt / 1000])),
      ) * 1000

/** The figures at the top. Attempts are events, ids are what was typed, accounts are accounts of this log. */
export const writeSummary = (
  judged: JudgedCase,
  caveats: CaseSummary['caveats'],
  incomplete: boolean,
  victims: CaseSummary['victims'],
): CaseSummary => {
  const { table, campaigns, accounts } = judged
  const affected = accounts.filter((account) => isAffected(account) && account.kind === 'takeover')
  const others = accounts.filter((account) => isAffected(account) && account.kind !== 'takeover')
  const counts = {
    compromised: count(affected, ({ verdict }) => verdict === 'compromised'),
    suspected: count(affected, ({ verdict }) => verdict === 'suspected'),
    targeted: count(accounts, ({ verdict }) => verdict === 'targeted'),
    undetermined: count(accounts, ({ verdict }) => verdict === 'undetermined'),
  }
  const end = table.size === 0 ? undefined : table.time.get(table.size - 1)
  const firstFailure = extreme(
    campaigns.map(({ first }) => first),
    Math.min,
  )
  const lastAttempt = extreme(
    campaigns.map(({ last }) => last),
    Math.max,
  )
  return {
    first: isoOrNull(table.size === 0 ? undefined : table.time.get(0)),
    last: isoOrNull(end),
    events: table.size,
    headline: headlineOf(judged, counts),
    accounts: counts,
    misuse: count(others, ({ kind }) => kind === 'misuse'),
    exposure: count(others, ({ kind }) => kind === 'exposure'),
    passwordKnown: count(accounts, (account) => account.passwordKnown && !isAffected(account)),
    attempts: campaigns.reduce((sum, campaign) => sum + campaign.attempts, 0),
    triedIds: union(campaigns.map(({ tried }) => tried)),
    triedMembers: union(campaigns.map(({ targeted }) => targeted)),
    campaignSuccesses: count(affected, ({ signals }) =>
      signals.some(({ rule, weight }) => rule === 'attack-source' && weight !== 'context'),
    ),
    firstAttempt: isoOrNull(firstAttempt(firstFailure, affected)),
    firstTakeover: isoOrNull(
      extreme(
        accounts.map(({ compromisedAt }) => compromisedAt),
        Math.min,
      ),
    ),
    lastAttempt: isoOrNull(lastAttempt),
    active: campaigns.length === 0 ? null : campaigns.some(({ active }) => active),
    secondsSinceLastAttempt: lastAttempt === undefined || end === undefined ? null : Math.round((end - lastAttempt) / 1e6),
    afterLogin: countAfterLogin(
      affected.map(({ harms }) => harms),
      recordsActs(judged),
    ),
    classes: {
      A: count(affected, (account) => account.class === 'A'),
      B: count(affected, (account) => account.class === 'B'),
      C: count(affected, (account) => account.class === 'C'),
    },
    victims,
    caveats: caveats.map(({ id, data }) => ({ id, data: writeData(data) })),
    incomplete,
  }
}
