import { Worker } from 'node:worker_threads'
import type { WeighedLogins } from '../cases/fusion/weigh-logins.ts'
import { shareLogins } from '../cases/scores/shared-logins.ts'
import type { Known } from '../knowledge/known.ts'
import type { EventTable } from '../order/event-table.ts'

/** Below this a thread takes longer to start than it saves. */
const WORTH_ROWS = 100_000

/** Numbers in columns: a small nursery is all that it needs. */
const YOUNG_MB = 8

// Sources run as they are under test; the build names its files .js.
const ENTRY = new URL(`./weigh-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/** Weighs the logins of a large table in a thread, while this one runs the rules. */
export interface Weigher {
  /** A table of so many rows is being laid out: the thread loads meanwhile what it needs, which takes it a tenth of a second. */
  readonly expect: (rows: number) => void
  /** undefined where that is not worth it or not possible. */
  readonly weigh: (table: EventTable, known: Known) => Promise<WeighedLogins | undefined>
  /** Ends the thread, also one that was never asked. */
  readonly close: () => Promise<void>
}

export const createWeigher = (worthRows = WORTH_ROWS): Weigher => {
  let worker: Worker | undefined
  const start = (): Worker => (worker ??= new Worker(ENTRY, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } }))
  const answerOf = (thread: Worker): Promise<WeighedLogins> =>
    new Promise((resolve, reject) => {
      let weighed: WeighedLogins | undefined
      thread.on('message', (message: WeighedLogins) => {
        weighed = message
      })
      thread.on('error', reject)
      // Not before it is gone: the rest of the run needs its memory.
      thread.on('exit', (code) =>
        weighed === undefined ? reject(new Error(`the weighing thread ended early (${code})`)) : resolve(weighed),
      )
    })
  return {
    expect: (rows) => {
      if (rows >= worthRows) start()
    },
    weigh: async (table, { allowed }) => {
      const shared = table.size < worthRows ? undefined : shareLogins(table, allowed)
      if (shared === undefined) return undefined
      const thread = start()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window: it has no origin
      thread.postMessage(shared)
      return answerOf(thread)
    },
    close: async () => void (await worker?.terminate()),
  }
}
