/** Nesting beyond this is an attack, not a log; it also keeps everything that walks a value off the end of its stack. */
const MAX_JSON_DEPTH = 1000

export const SCAN_MORE = -1
export const SCAN_BROKEN = -2

/**
 * Finds the end of one JSON value and notices where the grammar breaks; the inside of numbers, words and escapes is
 * left to JSON.parse. Goes on where it stopped when more bytes come.
 */
export interface JsonScan {
  /** Index behind the value, SCAN_MORE at the end of the bytes, or SCAN_BROKEN. */
  readonly scan: (bytes: Buffer, from: number) => number
  /** Index where the last scan stopped. */
  readonly stoppedAt: () => number
  readonly restart: () => void
  /** As if `depth` objects were open, the innermost just behind a value. */
  readonly restartInside: (depth: number) => void
  readonly isTooDeep: () => boolean
}

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const COLON = 58
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
const OPEN_ARRAY = 91
const CLOSE_ARRAY = 93
const SPACE = 32

type Phase = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'after' | 'string' | 'escape' | 'scalar'

const OBJECT = 1
const ARRAY = 2

const isSpace = (byte: number): boolean => byte === SPACE || byte === 10 || byte === 13 || byte === 9

/** 1: ends a scalar; 2: cannot stand in one. */
const SCALAR_END = new Uint8Array(256)
for (const byte of [COMMA, CLOSE_OBJECT, CLOSE_ARRAY, SPACE, 9, 10, 13]) SCALAR_END[byte] = 1
for (const byte of [QUOTE, COLON, OPEN_OBJECT, OPEN_ARRAY, BACKSLASH]) SCALAR_END[byte] = 2

/** 1: plain inside a string. */
const PLAIN = new Uint8Array(256).fill(1, SPACE)
PLAIN[QUOTE] = 0
PLAIN[BACKSLASH] = 0

export const createJsonScan = (): JsonScan => {
  const stack = new Uint8Array(MAX_JSON_DEPTH + 1)
  let depth = 0
  let phase: Phase = 'value'
  let isKey = false
  let stopped = 0
  let tooDeep = false

  const restart = (): void => {
    depth = 0
    phase = 'value'
    isKey = false
    tooDeep = false
  }
  const open = (kind: number): boolean => {
    tooDeep = depth >= MAX_JSON_DEPTH
    if (tooDeep) return false
    stack[depth++] = kind
    phase = kind === OBJECT ? 'key-or-end' : 'value-or-end'
    return true
  }
  const close = (kind: number): boolean => {
    if (stack[depth - 1] !== kind) return false
    depth--
    phase = 'after'
    return true
  }
  const openString = (asKey: boolean): boolean => {
    isKey = asKey
    phase = 'string'
    return true
  }
  const startValue = (byte: number): boolean => {
    if (byte === QUOTE) return openString(false)
    if (byte === OPEN_OBJECT) return open(OBJECT)
    if (byte === OPEN_ARRAY) return open(ARRAY)
    if (byte < SPACE || SCALAR_END[byte] !== 0) return false
    phase = 'scalar'
    return true
  }
  const expectComma = (byte: number): boolean => {
    if (byte === COMMA) phase = stack[depth - 1] === OBJECT ? 'key' : 'value'
    return byte === COMMA
  }
  const expectColon = (byte: number): boolean => {
    phase = 'value'
    return byte === COLON
  }
  /** Takes one byte that is no space; false when it cannot stand here. */
  const STEP: Readonly<Record<Exclude<Phase, 'string' | 'escape' | 'scalar'>, (byte: number) => boolean>> = {
    value: startValue,
    'value-or-end': (byte) => (byte === CLOSE_ARRAY ? close(ARRAY) : startValue(byte)),
    key: (byte) => byte === QUOTE && openString(true),
    'key-or-end': (byte) => (byte === CLOSE_OBJECT ? close(OBJECT) : byte === QUOTE && openString(true)),
    colon: expectColon,
    after: (byte) => (byte === CLOSE_OBJECT ? close(OBJECT) : byte === CLOSE_ARRAY ? close(ARRAY) : expectComma(byte)),
  }
  const stop = (at: number, result: number): number => {
    stopped = at
    return result
  }
  /** Through a string: index behind its end, or of the byte that breaks it, or the end of the bytes. */
  const passString = (bytes: Buffer, from: number): number => {
    let at = from
    while (at < bytes.length) {
      const byte = bytes[at] as number
      if (PLAIN[byte] === 1) at++
      else if (byte === BACKSLASH && at + 1 < bytes.length && (bytes[at + 1] as number) >= SPACE) at += 2
      else break
    }
    if (at >= bytes.length) return at
    if (bytes[at] === QUOTE) {
      phase = isKey ? 'colon' : 'after'
      return at + 1
    }
    if (bytes[at] === BACKSLASH && at + 1 === bytes.length) {
      phase = 'escape'
      return at + 1
    }
    return at
  }
  /** Through a number or a word: index of what ends it, or of what cannot stand in it, or the end of the bytes. */
  const passScalar = (bytes: Buffer, from: number): number => {
    let at = from
    while (at < bytes.length && SCALAR_END[bytes[at] as number] === 0 && (bytes[at] as number) >= SPACE) at++
    if (at < bytes.length && SCALAR_END[bytes[at] as number] === 1) phase = 'after'
    return at
  }
  const passEscaped = (bytes: Buffer, at: number): number => {
    if ((bytes[at] as number) < SPACE) return at
    phase = 'string'
    return at + 1
  }
  const PASS: Readonly<Record<'string' | 'scalar' | 'escape', (bytes: Buffer, from: number) => number>> = {
    string: passString,
    scalar: passScalar,
    escape: passEscaped,
  }
  const scan = (bytes: Buffer, from: number): number => {
    let at = from
    while (at < bytes.length) {
      const now = phase
      if (now === 'string' || now === 'scalar' || now === 'escape') {
        at = PASS[now](bytes, at)
        if (phase === now) return stop(at, at < bytes.length ? SCAN_BROKEN : SCAN_MORE)
      } else {
        const byte = bytes[at] as number
        if (!isSpace(byte) && !STEP[now](byte)) return stop(at, SCAN_BROKEN)
        at++
      }
      if (depth === 0 && phase === 'after') return stop(at, at)
    }
    return stop(at, SCAN_MORE)
  }
  return {
    scan,
    restart,
    stoppedAt: () => stopped,
    isTooDeep: () => tooDeep,
    restartInside: (count) => {
      restart()
      depth = count
      stack.fill(OBJECT, 0, count)
      phase = 'after'
    },
  }
}

/** Is anything in bytes from..to nested deeper than MAX_JSON_DEPTH? Only long records can be: two bytes per level. */
export const isNestedTooDeep = (bytes: Buffer, from: number, to: number): boolean => {
  if (to - from <= 2 * MAX_JSON_DEPTH) return false
  const check = createJsonScan()
  return check.scan(bytes.subarray(from, to), 0) === SCAN_BROKEN && check.isTooDeep()
}
