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

/** Weighs the logins of a large table in a thread, while this one runs the rules. undefined where that is not worth it or not possible. */
export const weighApart = async (table: EventTable, { allowed }: Known, worthRows = WORTH_ROWS): Promise<WeighedLogins | undefined> => {
  const shared = table.size < worthRows ? undefined : shareLogins(table, allowed)
  if (shared === undefined) return undefined
  const worker = new Worker(ENTRY, { workerData: shared, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  return new Promise((resolve, reject) => {
    let weighed: WeighedLogins | undefined
    worker.on('message', (message: WeighedLogins) => {
      weighed = message
    })
    worker.on('error', reject)
    // Not before it is gone: the rest of the run needs its memory.
    worker.on('exit', (code) => (weighed === undefined ? reject(new Error(`the weighing thread ended early (${code})`)) : resolve(weighed)))
  })
}
