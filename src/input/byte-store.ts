import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'

/** Bytes that can be read from any place; fewer than asked for at the end. */
export interface ByteStore {
  readonly size: () => Promise<number>
  readonly read: (offset: number, length: number) => Promise<Buffer>
}

export const readAt = async (handle: FileHandle, offset: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(buffer, done, length - done, offset + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return buffer.subarray(0, done)
}

/** A file, opened anew each time: of a folder of archives none is held open. */
export const fileStore = (file: string): ByteStore => {
  const withFile = async <Value>(use: (handle: FileHandle) => Promise<Value>): Promise<Value> => {
    const handle = await open(file, 'r')
    try {
      return await use(handle)
    } finally {
      await handle.close()
    }
  }
  return {
    size: () => withFile(async (handle) => (await handle.stat()).size),
    read: (offset, length) => withFile((handle) => readAt(handle, offset, length)),
  }
}
