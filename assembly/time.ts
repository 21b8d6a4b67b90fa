import { isDigit } from './bytes'

/**
 * How a time is written: ISO with its offset · as web servers do · ISO without an offset · without a year · as C does ·
 * as digits · with strokes · as C's, the year before the clock.
 * The same numbers as of spans (src/input/scan-memory.ts).
 */
export const NO_TIME: u32 = 0
const ISO_TIME: u32 = 2
const CLF_TIME: u32 = 5
const LOCAL_TIME: u32 = 6
const YEARLESS_TIME: u32 = 7
const CTIME: u32 = 8
const EPOCH: u32 = 9
const SLASH_TIME: u32 = 10
const DATED_TIME: u32 = 11

/** The time read last, in µs: since 1970, or of the wall clock as if it were UTC's. */
export let microsRead: f64 = 0

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

/** Where the zone of a time begins: `Z`, `+09:00`, `+0900`; its end where it says none. */
function zoneAt(from: usize, end: usize): usize {
  offsetRead = 0
  if (end - from < 20) return end
  if (load<u8>(end - 1) == 90) return end - 1
  const at = load<u8>(end - 3) == 58 ? end - 6 : end - 5
  return at >= from + 19 && readOffset(at, end - 2) ? at : end
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

/** Of the digits of a fraction of a second, those past the sixth are cut; −1 for anything else. */
function microsOf(from: usize, end: usize): i32 {
  if (end - from < 1 || end - from > 9) return -1
  let micros: u32 = 0
  let scale: u32 = 100000
  for (let at = from; at < end; at++) {
    const digit = <u32>load<u8>(at)
    if (!isDigit(digit)) return -1
    micros += (digit - 48) * scale
    scale /= 10
  }
  return micros
}

/** `2026-11-21T02:14:05[.123456789]Z`, with `+09:00`, or the wall clock of a zone that is not said. */
function readIso(from: usize, end: usize): u32 {
  const between = <u32>load<u8>(from + 10)
  if (end - from < 19 || load<u8>(from + 7) != 45 || (between != 84 && between != 32)) return NO_TIME
  const zone = zoneAt(from, end)
  const day = dayOf(two(from) * 100 + two(from + 2), two(from + 5), two(from + 8))
  const second = secondOfDay(from + 11)
  if (day < 0 || second == 86400) return NO_TIME
  let micros = 0
  if (zone - from > 19) {
    const sign = <u32>load<u8>(from + 19)
    if (sign != 46 && sign != 44) return NO_TIME
    micros = microsOf(from + 20, zone)
    if (micros < 0) return NO_TIME
  }
  microsRead = instant(day, second, micros)
  return zone == end ? LOCAL_TIME : ISO_TIME
}

/** `JanFeb…`: three letters each. */
const MONTHS = memory.data<u8>([
  74, 97, 110, 70, 101, 98, 77, 97, 114, 65, 112, 114, 77, 97, 121, 74, 117, 110, 74, 117, 108, 65, 117, 103, 83, 101, 112, 79, 99, 116, 78, 111,
  118, 68, 101, 99,
])

/** `MonTue…` */
const WEEKDAYS = memory.data<u8>([77, 111, 110, 84, 117, 101, 87, 101, 100, 84, 104, 117, 70, 114, 105, 83, 97, 116, 83, 117, 110])

/** Which of so many names of three letters it is, from one on; 0 for anything else. */
function nameAt(at: usize, names: usize, count: u32): u32 {
  for (let index: u32 = 0; index < count; index++) {
    const name = names + 3 * index
    if (load<u16>(name) == load<u16>(at) && load<u8>(name + 2) == load<u8>(at + 2)) return index + 1
  }
  return 0
}

/** `21/Nov/2026:02:14:05 +0900`, as web servers write it. */
function readClf(from: usize): u32 {
  if (load<u8>(from + 6) != 47 || load<u8>(from + 11) != 58 || load<u8>(from + 20) != 32 || !readOffset(from + 21, from + 24)) return NO_TIME
  const day = dayOf(two(from + 7) * 100 + two(from + 9), nameAt(from + 3, MONTHS, 12), two(from))
  const second = secondOfDay(from + 12)
  if (day < 0 || second == 86400) return NO_TIME
  microsRead = instant(day, second, 0)
  return CLF_TIME
}

/** `10`, or ` 1`. */
function paddedDay(at: usize): u32 {
  return load<u8>(at) == 32 && isDigit(load<u8>(at + 1)) ? <u32>load<u8>(at + 1) - 48 : two(at)
}

/** `Dec  1 06:55:46`: which year it was is not known here, so what is read is month and day (32 to a month) and the second. */
function readYearless(from: usize): u32 {
  const month = nameAt(from, MONTHS, 12)
  const day = paddedDay(from + 4)
  const second = secondOfDay(from + 7)
  if (load<u8>(from + 3) != 32 || load<u8>(from + 6) != 32 || month == 0 || day == 0 || day > 31 || second == 86400) return NO_TIME
  microsRead = <f64>((month * 32 + day) * 86400 + second) * 1000000
  return YEARLESS_TIME
}

/** `Sun Dec 10 06:55:46 2023`, or with a fraction behind the second, by the wall clock of a zone that is not said. */
function readCtime(from: usize, end: usize): u32 {
  const year = end - 4
  if (load<u8>(from + 3) != 32 || load<u8>(from + 7) != 32 || load<u8>(from + 10) != 32 || load<u8>(year - 1) != 32) return NO_TIME
  const day = dayOf(two(year) * 100 + two(year + 2), nameAt(from + 4, MONTHS, 12), paddedDay(from + 8))
  const second = secondOfDay(from + 11)
  const micros = end - from == 24 ? 0 : load<u8>(from + 19) == 46 ? microsOf(from + 20, year - 1) : -1
  if (day < 0 || second == 86400 || micros < 0 || nameAt(from, WEEKDAYS, 7) == 0) return NO_TIME
  offsetRead = 0
  microsRead = instant(day, second, micros)
  return CTIME
}

/** `2026/11/21 02:14:05`, by the wall clock of a zone that is not said. */
function readSlashed(from: usize): u32 {
  if (load<u8>(from + 7) != 47 || load<u8>(from + 10) != 32) return NO_TIME
  const day = dayOf(two(from) * 100 + two(from + 2), two(from + 5), two(from + 8))
  const second = secondOfDay(from + 11)
  if (day < 0 || second == 86400) return NO_TIME
  offsetRead = 0
  microsRead = instant(day, second, 0)
  return SLASH_TIME
}

/** `Dec 10 2023 06:55:46`, or with a fraction, as Cisco and ArcSight write it, by the wall clock of a zone that is not said. */
function readDated(from: usize, end: usize): u32 {
  if (load<u8>(from + 3) != 32 || load<u8>(from + 11) != 32) return NO_TIME
  const day = dayOf(two(from + 7) * 100 + two(from + 9), nameAt(from, MONTHS, 12), paddedDay(from + 4))
  const second = secondOfDay(from + 12)
  const sign = <u32>load<u8>(from + 20)
  const micros = end - from == 20 ? 0 : sign == 46 || sign == 44 ? microsOf(from + 21, end) : -1
  if (day < 0 || second == 86400 || micros < 0) return NO_TIME
  offsetRead = 0
  microsRead = instant(day, second, micros)
  return DATED_TIME
}

/** Seconds, milliseconds or microseconds since 1970, told apart by their digits. */
function readEpoch(from: usize, end: usize): u32 {
  const length = end - from
  if ((length != 10 && length != 13 && length != 16) || load<u8>(from) == 48) return NO_TIME
  let count: u64 = 0
  for (let at = from; at < end; at++) {
    const digit = <u32>load<u8>(at)
    if (!isDigit(digit)) return NO_TIME
    count = count * 10 + (digit - 48)
  }
  microsRead = <f64>count * (length == 10 ? 1000000 : length == 13 ? 1000 : 1)
  return EPOCH
}

/** How these bytes are written as a time, which is then in `microsRead`; `NO_TIME` for what is left to the full reader. */
export function readTime(from: usize, end: usize): u32 {
  const length = end - from
  if (length < 10) return NO_TIME
  if (load<u8>(from + 4) == 45) return readIso(from, end)
  if (load<u8>(from + 4) == 47) return length == 19 ? readSlashed(from) : NO_TIME
  if (isDigit(load<u8>(from))) return length == 26 && load<u8>(from + 2) == 47 ? readClf(from) : readEpoch(from, end)
  if (length == 15) return readYearless(from)
  if (length >= 20 && length <= 30 && load<u8>(from + 6) == 32) return readDated(from, end)
  return length >= 24 && length <= 34 ? readCtime(from, end) : NO_TIME
}

/** Of a column that nobody announced, digits may be anything. */
export function isIsoForm(form: u32): bool {
  return form == ISO_TIME || form == LOCAL_TIME
}

/** `Sat Nov 21 ` */
export function isDayOfYear(at: usize): bool {
  if (nameAt(at, WEEKDAYS, 7) == 0 || nameAt(at + 4, MONTHS, 12) == 0 || paddedDay(at + 8) > 31) return false
  return load<u8>(at + 3) == 32 && load<u8>(at + 7) == 32 && load<u8>(at + 10) == 32
}
