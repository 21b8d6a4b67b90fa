import type { CaseStep } from '../model/case.ts'

const stateOf = ({ state, stateBy, stateAt, stateWhy, waitingUntil }: CaseStep): Partial<CaseStep> => ({
  state,
  stateBy,
  ...(stateAt === undefined ? {} : { stateAt }),
  ...(stateWhy === undefined ? {} : { stateWhy }),
  ...(waitingUntil === undefined ? {} : { waitingUntil }),
})

/** Steps made anew, with what earlier logs proved about the same steps: nothing that was done becomes open again. */
export const carryStates = (steps: readonly CaseStep[], from: readonly CaseStep[]): readonly CaseStep[] => {
  const known = new Map(from.filter(({ state }) => state !== 'open').map((step) => [step.id, step]))
  if (known.size === 0) return steps
  return steps.map((step) => {
    const before = step.state === 'open' ? known.get(step.id) : undefined
    return before === undefined ? step : { ...step, ...stateOf(before) }
  })
}
