import { isDigit } from './bytes'

/** Not a time of the plain shape: left to the full reader. */
export const NO_TIME: f64 = -1

// @ts-ignore: decorator
@inline
function two(at: usize): u32 {
  const tens = <u32>load<u8>(at) - 48
  const ones = <u32>load<u8>(at + 1) - 48
  return tens < 10 && ones < 10 ? tens * 10 + ones : 1000
}

const DAYS = memory.data<u8>([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])

/** Days since 1970 of a date that exists; by the civil calendar's 400-year cycle. */
function dayOf(year: u32, month: u32, day: u32): i32 {
  if (year < 1971 || year > 2200 || month < 1 || month > 12 || day < 1) return -1
  const isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  if (day > <u32>load<u8>(DAYS + month - 1) + (month == 2 && isLeap ? 1 : 0)) return -1
  const shifted = month > 2 ? year : year - 1
  const inCycle = shifted % 400
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  return <i32>((shifted / 400) * 146097 + inCycle * 365 + inCycle / 4 - inCycle / 100 + dayOfYear) - 719468
}

/** Where the zone of a time in UTC begins: `Z`, or `+00:00`. */
function zoneAt(from: usize, end: usize): usize {
  if (end - from < 20) return 0
  if (load<u8>(end - 1) == 90) return end - 1
  const isUtc = end - from >= 25 && load<u32>(end - 6) == 0x3a30302b && load<u16>(end - 2) == 0x3030
  return isUtc ? end - 6 : 0
}

/** `2026-11-21T02:14:05[.123456789]Z`, or with `+00:00` → epoch µs (digits past the sixth are cut); `NO_TIME` for anything else. */
export function isoMicros(from: usize, end: usize): f64 {
  const zone = zoneAt(from, end)
  if (zone == 0) return NO_TIME
  if (load<u8>(from + 4) != 45 || load<u8>(from + 7) != 45 || load<u8>(from + 10) != 84 || load<u8>(from + 13) != 58 || load<u8>(from + 16) != 58)
    return NO_TIME
  const day = dayOf(two(from) * 100 + two(from + 2), two(from + 5), two(from + 8))
  const hour = two(from + 11)
  const minute = two(from + 14)
  const second = two(from + 17)
  if (day < 0 || hour > 23 || minute > 59 || second > 59) return NO_TIME
  let micros: u32 = 0
  if (zone - from > 19) {
    if (load<u8>(from + 19) != 46 || zone - from < 21 || zone - from > 29) return NO_TIME
    let scale: u32 = 100000
    for (let at = from + 20; at < zone; at++) {
      const digit = <u32>load<u8>(at)
      if (!isDigit(digit)) return NO_TIME
      micros += (digit - 48) * scale
      scale /= 10
    }
  }
  return <f64>(<i64>day * 86400 + <i64>(hour * 3600 + minute * 60 + second)) * 1000000 + <f64>micros
}
