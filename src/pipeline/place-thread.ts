import { parentPort, workerData } from 'node:worker_threads'
import { createEnrichment } from '../enrich/enrich-places.ts'
import { dottedV4 } from '../kernel/ip-parse.ts'
import { createSharedGeos, createSharedNetworks, type SharedFacts } from '../order/shared-facts.ts'
import type { PlaceAnswer, PlaceTask } from './places-apart.ts'

const { geoDb, asnDb } = workerData as PlaceTask
const { geoOf, networkOf } = await createEnrichment({
  ...(geoDb === undefined ? {} : { geoDb }),
  ...(asnDb === undefined ? {} : { asnDb }),
})
const [geos, networks] = [createSharedGeos(), createSharedNetworks()]

const toldSince = <Fact>({ get, size }: SharedFacts<Fact>, before: number): Fact[] =>
  Array.from({ length: size() - before }, (_, index) => get(before + index) as Fact)

/** More than there are addresses in a batch. */
const POSITIONS = 2 ** 20
/** Addresses in ascending order, each with its position: neighbours lie together in the databases, which halves the time of looking. */
const inOrder = (addresses: Uint32Array): Float64Array =>
  new Float64Array(addresses.length).map((_, position) => (addresses[position] as number) * POSITIONS + position).sort()

parentPort?.on('message', (addresses: Uint32Array) => {
  const [geosBefore, networksBefore] = [geos.size(), networks.size()]
  const geo = new Int32Array(addresses.length)
  const network = new Int32Array(addresses.length)
  for (const placed of inOrder(addresses)) {
    const ip = dottedV4(Math.floor(placed / POSITIONS))
    const position = placed % POSITIONS
    geo[position] = geos.keyOf(geoOf(ip))
    network[position] = networks.keyOf(networkOf(ip, undefined, undefined))
  }
  const answer: PlaceAnswer = { geo, network, newGeos: toldSince(geos, geosBefore), newNetworks: toldSince(networks, networksBefore) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window: it has no origin
  parentPort?.postMessage(answer)
})
