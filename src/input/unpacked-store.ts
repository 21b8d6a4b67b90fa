import type { ByteStore } from './byte-store.ts'
import { unwrap } from './content.ts'
import { isInputFailure, type InputFailure } from './source.ts'
import { createSpool, type Spool } from './spool.ts'

/** What archives are unpacked to is kept on disk up to this; beyond it, the one that was not used for longest is unpacked again. */
const MOST_KEPT_BYTES = 4 * 1024 ** 3

export interface UnpackedStore extends ByteStore {
  /** What ended the unpacking too early, once it was unpacked. */
  readonly problem: () => InputFailure | undefined
}

/** Unpacks whole compressed files into private spools, so that what lies in them can be read from any place. */
export interface SpoolShelf {
  readonly unpacked: (stored: () => AsyncIterable<Buffer>) => UnpackedStore
}

export const createSpoolShelf = (tmpDir: string | undefined, mostKeptBytes: number = MOST_KEPT_BYTES): SpoolShelf => {
  /** Least recently used first. */
  const kept = new Map<UnpackedStore, Spool>()
  const makeRoom = (): void => {
    let bytes = 0
    for (const spool of kept.values()) bytes += spool.size()
    for (const [store, spool] of kept) {
      if (bytes <= mostKeptBytes || kept.size === 1) return
      bytes -= spool.size()
      spool.close()
      kept.delete(store)
    }
  }
  const unpacked: SpoolShelf['unpacked'] = (stored) => {
    let problem: InputFailure | undefined
    let filling: Promise<Spool> | undefined
    const fill = async (): Promise<Spool> => {
      const spool = createSpool(tmpDir)
      try {
        const { content } = await unwrap(stored()[Symbol.asyncIterator]())
        for await (const chunk of content) spool.append(chunk)
      } catch (error) {
        // What came before a cut or damage can be read.
        if (!isInputFailure(error)) {
          spool.close()
          throw error
        }
        problem = error
      }
      return spool
    }
    // Nobody waits between this and reading: a spool in use is not closed.
    const withSpool = async <Value>(use: (spool: Spool) => Value): Promise<Value> => {
      const spool = kept.get(store) ?? (await (filling ??= fill().finally(() => (filling = undefined))))
      kept.delete(store)
      kept.set(store, spool)
      makeRoom()
      return use(spool)
    }
    const store: UnpackedStore = {
      size: () => withSpool((spool) => spool.size()),
      read: (offset, length) => withSpool((spool) => spool.read(offset, length)),
      problem: () => problem,
    }
    return store
  }
  return { unpacked }
}
