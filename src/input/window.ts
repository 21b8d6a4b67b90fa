/** Bytes that arrived and are not done with yet, in one piece. */
export interface ByteWindow {
  /** Content offset of the first byte held. */
  readonly base: () => number
  readonly append: (chunk: Buffer) => void
  /** A view of what is held; valid until the next append. */
  readonly bytes: () => Buffer
  readonly drop: (count: number) => void
}

export const createWindow = (base = 0): ByteWindow => {
  let buffer = Buffer.allocUnsafe(0)
  let from = 0
  let to = 0
  let offset = base

  const makeRoom = (count: number): void => {
    const held = to - from
    const target = held + count > buffer.length ? Buffer.allocUnsafe(Math.max(2 * (held + count), 1 << 16)) : buffer
    buffer.copy(target, 0, from, to)
    buffer = target
    from = 0
    to = held
  }
  return {
    base: () => offset,
    append: (chunk) => {
      if (to + chunk.length > buffer.length) makeRoom(chunk.length)
      chunk.copy(buffer, to)
      to += chunk.length
    },
    bytes: () => buffer.subarray(from, to),
    drop: (count) => {
      from += count
      offset += count
    },
  }
}
