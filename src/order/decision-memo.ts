import { ABSENT, type ProjectedRecord, type Trace } from '../input/projected.ts'
import { PRESENT } from '../input/scan-memory.ts'
import { doubled } from './int-array.ts'

/**
 * Remembers what a pure reading of part-read records came to, by the numbers of the values that it looked at: a tree in which
 * each knot names the next slot to look at, and each branch a value's number. Equal values were read before, so what they
 * lead to need not be worked out again, nor any text be made.
 */
export interface DecisionMemo {
  /**
   * What `decide` says of this record: a whole number from −1 up. `decide` may depend on `question`, `context` and what it reads
   * of the record, nothing else.
   */
  readonly ask: (record: ProjectedRecord, question: number, context: number, decide: () => number) => number
  /** The same, for questions that look at many values which seldom change from record to record. */
  readonly askSteady: (record: ProjectedRecord, question: number, context: number, decide: () => number) => number
}

const FIRST_CELLS = 1 << 13
const FREE = -1
/** A branch leads to a knot (its number), or to an answer, written as −3 − answer; −1 leads nowhere yet. */
const ANSWER = -3
/** Beyond this nothing new is remembered: only hostile logs have so many. */
const MOST_BRANCHES = 1 << 23

/** Longer paths are walked each time. */
const LONGEST_PATH = 60

const spread = (knot: number, code: number): number => {
  const mixed = Math.imul(knot ^ Math.imul(code, 0x85ebca6b), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

class BranchTable implements DecisionMemo {
  /** (knot, code, where it leads) */
  #cells = new Int32Array(4 * FIRST_CELLS).fill(FREE)
  #mask = FIRST_CELLS - 1
  #branches = 0
  /** By knot: what is looked at there, as in a trace. */
  #looks = new Int32Array(1024)
  #knots = 0

  /**
   * By value number: the knot from which it was met first, and where it leads from there. Values met together lie together
   * here, where the cells of the table are scattered: most values are met from one knot only.
   */
  #direct = new Int32Array(2 * FIRST_CELLS).fill(FREE)

  /** By question: the last context, what was looked at, what it came to. Where few values are looked at, the next record mostly agrees. */
  readonly #paths: Int32Array[] = []

  askSteady(record: ProjectedRecord, question: number, context: number, decide: () => number): number {
    const path = (this.#paths[question] ??= new Int32Array(3 + 2 * LONGEST_PATH))
    const looks = path[1] as number
    if (looks > 0 && path[0] === context) {
      let at = 3
      const end = 3 + 2 * looks
      while (at < end && codeAt(record, path[at] as number) === path[at + 1]) at += 2
      if (at === end) return path[2] as number
    }
    return this.#walk(record, path, question, context, decide)
  }

  #walk(record: ProjectedRecord, path: Int32Array, question: number, context: number, decide: () => number): number {
    const answer = this.ask(record, question, context, decide)
    path[0] = context
    path[1] = 0
    path[2] = answer
    let looks = 0
    let leads = this.#follow(-2 - question, context)
    for (; leads >= 0 && looks < LONGEST_PATH; looks += 1) {
      const look = this.#looks[leads] as number
      const code = codeAt(record, look)
      if (isSpan(code)) return answer
      path[3 + 2 * looks] = look
      path[4 + 2 * looks] = code
      leads = this.#leads(leads, code)
    }
    // Only a path that is known to its end stands for its answer.
    if (leads < FREE) path[1] = looks
    return answer
  }

  ask(record: ProjectedRecord, question: number, context: number, decide: () => number): number {
    // Questions stand beside the knots: below zero.
    let leads = this.#follow(-2 - question, context)
    while (leads >= 0) {
      const code = codeAt(record, this.#looks[leads] as number)
      if (code >= 0 && this.#direct[2 * code] === leads) leads = this.#direct[2 * code + 1] as number
      else if (isSpan(code)) return decide()
      else leads = this.#follow(leads, code)
    }
    return leads === FREE ? this.#learn(record, question, context, decide) : ANSWER - leads
  }

  #learn(record: ProjectedRecord, question: number, context: number, decide: () => number): number {
    const trace: Trace = { reads: [], isVolatile: false }
    const answer = record.traced(trace, decide)
    if (trace.isVolatile || this.#branches + trace.reads.length >= MOST_BRANCHES) return answer
    let knot = -2 - question
    let code = context
    for (const look of trace.reads) {
      let leads = this.#leads(knot, code)
      if (leads === FREE) {
        leads = this.#addKnot(look)
        this.#branch(knot, code, leads)
      }
      knot = leads
      code = codeAt(record, look)
    }
    this.#branch(knot, code, ANSWER - answer)
    return answer
  }

  #leads(knot: number, code: number): number {
    return code >= 0 && this.#direct[2 * code] === knot ? (this.#direct[2 * code + 1] as number) : this.#follow(knot, code)
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
    this.#cells.set([knot, code, leads], cell * 4)
    this.#branches += 1
    if (this.#branches * 2 > this.#mask) this.#grow()
  }

  #addKnot(look: number): number {
    if (this.#knots === this.#looks.length) this.#looks = doubled(this.#looks)
    this.#looks[this.#knots] = look
    this.#knots += 1
    return this.#knots - 1
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
const codeAt = (record: ProjectedRecord, look: number): number => {
  const ref = record.refOf(look >> 1)
  return (look & 1) === 0 ? ref : ref === ABSENT ? 0 : 1
}

const isSpan = (code: number): boolean => code < PRESENT && code !== ABSENT

export const createDecisionMemo = (): DecisionMemo => new BranchTable()
