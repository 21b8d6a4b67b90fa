import type { CaseStep, EvidenceRef } from '../model/case.ts'
import type { Action, Outcome } from '../model/vocabulary.ts'
import { ACCOUNT_STEPS, type StepId } from './catalogue/account-steps.ts'
import { isByHand } from './by-hand.ts'
import { declaredCommands } from './commands.ts'
import { PROVIDER_ACTS, type Provider, type ProviderAct } from './define-provider.ts'
import { durationMs } from './due.ts'

/** One event of the account in newer logs; time ISO 8601 with Z. */
export interface ProofEvent {
  readonly time: string
  readonly action: Action
  readonly outcome: Outcome
  readonly code: string | null
  readonly source: string | null
  /** Network as in `usual.networks`. */
  readonly network: string | null
  /** Somebody else acted on the account: an administrator, a help desk, a program. */
  readonly byOther: boolean
  readonly evidence: EvidenceRef
}

export interface ProofContext {
  readonly provider: Provider
  /** Only events after this count: what was done before the last suspicious event may be the attacker's. */
  readonly after: string
  /** Events from these prove nothing, and a success from them contradicts what was done. */
  readonly badSources: ReadonlySet<string>
  /** The owner's usual addresses and networks: an act of the account itself proves a step only from there. */
  readonly usual: ReadonlySet<string>
  /** Time of the last record that was read: what lasts longer is still waited for. */
  readonly logEnd: string
}

const isStepId = (id: string): id is StepId => Object.hasOwn(ACCOUNT_STEPS, id)
const ms = (time: string): number => Date.parse(time)

const codesOf = (provider: Provider, acts: readonly ProviderAct[]): readonly string[] =>
  declaredCommands(provider, acts).flatMap((command) => (command.proof?.codes ?? []).map((code) => code.toLowerCase()))

/** Codes that one act alone uses. A code such as Auth0's `sapi` stands for any write, so it proves nothing by itself. */
const provingCodes = (provider: Provider, id: StepId): ReadonlySet<string> => {
  const own = ACCOUNT_STEPS[id].acts ?? []
  const others = new Set(
    codesOf(
      provider,
      PROVIDER_ACTS.filter((act) => !own.includes(act)),
    ),
  )
  return new Set(codesOf(provider, own).filter((code) => !others.has(code)))
}

/** The code and what stands before each slash: formats may append the outcome (`user.session.clear/SUCCESS`). Case is not kept by all. */
const prefixesOf = (code: string): readonly string[] => {
  const parts = code.toLowerCase().split('/')
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

const hasCode = (codes: ReadonlySet<string>, event: ProofEvent): boolean =>
  event.code !== null && prefixesOf(event.code).some((code) => codes.has(code))

/** What the account itself can do: by a thief with a new address as well as by its owner. */
const ACTS_OF_ACCOUNT: ReadonlySet<Action> = new Set([
  'password-change',
  'password-reset',
  'email-change',
  'phone-change',
  'recovery-change',
  'forwarding-change',
  'mfa-enroll',
  'mfa-remove',
  'session-revoke',
  'token-revoke',
])

const isTrusted = (event: ProofEvent, { badSources, usual }: ProofContext): boolean => {
  if (event.byOther || event.source === null) return event.source === null || !badSources.has(event.source)
  if (badSources.has(event.source)) return false
  return !ACTS_OF_ACCOUNT.has(event.action) || usual.has(event.source) || (event.network !== null && usual.has(event.network))
}

const isByAction = (id: StepId, event: ProofEvent, { provider }: ProofContext): boolean => {
  const { proofActions = [], provenElsewhere = [] } = ACCOUNT_STEPS[id]
  return proofActions.includes(event.action) && !hasCode(new Set(codesOf(provider, provenElsewhere)), event)
}

const isDoneBy = (id: StepId, event: ProofEvent, context: ProofContext): boolean => {
  if ((event.outcome !== 'success' && event.outcome !== 'info') || isByHand(context.provider, id)) return false
  if (hasCode(new Set(context.provider.ambiguousCodes?.map((code) => code.toLowerCase())), event)) return false
  return (hasCode(provingCodes(context.provider, id), event) || isByAction(id, event, context)) && isTrusted(event, context)
}

/** A state of the account that is written with every edit (Keycloak's `enabled: true`) lifts a block only after one. */
const isLift = (event: ProofEvent, events: readonly ProofEvent[], wasBlocked: boolean, context: ProofContext): boolean =>
  wasBlocked ||
  (ACCOUNT_STEPS.R4.proofActions ?? []).some((action) => action === event.action) ||
  events.some((other) => ms(other.time) < ms(event.time) && isDoneBy('C1', other, context))

/** Successes that need no presence in the account, or that end one. */
const NOT_IN: ReadonlySet<Action> = new Set([
  'logout',
  'password-reset-request',
  'session-revoke',
  'token-revoke',
  'account-lock',
  'account-unlock',
  'account-disable',
  'account-enable',
  'provider-alert',
  'other',
])

/** The thief's address does something in the account. */
const isStillIn = (event: ProofEvent, { badSources }: ProofContext): boolean =>
  event.outcome === 'success' && !NOT_IN.has(event.action) && event.source !== null && badSources.has(event.source)

/** Somebody logs in to an account that was blocked, and nobody unblocked it. */
const isPastBlock = (id: StepId, event: ProofEvent, doneAt: number, events: readonly ProofEvent[], context: ProofContext): boolean =>
  id === 'C1' &&
  event.action === 'login' &&
  event.outcome === 'success' &&
  !events.some((other) => ms(other.time) > doneAt && ms(other.time) <= ms(event.time) && isDoneBy('R4', other, context))

const settled = (step: CaseStep, doneAt: string, by: EvidenceRef | null, context: ProofContext): CaseStep => {
  const until = ms(doneAt) + (step.residualFor === undefined ? 0 : durationMs(step.residualFor))
  const base = { ...step, stateBy: by, stateAt: doneAt, stateWhy: undefined }
  if (until <= ms(context.logEnd)) return { ...base, state: 'done', waitingUntil: undefined }
  return { ...base, state: 'waiting', waitingUntil: new Date(until).toISOString() }
}

/** The attacker is told from somebody who got past a block: that may be the owner, whom the service let in again without a record. */
const contradicted = (step: CaseStep, event: ProofEvent, context: ProofContext): CaseStep => ({
  ...step,
  state: 'contradicted',
  stateBy: event.evidence,
  stateAt: event.time,
  stateWhy: isStillIn(event, context) ? undefined : 'login-after-block',
  waitingUntil: undefined,
})

const matchStep = (step: CaseStep, id: StepId, events: readonly ProofEvent[], wasBlocked: boolean, context: ProofContext): CaseStep => {
  const done = events.find((event) => isDoneBy(id, event, context) && (id !== 'R4' || isLift(event, events, wasBlocked, context)))
  const known = step.state === 'done' || step.state === 'waiting' ? step.stateAt : undefined
  const doneAt = done?.time ?? known
  if (doneAt === undefined) return step
  const against =
    events.find((event) => ms(event.time) > ms(doneAt) && isStillIn(event, context)) ??
    events.find((event) => ms(event.time) > ms(doneAt) && isPastBlock(id, event, ms(doneAt), events, context))
  if (against !== undefined) return contradicted(step, against, context)
  return settled(step, doneAt, done?.evidence ?? step.stateBy, context)
}

/**
 * Ticks off what newer logs prove, and flags what they contradict: the thief's address does something after the step was done.
 * What goes on working for a while is waited for, until the log reaches beyond it. `events` are one account's; steps that no log
 * event can prove stay as they are, and what an earlier log proved stays proven.
 */
export const matchProofs = (steps: readonly CaseStep[], events: readonly ProofEvent[], context: ProofContext): readonly CaseStep[] => {
  const after = ms(context.after)
  const later = events.filter(({ time }) => ms(time) > after).toSorted((a, b) => ms(a.time) - ms(b.time))
  const wasBlocked = steps.some(({ id, state }) => id === 'C1' && state !== 'open')
  return steps.map((step) => (isStepId(step.id) ? matchStep(step, step.id, later, wasBlocked, context) : step))
}
