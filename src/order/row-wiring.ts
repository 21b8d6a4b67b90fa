import type { CompiledShape } from '../formats/decode.ts'
import type { Projection } from '../input/projection.ts'
import type { ShapeFields } from '../formats/shape-fields.ts'
import { MOST_IN_BATCH, type Picks, type RecordBatch } from '../input/record-batch.ts'
import type { DecisionMemo } from './decision-memo.ts'
import type { EventLog } from './event-log.ts'
import type { RecordKinds } from './record-kinds.ts'
import type { RowBatch } from './row-batch.ts'
import type { ValueKeys } from './value-keys.ts'

const QUESTIONS = [
  'kind',
  'tenant',
  'client',
  'device',
  'userAgent',
  'account',
  'name',
  'actor',
  'place',
  'surroundings',
  'port',
  'session',
  'session-guard',
  'account-guard',
  'name-guard',
  'damage',
  'single',
] as const
type QuestionName = (typeof QUESTIONS)[number]
/** Questions of different shapes are different ones. */
export const numbered = (shape: number): Readonly<Record<QuestionName, number>> =>
  Object.fromEntries(QUESTIONS.map((question, index) => [question, shape * QUESTIONS.length + index])) as Record<QuestionName, number>

/** What filling the rows of one shape needs. */
export interface Wiring {
  readonly compiled: CompiledShape
  readonly fields: ShapeFields
  readonly kinds: RecordKinds
  /** By position: the record's kind. */
  readonly kind: Int32Array
  readonly asks: Readonly<Record<QuestionName, number>>
  readonly log: EventLog
  readonly memo: DecisionMemo
  readonly values: ValueKeys
  readonly projection: Projection
  readonly rows: RowBatch
}

/** Fills one field, or a few, of the picked records' rows. */
export type FillRows = (batch: RecordBatch, picks: Picks) => void

export const NO_CONTEXT = new Int32Array(MOST_IN_BATCH)

/** Those of the picked that are so and those that are not. */
export const split = ({ rows, count }: Picks, isSo: (at: number) => boolean, ones: Picks, others: Picks): void => {
  ones.count = 0
  others.count = 0
  for (let index = 0; index < count; index += 1) {
    const at = rows[index] as number
    if (isSo(at)) ones.rows[ones.count++] = at
    else others.rows[others.count++] = at
  }
}

export const fill = (values: Int32Array | Float64Array, { rows, count }: Picks, value: number): void => {
  for (let index = 0; index < count; index += 1) values[rows[index] as number] = value
}
