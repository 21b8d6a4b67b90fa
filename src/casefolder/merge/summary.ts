import { mainMethodOf } from '../../kernel/main-method.ts'
import { countAfterLogin } from '../../cases/rows/after-login.ts'
import { ofWhatWasRead } from '../../cases/document/headline.ts'
import { firstAttemptMs } from '../../cases/attacks/first-attempt.ts'
import { secondsToEnd, STILL_ACTIVE_SECONDS } from '../../kernel/still-active.ts'
import { foundVictims } from '../found-victims.ts'
import type { CaseAccount, CaseCampaign, CaseDocument, CaseSummary } from '../../model/case.ts'
import { isAffected } from '../../model/vocabulary.ts'

const bound = (times: readonly (string | null)[], isBetter: (one: number, other: number) => boolean): string | null =>
  times.reduce<string | null>((best, time) => {
    if (time === null || best === null) return best ?? time
    return isBetter(Date.parse(time), Date.parse(best)) ? time : best
  }, null)
const earliest = (times: readonly (string | null)[]): string | null => bound(times, (one, other) => one < other)
const latest = (times: readonly (string | null)[]): string | null => bound(times, (one, other) => one > other)

const count = (accounts: readonly CaseAccount[], is: (account: CaseAccount) => boolean): number => accounts.filter(is).length
const headlineOf = (
  old: CaseSummary,
  now: CaseSummary,
  accounts: CaseSummary['accounts'],
  method: CaseCampaign['method'] | undefined,
): CaseSummary['headline'] => {
  const { compromised, suspected } = accounts
  if (compromised + suspected === 0) return now.events === 0 || accounts.undetermined > 0 ? old.headline : now.headline
  const campaign = [old, now].some(({ headline }) => headline.messageId.endsWith('campaign'))
  const data = { compromised, suspected, max: compromised + suspected, ...(method === undefined ? {} : { method }) }
  return { messageId: campaign ? 'headline.campaign' : 'headline.takeover', data }
}

const firstAttemptOf = (campaigns: readonly CaseCampaign[], accounts: readonly CaseAccount[]): string | null => {
  const failure = earliest(campaigns.map((campaign) => campaign.first))
  if (failure === null) return null
  const entries = accounts.flatMap(({ compromisedAt }) => (compromisedAt === null ? [] : [Date.parse(compromisedAt)]))
  return new Date(firstAttemptMs(Date.parse(failure), entries)).toISOString()
}

type Caveat = CaseSummary['caveats'][number]

/** Of shares of one input through proxies the larger is said: two of them read like a contradiction. */
const isMost = ({ id, data }: Caveat, all: readonly Caveat[]): boolean =>
  id !== 'proxy-addresses' ||
  all.every((other) => other.id !== id || other.data['input'] !== data['input'] || Number(other.data['share']) <= Number(data['share']))

/**
 * What either reading must say. That the newer logs are short says nothing of the case, whose usual is learnt from the older ones; of the
 * rules that could not run the longer list is said.
 */
const joinCaveats = (old: readonly Caveat[], now: readonly Caveat[]): readonly Caveat[] => {
  const skipped = [...old, ...now].flatMap(({ id, data }) => (id === 'rules-skipped' ? [Number(data['count'])] : []))
  const most = Math.max(...skipped)
  const isSaid = ({ id, data }: Caveat): boolean =>
    id === 'rules-skipped' ? data['count'] === most : id !== 'thin-log' || old.some((caveat) => caveat.id === 'thin-log')
  const all = [...old, ...now, { id: 'carried-over', data: {} }].filter(isSaid).filter((caveat) => isMost(caveat, [...old, ...now]))
  return [...new Map(all.map((caveat) => [JSON.stringify(caveat), caveat])).values()]
}

type Merged = Pick<CaseDocument, 'accounts' | 'campaigns'>

/** The figures over both revisions: accounts are counted anew; attempts are summed, ids up to the most they can be. */
export const mergeSummary = (old: CaseSummary, now: CaseSummary, { accounts, campaigns }: Merged): CaseSummary => {
  const isTakeover = (account: CaseAccount): boolean => account.kind === 'takeover' || !isAffected(account)
  const of = (verdict: CaseAccount['verdict']): number => count(accounts, (account) => account.verdict === verdict && isTakeover(account))
  const counts = { compromised: of('compromised'), suspected: of('suspected'), targeted: of('targeted'), undetermined: of('undetermined') }
  const affected = accounts.filter((account) => isAffected(account) && isTakeover(account))
  const inClass = (name: CaseAccount['class']): number => count(affected, (account) => account.class === name)
  const [first, last] = [earliest([old.first, now.first]), latest([old.last, now.last])]
  const lastAttempt = latest(campaigns.map((campaign) => campaign.last))
  const since = lastAttempt === null || last === null ? null : secondsToEnd(lastAttempt, last)
  const method = mainMethodOf(campaigns)
  const attempts = campaigns.reduce((total, campaign) => total + campaign.attempts, 0)
  const sum = (pick: (summary: CaseSummary) => number): number => pick(old) + pick(now)
  return {
    first,
    last,
    events: sum(({ events }) => events),
    headline: ofWhatWasRead(headlineOf(old, now, counts, method), old.incomplete || now.incomplete),
    accounts: counts,
    misuse: count(accounts, (account) => isAffected(account) && account.kind === 'misuse'),
    exposure: count(accounts, (account) => isAffected(account) && account.kind === 'exposure'),
    passwordKnown: count(accounts, (account) => !isAffected(account) && account.flags.includes('passwordKnown')),
    attempts,
    triedIds: Math.min(
      sum(({ triedIds }) => triedIds),
      attempts,
    ),
    triedMembers: sum(({ triedMembers }) => triedMembers),
    campaignSuccesses: count(affected, ({ flags }) => flags.includes('campaignSource')),
    firstAttempt: firstAttemptOf(campaigns, affected),
    firstTakeover: earliest(accounts.map(({ compromisedAt }) => compromisedAt)),
    lastAttempt,
    active: since === null ? null : since <= STILL_ACTIVE_SECONDS,
    secondsSinceLastAttempt: since,
    // As one reading of all logs counts it: acts are on record where any log records them.
    afterLogin: countAfterLogin(
      affected.map(({ harms }) => new Set(harms)),
      old.afterLogin.recorded || now.afterLogin.recorded,
    ),
    classes: { A: inClass('A'), B: inClass('B'), C: inClass('C') },
    victims: foundVictims(now.victims ?? old.victims, accounts, isAffected),
    caveats: joinCaveats(old.caveats, now.caveats),
    incomplete: old.incomplete || now.incomplete,
  }
}
