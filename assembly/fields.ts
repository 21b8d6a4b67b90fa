import { isDigit, isLetter } from './bytes'
import { NO_TIME, isDayOfYear, readTime } from './time'

// Where what a line's template has in braces ends; where it began if it is not there.

/** What a field that is no run may hold. */
const HOST: u32 = 0
const REST: u32 = 1
const COUNT: u32 = 2
const VISITOR: u32 = 3
const ISO_TIME: u32 = 4
const BSD_TIME: u32 = 5
const CLF_TIME: u32 = 6
const CTIME: u32 = 7
const STAMP: u32 = 8
const COMMA_STAMP: u32 = 9
const SLASHED: u32 = 10
const MINUTE: u32 = 11
const CLOCK: u32 = 12
const SYSLOG_TIME: u32 = 13
const CEF_VALUE: u32 = 14

/** Past digits, at most so many; `at` where there are none. */
function digitsEnd(at: usize, most: usize): usize {
  const last = at + most
  while (at < last && isDigit(load<u8>(at))) at++
  return at
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
  const offset = offsetEnd(end)
  return offset == end ? at : offset
}

function bsdEnd(at: usize): usize {
  const isMonth = <u32>load<u8>(at) - 65 < 26 && <u32>load<u8>(at + 1) - 97 < 26 && <u32>load<u8>(at + 2) - 97 < 26
  if (!isMonth || load<u8>(at + 3) != 32 || (load<u8>(at + 4) != 32 && !isDigit(load<u8>(at + 4))) || !isDigit(load<u8>(at + 5))) return at
  return load<u8>(at + 6) == 32 && isClock(at + 7) ? at + 15 : at
}

/** To the end of the line: printable ASCII, no second ` from `, and nothing that may be a record inside the line. */
function restEnd(from: usize): usize {
  let at = from
  // What the patterns look for behind a blank is never a blank.
  if (load<u8>(at) == 32) return from
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

/** `ADDRESS - USER`, as web servers begin their lines. */
function visitorEnd(from: usize): usize {
  const at = addressEnd(from)
  if (at == from || load<u8>(at) != 32 || load<u8>(at + 1) != 45 || load<u8>(at + 2) != 32) return from
  const end = nameEnd(at + 3)
  return end == at + 3 ? from : end
}

/** `2026-11-21 02:14:05`; `at` where it is none. */
function dateTimeEnd(at: usize, between: u32): usize {
  if (!areDigits(at, 4) || load<u8>(at + 4) != 45 || !areDigits(at + 5, 2) || load<u8>(at + 7) != 45 || !areDigits(at + 8, 2)) return at
  return load<u8>(at + 10) == between && isClock(at + 11) ? at + 19 : at
}

/** Past `+0900` or `+09:00`, if it is there. */
function offsetEnd(at: usize): usize {
  const sign = <u32>load<u8>(at)
  if ((sign != 43 && sign != 45) || !areDigits(at + 1, 2)) return at
  const minutes = load<u8>(at + 3) == 58 ? at + 4 : at + 3
  return areDigits(minutes, 2) ? minutes + 2 : at
}

/** `2026-11-21 02:14:05.123+0900`, with or without fraction and offset. */
function stampEnd(from: usize): usize {
  const at = dateTimeEnd(from, 32)
  if (at == from || load<u8>(at) != 46) return at == from ? from : offsetEnd(at)
  const fraction = digitsEnd(at + 1, 9)
  return fraction == at + 1 ? from : offsetEnd(fraction)
}

/** `2026-11-21 02:14:05,123`, as Java's loggers write it. */
function commaStampEnd(from: usize): usize {
  const at = dateTimeEnd(from, 32)
  return at != from && load<u8>(at) == 44 && areDigits(at + 1, 3) ? at + 4 : from
}

/** A time that the scanner reads as it is, up to this byte. */
function timeEnd(at: usize, length: usize): usize {
  return readTime(at, at + length) == NO_TIME ? at : at + length
}

/** `Sat Nov 21 02:11:02 2026`, or with a fraction. */
function ctimeEnd(at: usize): usize {
  return timeEnd(at, load<u8>(at + 19) == 46 ? digitsEnd(at + 20, 9) + 5 - at : 24)
}

/** `02:11`, without a second. */
function clockEnd(at: usize): usize {
  return areDigits(at, 2) && load<u8>(at + 2) == 58 && areDigits(at + 3, 2) && load<u8>(at + 5) != 58 ? at + 5 : at
}

/** `Sat Nov 21 02:11` */
function minuteEnd(at: usize): usize {
  return clockEnd(at + 11) != at + 11 && isDayOfYear(at) ? at + 16 : at
}

/** Does a name with its sign of equality stand here, as before each value of ArcSight's Common Event Format? */
function isCefName(from: usize): bool {
  if (!isLetter(load<u8>(from))) return false
  let at = from + 1
  while (isLetter(load<u8>(at)) || isDigit(load<u8>(at)) || load<u8>(at) == 95 || load<u8>(at) == 46) at++
  return load<u8>(at) == 61
}

/** Printable ASCII up to the blank before the next name, or to the end of the line. */
function cefValueEnd(from: usize): usize {
  let at = from
  while (<u32>load<u8>(at) - 32 < 95 && (load<u8>(at) != 32 || !isCefName(at + 1))) at++
  return at
}

export function fieldEnd(kind: u32, at: usize): usize {
  if (kind == HOST) return hostEnd(at)
  if (kind == ISO_TIME) return isoEnd(at)
  if (kind == BSD_TIME) return bsdEnd(at)
  if (kind == COUNT) return load<u8>(at) == 45 ? at + 1 : digitsEnd(at, 20)
  if (kind == CLF_TIME) return clfEnd(at)
  if (kind == VISITOR) return visitorEnd(at)
  if (kind == CTIME) return ctimeEnd(at)
  if (kind == STAMP) return stampEnd(at)
  if (kind == COMMA_STAMP) return commaStampEnd(at)
  if (kind == SLASHED) return timeEnd(at, 19)
  if (kind == MINUTE) return minuteEnd(at)
  if (kind == CLOCK) return clockEnd(at)
  if (kind == CEF_VALUE) return cefValueEnd(at)
  if (kind == SYSLOG_TIME) return isDigit(load<u8>(at)) ? isoEnd(at) : bsdEnd(at)
  return restEnd(at)
}

/** Past the bytes of a run: at least and at most so many, of those that its table marks. 0 where there are too few. */
export function runEnd(run: usize, at: usize): usize {
  const last = at + <usize>load<u32>(run, 4)
  let end = at
  while (end < last) {
    const byte = <usize>load<u8>(end)
    if (byte > 127 || load<u8>(run + 8 + byte) == 0) break
    end++
  }
  return end - at < <usize>load<u32>(run) ? 0 : end
}
