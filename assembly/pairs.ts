import { QUOTE, isLiteral } from './bytes'
import { capture, isCaptured, takeCaptured } from './captures'
import { runEnd, wordEnd } from './fields'
import { TABLE } from './memory'

// Pairs of a name and a value, in any order.

/**
 * A plan of pairs begins with how many are asked for, whether every value has quotes, the runs of names and of quoted values, and what
 * stands before a name, behind it, and between two pairs (where the text is, and how long). Of each that is asked for follows where its
 * name is, how long, its slot, and whether it is taken from here.
 */
const IS_QUOTED: usize = 4
const NAMES: usize = 8
const VALUES: usize = 12
const BEFORE: usize = 16
const AFTER: usize = 24
const BETWEEN: usize = 32
const HEAD: usize = 40

/** Of the pairs that are asked for, the one of this name: its place in the plan; 0 where nobody asks for it. */
function wantedPair(plan: usize, from: usize, length: usize): usize {
  const count = load<u32>(plan)
  for (let index: u32 = 0; index < count; index++) {
    const wanted = plan + HEAD + (<usize>index << 4)
    if (load<u32>(wanted, 4) == <u32>length && isLiteral(TABLE + load<u32>(wanted), length, from)) return wanted
  }
  return 0
}

function isTextAt(text: usize, at: usize): bool {
  return isLiteral(TABLE + load<u32>(text), load<u32>(text, 4), at)
}

/** Where a value ends that may stand without quotes, up to the next blank. */
function bareEnd(plan: usize, from: usize): usize {
  return load<u32>(plan, IS_QUOTED) != 0 ? 0 : wordEnd(from)
}

/** What a body that did not fit has found. */
function forgetTaken(plan: usize): void {
  for (let index: u32 = 0; index < load<u32>(plan); index++) {
    const wanted = plan + HEAD + (<usize>index << 4)
    if (load<u32>(wanted, 12) != 0) capture(load<u32>(wanted, 8), 0, 0)
  }
}

/** Past the pairs at `from`; 0 where something else stands among them, or one that is asked for comes twice. */
export function pairsEnd(plan: usize, from: usize): usize {
  let at = from
  forgetTaken(plan)
  while (true) {
    if (!isTextAt(plan + BEFORE, at)) return 0
    const name = at + load<u32>(plan, BEFORE + 4)
    const behind = runEnd(TABLE + load<u32>(plan, NAMES), name)
    if (behind == 0 || !isTextAt(plan + AFTER, behind)) return 0
    let first = behind + load<u32>(plan, AFTER + 4)
    let end: usize
    if (load<u8>(first) == QUOTE) {
      end = runEnd(TABLE + load<u32>(plan, VALUES), ++first)
      if (end == 0 || load<u8>(end) != QUOTE) return 0
      at = end + 1
    } else {
      end = bareEnd(plan, first)
      if (end == 0) return 0
      at = end
    }
    const wanted = wantedPair(plan, name, behind - name)
    if (wanted != 0) {
      const slot = load<u32>(wanted, 8)
      if (isCaptured(slot)) return 0
      capture(slot, first, end)
    }
    if (!isTextAt(plan + BETWEEN, at)) return at
    at += load<u32>(plan, BETWEEN + 4)
  }
}

export function takePairs(plan: usize): void {
  for (let index: u32 = 0; index < load<u32>(plan); index++) {
    const wanted = plan + HEAD + (<usize>index << 4)
    if (load<u32>(wanted, 12) != 0) takeCaptured(load<u32>(wanted, 8))
  }
}
