import { MOST_IN_BATCH } from '../input/record-batch.ts'

/** Events as keys of the dictionaries, by position in a batch of records, field by field; −1 where a field is missing. */
export interface RowBatch {
  readonly time: Float64Array
  readonly sequence: Float64Array
  readonly cls: Int32Array
  readonly scope: Int32Array
  readonly account: Int32Array
  readonly name: Int32Array
  readonly place: Int32Array
  readonly userAgent: Int32Array
  readonly session: Int32Array
  readonly device: Int32Array
  readonly client: Int32Array
  readonly tenant: Int32Array
  readonly actor: Int32Array
  readonly port: Int32Array
  /** Half of the hash of an id, whose second number is odd; 0 where there is none. */
  readonly id0: Uint32Array
  readonly id1: Uint32Array
}

const keys = (): Int32Array => new Int32Array(MOST_IN_BATCH).fill(-1)

export const createRowBatch = (): RowBatch => ({
  time: new Float64Array(MOST_IN_BATCH),
  sequence: new Float64Array(MOST_IN_BATCH),
  cls: keys(),
  scope: keys(),
  account: keys(),
  name: keys(),
  place: keys(),
  userAgent: keys(),
  session: keys(),
  device: keys(),
  client: keys(),
  tenant: keys(),
  actor: keys(),
  port: new Int32Array(MOST_IN_BATCH),
  id0: new Uint32Array(MOST_IN_BATCH),
  id1: new Uint32Array(MOST_IN_BATCH),
})
