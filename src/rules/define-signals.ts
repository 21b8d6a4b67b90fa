import { agentName } from '../kernel/agent-name.ts'
import type { Action, Reason, Severity } from '../model/vocabulary.ts'
import type { RuleEvent } from './define-rule.ts'

/**
 * Failures that count as a guess at a password or a name. Not among them: locked, session-expired, interrupted,
 * client-misconfigured, system-error (nobody guessed), and all that comes after a right password (MFA, policy).
 */
export const GUESS_REASONS: readonly Reason[] = [
  'bad-password',
  'unknown-account',
  'bad-credentials',
  'disabled',
  'account-expired',
  'blocked-ip',
  'rate-limited',
  'other',
]

/** A failed or blocked login that was a guess. */
export const isGuess = ({ outcome, reason }: RuleEvent): boolean =>
  (outcome === 'failure' || outcome === 'blocked') && GUESS_REASONS.includes(reason ?? 'other')

/** What somebody who is in changes to stay in, or to keep the owner out. */
export const CHANGE_ACTIONS: readonly Action[] = [
  'password-change',
  'password-reset',
  'email-change',
  'phone-change',
  'recovery-change',
  'mfa-enroll',
  'mfa-remove',
  'forwarding-change',
  'token-create',
  'consent-grant',
  'identity-provider-change',
]

/** One number per identifier tried: the account where it is known, otherwise the name that was typed. */
export const subjectOf = ({ accountKey, nameKey }: RuleEvent): number => (accountKey >= 0 ? accountKey * 2 : nameKey * 2 + 1)

/** A code sent to a phone: it costs money, and it wakes people. */
export const isCodeMessage = ({ outcome, mfaMethod }: RuleEvent): boolean =>
  outcome === 'challenge' && /sms|voice|phone|call/i.test(mfaMethod ?? '')

const SHARED_BY = 10

/**
 * Address translation of a carrier, campus or office: ≥ 10 accounts have logged in from it, and most logins succeed. Accounts are asked
 * for last: to tell them apart takes a look at each login of the log, and no address has more of them than successes.
 */
export const isSharedSource = ({ facts }: RuleEvent): boolean =>
  facts.sourceSuccesses >= Math.max(SHARED_BY, facts.sourceFailures) && facts.sourceAccounts >= SHARED_BY

/** Organisation or AS number of the event's network, for `data`; empty when unknown. */
export const networkText = ({ network }: RuleEvent): string => network?.org ?? (network?.asn === undefined ? '' : `AS${network.asn}`)

/** Program and system families, for `data`; empty when unknown. */
export const agentText = ({ agent }: RuleEvent): string => (agent === undefined ? '' : (agentName(agent) ?? ''))

/** What a message says of most events. */
export const whoAndWhere = (event: RuleEvent) => ({
  account: event.account ?? '',
  source: event.source ?? '',
  network: networkText(event),
  agent: agentText(event),
})

/** Whoever stands behind it is not there: data centres, VPNs and privacy relays. */
export const isDetour = ({ network }: RuleEvent): boolean => network?.kind === 'hosting' || network?.kind === 'relay'

/** How a success differs from what the account did before. */
export interface ContextNews {
  readonly country: boolean
  readonly network: boolean
  /** Browser and system families; the device where no user agent is logged. */
  readonly agent: boolean
  /** Few of the log's successes came from this network so far (only once there are enough to tell). */
  readonly isRare: boolean
  /** A large part of them did: the biggest carriers of the customers' country. */
  readonly isCommon: boolean
  /** Too little history: everything is new to a new customer. */
  readonly isThin: boolean
}

export interface NewsOptions {
  readonly minSuccesses: number
  readonly minHistoryMs: number
  readonly rareShare: number
  readonly commonShare: number
}

const hasNewAgent = ({ usual, agentKey, device }: RuleEvent): boolean =>
  agentKey >= 0 ? usual.sameAgent === 0 : device >= 0 && usual.sameDevice === 0

/** What is new about this event for its account; undefined when nothing is, or when there is no past to compare with. */
export const contextNews = (event: RuleEvent, options: NewsOptions): ContextNews | undefined => {
  const { usual } = event
  if (Number.isNaN(usual.firstMs)) return undefined
  const country = event.countryKey >= 0 && usual.sameCountry === 0
  const network = event.networkKey >= 0 && usual.sameNetwork === 0
  const agent = hasNewAgent(event)
  if (!country && !network && !agent) return undefined
  const { mature, networkSuccesses, successes } = event.facts
  const canJudge = mature && event.networkKey >= 0
  return {
    country,
    network,
    agent,
    isRare: canJudge && networkSuccesses <= successes * options.rareShare,
    isCommon: canJudge && networkSuccesses >= successes * options.commonShare,
    isThin: usual.successes < options.minSuccesses && event.timeMs - usual.firstMs < options.minHistoryMs,
  }
}

const shapeOf = ({ country, network, agent, isRare, isCommon }: ContextNews): Severity | undefined => {
  if (country && (agent || isRare)) return 'medium'
  if (network && agent) return isCommon ? 'low' : 'medium'
  return country || (network && isRare) ? 'low' : undefined
}

/**
 * How much the news weighs. One new dimension is low (a new network or browser alone only where it is rare), network and
 * agent or country and more are medium; an attack from the same source, or a data centre with a new agent, makes it high.
 */
export const newsSeverity = (news: ContextNews, event: RuleEvent, isUnderAttack: boolean): Severity | undefined => {
  const shape = shapeOf(news)
  if (news.isThin) return shape === undefined ? undefined : 'low'
  if (isUnderAttack && (shape !== undefined || news.network)) return 'high'
  return shape === 'medium' && news.agent && isDetour(event) ? 'high' : shape
}

/** The new dimensions by name, for `data`. */
export const newsNames = ({ country, network, agent }: ContextNews): string[] =>
  Object.entries({ country, network, agent })
    .filter(([, isNew]) => isNew)
    .map(([name]) => name)
