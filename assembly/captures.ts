import { CAPTURES } from './memory'
import { takeText } from './record'

// Stretches of the line at hand, by slot, until it is known whether the line fits.

// @ts-ignore: decorator
@inline
export function capture(slot: u32, from: usize, to: usize): void {
  const at = CAPTURES + (<usize>slot << 3)
  store<u32>(at, <u32>from)
  store<u32>(at, <u32>to, 4)
}

// @ts-ignore: decorator
@inline
export function isCaptured(slot: u32): bool {
  return load<u32>(CAPTURES + (<usize>slot << 3)) != 0
}

export function takeCaptured(slot: u32): void {
  const at = CAPTURES + (<usize>slot << 3)
  const from = load<u32>(at)
  const to = load<u32>(at, 4)
  if (to > from) takeText(slot, from, to)
}

/** What an earlier line named is not named by the next one. */
export function forgetCaptures(slots: usize): void {
  memory.fill(CAPTURES, 0, slots << 3)
}
