import type { CaseStep, EvidenceRef } from '../model/case.ts'
import type { Action, Outcome } from '../model/vocabulary.ts'
import { ACCOUNT_STEPS, type StepId } from './catalogue/account-steps.ts'
import { declaredCommands } from './commands.ts'
import { PROVIDER_ACTS, type Provider } from './define-provider.ts'

/** One event of the account in newer logs; time ISO 8601 with Z. */
export interface ProofEvent {
  readonly time: string
  readonly action: Action
  readonly outcome: Outcome
  readonly code: string | null
  readonly source: string | null
  readonly evidence: EvidenceRef
}

export interface ProofContext {
  readonly provider: Provider
  /** Only events after this count: what was done before the last suspicious event may be the attacker's. */
  readonly after: string
  /** Events from these prove nothing, and a success from them contradicts what was done. */
  readonly badSources: ReadonlySet<string>
}

const isStepId = (id: string): id is StepId => Object.hasOwn(ACCOUNT_STEPS, id)

/** Codes that one act alone uses. A code such as Auth0's `sapi` stands for any write, so it proves nothing by itself. */
const provingCodes = (provider: Provider, id: StepId): ReadonlySet<string> => {
  const codesOf = (acts: readonly (typeof PROVIDER_ACTS)[number][]): string[] =>
    declaredCommands(provider, acts).flatMap((command) => (command.proof?.codes ?? []).map((code) => code.toLowerCase()))
  const own = ACCOUNT_STEPS[id].acts ?? []
  const others = new Set(codesOf(PROVIDER_ACTS.filter((act) => !own.includes(act))))
  return new Set(codesOf(own).filter((code) => !others.has(code)))
}

/** The code and what stands before each slash: formats may append the outcome (`user.session.clear/SUCCESS`). Case is not kept by all. */
const prefixesOf = (code: string): readonly string[] => {
  const parts = code.toLowerCase().split('/')
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

const hasCode = (codes: ReadonlySet<string>, event: ProofEvent): boolean =>
  event.code !== null && prefixesOf(event.code).some((code) => codes.has(code))

const isDoneBy = (id: StepId, event: ProofEvent, codes: ReadonlySet<string>): boolean =>
  (event.outcome === 'success' || event.outcome === 'info') &&
  (hasCode(codes, event) || (ACCOUNT_STEPS[id].proofActions ?? []).includes(event.action))

const isBadSuccess = (event: ProofEvent, context: ProofContext): boolean =>
  event.outcome === 'success' &&
  (event.action === 'login' || event.action === 'session-use') &&
  event.source !== null &&
  context.badSources.has(event.source)

const matchStep = (step: CaseStep, id: StepId, events: readonly ProofEvent[], context: ProofContext): CaseStep => {
  const codes = provingCodes(context.provider, id)
  const done = events.find((event) => (event.source === null || !context.badSources.has(event.source)) && isDoneBy(id, event, codes))
  if (done === undefined) return step
  const against = events.find((event) => event.time > done.time && isBadSuccess(event, context))
  return against === undefined
    ? { ...step, state: 'done', stateBy: done.evidence }
    : { ...step, state: 'contradicted', stateBy: against.evidence }
}

/**
 * Ticks off what newer logs prove, and flags what they contradict: a success from a bad source after the step was done.
 * `events` are one account's; steps that no log event can prove stay as they are.
 */
export const matchProofs = (steps: readonly CaseStep[], events: readonly ProofEvent[], context: ProofContext): readonly CaseStep[] => {
  const later = events.filter((event) => event.time > context.after).toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
  return steps.map((step) => (isStepId(step.id) ? matchStep(step, step.id, later, context) : step))
}
