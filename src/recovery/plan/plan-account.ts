import type { Base, StepId } from '../catalogue/account-steps.ts'
import type { ServiceFeature } from '../../model/vocabulary.ts'
import type { RecoveryAccount, RecoveryCampaign, RecoveryOptions } from '../recovery-input.ts'
import { bindingPairs, type OrderFacts } from './constraints.ts'
import { rowById, rowOfFinding, rowsOf, type MatrixRow } from './matrix.ts'
import { mergeSequences, orderSteps } from './order-steps.ts'
import { PERMITTED, profileOf, REQUIRED, type Profile } from './profile.ts'
import { chooseVariant } from './variants.ts'

export interface AccountPlan {
  readonly facts: OrderFacts
  readonly rows: readonly MatrixRow[]
  readonly steps: readonly StepId[]
}

/** Is the attacker at this account now, by the account itself or a campaign whose source was in it? */
const isActive = (account: RecoveryAccount, campaigns: readonly RecoveryCampaign[]): boolean =>
  account.active === true ||
  campaigns.some((campaign) => campaign.active && campaign.sources.some((source) => account.sources.includes(source)))

/** Rows that what was done in the account asks for, whatever rule saw it. */
const rowsOfFacts = (account: RecoveryAccount): readonly string[] => [
  ...(account.contactChanged !== null ? ['contact-change'] : []),
  ...(account.roleGranted ? ['privilege'] : []),
  ...(account.consentGranted ? ['consent'] : []),
]

const rowIdsOf = (account: RecoveryAccount): ReadonlySet<string> => {
  const ids = new Set([...account.findingTypes.map(rowOfFinding), ...rowsOfFacts(account)])
  // Consent alone needs no reset; every other takeover, and whoever's password a campaign used, gets the default steps besides.
  const isEntered = account.flags.includes('campaignSource')
  if (account.kind === 'takeover' && (isEntered || ids.size === 0 || [...ids].some((id) => id !== 'consent'))) ids.add('default')
  return ids
}

const stepsOfFacts = (account: RecoveryAccount): readonly Base[] => [
  ...(account.factorChanged ? ['E2' as const, 'R3' as const] : []),
  ...(account.contactChanged !== null || account.forwardingChanged ? ['E3' as const] : []),
  ...(account.tokenCreated ? ['E4' as const] : []),
  ...(account.roleGranted ? ['E5' as const] : []),
  ...(account.consentGranted ? ['E4A' as const] : []),
  ...(account.class === 'C' ? ['C4' as const, 'R5' as const] : []),
]

/** Where those steps belong: money is held at once, and damage reversed when the account is the owner's again. */
const sequencesOfFacts = (account: RecoveryAccount): readonly (readonly Base[])[] => [
  ...(account.class === 'C'
    ? ([
        ['P1', 'C4'],
        ['R4', 'R5'],
      ] as const)
    : []),
  stepsOfFacts(account),
]

/** Steps of the site's other half fall away where it has no such thing. */
const STEPS_OF_FEATURE: Readonly<Record<ServiceFeature, readonly Base[]>> = {
  mfa: ['E2', 'R3'],
  'high-risk-actions': ['C4'],
  'third-party-apps': ['E4A', 'E4'],
  roles: ['E5'],
  passwords: ['R2'],
  'login-challenge': ['C3'],
}
const lacking = ({ lacks = [] }: Pick<RecoveryOptions, 'lacks'>): ReadonlySet<Base> =>
  new Set(lacks.flatMap((feature) => STEPS_OF_FEATURE[feature]))

/** An exposure is a fault, not an attack; in misuse evidence precedes containment unless an export is under way. */
const mayBeActive = (account: RecoveryAccount, profile: Profile): boolean =>
  profile !== 'exposure' && (profile !== 'misuse' || account.findingTypes.some((finding) => rowOfFinding(finding) === 'export'))

const factsOf = (account: RecoveryAccount, campaigns: readonly RecoveryCampaign[]): OrderFacts => {
  const profile = profileOf(account)
  return { profile, provider: account.provider, active: mayBeActive(account, profile) && isActive(account, campaigns) }
}

/** A leaver has no right left to weigh: access is cut without waiting for a decision, unless the matter is misuse as well. */
const needsNoDecision = (rows: readonly MatrixRow[]): boolean =>
  rows.some((row) => row.id === 'departed') && !rows.some((row) => row.id === 'insider')

/** The full plan asks nobody; ASK and C3 are the suspected account's containment. P0 is for active attacks only. */
const isWanted = (base: Base, facts: OrderFacts, rows: readonly MatrixRow[]): boolean =>
  base === 'H1' ? !needsNoDecision(rows) : facts.profile !== 'full' || (base !== 'ASK' && base !== 'C3')

/** The ordered steps of one account; empty for targeted (unless its password is known), undetermined and cleared ones. */
export const planAccount = (
  account: RecoveryAccount,
  campaigns: readonly RecoveryCampaign[],
  options: Pick<RecoveryOptions, 'lacks'>,
): AccountPlan => {
  const facts = factsOf(account, campaigns)
  const rows = rowsOf(rowIdsOf(account))
  if (facts.profile === 'none') return { facts, rows, steps: [] }
  const defaults = rowById('default')?.steps ?? []
  const needed = new Set<Base>([...rows.flatMap((row) => row.steps), ...stepsOfFacts(account), ...REQUIRED[facts.profile]])
  if (facts.active && [...needed].some((base) => base === 'C1' || base === 'E1')) needed.add('P0')
  const permitted = PERMITTED[facts.profile]
  const without = lacking(options)
  const preferred = mergeSequences([
    ['P0', 'P1'],
    ...rows.map((row) => row.steps),
    REQUIRED[facts.profile],
    defaults,
    ...sequencesOfFacts(account),
  ]).filter((base) => needed.has(base) && (permitted?.has(base) ?? true) && !without.has(base) && isWanted(base, facts, rows))
  const pairs = bindingPairs(
    new Set(preferred),
    facts,
    rows.flatMap((row) => row.before),
  )
  return { facts, rows, steps: orderSteps(preferred, pairs).map((base) => chooseVariant(base, account, rows, facts.profile)) }
}
