import type { CompiledShape } from '../formats/decode.ts'
import { MOST_IN_BATCH, noPicks, type Picks, type RecordBatch } from '../input/record-batch.ts'
import type { DecisionMemo } from '../order/decision-memo.ts'

/** The records of a batch that are of one shape. */
interface Found {
  readonly number: number
  readonly picks: Picks
}

/** Tells the shapes of part-read records. */
export interface ShapeFinder {
  /** By shape, the records of a batch that are of a known one. */
  readonly find: (batch: RecordBatch) => readonly Found[]
  /** Of the batch looked at last: the number of the record's shape, −1 where none knows it. */
  readonly shapeAt: (at: number) => number
}

/** Shapes whose turn came last are asked first: a mixed log alternates between a few. */
const RECENT = 4

const asRecord = (value: unknown) => ({ shape: 'json' as const, value, header: undefined, line: 0, offset: 0, length: 0 })

/** All records of a batch are of the shape with this number, if any is. */
export const createSameShape = (numberOf: () => number): ShapeFinder => {
  const picks = noPicks()
  let number = -1
  return {
    shapeAt: () => number,
    find: (batch) => {
      number = numberOf()
      // Whoever reads them sorts out some.
      for (let at = 0; at < batch.size; at += 1) picks.rows[at] = at
      picks.count = batch.size
      return number < 0 ? [] : [{ number, picks }]
    },
  }
}

/** Question 0 of the memo, with the shape's number as context, is the finder's. */
export const createShapeFinder = (shapes: readonly CompiledShape[], memo: DecisionMemo): ShapeFinder => {
  const numbers = new Int32Array(MOST_IN_BATCH)
  const contexts = new Int32Array(MOST_IN_BATCH)
  const answers = new Int32Array(MOST_IN_BATCH)
  const open = noPicks()
  const question = {
    number: 0,
    contexts,
    decide: (record: unknown, at: number) => (shapes[contexts[at] as number]?.matches(asRecord(record)) === true ? 1 : 0),
  }
  let recent: readonly number[] = []
  const take = (number: number): void => {
    recent = [number, ...recent.filter((shape) => shape !== number)].slice(0, RECENT)
  }
  /** Takes the records of this shape out of the open ones. */
  const sift = (batch: RecordBatch, number: number): void => {
    contexts.fill(number, 0, batch.size)
    memo.ask(batch, open, question, answers)
    let left = 0
    for (let index = 0; index < open.count; index += 1) {
      const at = open.rows[index] as number
      if (answers[at] === 1) numbers[at] = number
      else open.rows[left++] = at
    }
    if (left < open.count) take(number)
    open.count = left
  }
  const findNew = (batch: RecordBatch): void => {
    while (open.count > 0) {
      const first = asRecord(batch.turnTo(open.rows[0] as number))
      const number = shapes.findIndex((shape) => shape.matches(first))
      if (number >= 0) sift(batch, number)
      else {
        open.rows.copyWithin(0, 1, open.count)
        open.count -= 1
      }
    }
  }
  /** By shape that a log has turned out to have: filled anew for each batch. */
  const founds = new Map<number, Found>()
  const collect = (batch: RecordBatch): Found[] => {
    for (const { picks } of founds.values()) picks.count = 0
    const met: Found[] = []
    for (let at = 0; at < batch.size; at += 1) {
      const number = numbers[at] as number
      if (number < 0) continue
      let found = founds.get(number)
      if (found === undefined) founds.set(number, (found = { number, picks: noPicks() }))
      if (found.picks.count === 0) met.push(found)
      found.picks.rows[found.picks.count++] = at
    }
    return met
  }
  return {
    shapeAt: (at) => numbers[at] as number,
    find: (batch) => {
      numbers.fill(-1, 0, batch.size)
      open.count = batch.size
      for (let at = 0; at < batch.size; at += 1) open.rows[at] = at
      for (const number of recent) if (open.count > 0) sift(batch, number)
      findNew(batch)
      return collect(batch)
    },
  }
}
