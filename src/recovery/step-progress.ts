import type { CaseAccount, CaseDocument, CaseStep } from '../model/case.ts'
import type { StepState } from '../model/vocabulary.ts'

const byTime = (left: CaseStep, right: CaseStep): number =>
  Date.parse(right.waitingUntil ?? right.stateAt ?? '') - Date.parse(left.waitingUntil ?? left.stateAt ?? '')

const latest = (steps: readonly CaseStep[], state: StepState): CaseStep | undefined =>
  steps
    .filter((step) => step.state === state)
    // The attacker's own act is told before a login that may be the owner's.
    .toSorted((left, right) => Number(left.stateWhy !== undefined) - Number(right.stateWhy !== undefined) || byTime(left, right))
    .at(0)

/** One account against it is enough to contradict; done is what is done for all. */
const stateOfAll = (steps: readonly CaseStep[], of: number): StepState => {
  const has = (state: StepState): boolean => steps.some((step) => step.state === state)
  if (has('contradicted')) return 'contradicted'
  if (steps.length < of || has('open')) return 'open'
  return has('waiting') ? 'waiting' : 'done'
}

const joined = (step: CaseStep, own: readonly CaseStep[], of: number): CaseStep => {
  const count = (state: StepState): number => own.filter((one) => one.state === state).length
  const progress = { of, done: count('done'), waiting: count('waiting'), contradicted: count('contradicted') }
  if (progress.done + progress.waiting + progress.contradicted === 0) return step
  const state = stateOfAll(own, of)
  const by = state === 'open' ? undefined : latest(own, state)
  return {
    ...step,
    progress,
    state,
    stateBy: by?.stateBy ?? null,
    ...(by?.stateAt === undefined ? {} : { stateAt: by.stateAt }),
    ...(by?.stateWhy === undefined ? {} : { stateWhy: by.stateWhy }),
    ...(by?.waitingUntil === undefined ? {} : { waitingUntil: by.waitingUntil }),
  }
}

const RESET = /^(?:E1|R2)(?:\.|$)/
const isReset = ({ checklist }: CaseAccount): boolean => checklist.some(({ id }) => /^E1(?:\.|$)/.test(id))

/** Session revocation and reset together are one step of the case: an account counts by the less advanced of the two. */
const RANK: Readonly<Record<StepState, number>> = { contradicted: 0, open: 1, waiting: 2, done: 3 }
const slower = (steps: readonly CaseStep[]): readonly CaseStep[] =>
  steps.toSorted((left, right) => RANK[left.state] - RANK[right.state]).slice(0, 1)

/** The steps of the case and of its classes, as far as the single accounts' steps are. */
export const withProgress = (document: CaseDocument): CaseDocument => {
  const byId = Map.groupBy(document.accounts, ({ account }) => account)
  const ofClass = (step: CaseStep): CaseStep => {
    const id = step.id.slice(step.id.indexOf('/') + 1)
    const own = step.list.flatMap((account) =>
      (byId.get(account) ?? []).flatMap(({ checklist }) => checklist.filter((one) => one.id === id)),
    )
    return joined(step, own, step.list.length)
  }
  const resets = document.accounts.filter(isReset)
  const ofResets = (step: CaseStep): CaseStep =>
    joined(
      step,
      resets.flatMap(({ checklist }) => slower(checklist.filter(({ id }) => RESET.test(id)))),
      resets.length,
    )
  const steps = document.steps.map((step) => {
    if (step.list.length > 0) return ofClass(step)
    return step.id.startsWith('case/E1') ? ofResets(step) : step
  })
  return { ...document, steps }
}
