import { isLiteral } from './bytes'
import { capture, isCaptured, takeCaptured } from './captures'
import { nameEnd, quotedEnd, wordEnd } from './fields'
import { TABLE } from './memory'

// Pairs of a name and a value, in any order, behind what a line's template says.

/** Of the pairs that are asked for, the one of this name: its place in the plan; 0 where nobody asks for it. */
function wantedPair(plan: usize, from: usize, length: usize): usize {
  const count = load<u32>(plan)
  for (let index: u32 = 0; index < count; index++) {
    const wanted = plan + 8 + (<usize>index << 4)
    if (load<u32>(wanted, 4) == <u32>length && isLiteral(TABLE + load<u32>(wanted), length, from)) return wanted
  }
  return 0
}

/**
 * ` key=value key="va lue"`, up to the end of the line; 0 where something else stands among them, or one that is asked for comes twice.
 * A plan begins with how many are asked for and whether all have quotes; of each it says where its name is, how long, its slot, and
 * whether it is taken from here.
 */
export function pairsEnd(plan: usize, from: usize): usize {
  let at = from
  while (load<u8>(at) == 32) {
    const name = at + 1
    const equals = nameEnd(name)
    if (equals == name || load<u8>(equals) != 61) return 0
    let first = equals + 1
    if (load<u8>(first) == 34) {
      at = quotedEnd(++first)
      if (load<u8>(at) != 34) return 0
    } else if (load<u32>(plan, 4) != 0) return 0
    else at = wordEnd(first)
    const wanted = wantedPair(plan, name, equals - name)
    if (wanted != 0) {
      const slot = load<u32>(wanted, 8)
      if (isCaptured(slot)) return 0
      capture(slot, first, at)
    }
    if (load<u8>(at) == 34) at++
  }
  return at
}

export function takePairs(plan: usize): void {
  for (let index: u32 = 0; index < load<u32>(plan); index++) {
    const wanted = plan + 8 + (<usize>index << 4)
    if (load<u32>(wanted, 12) != 0) takeCaptured(load<u32>(wanted, 8))
  }
}
