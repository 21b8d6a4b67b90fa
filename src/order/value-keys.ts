import { ABSENT } from '../input/projected.ts'
import { MOST_IN_BATCH, type Picks, type RecordBatch } from '../input/record-batch.ts'
import { doubled } from './int-array.ts'
import type { PlainField } from './plain-field.ts'

/** What is asked of records whose answer is the key of one text. */
export interface PlainQuestion {
  /** As in the memo. */
  readonly number: number
  readonly contexts: Int32Array
  readonly field: PlainField
  /** The answer where the field says nothing; undefined: that alone does not tell. */
  readonly none: number | undefined
  /** The key of a text, from −1 up, by number, context and text alone; undefined: this text alone does not tell. */
  readonly keyOf: (text: string, at: number) => number | undefined
}

/** From the number of a value straight to the store's key, for fields that are read by their paths alone. */
export interface ValueKeys {
  /** Writes answers as a memo does; adds those that it cannot tell to `others`. */
  readonly ask: (batch: RecordBatch, picks: Picks, question: PlainQuestion, answers: Int32Array, others: Picks) => void
}

const NOBODY = 0
/** A value's text alone does not tell. */
const OTHERWISE = -2
/** Contexts beyond this are the memo's. */
const CONTEXTS = 1 << 16

/** @param raw the value as it stands; undefined: it does not stand there plainly (escapes, objects) */
const keyOfValue = (raw: string | undefined, { field: { slots, textOf }, none, keyOf }: PlainQuestion, at: number): number | undefined => {
  if (raw === undefined) return undefined
  const text = textOf(raw)
  if (text !== undefined) return keyOf(text, at)
  // The next slot may say more.
  return slots.length === 1 ? none : undefined
}

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
    const { field, none } = question
    this.#gather(batch, picks, field.slots)
    const without = (field.isNoneWithout ? none : undefined) ?? OTHERWISE
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const value = this.#values[index] as number
      const key = value === ABSENT ? without : value < 0 ? OTHERWISE : this.#keyOf(batch, value, question, at)
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

  #keyOf(batch: RecordBatch, value: number, question: PlainQuestion, at: number): number {
    const { number, contexts } = question
    const context = contexts[at] as number
    const asker = number * CONTEXTS + context + 1
    const owner = this.#cells[2 * value]
    if (owner === asker && context < CONTEXTS) return this.#cells[2 * value + 1] as number
    if (owner !== NOBODY || context >= CONTEXTS) return OTHERWISE
    const key = keyOfValue(batch.plainText(value), question, at) ?? OTHERWISE
    this.#cells[2 * value] = asker
    this.#cells[2 * value + 1] = key
    return key
  }
}

export const createValueKeys = (): ValueKeys => new OwnedKeys()
