import type { CaseDocument, CaseInput, EvidenceRef } from '../../model/case.ts'

/** How the inputs of two revisions become one list. */
export interface InputPlan {
  readonly inputs: readonly CaseInput[]
  /** Inputs of the older revision that were not read again, by their number there. */
  readonly kept: ReadonlySet<number>
  /** Numbers of the older and of the newer revision → number in the new list. */
  readonly fromOld: ReadonlyMap<number, number>
  readonly fromNew: ReadonlyMap<number, number>
}

/** An input is the same where its bytes are: names change, and one name may hold another log tomorrow. */
const identityOf = ({ sha256, path, bytes }: CaseInput): string => sha256 ?? `${path}\u0000${bytes}`

export const planInputs = (old: CaseDocument, now: CaseDocument): InputPlan => {
  const understood = new Set(old.run.inputs.filter(({ used }) => used > 0).map(identityOf))
  // A log that was understood before and is not now, because its mapping was left out, has not been read again.
  const isAgain = (input: CaseInput): boolean => input.used > 0 || !understood.has(identityOf(input))
  const again = new Map(now.run.inputs.flatMap((input, index) => (isAgain(input) ? [[identityOf(input), index] as const] : [])))
  const kept = old.run.inputs.flatMap((input, index) => (again.has(identityOf(input)) ? [] : [index]))
  const fromNew = new Map(now.run.inputs.map((_, index) => [index, kept.length + index]))
  const fromOld = new Map<number, number>(kept.map((index, at) => [index, at]))
  old.run.inputs.forEach((input, index) => {
    const same = again.get(identityOf(input))
    if (same !== undefined) fromOld.set(index, kept.length + same)
  })
  const inputs = [...kept.flatMap((index) => old.run.inputs[index] ?? []), ...now.run.inputs]
  return { inputs, kept: new Set(kept), fromOld, fromNew }
}

/** Evidence under the new numbers. */
export const renumber = (evidence: readonly EvidenceRef[], numbers: ReadonlyMap<number, number>): readonly EvidenceRef[] =>
  evidence.map(({ record, where }) => ({ record, where: { ...where, input: numbers.get(where.input) ?? where.input } }))
