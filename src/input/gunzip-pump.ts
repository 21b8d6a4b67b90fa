import type { Gunzip } from 'node:zlib'
import { unpackFailure, type Pump } from './stream-pump.ts'

/** What stands behind the stream in Node 24 (lib/zlib.js): not documented, and so called in no other version. */
interface Engine {
  readonly _handle: {
    readonly writeSync: (
      ...write: readonly [flush: number, from: Buffer, at: number, length: number, to: Buffer, at: number, room: number]
    ) => void
    onerror: (message: string, errno: number, code: string) => void
  }
  /** After a write: the room that was left, and the bytes that were not read. */
  readonly _writeState: Uint32Array
}
const KNOWN_MAJOR = '24'

const isKnown = ({ _handle: handle, _writeState: state }: Partial<Engine>): boolean =>
  process.versions.node.split('.')[0] === KNOWN_MAJOR && typeof handle?.writeSync === 'function' && state instanceof Uint32Array

/** As much as lines are read by: fewer and fuller batches for whoever decodes them. */
const OUTPUT_BYTES = 1 << 20
/** Given back when a stream is over: an export may be twenty thousand small files. */
const spare: Buffer[] = []
/** Flush values of zlib.h. */
const [Z_NO_FLUSH, Z_FINISH] = [0, 4]

/**
 * Unpacks here and now, into the same megabyte again and again; undefined where this Node is not known. The stream hands each write to another
 * thread and unpacks into fresh memory: reading a log took a third longer than plain, with one and a half times the processor time.
 */
export const gunzipPump = (gunzip: Gunzip): Pump | undefined => {
  const engine = gunzip as unknown as Engine
  if (!isKnown(engine)) return undefined
  const { _handle: handle, _writeState: state } = engine
  const output = spare.pop() ?? Buffer.allocUnsafeSlow(OUTPUT_BYTES)
  let failure: ReturnType<typeof unpackFailure> | undefined
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the engine calls this one function
  handle.onerror = (message, _errno, code) => {
    failure = unpackFailure(code, message)
  }
  async function* write(flush: number, input: Buffer): AsyncGenerator<Buffer, Buffer> {
    for (let at = 0; ;) {
      handle.writeSync(flush, input, at, input.length - at, output, 0, OUTPUT_BYTES)
      if (failure !== undefined) throw failure
      const [room = 0, unread = 0] = state
      at = input.length - unread
      if (room < OUTPUT_BYTES) yield output.subarray(0, OUTPUT_BYTES - room)
      if (room > 0) return input.subarray(at)
    }
  }
  async function* finish(): AsyncGenerator<Buffer, void> {
    yield* write(Z_FINISH, Buffer.alloc(0))
  }
  const close = (): void => {
    gunzip.destroy()
    spare.push(output)
  }
  return { push: (input) => write(Z_NO_FLUSH, input), finish, close }
}
