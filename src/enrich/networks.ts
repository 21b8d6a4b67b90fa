import { isCarrierNat, isPrivateIp } from '../kernel/ip.ts'
import type { Network } from '../model/event.ts'
import type { NetworkTable } from './network-asn/index.ts'
import type { KindSource, NetworkHint } from './network-kind/index.ts'

export interface NetworkSources {
  /** From the user's database; without it the built-in table is asked. */
  readonly find: ((ip: string) => NetworkHint | undefined) | undefined
  readonly table: NetworkTable
  readonly kinds: KindSource
}

export type NetworkOf = (ip: string | undefined, asn?: number, org?: string) => Network | undefined

const NOTHING: NetworkHint = { asn: undefined, org: undefined }

/**
 * Network of an address. What the log itself asserts wins over any table, being of the moment of the event; then it also decides
 * the kind where the address is private (anonymised logs keep the number, not the address). undefined when nothing is known.
 */
export const networkFinder = ({ find, table, kinds }: NetworkSources): NetworkOf => {
  const byAddress = (ip: string): NetworkHint => (find ?? table.lookup)(ip) ?? NOTHING
  const hintFor = (ip: string, asn: number | undefined, org: string | undefined): NetworkHint => {
    if (asn !== undefined) return { asn, org: org ?? table.nameOf(asn) }
    const found = byAddress(ip)
    return org === undefined ? found : { asn: found.asn, org }
  }
  const networkOf = (address: string, asn: number | undefined, org: string | undefined): Network | undefined => {
    const isInside = isPrivateIp(address) || isCarrierNat(address)
    if (isInside && asn === undefined && org === undefined) return { ...NOTHING, kind: 'private' }
    const hint = hintFor(address, asn, org)
    const kind = kinds.lookup(isInside ? '' : address, hint) ?? 'unknown'
    return hint.asn === undefined && hint.org === undefined && kind === 'unknown' ? undefined : { asn: hint.asn, org: hint.org, kind }
  }
  // Where an address is asks for its network, too (`carrier-homes.ts`): the last answer is kept.
  let lastAddress: string | undefined
  let lastNetwork: Network | undefined
  return (ip = '', asn, org) => {
    if (asn !== undefined || org !== undefined) return networkOf(ip, asn, org)
    if (ip !== lastAddress) {
      lastNetwork = networkOf(ip, undefined, undefined)
      lastAddress = ip
    }
    return lastNetwork
  }
}
