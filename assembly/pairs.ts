import { QUOTE, isLetter, isLiteral } from './bytes'
import { capture, isCaptured, takeCaptured } from './captures'
import { runEnd } from './fields'
import { TABLE } from './memory'

// Pairs of a name and a value, in any order.

/**
 * A plan of pairs begins with how many are asked for, the runs of names, of values in quotes and of values without (0: none is written so),
 * what stands before a name, behind it, and between two pairs, and for no value (where the text is, and how long). Of each that is asked
 * for follows where its name is, how long, its slot, and whether it is taken from here.
 */
const NAMES: usize = 4
const QUOTED: usize = 8
const BARE: usize = 12
const BEFORE: usize = 16
const AFTER: usize = 24
const BETWEEN: usize = 32
const NOTHING: usize = 40
const HEAD: usize = 48

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

/** Is it what is written where there is no value? */
function isNothing(plan: usize, from: usize, to: usize): bool {
  return to - from == <usize>load<u32>(plan, NOTHING + 4) && isTextAt(plan + NOTHING, from)
}

/** Past the value at `from`, which is noted as that of `wanted`; 0 where it is not written so. */
function valueEnd(plan: usize, from: usize, wanted: usize): usize {
  const isQuoted = load<u32>(plan, QUOTED) != 0 && load<u8>(from) == QUOTE
  const run: usize = isQuoted ? load<u32>(plan, QUOTED) : load<u32>(plan, BARE)
  if (run == 0) return 0
  const quote: usize = isQuoted ? 1 : 0
  const end = runEnd(TABLE + run, from + quote)
  if (end == 0 || (isQuoted && load<u8>(end) != QUOTE)) return 0
  const first = from + quote
  if (wanted != 0) capture(load<u32>(wanted, 8), first, isNothing(plan, first, end) ? first : end)
  return end + quote
}

/** What a body that did not fit has found. */
function forgetTaken(plan: usize): void {
  for (let index: u32 = 0; index < load<u32>(plan); index++) {
    const wanted = plan + HEAD + (<usize>index << 4)
    if (load<u32>(wanted, 12) != 0) capture(load<u32>(wanted, 8), 0, 0)
  }
}

/** Past the pairs at `from`; 0 where something else stands among them, or one that is asked for comes twice, or where it is not taken. */
export function pairsEnd(plan: usize, from: usize): usize {
  let at = from
  forgetTaken(plan)
  while (true) {
    if (!isTextAt(plan + BEFORE, at)) return 0
    const name = at + load<u32>(plan, BEFORE + 4)
    const behind = isLetter(load<u8>(name)) ? runEnd(TABLE + load<u32>(plan, NAMES), name) : 0
    if (behind == 0 || !isTextAt(plan + AFTER, behind)) return 0
    const wanted = wantedPair(plan, name, behind - name)
    if (wanted != 0 && (load<u32>(wanted, 12) == 0 || isCaptured(load<u32>(wanted, 8)))) return 0
    at = valueEnd(plan, behind + load<u32>(plan, AFTER + 4), wanted)
    if (at == 0) return 0
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
