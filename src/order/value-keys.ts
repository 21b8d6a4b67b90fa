import { pathsOfField } from '../formats/field.ts'
import type { Field } from '../formats/define-format.ts'
import { isPlainIn, plainSlots, presentText } from '../formats/path.ts'
import type { Projection } from '../input/projected.ts'
import type { Picks, RecordBatch } from '../input/record-batch.ts'
import type { RecordShape } from '../model/record.ts'
import { doubled } from './int-array.ts'

/** What is asked of records whose answer is the key of one text. */
export interface PlainQuestion {
  /** As in the memo. */
  readonly number: number
  readonly contexts: Int32Array
  /** Where the text stands: in the first of these that is filled. */
  readonly slots: readonly number[]
  /** The answer where none is. */
  readonly none: number
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

  ask(batch: RecordBatch, { rows, count }: Picks, question: PlainQuestion, answers: Int32Array, others: Picks): void {
    const { number, contexts, slots, none } = question
    for (let index = 0; index < count; index += 1) {
      const at = rows[index] as number
      const slot = batch.firstFilled(slots, at)
      const key =
        slot < 0 ? none : this.#keyOf(batch, batch.refAt(slot, at), number * CONTEXTS + (contexts[at] as number) + 1, question, at)
      if (key === OTHERWISE) others.rows[others.count++] = at
      else answers[at] = key
    }
  }

  // oxlint-disable-next-line max-params -- called once per record and field: an object would be made each time
  #keyOf(batch: RecordBatch, value: number, asker: number, question: PlainQuestion, at: number): number {
    if (value < 0 || (question.contexts[at] as number) >= CONTEXTS) return OTHERWISE
    while (2 * value >= this.#cells.length) this.#cells = doubled(this.#cells)
    const owner = this.#cells[2 * value]
    if (owner === asker) return this.#cells[2 * value + 1] as number
    if (owner !== NOBODY) return OTHERWISE
    const text = presentText(batch.plainText(value))
    const key = (text === undefined ? undefined : question.keyOf(text, at)) ?? OTHERWISE
    this.#cells[2 * value] = asker
    this.#cells[2 * value + 1] = key
    return key
  }
}

export const createValueKeys = (): ValueKeys => new OwnedKeys()
