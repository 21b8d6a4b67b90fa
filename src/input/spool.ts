import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A private temporary file (mode 0600) that has no name any more: it is gone when the process is. */
export interface Spool {
  readonly fd: number
  readonly size: () => number
  readonly append: (bytes: Uint8Array) => void
  /** Writes over what stands from `offset` on, or behind the end. */
  readonly write: (offset: number, bytes: Uint8Array) => void
  /** Bytes from `offset` on, up to `length`; fewer at the end. */
  readonly read: (offset: number, length: number) => Buffer
  /** Fills `into` with the bytes from `offset` on; they must be there. */
  readonly readInto: (offset: number, into: Uint8Array) => void
  readonly close: () => void
}

/** Opens a spool in `directory` (default: the system's). Throws the file system's error when it cannot be made. */
export const createSpool = (directory: string = tmpdir()): Spool => {
  const path = join(directory, `ashiato-${randomBytes(12).toString('hex')}`)
  const fd = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  let size = 0
  const write: Spool['write'] = (offset, bytes) => {
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, offset + done)
    size = Math.max(size, offset + bytes.length)
  }
  const readInto = (offset: number, into: Uint8Array): number => {
    let done = 0
    while (done < into.length) {
      const got = readSync(fd, into, done, into.length - done, offset + done)
      if (got === 0) break
      done += got
    }
    return done
  }
  return {
    fd,
    size: () => size,
    append: (bytes) => write(size, bytes),
    write,
    read: (offset, length) => {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)))
      return buffer.subarray(0, readInto(offset, buffer))
    },
    readInto: (offset, into) => void readInto(offset, into),
    close: () => closeSync(fd),
  }
}
