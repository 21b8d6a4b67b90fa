let lastText = ''
let lastValue: number | undefined

/**
 * Dotted v4 → unsigned 32-bit number; undefined otherwise. `010.1.1.1` is refused: octal to some readers, decimal to others.
 * One address is asked about by many in a row: the last answer is kept.
 */
export const parseV4 = (text: string): number | undefined => {
  if (text !== lastText) {
    lastValue = readV4(text)
    lastText = text
  }
  return lastValue
}

const readV4 = (text: string): number | undefined => {
  const length = text.length
  if (length < 7 || length > 15) return undefined
  let value = 0
  let octet = 0
  let digits = 0
  let dots = 0
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 46) {
      if (digits === 0 || octet > 255) return undefined
      value = value * 256 + octet
      octet = 0
      digits = 0
      dots += 1
    } else {
      if (code < 48 || code > 57 || (digits > 0 && octet === 0)) return undefined
      octet = octet * 10 + code - 48
      digits += 1
    }
  }
  return dots === 3 && digits > 0 && octet <= 255 ? value * 256 + octet : undefined
}

/** The last part may be dotted v4: `::ffff:192.0.2.1`. */
const withoutDotted = (text: string): string | undefined => {
  const colon = text.lastIndexOf(':')
  const tail = text.slice(colon + 1)
  if (!tail.includes('.')) return text
  const v4 = parseV4(tail)
  return v4 === undefined ? undefined : `${text.slice(0, colon + 1)}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}`
}

const GROUP = /^[0-9a-f]{1,4}$/i
const groupsOf = (text: string): number[] | undefined => {
  if (text === '') return []
  const parts = text.split(':')
  return parts.every((part) => GROUP.test(part)) ? parts.map((part) => Number.parseInt(part, 16)) : undefined
}

/** v6 without zone id or brackets → its eight 16-bit groups; undefined otherwise. */
export const parseV6 = (text: string): readonly number[] | undefined => {
  if (text.length > 45 || !text.includes(':')) return undefined
  const halves = withoutDotted(text)?.split('::')
  if (halves === undefined || halves.length > 2) return undefined
  const head = groupsOf(halves[0] ?? '')
  const tail = groupsOf(halves[1] ?? '')
  if (head === undefined || tail === undefined) return undefined
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  return [...head, ...Array<number>(missing).fill(0), ...tail]
}

const V4_MAPPED = [0, 0, 0, 0, 0, 0xffff] as const

/** The v4 address inside `::ffff:0:0/96`, as an unsigned number. */
export const mappedV4 = (groups: readonly number[]): number | undefined =>
  V4_MAPPED.every((value, at) => groups[at] === value) ? (groups[6] ?? 0) * 65_536 + (groups[7] ?? 0) : undefined

/** Unsigned 32-bit number → dotted v4. */
export const dottedV4 = (value: number): string => `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`

/** First longest run of at least two zero groups: the one that `::` stands for (RFC 5952, 4.2). */
const zeroRun = (groups: readonly number[]): { readonly start: number; readonly length: number } => {
  let best = { start: -1, length: 1 }
  for (let start = 0; start < 8; start += 1) {
    let length = 0
    while (start + length < 8 && groups[start + length] === 0) length += 1
    if (length > best.length) best = { start, length }
  }
  return best
}

/** Eight groups → RFC 5952 text; v4-mapped addresses come out as dotted v4. */
export const formatV6 = (groups: readonly number[]): string => {
  const v4 = mappedV4(groups)
  if (v4 !== undefined) return dottedV4(v4)
  const hex = groups.map((group) => group.toString(16))
  const { start, length } = zeroRun(groups)
  return start < 0 ? hex.join(':') : `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}
