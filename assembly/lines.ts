import { isDigit } from './bytes'
import { hash128 } from './hash'
import { CAPTURES, JOINED, TABLE } from './memory'
import { addLines, beginRecord, dropRecord, isFull, keepRecord, startLine, takeHash, takeText } from './record'

// Cuts lines of text by templates: a head, and a body behind it. A line that fits none is left alone.

/** What a step of a template asks for, four words each; src/input/line-plan.ts writes them. */
const END: u32 = 0
const LITERAL: u32 = 1
const FIELD: u32 = 2
const JOIN: u32 = 3
const CONSTANT: u32 = 4
const LINE_END: u32 = 5
const STEP: usize = 16

/** What a field may hold. */
const DIGITS: u32 = 0
const PORT: u32 = 1
const WORD: u32 = 2
const NAME: u32 = 3
const HOST: u32 = 4
const ADDRESS: u32 = 5
const ISO_TIME: u32 = 6
const BSD_TIME: u32 = 7
const REST: u32 = 8
const QUOTED: u32 = 9
const STATUS: u32 = 10
const COUNT: u32 = 11
const CLF_TIME: u32 = 12
const VISITOR: u32 = 13

const NEWLINE: u32 = 10
const RETURN: u32 = 13

/** Past digits, at most so many; `at` where there are none. */
function digitsEnd(at: usize, most: usize): usize {
  const last = at + most
  while (at < last && isDigit(load<u8>(at))) at++
  return at
}

// @ts-ignore: decorator
@inline
function isLetter(byte: u32): bool {
  return (byte | 32) - 97 < 26
}

/** Of accounts and hosts: letters, digits and a few signs. */
// @ts-ignore: decorator
@inline
function isNameByte(byte: u32): bool {
  return isLetter(byte) || isDigit(byte) || byte == 95 || byte == 45 || byte == 46
}

function nameEnd(at: usize): usize {
  while (isNameByte(load<u8>(at))) at++
  return at
}

/** Printable ASCII without blanks. */
function wordEnd(at: usize): usize {
  while (<u32>load<u8>(at) - 33 < 94) at++
  return at
}

function hostEnd(at: usize): usize {
  // Words of a level are in capitals, and no hosts.
  if (<u32>load<u8>(at) - 65 < 26) return at
  const last = at + 255
  while (at < last && (isNameByte(load<u8>(at)) || load<u8>(at) == 58 || load<u8>(at) == 37)) at++
  return at
}

function addressEnd(at: usize): usize {
  while (true) {
    const byte = <u32>load<u8>(at)
    if (!isDigit(byte) && (byte | 32) - 97 >= 6 && byte != 46 && byte != 58) return at
    at++
  }
}

function areDigits(at: usize, count: usize): bool {
  return digitsEnd(at, count) == at + count
}

function isClock(at: usize): bool {
  return areDigits(at, 2) && load<u8>(at + 2) == 58 && areDigits(at + 3, 2) && load<u8>(at + 5) == 58 && areDigits(at + 6, 2)
}

function isoEnd(at: usize): usize {
  if (!areDigits(at, 4) || load<u8>(at + 4) != 45 || !areDigits(at + 5, 2) || load<u8>(at + 7) != 45 || !areDigits(at + 8, 2)) return at
  if (load<u8>(at + 10) != 84 || !isClock(at + 11)) return at
  let end = at + 19
  if (load<u8>(end) == 46) {
    const fraction = digitsEnd(end + 1, 9)
    if (fraction == end + 1) return at
    end = fraction
  }
  const sign = <u32>load<u8>(end)
  if (sign == 90) return end + 1
  if (sign != 43 && sign != 45) return end
  return areDigits(end + 1, 2) && load<u8>(end + 3) == 58 && areDigits(end + 4, 2) ? end + 6 : at
}

function bsdEnd(at: usize): usize {
  const isMonth = <u32>load<u8>(at) - 65 < 26 && <u32>load<u8>(at + 1) - 97 < 26 && <u32>load<u8>(at + 2) - 97 < 26
  if (!isMonth || load<u8>(at + 3) != 32 || (load<u8>(at + 4) != 32 && !isDigit(load<u8>(at + 4))) || !isDigit(load<u8>(at + 5))) return at
  return load<u8>(at + 6) == 32 && isClock(at + 7) ? at + 15 : at
}

/** To the end of the line: printable ASCII, no second ` from `, and nothing that may be a record inside the line. */
function restEnd(from: usize): usize {
  let at = from
  while (<u32>load<u8>(at) - 32 < 95) {
    const byte = <u32>load<u8>(at)
    if (byte == 123 || (byte == 91 && isDigit(load<u8>(at + 1)))) return from
    if (byte == 32 && load<u32>(at + 1) == 0x6d6f7266) return from
    at++
  }
  return at
}

/** `21/Nov/2026:02:14:05 +0900` */
function clfEnd(at: usize): usize {
  const isDate = areDigits(at, 2) && load<u8>(at + 2) == 47 && load<u8>(at + 6) == 47 && areDigits(at + 7, 4) && load<u8>(at + 11) == 58
  const isMonth = <u32>load<u8>(at + 3) - 65 < 26 && <u32>load<u8>(at + 4) - 97 < 26 && <u32>load<u8>(at + 5) - 97 < 26
  if (!isDate || !isMonth || !isClock(at + 12) || load<u8>(at + 20) != 32) return at
  const sign = <u32>load<u8>(at + 21)
  return (sign == 43 || sign == 45) && areDigits(at + 22, 4) ? at + 26 : at
}

/** Printable ASCII up to a quote, without escapes. */
function quotedEnd(at: usize): usize {
  while (true) {
    const byte = <u32>load<u8>(at)
    if (byte - 32 >= 95 || byte == 34 || byte == 92) return at
    at++
  }
}

/** `ADDRESS - USER`, as web servers begin their lines. */
function visitorEnd(from: usize): usize {
  const at = addressEnd(from)
  if (at == from || load<u8>(at) != 32 || load<u8>(at + 1) != 45 || load<u8>(at + 2) != 32) return from
  const end = nameEnd(at + 3)
  return end == at + 3 ? from : end
}

function fieldEnd(kind: u32, at: usize): usize {
  if (kind == WORD) return wordEnd(at)
  if (kind == DIGITS) return digitsEnd(at, 20)
  if (kind == PORT) return digitsEnd(at, 5)
  if (kind == NAME) return nameEnd(at)
  if (kind == HOST) return hostEnd(at)
  if (kind == ADDRESS) return addressEnd(at)
  if (kind == ISO_TIME) return isoEnd(at)
  if (kind == BSD_TIME) return bsdEnd(at)
  if (kind == QUOTED) return quotedEnd(at)
  if (kind == STATUS) return areDigits(at, 3) ? at + 3 : at
  if (kind == COUNT) return load<u8>(at) == 45 ? at + 1 : digitsEnd(at, 20)
  if (kind == CLF_TIME) return clfEnd(at)
  if (kind == VISITOR) return visitorEnd(at)
  return restEnd(at)
}

function isLiteral(bytes: usize, length: usize, at: usize): bool {
  for (let index: usize = 0; index < length; index++) if (load<u8>(bytes + index) != load<u8>(at + index)) return false
  return true
}

/** Where the text of the line that fitted last ends. */
let textEnd: usize = 0

/** Does the line go on from `at` as these steps say? To behind what they took; 0 otherwise. */
function match(steps: usize, from: usize): usize {
  let at = from
  let step = steps
  while (true) {
    const op = load<u32>(step)
    if (op == END) return at
    if (op == LITERAL) {
      const length: usize = load<u32>(step, 8)
      if (!isLiteral(TABLE + load<u32>(step, 4), length, at)) return 0
      at += length
    } else if (op == FIELD) {
      const end = fieldEnd(load<u32>(step, 8), at)
      if (end == at) return 0
      const capture = CAPTURES + (<usize>load<u32>(step, 4) << 3)
      store<u32>(capture, <u32>at)
      store<u32>(capture, <u32>end, 4)
      at = end
    } else if (op == LINE_END) {
      textEnd = at
      if (load<u8>(at) == RETURN) at++
      if (load<u8>(at) != NEWLINE) return 0
      at++
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
    if (op == FIELD && load<u32>(step, 12) != 0) {
      const capture = CAPTURES + (<usize>slot << 3)
      takeText(slot, load<u32>(capture), load<u32>(capture, 4))
    } else if (op == JOIN) {
      takeJoined(slot, load<u32>(step, 8), load<u32>(step, 12))
    } else if (op == CONSTANT) {
      const bytes = TABLE + load<u32>(step, 8)
      takeText(slot, bytes, bytes + load<u32>(step, 12))
    }
  }
}

/** Numbers of templates, and where the steps of each begin, by order: heads, then bodies. */
let heads: u32 = 0
let bodies: u32 = 0
let lastHead: u32 = 0

export function setTemplates(from: usize, length: usize, headCount: u32, bodyCount: u32): void {
  memory.copy(TABLE, from, length)
  heads = headCount
  bodies = bodyCount
  lastHead = 0
}

// @ts-ignore: decorator
@inline
function stepsOf(template: u32): usize {
  return TABLE + load<u32>(TABLE + (<usize>template << 2))
}

function cut(at: usize): usize {
  let head = lastHead
  let behind = match(stepsOf(head), at)
  for (let other: u32 = 0; behind == 0 && other < heads; other++) {
    if (other == lastHead) continue
    head = other
    behind = match(stepsOf(other), at)
  }
  if (behind == 0) return 0
  lastHead = head
  for (let body = heads; body < heads + bodies; body++) {
    const end = match(stepsOf(body), behind)
    if (end == 0) continue
    take(stepsOf(head))
    take(stepsOf(body))
    return end
  }
  return 0
}

/** Cuts lines of the open segment from `from` on; `end` is behind a newline. Returns where it stopped: `end`, or the line that it leaves alone. */
export function cutLines(slots: usize, from: usize, end: usize, firstLine: u32, cap: usize): usize {
  let at = from
  startLine(firstLine)
  while (at < end && !isFull(slots)) {
    beginRecord()
    const behind = cut(at)
    if (behind == 0 || behind > end || textEnd - at > cap) {
      dropRecord()
      return at
    }
    keepRecord(at, textEnd)
    addLines(1)
    at = behind
  }
  return at
}
