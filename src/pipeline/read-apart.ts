import { Worker } from 'node:worker_threads'
import { isScannable } from '../input/is-scannable.ts'
import type { ReadResult, RecordReceiver } from '../input/input.ts'
import type { SourceFile } from '../input/source.ts'
import type { LinePlan } from '../model/line-plan.ts'
import { MOST_SEGMENTS } from '../input/scan-memory.ts'
import type { Delivery, FromThread, ThreadTask } from './thread-messages.ts'

/** Below this a thread takes longer to start than it saves. */
const WORTH_BYTES = 8 << 20

/** Is this input worth a thread of its own? Large, a file, and scanned: records in full cost more to hand over than to cut. */
export const isWorthThread = async (source: SourceFile, plans: readonly LinePlan[]): Promise<boolean> =>
  source.kind === 'file' && source.size >= WORTH_BYTES && (await isScannable(source, plans))

/** The thread makes short-lived strings only: a small nursery serves as well as a large one, and is all that it needs. */
const YOUNG_MB = 12

// Sources run as they are under test; the build names its files .js.
const ENTRY = new URL(`./read-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/** Whoever receives rows knows a table by its header, and each message has its own copy. */
const createSameHeader = () => {
  let last: readonly string[] | undefined
  return (header: readonly string[] | undefined): readonly string[] | undefined => {
    if (header !== undefined && last?.join('\n') !== header.join('\n')) last = header
    return header === undefined ? undefined : last
  }
}

const deliverTo = (receiver: RecordReceiver): ((delivery: Delivery) => void) => {
  const sameHeader = createSameHeader()
  return (delivery) => {
    if ('run' in delivery) receiver.run?.(delivery.run)
    else if ('record' in delivery) receiver.record({ ...delivery.record, header: sameHeader(delivery.record.header) })
    else if ('aside' in delivery) receiver.aside?.(delivery.aside)
    else receiver.reject(delivery.reject)
  }
}

type ReadApart = (task: Omit<ThreadTask, 'taken'>, receiver: RecordReceiver, onProgress: (bytes: number) => void) => Promise<ReadResult>

const readIn = (worker: Worker, ...[task, receiver, onProgress]: Parameters<ReadApart>): Promise<ReadResult> => {
  const taken = new SharedArrayBuffer(4 * MOST_SEGMENTS)
  const states = new Int32Array(taken)
  const deliver = deliverTo(receiver)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window: it has no origin
  worker.postMessage({ ...task, taken } satisfies ThreadTask)
  let result: ReadResult | undefined
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      void worker.terminate()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    const take = (message: FromThread): void => {
      if (message.kind === 'done') result = message.result
      else {
        for (const delivery of message.deliveries) deliver(delivery)
        if (message.segment !== undefined) {
          Atomics.store(states, message.segment, 0)
          Atomics.notify(states, message.segment)
        }
        onProgress(message.bytes)
      }
    }
    worker.on('message', (message: FromThread) => {
      try {
        take(message)
      } catch (error) {
        fail(error)
      }
    })
    worker.on('error', fail)
    // Not before it is gone: the rest of the run needs its memory.
    worker.on('exit', (code) => (result === undefined ? fail(new Error(`the reading thread ended early (${code})`)) : resolve(result)))
  })
}

/** Threads that read, one for each input. */
export interface ReadingThreads {
  /** There will be something to read: a thread starts and loads what it needs, which takes as long as deciding how to read. */
  readonly expect: () => void
  /** Like `readInput`, with the reading in another thread: the same records in the same order, and the same result. */
  readonly read: ReadApart
  /** Ends a thread that was never asked. */
  readonly close: () => Promise<void>
}

export const createReadingThreads = (): ReadingThreads => {
  const start = (): Worker => new Worker(ENTRY, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  let waiting: Worker | undefined
  return {
    expect: () => {
      waiting ??= start()
    },
    read: (...asked) => {
      const worker = waiting ?? start()
      waiting = undefined
      return readIn(worker, ...asked)
    },
    close: async () => void (await waiting?.terminate()),
  }
}
