import type { Positions } from './framing.ts'

export type Utf16 = 'utf-16le' | 'utf-16be'

/** UTF-16 by its byte order mark, or undefined. */
export const utf16Of = (head: Buffer): Utf16 | undefined => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

const BOM_BYTES = 2

/** Framers see UTF-8; their offsets are brought back to raw UTF-16 bytes. */
export interface Transcoder {
  readonly push: (raw: Buffer) => Buffer
  readonly finish: () => Buffer
  readonly positions: Positions
}

/**
 * Streaming UTF-16 to UTF-8. Positions must be asked in ascending order; `forget` lets go of bytes before an offset.
 * Lone surrogates become U+FFFD, which is one code unit as well, so that the offsets stay exact.
 */
export const createTranscoder = (encoding: Utf16): Transcoder => {
  const decoder = new TextDecoder(encoding)
  const pending: Buffer[] = []
  let rawTotal = 0
  let utf8At = 0
  let rawAt = BOM_BYTES

  const keep = (text: string): Buffer => {
    const bytes = Buffer.from(text, 'utf8')
    if (bytes.length > 0) pending.push(bytes)
    return bytes
  }
  const pass = (bytes: Buffer): void => {
    utf8At += bytes.length
    rawAt += bytes.toString('utf8').length * 2
  }
  const raw = (offset: number): number => {
    for (;;) {
      const first = pending[0]
      const wanted = offset - utf8At
      if (first === undefined || wanted <= 0) break
      pass(first.subarray(0, wanted))
      if (wanted >= first.length) pending.shift()
      else pending[0] = first.subarray(wanted)
    }
    // An odd last byte is half a code unit.
    return Math.min(rawAt, Math.max(rawTotal, BOM_BYTES))
  }
  return {
    push: (bytes) => {
      rawTotal += bytes.length
      return keep(decoder.decode(bytes, { stream: true }))
    },
    finish: () => keep(decoder.decode()),
    positions: {
      raw,
      forget: (offset) => {
        raw(offset)
      },
    },
  }
}
