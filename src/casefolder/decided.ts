import { countAfterLogin } from '../cases/rows/after-login.ts'
import type { CaseAccount, CaseCampaign, CaseDocument, CaseSession } from '../model/case.ts'
import type { DecisionEntry } from '../model/case-folder.ts'
import { mainMethodOf } from '../kernel/main-method.ts'
import { countedVerdict, isCounted } from '../model/counted.ts'
import { isAffected, type HarmClass, type Verdict } from '../model/vocabulary.ts'
import { foundVictims } from './found-victims.ts'

export type Identity = Pick<DecisionEntry, 'account' | 'provider' | 'tenant'>

/** One account of one system: the same id may exist in several. */
export const accountKey = ({ account, provider, tenant }: Identity): string => `${provider}\u0000${tenant ?? ''}\u0000${account}`

/** Neither a stranger's doing nor cleared: an insider's, or the service's own fault. */
export const isOtherKind = (account: CaseAccount): boolean =>
  account.kind !== 'takeover' && isAffected({ verdict: countedVerdict(account) })

/** The intruder made it: there is no owner to be told, to be asked, or to be given a new password. */
export const isNobodys = (account: CaseAccount): boolean =>
  account.flags.includes('madeByIntruder') && countedVerdict(account) === 'compromised'

/** The right password was given, and something else stopped the login. */
export const isPasswordKnown = ({ flags, decision }: CaseAccount): boolean =>
  flags.includes('passwordKnown') && decision.state !== 'cleared'

const decisionsByAccount = (decisions: readonly DecisionEntry[]): ReadonlyMap<string, CaseAccount['decision']> =>
  new Map(decisions.map((entry) => [accountKey(entry), { state: entry.state, by: entry.by, at: entry.at, why: entry.why }]))

const CLASSES: readonly HarmClass[] = ['A', 'B', 'C']

const countBy = <Key extends string>(keys: readonly Key[], values: readonly (Key | null)[]): Readonly<Record<Key, number>> =>
  Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<Key, number>

/** The class of an account that people confirmed and the tool did not judge: nothing is known of what was done. */
export const classOfAccount = (account: CaseAccount): HarmClass | null => (isCounted(account) ? (account.class ?? 'A') : null)

const earliest = (times: readonly (string | null | undefined)[]): string | null =>
  times.reduce<string | null>((best, time) => (time == null || (best !== null && Date.parse(best) <= Date.parse(time)) ? best : time), null)

/** When somebody was first in, of an account that people confirmed: the tool notes it of those that it judged itself. */
const firstEntry = (account: CaseAccount, sessions: ReadonlyMap<string | null, readonly CaseSession[]>): string | null => {
  if (account.compromisedAt !== null || account.decision.state !== 'confirmed') return account.compromisedAt
  const own = sessions.get(account.account)?.filter(({ id }) => account.sessions.includes(id)) ?? []
  return earliest(own.flatMap(({ actions }) => actions.filter(({ outcome }) => outcome === 'success').map(({ time }) => time)))
}

/** The answer with the counts as decided; where people confirmed what the logs alone did not show, it is a takeover. */
const headlineOf = ({ summary, campaigns }: CaseDocument, counted: readonly CaseAccount[]): CaseDocument['summary']['headline'] => {
  const { headline } = summary
  const number = (verdict: Verdict): number => counted.filter((account) => countedVerdict(account) === verdict).length
  const counts = { compromised: number('compromised'), suspected: number('suspected'), max: counted.length }
  if (Object.hasOwn(headline.data, 'compromised')) return { ...headline, data: { ...headline.data, ...counts } }
  if (counted.length === 0) return headline
  const method = mainMethodOf(campaigns)
  const isOfCampaign = method !== undefined && counted.some(({ flags }) => flags.includes('campaignSource'))
  return isOfCampaign ? { messageId: 'headline.campaign', data: { ...counts, method } } : { messageId: 'headline.takeover', data: counts }
}

/** The figures of the summary that count accounts, as they are after people's decisions. */
const recount = (document: CaseDocument): CaseDocument['summary'] => {
  const { accounts, summary } = document
  const counted = accounts.filter(isCounted)
  const others = accounts.filter(isOtherKind)
  const sessions = Map.groupBy(document.sessions, ({ account }) => account)
  const verdicts = accounts.filter((account) => !isOtherKind(account)).map(countedVerdict)
  const attempts = document.campaigns.reduce((sum, campaign) => sum + campaign.attempts, 0)
  return {
    ...summary,
    headline: headlineOf(document, counted),
    accounts: countBy<Verdict>(['compromised', 'suspected', 'targeted', 'undetermined'], verdicts),
    misuse: others.filter(({ kind }) => kind === 'misuse').length,
    exposure: others.filter(({ kind }) => kind === 'exposure').length,
    passwordKnown: accounts.filter((account) => isPasswordKnown(account) && !isAffected({ verdict: countedVerdict(account) })).length,
    attempts,
    triedIds: Math.min(summary.triedIds, attempts),
    campaignSuccesses: counted.filter(({ flags }) => flags.includes('campaignSource')).length,
    firstTakeover: earliest(counted.map((account) => firstEntry(account, sessions))),
    afterLogin: countAfterLogin(
      counted.map(({ harms }) => new Set(harms)),
      summary.afterLogin.recorded,
    ),
    classes: countBy(CLASSES, counted.map(classOfAccount)),
    victims: foundVictims(summary.victims, accounts, ({ verdict, decision }) => isAffected({ verdict }) || decision.state === 'confirmed'),
  }
}

/** Of a login that was its owner's, nothing was tried: ids are no more than the tries that are left. */
const withoutOwners = ({ attempts, tried, entered }: CaseCampaign, cleared: ReadonlySet<string>): Partial<CaseCampaign> => {
  if (entered === undefined) return {}
  const left = entered.filter((account) => !cleared.has(account))
  const tries = attempts - (entered.length - left.length)
  return { attempts: tries, tried: Math.min(tried, tries), entered: left }
}

/** Who of each campaign's accounts was entered, as decided. */
const recountCampaigns = ({ campaigns, accounts }: CaseDocument, cleared: ReadonlySet<string>): CaseDocument['campaigns'] =>
  campaigns.map((campaign) => ({
    ...campaign,
    ...withoutOwners(campaign, cleared),
    compromised: accounts
      .filter((account) => countedVerdict(account) === 'compromised' && account.campaigns.includes(campaign.id))
      .map(({ account }) => account),
  }))

/** Accounts that people cleared, by their ids. */
export const clearedAccounts = ({ accounts }: Pick<CaseDocument, 'accounts'>): ReadonlySet<string> =>
  new Set(accounts.filter(({ decision }) => decision.state === 'cleared').map(({ account }) => account))

/** The document as it reads with people's decisions: each account carries the latest one, and the figures count what it says. */
export const withDecisions = (document: CaseDocument, decisions: readonly DecisionEntry[]): CaseDocument => {
  if (decisions.length === 0) return document
  const latest = decisionsByAccount(decisions)
  const accounts = document.accounts.map((account) => {
    const decision = latest.get(accountKey(account))
    return decision === undefined ? account : { ...account, decision }
  })
  const decided = { ...document, accounts }
  const cleared = clearedAccounts(decided)
  const campaigns = recountCampaigns(decided, cleared)
  return {
    ...decided,
    campaigns,
    summary: recount({ ...decided, campaigns }),
    steps: document.steps.map((step) => ({ ...step, list: step.list.filter((account) => !cleared.has(account)) })),
  }
}
