import { isLiteral } from './bytes'
import { capture, forgetCaptures, takeCaptured } from './captures'
import { fieldEnd, runEnd } from './fields'
import { hash128 } from './hash'
import { CAPTURES, JOINED, TABLE } from './memory'
import { pairsEnd, takePairs } from './pairs'
import { addLines, answer, beginRecord, dropRecord, isFull, keepRecord, startLine, takeHash, takeText } from './record'

// Cuts lines of text by templates: a head, and a body behind it. A line that fits none is left alone.

/** What a step of a template asks for, four words each; src/input/line-plan.ts writes them. */
// Those from the first to the last before optional parts go on from some place in the line to another one.
const END: u32 = 0
const LITERAL: u32 = 1
const FIELD: u32 = 2
const JOIN: u32 = 3
const CONSTANT: u32 = 4
const LINE_END: u32 = 5
const RUN: u32 = 6
const AHEAD: u32 = 7
const PAIRS: u32 = 8
const SAME: u32 = 9
const NOT_AHEAD: u32 = 10
const OPTION: u32 = 11
const OPTION_END: u32 = 12
const STEP: usize = 16

/** Of a run: is it asked for, and may what stands behind it be a part of it? */
const WANTED: u32 = 1
const MAY_RETREAT: u32 = 2

const NEWLINE: u32 = 10
const RETURN: u32 = 13

/** Back to where the text of the next step is, within a run that may hold it. */
function retreat(next: usize, from: usize, end: usize): usize {
  const bytes = TABLE + load<u32>(next, 4)
  const length: usize = load<u32>(next, 8)
  let at = end
  while (at > from && !isLiteral(bytes, length, at)) at--
  return at
}

/** Where the text of the line that fitted last ends. */
let textEnd: usize = 0

/** Past what a step takes of the line at `at`; 0 where the line does not go on so. */
// @ts-ignore: decorator
@inline
function pastStep(op: u32, step: usize, at: usize): usize {
  if (op == LITERAL) {
    const length: usize = load<u32>(step, 8)
    return isLiteral(TABLE + load<u32>(step, 4), length, at) ? at + length : 0
  }
  if (op == FIELD) {
    const end = fieldEnd(load<u32>(step, 8), at)
    if (end == at) return 0
    capture(load<u32>(step, 4), at, end)
    return end
  }
  if (op == RUN) {
    const run = TABLE + load<u32>(step, 8)
    let end = runEnd(run, at)
    if (end == 0) return 0
    if ((load<u32>(step, 12) & MAY_RETREAT) != 0) end = retreat(step + STEP, at + <usize>load<u32>(run), end)
    capture(load<u32>(step, 4), at, end)
    return end
  }
  if (op == AHEAD) return isLiteral(TABLE + load<u32>(step, 4), load<u32>(step, 8), at) ? at : 0
  if (op == NOT_AHEAD) return isLiteral(TABLE + load<u32>(step, 4), load<u32>(step, 8), at) ? 0 : at
  if (op == PAIRS) return pairsEnd(TABLE + load<u32>(step, 4), at)
  if (op == SAME) {
    const before = CAPTURES + (<usize>load<u32>(step, 4) << 3)
    const length: usize = load<u32>(before, 4) - load<u32>(before)
    return length != 0 && isLiteral(load<u32>(before), length, at) ? at + length : 0
  }
  if (op == LINE_END) {
    textEnd = at
    const end = load<u8>(at) == RETURN ? at + 1 : at
    return load<u8>(end) == NEWLINE ? end + 1 : 0
  }
  return at
}

/** What these steps have captured of a part that is not there after all, or an earlier template in its place. */
function forgetSteps(from: usize, to: usize): void {
  for (let step = from; step < to; step += STEP) {
    const op = load<u32>(step)
    if (op == FIELD || op == RUN) capture(load<u32>(step, 4), 0, 0)
  }
}

/** Does the line go on from `from` as these steps say? To behind what they took; 0 otherwise. */
function match(steps: usize, from: usize): usize {
  let at = from
  let step = steps
  /** Of the optional part at hand: its first step, its end, and where the line goes on without it. */
  let option: usize = 0
  let optionEnd: usize = 0
  let without: usize = 0
  while (true) {
    const op = load<u32>(step)
    if (op - LITERAL < OPTION - LITERAL) {
      const end = pastStep(op, step, at)
      if (end != 0) {
        at = end
      } else {
        if (option == 0) return 0
        forgetSteps(option, optionEnd)
        at = without
        step = optionEnd
        option = 0
      }
    } else if (op == END) {
      return at
    } else if (op == OPTION) {
      option = step + STEP
      optionEnd = step + load<u32>(step, 4)
      without = at
    } else if (op == OPTION_END) {
      option = 0
    }
    step += STEP
  }
}

/** The hash of two captures with a stroke between them. */
function takeJoined(slot: u32, first: usize, second: usize): void {
  const one = CAPTURES + (first << 3)
  const other = CAPTURES + (second << 3)
  const length: usize = load<u32>(one, 4) - load<u32>(one)
  const more: usize = load<u32>(other, 4) - load<u32>(other)
  memory.copy(JOINED, load<u32>(one), length)
  store<u8>(JOINED + length, 47)
  memory.copy(JOINED + length + 1, load<u32>(other), more)
  hash128(JOINED, JOINED + length + 1 + more, takeHash(slot))
}

/** Takes what the steps of a template that fitted have captured, if it is asked for. */
function take(steps: usize): void {
  for (let step = steps; load<u32>(step) != END; step += STEP) {
    const op = load<u32>(step)
    const slot = load<u32>(step, 4)
    if ((op == FIELD || op == RUN) && (load<u32>(step, 12) & WANTED) != 0) {
      takeCaptured(slot)
    } else if (op == PAIRS) {
      takePairs(TABLE + slot)
    } else if (op == JOIN) {
      takeJoined(slot, load<u32>(step, 8), load<u32>(step, 12))
    } else if (op == CONSTANT) {
      const bytes = TABLE + load<u32>(step, 8)
      takeText(slot, bytes, bytes + load<u32>(step, 12))
    }
  }
}

let heads: u32 = 0
let lastHead: u32 = 0

export function setTemplates(from: usize, length: usize, headCount: u32): void {
  memory.copy(TABLE, from, length)
  heads = headCount
  lastHead = 0
}

/** Templates by order, heads first: where the steps of each begin; of a head also the bodies that may follow it, from and up to which. */
const TEMPLATE: usize = 12
const FIRST_BODY: usize = 4
const BODIES_END: usize = 8

// @ts-ignore: decorator
@inline
function templateAt(template: u32): usize {
  return TABLE + <usize>template * TEMPLATE
}

// @ts-ignore: decorator
@inline
function stepsOf(template: u32): usize {
  return TABLE + load<u32>(templateAt(template))
}

/** May the line go on so? Most templates that do not fit begin with another letter. */
// @ts-ignore: decorator
@inline
function mayBegin(steps: usize, at: usize): bool {
  return load<u32>(steps) != LITERAL || load<u8>(TABLE + load<u32>(steps, 4)) == load<u8>(at)
}

/** The line at `at` by this head and the first of its bodies that fits; 0 where none does. */
function cutBy(head: u32, at: usize): usize {
  const behind = match(stepsOf(head), at)
  if (behind == 0) return 0
  const bodiesEnd = load<u32>(templateAt(head), BODIES_END)
  for (let body = load<u32>(templateAt(head), FIRST_BODY); body < bodiesEnd; body++) {
    if (!mayBegin(stepsOf(body), behind)) continue
    const end = match(stepsOf(body), behind)
    if (end == 0) continue
    take(stepsOf(head))
    take(stepsOf(body))
    lastHead = head
    return end
  }
  return 0
}

function cut(at: usize): usize {
  const first = lastHead
  let end = cutBy(first, at)
  for (let other: u32 = 0; end == 0 && other < heads; other++) if (other != first) end = cutBy(other, at)
  return end
}

/** Cuts lines of the open segment from `from` on; `end` is behind a newline. Returns where it stopped: `end`, or the line that it leaves alone. */
export function cutLines(slots: usize, from: usize, end: usize, firstLine: u32, cap: usize): usize {
  let at = from
  startLine(firstLine)
  while (at < end && !isFull(slots)) {
    beginRecord()
    forgetCaptures(slots)
    const behind = cut(at)
    if (behind == 0 || behind > end || textEnd - at > cap) {
      dropRecord()
      break
    }
    keepRecord(at, textEnd)
    addLines(1)
    at = behind
  }
  answer()
  return at
}
