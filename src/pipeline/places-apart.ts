import { Worker } from 'node:worker_threads'
import type { Geo, Network } from '../model/event.ts'
import type { PlaceFacts, PlacesApart } from '../order/known-places.ts'

/** What the thread is told: where the user's own databases are. */
export interface PlaceTask {
  readonly geoDb: string | undefined
  readonly asnDb: string | undefined
}

/** What is known of one batch of addresses: numbers of facts (−1: none), and the facts that were not told before. */
export interface PlaceAnswer {
  readonly geo: Int32Array<ArrayBuffer>
  readonly network: Int32Array<ArrayBuffer>
  readonly newGeos: readonly Geo[]
  readonly newNetworks: readonly Network[]
}

/** What the thread makes is gone after each batch: a small nursery is all that it needs. */
const YOUNG_MB = 8

// Sources run as they are under test; the build names its files .js.
const ENTRY = new URL(`./place-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/** Starts a thread that looks up addresses while this one reads on. Batches are answered in their order. */
export const openPlacesApart = (task: PlaceTask): PlacesApart => {
  const worker = new Worker(ENTRY, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  const waiting: { readonly resolve: (facts: PlaceFacts) => void; readonly reject: (error: unknown) => void }[] = []
  const geos: Geo[] = []
  const networks: Network[] = []
  let lost: Error | undefined
  const fail = (error: Error): void => {
    lost ??= error
    for (const { reject } of waiting.splice(0)) reject(lost)
  }
  worker.on('message', ({ geo, network, newGeos, newNetworks }: PlaceAnswer) => {
    geos.push(...newGeos)
    networks.push(...newNetworks)
    waiting.shift()?.resolve({ geo, network, geoOf: (key) => geos[key], networkOf: (key) => networks[key] })
  })
  worker.on('error', fail)
  // What is sent to a thread that is gone is never answered.
  worker.on('exit', (code) => fail(new Error(`the thread that looks up places ended early (${code})`)))
  return {
    lookUp: (addresses) =>
      new Promise((resolve, reject) => {
        if (lost !== undefined) return reject(lost)
        waiting.push({ resolve, reject })
        // Copied, never transferred: the first buffer that is detached makes the engine throw away all compiled code that reads arrays, and ask
        // from then on at each look whether the array is still there.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window: it has no origin
        worker.postMessage(addresses)
      }),
    close: async () => void (await worker.terminate()),
  }
}
