import { pathsOfField } from '../formats/field.ts'
import type { Field } from '../formats/define-format.ts'
import { isPlainIn, plainSlots, presentText } from '../formats/path.ts'
import { ABSENT } from '../input/projected.ts'
import type { Projection } from '../input/projection.ts'
import { MOST_IN_BATCH, type Picks, type RecordBatch } from '../input/record-batch.ts'
import type { RecordShape } from '../model/record.ts'
import { doubled } from './int-array.ts'

/** What is asked of records whose answer is the key of one text. */
export interface PlainQuestion {
  /** As in the memo. */
  readonly number: number
  readonly contexts: Int32Array
  /** Where the text stands: in the first of these that is filled. */
  readonly slots: readonly number[]
  /** The answer where none is; undefined: that alone does not tell. */
  readonly none: number | undefined
  /** The key of a text, from −1 up, by number, context and text alone; undefined: this text alone does not tell. */
  readonly keyOf: (text: string, at: number) => number | undefined
}

/** From the number of a value straight to the store's key, for fields that are read by their paths alone. */
export interface ValueKeys {
  /** Writes answers as a memo does; adds those that it cannot tell to `others`. */
  readonly ask: (batch: RecordBatch, picks: Picks, question: PlainQuestion, answers: Int32Array, others: Picks) => void
}

/**
 * The slots of a field that is paths and nothing else, each the place of one value; undefined for any other field. No field at
 * all has none.
 */
export const slotsOfPlain = (kind: RecordShape, field: Field | undefined, projection: Projection): readonly number[] | undefined => {
  const paths = field === undefined ? [] : pathsOfField(field)
  if (paths === undefined || !paths.every((path) => isPlainIn(kind, path))) return undefined
  const slots = plainSlots(kind, paths, projection)
  // A column that a table lacks is no value; what an object holds may lie inside another value.
  return kind === 'csv' || slots.length === paths.length ? slots : undefined
}

const NOBODY = 0
/** A value's text alone does not tell. */
const OTHERWISE = -2
/** Contexts beyond this are the memo's. */
const CONTEXTS = 1 << 16

/**
 * By value number: who asked first about it, and the key that it stands for. Values met together have numbers in a row, so that
 * account, name and address of a new record lie side by side; whoever asks second about a value is sent to the memo.
 */
class OwnedKeys implements ValueKeys {
  #cells = new Int32Array(2 * 4096)
  /** What fills the slots asked for, in the order of the picks. */
  readonly #values = new Int32Array(MOST_IN_BATCH)
  // oxlint-disable-next-line no-unused-private-class-members -- as in the hash interner
  #touched = 0

  ask(batch: RecordBatch, picks: Picks, question: PlainQuestion, answers: Int32Array, others: Picks): void {
    this.#gather(batch, picks, question.slots)
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const value = this.#values[index] as number
      const key = value === ABSENT ? (question.none ?? OTHERWISE) : value < 0 ? OTHERWISE : this.#keyOf(batch, value, question, at)
      if (key === OTHERWISE) others.rows[others.count++] = at
      else answers[at] = key
    }
  }

  /** Every cell is looked at once before any is used: these looks wait for memory together. */
  #gather(batch: RecordBatch, { rows, count }: Picks, slots: readonly number[]): void {
    for (let index = 0; index < count; index += 1) {
      const at = rows[index] as number
      const slot = batch.firstFilled(slots, at)
      const value = slot < 0 ? ABSENT : batch.refAt(slot, at)
      this.#values[index] = value
      if (value < 0) continue
      while (2 * value >= this.#cells.length) this.#cells = doubled(this.#cells)
      this.#touched ^= this.#cells[2 * value] as number
    }
  }

  #keyOf(batch: RecordBatch, value: number, { number, contexts, keyOf }: PlainQuestion, at: number): number {
    const context = contexts[at] as number
    const asker = number * CONTEXTS + context + 1
    const owner = this.#cells[2 * value]
    if (owner === asker && context < CONTEXTS) return this.#cells[2 * value + 1] as number
    if (owner !== NOBODY || context >= CONTEXTS) return OTHERWISE
    const text = presentText(batch.plainText(value))
    const key = (text === undefined ? undefined : keyOf(text, at)) ?? OTHERWISE
    this.#cells[2 * value] = asker
    this.#cells[2 * value + 1] = key
    return key
  }
}

export const createValueKeys = (): ValueKeys => new OwnedKeys()
