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

parentPort?.on('message', (addresses: Uint32Array) => {
  const [geosBefore, networksBefore] = [geos.size(), networks.size()]
  const geo = new Int32Array(addresses.length)
  const network = new Int32Array(addresses.length)
  addresses.forEach((address, index) => {
    const ip = dottedV4(address)
    geo[index] = geos.keyOf(geoOf(ip))
    network[index] = networks.keyOf(networkOf(ip, undefined, undefined))
  })
  const answer: PlaceAnswer = { geo, network, newGeos: toldSince(geos, geosBefore), newNetworks: toldSince(networks, networksBefore) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window: it has no origin
  parentPort?.postMessage(answer)
})
