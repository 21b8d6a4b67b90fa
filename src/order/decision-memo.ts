import { ABSENT, type ProjectedRecord, type Trace } from '../input/projected.ts'
import type { Picks, RecordBatch } from '../input/record-batch.ts'
import { PRESENT } from '../input/scan-memory.ts'
import { doubled } from './int-array.ts'

/** What is asked of records. */
export interface Question {
  /** Unlike that of every other question of the memo. */
  readonly number: number
  /** By position in the batch: what the answer depends on besides the record. */
  readonly contexts: Int32Array
  /**
   * What the record at a position comes to: a whole number from −1 up. It may depend on question, context and what is read
   * of the record, nothing else.
   */
  readonly decide: (record: ProjectedRecord, at: number) => number
}

/**
 * Remembers what a pure reading of part-read records came to, by the numbers of the values that it looked at: a tree in which
 * each knot names the next slot to look at, and each branch a value's number. Equal values were read before, so what they
 * lead to need not be worked out again, nor any text be made.
 */
export interface DecisionMemo {
  /** Writes the answers of the picked records to their positions in `answers`. */
  readonly ask: (batch: RecordBatch, picks: Picks, question: Question, answers: Int32Array) => void
}

const FIRST_CELLS = 1 << 13
/** A branch leads to a knot (its number), or to an answer, written as −4 − answer; −1 leads nowhere yet. */
const FREE = -1
/** Where a value has no number. */
const UNTOLD = -2
const ANSWER = -4
/** Beyond this nothing new is remembered: only hostile logs have so many. */
const MOST_BRANCHES = 1 << 23

/** A knot: what is looked at there, as in a trace; the code met last that has no place among the values, and where it leads. */
const KNOT = 4
const CODE = 1
const LEADS = 2
/** No code. */
const NEVER = -0x7fff_ffff

const spread = (knot: number, code: number): number => {
  const mixed = Math.imul(knot ^ Math.imul(code, 0x85ebca6b), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

class BranchTable implements DecisionMemo {
  /** (knot, code, where it leads) */
  #cells = new Int32Array(4 * FIRST_CELLS).fill(FREE)
  #mask = FIRST_CELLS - 1
  #branches = 0
  #knots = new Int32Array(256 * KNOT)
  #knotCount = 0

  /**
   * By value number: the knot from which it was met first, and where it leads from there. Values met together lie together
   * here, where the cells of the table are scattered: most values are met from one knot only.
   */
  #direct = new Int32Array(2 * FIRST_CELLS).fill(FREE)

  ask(batch: RecordBatch, { rows, count }: Picks, question: Question, answers: Int32Array): void {
    const { number, contexts, decide } = question
    let context = 0
    let root = FREE
    for (let index = 0; index < count; index += 1) {
      const at = rows[index] as number
      const own = contexts[at] as number
      if (own !== context || root === FREE) {
        context = own
        // Questions stand beside the knots: below zero.
        root = this.#follow(-2 - number, context)
      }
      let leads = root
      while (leads >= 0) {
        const code = codeAt(batch, this.#knots[leads * KNOT] as number, at)
        leads = this.#knots[leads * KNOT + CODE] === code ? (this.#knots[leads * KNOT + LEADS] as number) : this.#step(leads, code)
      }
      if (leads < UNTOLD) answers[at] = ANSWER - leads
      else answers[at] = leads === FREE ? this.#learn(batch, question, at) : decide(batch.turnTo(at), at)
    }
  }

  #step(knot: number, code: number): number {
    if (this.#isDirect(knot, code)) return this.#direct[2 * code + 1] as number
    if (isSpan(code)) return UNTOLD
    const leads = this.#follow(knot, code)
    if (leads !== FREE) {
      this.#knots[knot * KNOT + CODE] = code
      this.#knots[knot * KNOT + LEADS] = leads
    }
    return leads
  }

  #learn(batch: RecordBatch, { number, contexts, decide }: Question, at: number): number {
    const trace: Trace = { reads: [], isVolatile: false }
    const record = batch.turnTo(at)
    const answer = record.traced(trace, () => decide(record, at))
    if (trace.isVolatile || this.#branches + trace.reads.length >= MOST_BRANCHES) return answer
    let knot = -2 - number
    let code = contexts[at] as number
    for (const look of trace.reads) {
      let leads = this.#leads(knot, code)
      if (leads === FREE) {
        leads = this.#addKnot(look)
        this.#branch(knot, code, leads)
      }
      knot = leads
      code = codeAt(batch, look, at)
    }
    this.#branch(knot, code, ANSWER - answer)
    return answer
  }

  #isDirect(knot: number, code: number): boolean {
    return code >= 0 && 2 * code < this.#direct.length && this.#direct[2 * code] === knot
  }

  #leads(knot: number, code: number): number {
    return this.#isDirect(knot, code) ? (this.#direct[2 * code + 1] as number) : this.#follow(knot, code)
  }

  /** Like `#put`, among the values where there is room. */
  #branch(knot: number, code: number, leads: number): void {
    if (code < 0 || knot < 0) return this.#put(knot, code, leads)
    while (2 * code >= this.#direct.length) {
      const more = new Int32Array(this.#direct.length * 2).fill(FREE)
      more.set(this.#direct)
      this.#direct = more
    }
    if (this.#direct[2 * code] !== FREE) return this.#put(knot, code, leads)
    this.#direct[2 * code] = knot
    this.#direct[2 * code + 1] = leads
  }

  #follow(knot: number, code: number): number {
    const cells = this.#cells
    for (let cell = spread(knot, code) & this.#mask; ; cell = (cell + 1) & this.#mask) {
      const at = cell * 4
      const leads = cells[at + 2] as number
      if (leads === FREE || (cells[at] === knot && cells[at + 1] === code)) return leads
    }
  }

  #put(knot: number, code: number, leads: number): void {
    let cell = spread(knot, code) & this.#mask
    while (this.#cells[cell * 4 + 2] !== FREE) cell = (cell + 1) & this.#mask
    this.#cells[cell * 4] = knot
    this.#cells[cell * 4 + 1] = code
    this.#cells[cell * 4 + 2] = leads
    this.#branches += 1
    if (this.#branches * 2 > this.#mask) this.#grow()
  }

  #addKnot(look: number): number {
    const knot = this.#knotCount
    if (knot * KNOT === this.#knots.length) this.#knots = doubled(this.#knots)
    this.#knots.set([look, NEVER, FREE], knot * KNOT)
    this.#knotCount += 1
    return knot
  }

  #grow(): void {
    const old = this.#cells
    this.#cells = new Int32Array(old.length * 2).fill(FREE)
    this.#mask = this.#cells.length / 4 - 1
    this.#branches = 0
    for (let at = 0; at < old.length; at += 4) {
      if (old[at + 2] !== FREE) this.#put(old[at] as number, old[at + 1] as number, old[at + 2] as number)
    }
  }
}

/** Codes: a value's number, PRESENT, ABSENT or a span; 1 and 0 where only presence counts. */
const codeAt = (batch: RecordBatch, look: number, at: number): number => {
  const ref = batch.refAt(look >> 1, at)
  return (look & 1) === 0 ? ref : ref === ABSENT ? 0 : 1
}

const isSpan = (code: number): boolean => code < PRESENT && code !== ABSENT

export const createDecisionMemo = (): DecisionMemo => new BranchTable()
