import type { TextReader } from '../formats/field.ts'
import type { ProjectedRecord } from '../input/projected.ts'
import { MOST_IN_BATCH, noPicks, type Picks, type RecordBatch } from '../input/record-batch.ts'
import type { DecisionMemo } from './decision-memo.ts'
import { fill, NO_CONTEXT, split } from './row-wiring.ts'

/** Of the picked those in which a guarded field is read; in the others it says nothing, which is written into `answers`. */
export type Guard = (batch: RecordBatch, picks: Picks, answers: Int32Array) => Picks

/** A guard hangs on few values, where the field behind it may be new in every record: each is asked by itself. */
export const createGuard = (memo: DecisionMemo, number: number, guard: TextReader | undefined): Guard => {
  if (guard === undefined) return (_batch, picks) => picks
  const isLetThrough = new Int32Array(MOST_IN_BATCH)
  const [guarded, none] = [noPicks(), noPicks()]
  const question = {
    number,
    contexts: NO_CONTEXT,
    decide: (record: ProjectedRecord) => (guard(record, undefined) === undefined ? 0 : 1),
  }
  return (batch, picks, answers) => {
    memo.ask(batch, picks, question, isLetThrough)
    split(picks, (at) => isLetThrough[at] === 1, guarded, none)
    fill(answers, none, -1)
    return guarded
  }
}
