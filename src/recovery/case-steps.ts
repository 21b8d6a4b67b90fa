import type { CaseStep } from '../model/case.ts'
import type { ServiceFeature } from '../model/vocabulary.ts'
import { CASE_STEPS } from './catalogue/case-steps.ts'
import { LEGAL_STEPS } from './catalogue/legal-steps.ts'
import { PREVENTION, PREVENTION_FRAME } from './catalogue/prevention-steps.ts'
import { legalDueOf } from './due.ts'
import { lawSteps } from './law/law-steps.ts'
import { rowOfFinding, rowsOf, type MatrixRow, type PreventTopic } from './plan/matrix.ts'
import { planAccount } from './plan/plan-account.ts'
import { findProvider } from './provider-registry.ts'
import type { RecoveryAccount, RecoveryInput, RecoveryOptions } from './recovery-input.ts'
import { blockCommands, blockImpact, attackSources } from './source-block.ts'
import { viewStep } from './step-view.ts'

type CaseStepId = keyof typeof CASE_STEPS
const legalIds = ['N2.decide', 'N2.prelim', 'N2.final-30', 'N2.final-60', 'N2.principals', 'N2.other'] as const
/** Where a method shows no row of its own, limits on attempts are the fix. */
const ROWS_OF_METHOD: Readonly<Record<string, string>> = {
  stuffing: 'stuffing',
  spray: 'spray',
  'low-and-slow': 'stuffing',
  distributed: 'stuffing',
  mixed: 'stuffing',
}

/** What the case is made of, as its steps depend on it. */
interface Shape {
  readonly affected: readonly RecoveryAccount[]
  /** Of them, those whose own plan ends sessions and resets the password. */
  readonly resets: number
  readonly takeover: boolean
  /** Accounts that the logs cannot decide. */
  readonly undetermined: number
  /** Of some of them because no successful login is on record at all. */
  readonly lacksSuccesses: boolean
  readonly attack: boolean
  readonly active: boolean
  /** Some source is nobody else's line. */
  readonly blockable: boolean
  /** Everybody logs in at a shell. */
  readonly hosts: boolean
  readonly rows: readonly MatrixRow[]
}

const lacks = ({ lacks: features = [] }: RecoveryOptions, feature: ServiceFeature): boolean => features.includes(feature)

const isHosts = ({ accounts, providers = accounts.map(({ provider }) => provider) }: RecoveryInput, options: RecoveryOptions): boolean =>
  providers.length > 0 && providers.every((id) => findProvider(id, options.providers).id === 'linux')

const shapeOf = (input: RecoveryInput, options: RecoveryOptions): Shape => {
  const affected = input.accounts.filter(
    (account) => account.verdict !== 'targeted' && planAccount(account, input.campaigns, options).steps.length > 0,
  )
  const isReset = (account: RecoveryAccount): boolean => {
    const { steps } = planAccount(account, input.campaigns, options)
    const hasReset = steps.some((id) => id === 'R2' || id.startsWith('R2.'))
    return steps.some((id) => id.startsWith('E1')) && (hasReset || lacks(options, 'passwords'))
  }
  const rowIds = [
    ...affected.flatMap((a) => a.findingTypes.map(rowOfFinding)),
    ...input.campaigns.map((c) => ROWS_OF_METHOD[c.method] ?? 'attempts'),
  ]
  return {
    affected,
    resets: affected.filter(isReset).length,
    takeover: affected.some((account) => account.kind === 'takeover'),
    undetermined: input.accounts.filter((account) => account.verdict === 'undetermined' && account.decision !== 'cleared').length,
    lacksSuccesses: input.lacksSuccesses === true,
    attack: input.campaigns.length > 0,
    active: input.campaigns.some((campaign) => campaign.active) || affected.some((account) => account.active === true),
    blockable: attackSources(input).length > 0,
    hosts: isHosts(input, options),
    rows: rowsOf(new Set([...rowIds, ...affected.flatMap((a) => (a.contactChanged === null ? [] : ['contact-change']))])),
  }
}

/** An active attack is stopped before the logs are fetched in full. */
const openingIds = (shape: Shape, options: RecoveryOptions): readonly CaseStepId[] => {
  // Nobody has points or orders at a shell.
  const money = !shape.hosts && ((shape.attack && shape.active) || shape.affected.some((account) => account.class === 'C'))
  const stop: readonly CaseStepId[] = [
    ...(money && !lacks(options, 'high-risk-actions') ? ['C4' as const] : []),
    ...(shape.blockable ? ['C2' as const] : []),
    ...(shape.attack && !lacks(options, 'login-challenge') ? [shape.hosts ? ('C3.keys' as const) : ('C3' as const)] : []),
    ...(shape.resets > 0 ? [lacks(options, 'passwords') ? ('E1.sessions' as const) : ('E1' as const)] : []),
    ...(shape.affected.some(({ settingsChanged }) => settingsChanged) ? ['E7' as const] : []),
    ...(shape.active && shape.affected.length > 0 ? ['C5' as const] : []),
  ]
  const keep: readonly CaseStepId[] = ['P1', 'P2', ...(shape.undetermined > 0 && shape.lacksSuccesses ? ['S0' as const] : [])]
  return shape.active ? [...stop, ...keep] : [...keep, ...stop]
}

const closingIds = (shape: Shape): readonly CaseStepId[] => [
  ...(shape.rows.some((row) => row.education) ? ['L3' as const] : []),
  'F1',
  ...(shape.affected.length > 0 ? ['F2' as const] : []),
]

const dataOf = (shape: Shape, input: RecoveryInput, options: RecoveryOptions): Readonly<Record<string, string | number>> => ({
  accounts: shape.affected.length,
  resets: shape.resets,
  undetermined: shape.undetermined,
  sources: attackSources(input).length,
  collateral: blockImpact(input, options.lang),
})

/** Steps done once: evidence, stopping, scope, legal clock, cause, prevention, follow-up. Empty when nothing was found. */
export const caseSteps = (input: RecoveryInput, options: RecoveryOptions): readonly CaseStep[] => {
  const shape = shapeOf(input, options)
  if (shape.affected.length === 0 && !shape.attack && shape.undetermined === 0) return []
  const frame = { scope: 'case', lang: options.lang, awareAt: options.awareAt, data: dataOf(shape, input, options) } as const
  const one = (id: CaseStepId): CaseStep => viewStep(CASE_STEPS[id], { ...frame, id: `case/${id}` })
  const legal = legalIds.map((id): CaseStep => ({
    ...viewStep(LEGAL_STEPS[id], { ...frame, id: `case/${id}` }),
    due: legalDueOf(LEGAL_STEPS[id].due, options.awareAt, id.startsWith('N2.final')),
  }))
  const ofLogs: readonly PreventTopic[] = input.hasGaps === true ? ['log-integrity'] : []
  const topics = [...new Set([...shape.rows.flatMap((row) => row.prevent), ...ofLogs])]
  const prevention = topics.map((topic) => viewStep({ ...PREVENTION_FRAME, text: PREVENTION[topic] }, { ...frame, id: `case/L2.${topic}` }))
  const affected = shape.affected.length > 0
  return [
    ...openingIds(shape, options).map((id) => (id === 'C2' ? { ...one(id), commands: blockCommands(input, options) } : one(id))),
    // A log with successes that leaves an account open is no reason to ask for another: its owner knows.
    ...(shape.undetermined > 0 && !shape.lacksSuccesses ? [one('S0.unclear')] : []),
    ...(affected ? [one('S1'), ...legal, ...lawSteps(options), one('N3'), one('L1')] : []),
    ...prevention,
    ...closingIds(shape).map(one),
  ].map((step) => (step.id === 'case/P1' ? { ...step, commands: [hashCommand] } : step))
}

const hashCommand: CaseStep['commands'][number] = {
  command: 'find EXPORT_FOLDER -type f -print0 | sort -z | xargs -0 sha256sum > SHA256SUMS',
  permission: null,
  note: null,
}
