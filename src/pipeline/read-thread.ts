import { parentPort } from 'node:worker_threads'
import { createLineScanner } from '../input/line-scanner.ts'
import { readInput } from '../input/read-input.ts'
import { MOST_SEGMENTS } from '../input/scan-memory.ts'
import type { Delivery, FromThread, ThreadTask } from './thread-messages.ts'

/** Records in full that are sent at once where no segment fills. */
const MOST_DELIVERIES = 1024

/** This thread reads, hashes, decompresses, frames and scans one input; what its records mean is decided where they are received. */
const run = async ({ source, options, scan, taken }: ThreadTask): Promise<void> => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window: it has no origin
  const send = (message: FromThread): void => parentPort?.postMessage(message)
  const states = new Int32Array(taken)
  let bytes = 0
  let segment: number | undefined
  let deliveries: Delivery[] = []
  const flush = (): void => {
    if (deliveries.length === 0 && segment === undefined) return
    send({ kind: 'batch', deliveries, segment, bytes })
    deliveries = []
    segment = undefined
  }
  const next = (): number => {
    const following = segment === undefined ? 0 : (segment + 1) % MOST_SEGMENTS
    flush()
    // The receiver falls behind: memory stays bounded because this thread stops here.
    while (Atomics.load(states, following) === 1) Atomics.wait(states, following, 1)
    Atomics.store(states, following, 1)
    segment = following
    return following
  }
  const scanner = createLineScanner(scan, { next })
  const deliver = (delivery: Delivery): void => {
    deliveries.push(delivery)
    if (segment === undefined && deliveries.length >= MOST_DELIVERIES) flush()
  }
  const result = await readInput(
    source,
    {
      run: (scanned) => deliver({ run: scanned }),
      record: (record) => deliver({ record }),
      aside: (aside) => deliver({ aside }),
      reject: (reject) => deliver({ reject }),
    },
    {
      ...options,
      scanner,
      onProgress: (read) => {
        bytes = read
      },
    },
  )
  flush()
  send({ kind: 'done', result })
}

// Once: with nobody left who listens, the thread ends.
parentPort?.once('message', (task: ThreadTask) => void run(task))
