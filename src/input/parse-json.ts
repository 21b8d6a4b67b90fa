const DIGIT_0 = 48
const DIGIT_9 = 57
/** 2^53 has 16 digits: anything shorter is exact as a number. */
const LONG = 16

/** What stands before a number: a colon, comma, bracket, sign or blank; nothing else does. */
const mayBeforeNumber = (byte: number | undefined): boolean =>
  byte === undefined || byte === 58 || byte === 44 || byte === 91 || byte === 45 || byte === 32 || byte === 9 || byte === 10 || byte === 13

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= DIGIT_0 && byte <= DIGIT_9

/**
 * Does a number of 16 digits or more stand in bytes from..to outside of strings? May say yes too often, never no
 * wrongly. Looks at every 16th byte only: such a run cannot hide between two of them.
 */
export const hasLongNumber = (bytes: Buffer, from: number, to: number): boolean => {
  for (let at = from + LONG - 1; at < to; at += LONG) {
    if (!isDigit(bytes[at])) continue
    let first = at
    let last = at
    while (first > from && isDigit(bytes[first - 1])) first--
    while (last + 1 < to && isDigit(bytes[last + 1])) last++
    if (last - first + 1 >= LONG && mayBeforeNumber(first > from ? bytes[first - 1] : undefined)) return true
    at += Math.floor((last - at) / LONG) * LONG
  }
  return false
}

interface ReviverContext {
  readonly source?: string
}

/** Integers that a double cannot hold stay as they are written. */
const keepLongIntegers = (_key: string, value: unknown, context?: ReviverContext): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && context?.source !== undefined && /^-?\d+$/.test(context.source)
    ? context.source
    : value

/** The value of a JSON text, or undefined when it is none. `__proto__` becomes an own property, as JSON.parse does it. */
export const parseJsonRecord = (text: string, longNumbers: boolean): unknown => {
  try {
    return longNumbers ? JSON.parse(text, keepLongIntegers) : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The same of a text that lay in another record: long digits anywhere make it careful. */
export const parseJsonText = (text: string): unknown => parseJsonRecord(text, /\d{16}/.test(text))
