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

/** Minutes ahead of UTC that the time read last says. */
export let offsetRead: i32 = 0

/** Reads `+09` with the minutes at `minutesAt`; false for anything else, and for what no zone has. */
function readOffset(at: usize, minutesAt: usize): bool {
  const sign = <u32>load<u8>(at)
  const hours = two(at + 1)
  const minutes = two(minutesAt)
  if ((sign != 43 && sign != 45) || hours > 17 || minutes > 59) return false
  offsetRead = <i32>(hours * 60 + minutes)
  if (sign == 45) offsetRead = 0 - offsetRead
  return true
}

/** Where the zone of a time begins: `Z`, `+09:00`, `+0900`; 0 where it is none of these. */
function zoneAt(from: usize, end: usize): usize {
  if (end - from < 20) return 0
  if (load<u8>(end - 1) == 90) {
    offsetRead = 0
    return end - 1
  }
  const at = load<u8>(end - 3) == 58 ? end - 6 : end - 5
  return at >= from + 19 && readOffset(at, end - 2) ? at : 0
}

/** Of a clock `02:14:05`; beyond a day for anything else. */
function secondOfDay(at: usize): u32 {
  const hour = two(at)
  const minute = two(at + 3)
  const second = two(at + 6)
  if (hour > 23 || minute > 59 || second > 59 || load<u8>(at + 2) != 58 || load<u8>(at + 5) != 58) return 86400
  return hour * 3600 + minute * 60 + second
}

function instant(day: i32, second: u32, micros: u32): f64 {
  return <f64>(<i64>day * 86400 + <i64>second - <i64>offsetRead * 60) * 1000000 + <f64>micros
}

/** `2026-11-21T02:14:05[.123456789]Z`, or with `+09:00` → epoch µs (digits past the sixth are cut); `NO_TIME` for anything else. */
export function isoMicros(from: usize, end: usize): f64 {
  const zone = zoneAt(from, end)
  if (zone == 0) return NO_TIME
  const between = <u32>load<u8>(from + 10)
  if (load<u8>(from + 4) != 45 || load<u8>(from + 7) != 45 || (between != 84 && between != 32)) return NO_TIME
  const day = dayOf(two(from) * 100 + two(from + 2), two(from + 5), two(from + 8))
  const second = secondOfDay(from + 11)
  if (day < 0 || second == 86400) return NO_TIME
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
  return instant(day, second, micros)
}

/** `JanFeb…`: three letters each. */
const MONTHS = memory.data<u8>([
  74, 97, 110, 70, 101, 98, 77, 97, 114, 65, 112, 114, 77, 97, 121, 74, 117, 110, 74, 117, 108, 65, 117, 103, 83, 101, 112, 79, 99, 116, 78, 111,
  118, 68, 101, 99,
])

function monthAt(at: usize): u32 {
  for (let month: u32 = 0; month < 12; month++) {
    const name = MONTHS + 3 * month
    if (load<u16>(name) == load<u16>(at) && load<u8>(name + 2) == load<u8>(at + 2)) return month + 1
  }
  return 0
}

/** `21/Nov/2026:02:14:05 +0900`, as web servers write it. */
export function clfMicros(from: usize, end: usize): f64 {
  if (end - from != 26 || load<u8>(from + 2) != 47 || load<u8>(from + 6) != 47 || load<u8>(from + 11) != 58) return NO_TIME
  if (load<u8>(from + 20) != 32 || !readOffset(from + 21, from + 24)) return NO_TIME
  const day = dayOf(two(from + 7) * 100 + two(from + 9), monthAt(from + 3), two(from))
  const second = secondOfDay(from + 12)
  return day < 0 || second == 86400 ? NO_TIME : instant(day, second, 0)
}
